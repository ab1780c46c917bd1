"""How a story means to be written: an author's own rules, as values. Whoever judges by them knows no story."""

from dataclasses import dataclass, field
from typing import Literal

from game.source.span import Span

Direction = Literal["high", "low"]
Measured = Literal[
    "scene",
    "storylet",
    "choice",
    "cost",
    "result",
    "envelope",
    "line",
    "ending",
    "coda",
    "codex",
    "summary",
    "plain",
    "paragraph",
    "first_choice",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How many words a text of one kind has; ``only`` names the scenes, deck, group of lines or shelf it is about."""

    of: Measured
    least: int
    most: int
    only: tuple[str, ...] = ()
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoided:
    """A word or phrase not to be used, and why; ``everywhere``: by nobody, else by the narrator."""

    words: str
    why: str
    everywhere: bool
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtMost:
    """Words of which one text holds so many at most."""

    words: tuple[str, ...]
    times: int
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The rules of one story; what is absent (None, empty, False) is not asked for.

    ``good`` says which way a meter is good when choices are compared, where the meter itself does not; ``terms`` by
    which words texts may call a codex entry, instead of its title; ``ledger`` is the tag of what owes a ledger line.
    """

    lengths: tuple[Length, ...] = ()
    choices: tuple[int, int] | None = None
    avoided: tuple[Avoided, ...] = ()
    spare_documents: bool = False
    at_most: tuple[AtMost, ...] = ()
    new_people: int | None = None
    new_places: int | None = None
    places: tuple[str, ...] = ()
    ledger: str = ""
    no_dominated: bool = False
    good: tuple[tuple[str, Direction], ...] = ()
    costs: bool = False
    because: bool = False
    link_first: bool = False
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    at: Span = field(compare=False)
