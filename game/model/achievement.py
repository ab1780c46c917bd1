"""What a reader may achieve, kept from session to session."""

from dataclasses import dataclass, field

from game.source.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """Something done that is worth a line of its own; a ``hidden`` one is not listed before it is earned."""

    id: str
    title: str
    text: str
    hidden: bool = False
    at: Span = field(compare=False)
