"""Text as the author wrote it, read once: plain pieces, emphasis, links, and what varies."""

from dataclasses import dataclass, field
from typing import Literal

from game.expr.types import Checked, Key
from game.source.span import Span

Style = Literal["em", "strong"]
Variation = Literal["first", "cycle", "once", "shuffle"]


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they are. Two newlines divide paragraphs; a line that begins with ``> `` belongs to a document."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasis around other pieces."""

    style: Style
    parts: "Parts"


@dataclass(frozen=True, slots=True)
class Link:
    """A term that leads to a codex entry or a character."""

    kind: Literal["codex", "character"]
    target: str
    parts: "Parts"


@dataclass(frozen=True, slots=True)
class Insert:
    """A value put into the text: a number or a word."""

    checked: Checked


@dataclass(frozen=True, slots=True)
class Player:
    """What the reader wants to be called; ``called`` where they didn't say."""

    called: str


@dataclass(frozen=True, slots=True)
class BandOf:
    """The name of the band in which a meter stands."""

    meter: Key


@dataclass(frozen=True, slots=True)
class Branch:
    """One text if a condition holds, another (perhaps none) if not."""

    test: Checked
    yes: "Parts"
    no: "Parts"


@dataclass(frozen=True, slots=True)
class Sequence:
    """Texts that take turns by how often the scene that holds them has been entered.

    ``first`` stops at its last, ``cycle`` goes round, ``once`` ends in nothing, ``shuffle`` goes round in an order
    of its own each time; ``site`` keys that order.
    """

    variation: Variation
    options: tuple["Parts", ...]
    site: str


Part = Plain | Styled | Link | Insert | Player | BandOf | Branch | Sequence
Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """One text field. ``keys`` is what it reads; ``counts_visits`` whether a sequence in it does."""

    parts: Parts
    keys: frozenset[Key] = frozenset()
    counts_visits: bool = False
    at: Span = field(compare=False)


def parts_of(parts: Parts) -> list[Part]:
    """Return every piece of a text, nested ones too, in the order written."""
    found: list[Part] = []
    for part in parts:
        found.append(part)
        match part:
            case Styled() | Link():
                found.extend(parts_of(part.parts))
            case Branch():
                found.extend(parts_of(part.yes) + parts_of(part.no))
            case Sequence():
                for option in part.options:
                    found.extend(parts_of(option))
            case _:
                pass
    return found


def first_words(parts: Parts) -> str:
    """The words of a text as it may read first, for lists: of what varies the first, of a value three dots."""
    found: list[str] = []
    for part in parts:
        match part:
            case Plain():
                found.append(part.text)
            case Styled() | Link():
                found.append(first_words(part.parts))
            case Insert() | BandOf():
                found.append("...")
            case Player():
                found.append(part.called)
            case Branch():
                found.append(first_words(part.yes) or first_words(part.no))
            case Sequence():
                found.append(first_words(part.options[0]))
    return " ".join("".join(found).split())
