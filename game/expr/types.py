"""The types of values, and what names mean where an expression stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from game.expr.syntax import Expr

Value = int | bool | str
"""What a story can remember. No floats: states are compared, hashed and replayed."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within ``low..high``; ``bands`` maps each band's name to its lowest value, in order."""

    low: int
    high: int
    bands: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        return "a whole number"

    def band_range(self, name: str) -> tuple[int, int]:
        """Return the lowest and highest value of the band ``name``. Raises KeyError if there is none."""
        for index, (band, low) in enumerate(self.bands):
            if band == name:
                last = index + 1 == len(self.bands)
                return low, self.high if last else self.bands[index + 1][1] - 1
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class YesNo:
    """True or false."""

    def __str__(self) -> str:
        return "yes or no"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return "one of " + ", ".join(self.words)


@dataclass(frozen=True, slots=True)
class SetOf:
    """Any of a few words, also none."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return "a set of " + ", ".join(self.words)


Type = Whole | YesNo | OneOf | SetOf

Key = str
"""How a value is named on every floor: ``sky``, ``visits(the_line)``, ``took(the_line.one)``."""

NOTHING = "nothing"
"""What an empty set is called."""

MOST_TURNS_HELD = 99
"""The turns for which something has held are counted up to this."""


def member(of: str, word: str) -> Key:
    """The key that says whether a set holds one of its words."""
    return f"has({of}.{word})"


@dataclass(frozen=True, slots=True)
class Checked:
    """An expression whose every name is known: ``tree`` holds only literals, keys as names, signs and ranges."""

    text: str
    tree: Expr
    type: Type
    keys: frozenset[Key]
    """What it reads."""
    held: tuple[tuple[Key, "Checked"], ...] = ()
    """The conditions of which it asks how long they have held, by their keys, inner ones before those around them."""


@dataclass(frozen=True, slots=True)
class Case:
    """While ``when`` holds, a value is read within ``low..high``."""

    when: Checked
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What may stand in an expression: plain names, functions with their known arguments, named conditions.

    Plain names and functions lead to types; a condition named once stands for its tree wherever it is used.
    """

    names: Mapping[str, Type]
    functions: Mapping[str, "Function"]
    conditions: Mapping[str, "Checked | None"]
    """Named conditions, already checked; None for one that is itself at fault."""
    constants: Mapping[str, int]
    """Words that are numbers here: sizes, an act's parameter."""
    narrowed: Mapping[str, tuple[Case, ...]] = field(default_factory=dict)
    """Names of whole numbers that are read more narrowly in some cases: the first that holds."""
    unclear: frozenset[str] = frozenset()
    """Names whose declarations could not be read: nothing is known of them, so whatever asks for them is let be."""
    ticks: bool = True
    """Whether there are turns, so that something can hold for some of them."""
    absent: Mapping[str, str] = field(default_factory=dict)
    """Names that are known elsewhere, each with where; asked for last."""

    loose: frozenset[str] = frozenset()
    """Those of them that may be any other number in another use of the same text."""

    def with_constants(self, constants: Mapping[str, int], loose: frozenset[str] = frozenset()) -> "Scope":
        """Return this scope with these words for numbers."""
        return replace(self, constants=constants, loose=loose)


@dataclass(frozen=True, slots=True)
class Function:
    """A question a story can be asked: ``visits(scene)``; ``about`` says what goes in the brackets.

    ``type_of`` an argument is None when there is no such thing; ``arguments`` lists what there is.
    """

    about: str
    type_of: Callable[[str], Type | None]
    arguments: Callable[[], tuple[str, ...]]
