"""What asks: a condition or an amount, checked."""

from dataclasses import dataclass, field

from game.expr.types import Checked
from game.source.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A checked yes-or-no question, with its place."""

    checked: Checked
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A checked whole number; ``size`` is the size word it was written with, if it was."""

    checked: Checked
    size: str = ""
