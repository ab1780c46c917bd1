"""What an exploration found, for the author: what can never come, what is not known; as text and as data."""

from collections.abc import Iterator, Mapping
from typing import Any

from game.analysis.explore.portfolio import Exploration
from game.analysis.explore.target import KINDS, Kind
from game.analysis.explore.verdict import Stuck, Verdict
from game.model.story import Story
from game.play.codec import encode
from game.play.journal import Journal
from game.source.clean import clean_line

_PLURAL: Mapping[Kind, str] = {
    "scene": "scenes", "storylet": "storylets", "choice": "choices", "variant": "variants of texts", "line": "lines",
    "ending": "endings", "coda": "codas", "claim": "claims",
}  # fmt: skip
_MEANT = {
    "reached": "Reached: it was played, on the engine, and the journal that shows it can be replayed.",
    "impossible": "Impossible: no reader can ever come to it, whatever they choose and whatever luck they have.",
    "unknown": "Unknown: neither; below each stands what was tried. A search that found nothing proves nothing.",
}
_STUCK = {
    "never": "Stuck: never. Every reader comes to an ending, whatever they choose.",
    "stuck": "Stuck: yes. There is a way to a place where nothing can be chosen and nothing follows.",
    "hopeless": "Stuck: yes. There is a way to a place from which no ending can be reached any more.",
    "unknown": "Stuck: not known.",
}
_MOST = 25


def counts(found: Exploration) -> str:
    """A table: of each kind of target how many have which verdict."""
    rows: list[tuple[str, ...]] = [("", "reached", "impossible", "unknown")]
    for kind in KINDS:
        counted = found.counted(kind)
        if counted:
            rows.append((_PLURAL[kind], *(f"{counted[one]:,}" if counted[one] else "." for one in rows[0][1:])))
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if index else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def report_of(story: Story, found: Exploration, *, whole: bool = False) -> str:
    """The report as text; the longest lists are cut unless the ``whole`` is asked for."""
    parts = [f"{clean_line(story.title)}\n\n{counts(found)}", stuck_text(found.stuck)]
    for verdict in ("impossible", "unknown"):
        which = [one for one in found.verdicts if one.found == verdict]
        if which:
            shown = which if whole else which[:_MOST]
            lines = [_MEANT[verdict], *(line for one in shown for line in _one(one))]
            if len(shown) < len(which):
                lines.append(f"  ... and {len(which) - len(shown):,} more (--all lists them).")
            parts.append("\n".join(lines))
    endings = list(_endings(story, found))
    if endings:
        parts.append("\n".join(["The shortest way found to each ending:", *endings]))
    return "\n\n".join(parts)


def stuck_text(stuck: Stuck) -> str:
    """Whether a reader can be left without a way on, and how it is known."""
    lines = [_STUCK[stuck.found]]
    if stuck.why:
        lines.append(f"  {clean_line(stuck.why)}")
    if stuck.witness is not None:
        lines.append(f"  after {_decisions(stuck.witness)}: {_path(stuck.witness)}")
    lines.extend(f"  {missing.kind} `{clean_line(missing.name)}` ({missing.at})" for missing in stuck.missing[:_MOST])
    lines.extend(f"  {clean_line(one)}" for one in stuck.tried)
    return "\n".join(lines)


def _one(verdict: Verdict) -> Iterator[str]:
    target = verdict.target
    where = f" ({target.at})" if target.at.source else ""
    yield clean_line(f"  {target.kind} `{target.name}`{where}")
    if verdict.why:
        yield clean_line(f"    {verdict.why} [{verdict.by}]")
    yield from (clean_line(f"    {tried}") for tried in verdict.tried)


def _endings(story: Story, found: Exploration) -> Iterator[str]:
    titles = {ending.id: ending.title for ending in story.endings}
    for verdict in found.verdicts:
        if verdict.target.kind == "ending" and verdict.witness is not None:
            title = titles[verdict.target.name]
            yield clean_line(f"  {title} (`{verdict.target.name}`): {_decisions(verdict.witness)}")


def _decisions(journal: Journal) -> str:
    count = len(journal.entries)
    return "no decision" if not count else "1 decision" if count == 1 else f"{count:,} decisions"


def _path(journal: Journal) -> str:
    took = journal.standing
    shown = [f"{one.scene}: {one.choice}" for one in took[-6:]]
    return clean_line(("... " if len(took) > len(shown) else "") + ", ".join(shown))


def data_of(story: Story, found: Exploration) -> dict[str, Any]:
    """All of it as data; each witness once, in ``journals``, as the lines of its file."""
    journals: dict[str, int] = {}

    def number(journal: Journal | None) -> str | None:
        if journal is None:
            return None
        return witness_name(journals.setdefault(encode(journal), len(journals) + 1))

    verdicts = [
        {
            "kind": one.target.kind, "name": one.target.name, "at": str(one.target.at), "found": one.found,
            "by": one.by, "why": one.why, "tried": list(one.tried), "witness": number(one.witness),
        }
        for one in found.verdicts
    ]  # fmt: skip
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
            "witness": number(stuck.witness),
        },
        "verdicts": verdicts,
        "journals": {witness_name(index): lines.splitlines() for lines, index in journals.items()},
    }  # fmt: skip


def witness_name(number: int) -> str:
    """What the ``number``-th witness is called, as a file too."""
    return f"witness-{number:04d}"
