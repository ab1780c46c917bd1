"""Declared ends."""

from dataclasses import dataclass, field

from game.model.condition import Condition
from game.model.prose import Prose
from game.source.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An end: looked at in order, ``early`` ones after every choice, the others after the last turn."""

    id: str
    title: str
    order: int
    early: bool
    when: Condition | None
    text: Prose
    at: Span = field(compare=False)
