"""A journal over a story: the playthrough it leads to, or where they part."""

from dataclasses import dataclass

from game.engine.program import Program
from game.play.journal import Journal, Returned
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
    decision is still offered.
    """
    same = journal.opened.fingerprint == program.story.fingerprint
    playthrough = opened(program, journal.opened)
    for number, entry in enumerate(journal.entries, 1):
        if isinstance(entry, Returned):
            if entry.to > playthrough.decisions:
                return Divergence(playthrough, number, f"it goes back to decision {entry.to}, which was never taken")
            playthrough = playthrough.back(entry.to)
            continue
        renamed = program.story.renamed
        scene, choice = renamed.get(entry.scene, entry.scene), renamed.get(entry.choice, entry.choice)
        if scene != playthrough.place:
            return Divergence(
                playthrough, number, f"it decides in `{scene}`, and the story is in `{playthrough.place}`"
            )
        try:
            after = playthrough.choose(choice, entry.drew)
        except NotOfferedError as problem:
            return Divergence(playthrough, number, f"in `{scene}`: {problem}")
        made = after.moves[-1].took
        if same and made is not None and made.digest != entry.digest:
            return Divergence(playthrough, number, f"`{choice}` in `{scene}` no longer leads where it led")
        playthrough = after
    return playthrough
