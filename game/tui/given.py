"""What every room is given: one story, one shelf of sessions, and how pages are drawn from them.

The title needs only the story's cover; the story itself is opened when a room first asks for something of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from game.view.page import CodexPage, Page, Paragraph

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough
    from game.play.session import Session
    from game.play.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A story on its shelf; ``note`` is what to know before playing."""

    shelf: "Shelf"
    note: tuple[Paragraph, ...]
    compose: "Callable[[Playthrough], Page]"
    codex: "Callable[[Playthrough], tuple[CodexPage, ...]]"


@dataclass(kw_only=True)
class Game:
    """One story's cover, the way to open it, and the dice of new sessions (``seed``; none: dice of their own)."""

    title: str
    by: str
    blurb: str
    opening: Callable[[], Opened]
    seed: int | None = None

    @cached_property
    def opened(self) -> Opened:
        """The story, opened once. Raises RefusalError where it can't be."""
        return self.opening()

    @property
    def shelf(self) -> "Shelf":
        """Its sessions."""
        return self.opened.shelf

    @property
    def note(self) -> tuple[Paragraph, ...]:
        """What to know before playing."""
        return self.opened.note

    def compose(self, playthrough: "Playthrough") -> Page:
        """The page where a playthrough stands."""
        return self.opened.compose(playthrough)

    def codex(self, playthrough: "Playthrough") -> tuple[CodexPage, ...]:
        """The codex as a playthrough knows it."""
        return self.opened.codex(playthrough)

    def begin(self) -> "Session":
        """Begin a new session of the story."""
        return self.shelf.begin(self.seed)
