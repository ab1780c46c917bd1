"""What an exploration found, as data: the same for programs, and for the next exploration to begin from."""

from typing import Any

from game.analysis.explore.portfolio import Exploration
from game.author.exploration import claim_stands
from game.model.story import Story
from game.play.codec import encode
from game.play.journal import Journal


def data_of(story: Story, found: Exploration) -> dict[str, Any]:
    """All of it as data; each witness once, in ``journals``, as the lines of its file."""
    names: dict[str, str] = {}

    def name(journal: Journal | None) -> str | None:
        return None if journal is None else names.setdefault(encode(journal), f"witness-{len(names) + 1:04d}")

    verdicts: list[dict[str, Any]] = []
    for one in found.verdicts:
        target, stands = one.target, {}
        if target.kind == "claim":
            stands = {"claim": claim_stands(story.claims[target.name].kind, one)}
        verdicts.append(
            {"kind": target.kind, "name": target.name, "at": str(target.at), "found": one.found, **stands,
             "by": one.by, "why": one.why, "tried": list(one.tried), "witness": name(one.witness)}
        )  # fmt: skip
    stuck = found.stuck
    return {
        "story": story.id,
        "version": story.version,
        "fingerprint": story.fingerprint,
        "states": found.states,
        "interrupted": found.interrupted,
        "methods": [{"method": turn.method, "settled": turn.settled, "states": turn.states} for turn in found.turns],
        "stuck": {
            "found": stuck.found, "by": stuck.by, "why": stuck.why, "tried": list(stuck.tried),
            "missing": [{"kind": one.kind, "name": one.name, "at": str(one.at)} for one in stuck.missing],
            "witness": name(stuck.witness),
        },
        "since": [{"kind": one.which[0], "name": one.which[1], "became": one.became} for one in found.since],
        "verdicts": verdicts,
        "journals": {called: lines.splitlines() for lines, called in names.items()},
    }  # fmt: skip
