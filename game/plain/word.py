"""A word is one thing a reader can type: what it is called, what it does, and who answers."""

from collections.abc import Callable
from dataclasses import dataclass

from game.plain.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word. ``answer`` takes the reader and what was typed behind the word, and returns the text to say.

    ``usage`` is how it is typed, where more than the name can be; ``also`` are other names for it. One for
    ``debug`` is known to authors alone. Answers may raise
    ShelfError: its sentence is said.
    """

    name: str
    about: str
    answer: Callable[[Reader, str], str]
    usage: str = ""
    also: tuple[str, ...] = ()
    debug: bool = False

    @property
    def written(self) -> str:
        """How it is typed."""
        return self.usage or self.name
