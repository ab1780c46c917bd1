"""A journal over a story: the playthrough it leads to, or where they part."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.engine.program import Program
from game.engine.step import EndlessError
from game.play.journal import Drew, Journal, Returned
from game.play.playthrough import NotOfferedError, Playthrough, opened


@dataclass(frozen=True, slots=True)
class Divergence:
    """Where a journal and a story part: how far it came, which entry (from 1) doesn't fit, and why."""

    reached: Playthrough
    entry: int
    reason: str


def replay(program: Program, journal: Journal) -> Playthrough | Divergence:
    """Play a journal again, with the luck it records.

    Over the very story it was made with, every state's digest must agree; over an edited one it arrives if every
    decision is still offered. Raises EndlessError if the story no longer comes to its first choice.
    """
    same = journal.opened.fingerprint == program.story.fingerprint
    renamed = program.story.renamed
    opening = journal.opened
    before = tuple(renamed.get(name, name) for name in opening.before)
    playthrough = opened(program, replace(opening, drew=_renamed(opening.drew, renamed), before=before))
    for number, entry in enumerate(journal.entries, 1):
        if isinstance(entry, Returned):
            if entry.to > playthrough.decisions:
                return Divergence(playthrough, number, f"it goes back to decision {entry.to}, which was never taken")
            playthrough = playthrough.back(entry.to)
            continue
        scene, choice = _new_name(entry.scene, renamed), _new_name(entry.choice, renamed)
        if scene != playthrough.place:
            return Divergence(
                playthrough, number, f"it decides in `{scene}`, and the story is in `{playthrough.place}`"
            )
        try:
            after = playthrough.choose(choice, _renamed(entry.drew, renamed))
        except (NotOfferedError, EndlessError) as problem:
            return Divergence(playthrough, number, f"in `{scene}`: {problem}")
        made = after.moves[-1].took
        if same and made is not None and made.digest != entry.digest:
            return Divergence(playthrough, number, f"`{choice}` in `{scene}` no longer leads where it led")
        playthrough = after
    return playthrough


def _new_name(name: str, renamed: Mapping[str, str]) -> str:
    """What something is called now: ``hall.ask.more`` by each of its parts."""
    return ".".join(renamed.get(part, part) for part in name.split("."))


def _renamed(drew: Drew, renamed: Mapping[str, str]) -> Drew:
    """The luck by its new names, where the story declares that something was renamed."""
    if not renamed:
        return drew
    return tuple(
        (
            _new_name(site, renamed),
            tuple(renamed.get(outcome, outcome) for outcome in outcomes),
        )
        for site, outcomes in drew
    )
