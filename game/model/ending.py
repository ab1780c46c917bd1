"""Declared ends, and the tail pieces that follow them."""

from dataclasses import dataclass, field

from game.model.condition import Condition
from game.model.prose import Prose
from game.source.span import Span

MOST_WARNINGS = 9
"""Warnings of an ending are counted up to this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An end: looked at in order, ``early`` ones after every choice, the others after the last turn.

    ``codas`` says whether codas follow it; ``heading`` is the title of one whose title varies; ``warned`` how often the
    reader must have been warned before it may come; ``hint`` is a sentence toward it for who has not come to it.
    """

    id: str
    title: str
    heading: Prose | None = None
    order: int
    early: bool
    when: Condition | None
    text: Prose
    codas: bool = True
    warned: int = 0
    hint: str = ""
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One wording of a coda, told if ``when`` holds and none before it was."""

    text: Prose
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coda:
    """A tail piece: told after an ending if ``when`` holds and some version does; a ``planted`` one only if planted."""

    id: str
    versions: tuple[Version, ...]
    title: str = ""
    heading: Prose | None = None
    order: int = 0
    planted: bool = False
    when: Condition | None = None
    at: Span = field(compare=False)
