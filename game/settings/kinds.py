"""Kinds of settings: what each may be, how it is read from text and written for a reader."""

from dataclasses import dataclass

from game.source.clean import clean_name

_YES = ("yes", "true", "on", "1")
_NO = ("no", "false", "off", "0")
_LONGEST_NUMBER, _LONGEST_PATH = 9, 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A whole number from ``low`` to ``high``, counted in ``unit``; ``step`` is one press of a key.

    ``zero`` is what 0 is called, where it means more than none.
    """

    low: int
    high: int
    step: int
    unit: str
    zero: str = ""

    @property
    def told(self) -> str:
        """What is meant, after "is"."""
        return f"a whole number from {self.low} to {self.high}"

    def holds(self, value: object) -> bool:
        """Whether a value is of this kind."""
        return isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high

    def read(self, text: str) -> int | None:
        """The number a text says; None if it says none of this kind."""
        number = text.strip()
        sound = number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER
        return int(number) if sound and self.holds(int(number)) else None

    def written(self, value: object) -> str:
        """A value as a reader is told it."""
        return self.zero if self.zero and value == 0 else f"{value} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One of a few words."""

    options: tuple[str, ...]

    @property
    def told(self) -> str:
        """What is meant, after "is"."""
        return "one of " + ", ".join(self.options)

    def holds(self, value: object) -> bool:
        """Whether a value is of this kind."""
        return value in self.options

    def read(self, text: str) -> str | None:
        """The word a text says; None if it says none of this kind."""
        return text.strip() if text.strip() in self.options else None

    def written(self, value: object) -> str:
        """A value as a reader is told it."""
        return str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo:
    """Yes or no."""

    @property
    def told(self) -> str:
        """What is meant, after "is"."""
        return "true or false"

    def holds(self, value: object) -> bool:
        """Whether a value is of this kind."""
        return isinstance(value, bool)

    def read(self, text: str) -> bool | None:
        """What a text says; None if neither."""
        word = text.strip().lower()
        return True if word in _YES else False if word in _NO else None

    def written(self, value: object) -> str:
        """A value as a reader is told it."""
        return "yes" if value else "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text of at most ``most`` characters; ``empty`` is what no text is called."""

    most: int
    empty: str

    @property
    def told(self) -> str:
        """What is meant, after "is"."""
        return f"one line of at most {self.most} characters, without control characters"

    def holds(self, value: object) -> bool:
        """Whether a value is of this kind."""
        return isinstance(value, str) and len(value) <= self.most and (value.isprintable() or not value)

    def read(self, text: str) -> str | None:
        """The line a text is, cleaned and cut as names are."""
        return clean_name(text, self.most)

    def written(self, value: object) -> str:
        """A value as a reader is told it."""
        return str(value) or self.empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The path of a folder; ``empty`` is what no path is called."""

    empty: str

    @property
    def told(self) -> str:
        """What is meant, after "is"."""
        return "the path of a folder"

    def holds(self, value: object) -> bool:
        """Whether a value is of this kind."""
        return isinstance(value, str) and len(value) <= _LONGEST_PATH and (value.isprintable() or not value)

    def read(self, text: str) -> str | None:
        """The path a text is; None if it is none of this kind."""
        return text if self.holds(text) else None

    def written(self, value: object) -> str:
        """A value as a reader is told it."""
        return str(value) or self.empty


Kind = Number | OneOf | YesNo | Line | Folder
