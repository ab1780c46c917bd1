"""Who reads: one session, the page it stands at, and who keeps it. Words change it; the player prints what they say."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from game.play.kept import Summary
from game.play.playthrough import Playthrough
from game.play.profile import Profile
from game.play.session import Session
from game.view.page import Page
from game.view.transcript import filled, page_text


class Keeper(Protocol):
    """Who keeps the sessions: the shelf. What can't be done is said by a RefusalError."""

    @property
    def profile(self) -> Profile:
        """What outlives them: the endings reached, what was achieved."""

    def listed(self) -> tuple[Summary, ...]:
        """Every session, the last played first."""

    def begin(self, *, player: str = "") -> Session:
        """Begin a new session, for a reader called ``player``."""

    def resume(self, name: str) -> Session:
        """Go on with a session where it stands."""

    def from_code(self, code: str, *, player: str = "") -> Session:
        """Begin a new session where a share code leads, for a reader called ``player``."""

    def find(self, name: str) -> str:
        """The name of the session that ``name`` says: its name, title, number or beginning."""

    def read(self, name: str) -> Playthrough:
        """A session as far as it goes."""

    def called(self, name: str) -> str:
        """What its player calls a session; empty where it has no title."""

    def rename(self, name: str, title: str) -> str:
        """Call a session so; what it is called from now on."""

    def others(self, name: str) -> tuple[tuple[str, Playthrough], ...]:
        """The player's other sessions of this story, each with its name."""

    def keep_export(self, name: str, ending: str, text: str) -> Path:
        """Write a copy of a session beside it; where it lies."""


@dataclass(slots=True, kw_only=True)
class Reader:
    """One session being read in lines of ``width``; ``aside`` says what is about the program.

    ``compose`` and ``recall`` tell the page, and what went before it, in the words that the reader chose.
    """

    session: Session
    keeper: Keeper
    width: int
    compose: Callable[[Playthrough], Page]
    recall: Callable[[Playthrough], tuple[str, ...]]
    aside: Callable[[str], None]
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        """Open the page where the session stands."""
        self.turn()

    @property
    def playthrough(self) -> Playthrough:
        """What is being read."""
        return self.session.playthrough

    def turn(self) -> str:
        """Turn to the page where the session stands now; its text, after an empty line."""
        self.page = self.compose(self.session.playthrough)
        return "\n" + page_text(self.page, self.width)

    def move(self, session: Session) -> str:
        """Leave the session for another; the page where that one stands."""
        self.session.close()
        self.session = session
        if session.notice:
            self.aside(self.filled(session.notice) + "\n")
        return self.turn()

    def filled(self, text: str) -> str:
        """A sentence in lines of the reader's width."""
        return filled(text, self.width)
