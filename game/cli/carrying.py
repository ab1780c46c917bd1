"""What became of a session in an edited story, as data."""

from typing import Any

from game.play.kept import Carried
from game.play.playthrough import Playthrough
from game.view.carrying import condition_of, parting_text


def as_data(found: Carried, before: Playthrough | None = None) -> dict[str, Any]:
    """Return it for ``--json``."""
    migration, parting = found.migration, found.migration.parting
    return {
        "name": found.name,
        "arrives": parting is None,
        "edited": not migration.same,
        "decisions": migration.decisions,
        "reached": migration.playthrough.decisions,
        "differs": migration.differs,
        "damage": found.damage,
        "parting": None
        if parting is None
        else {
            "decision": parting.decision,
            "why": parting.why,
            "place": parting.place,
            "choice": parting.choice,
            "awaits": parting.awaits,
            "reason": parting_text(parting, before),
            "condition": condition_of(parting),
        },
    }
