"""Carrying a session over into a story that was edited under it: it arrives, or stops where they part."""

from dataclasses import dataclass

from game.engine.program import Program
from game.play.journal import Journal
from game.play.playthrough import Playthrough
from game.play.replay import Divergence, reopen


@dataclass(frozen=True, slots=True)
class Migration:
    """What came of it.

    ``playthrough`` is as far as it came, of ``decisions`` that stand on record; ``parting`` is None if it arrived.
    ``differs`` is the first decision that leads to another state than it did, None if none does: the session arrives
    all the same, and its later chapters may read otherwise. ``same`` says that the story was not edited at all.
    """

    playthrough: Playthrough
    decisions: int
    parting: Divergence | None
    differs: int | None
    same: bool


def migrate(program: Program, journal: Journal) -> Migration:
    """Play a journal over a story.

    Raises EndlessError if the story no longer comes to its first choice, StartError if it can no longer begin where
    and as this session did.
    """
    found = reopen(program, journal)
    parting = found if isinstance(found, Divergence) else None
    reached = found.reached if isinstance(found, Divergence) else found
    recorded = journal.standing
    now = reached.standing
    differs = (
        number for number, (one, was) in enumerate(zip(now, recorded, strict=False), 1) if one.digest != was.digest
    )
    return Migration(
        playthrough=reached,
        decisions=len(recorded),
        parting=parting,
        differs=next(differs, None),
        same=journal.opened.fingerprint == program.story.fingerprint,
    )
