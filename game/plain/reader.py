"""Who reads: one session, the page it stands at, and who keeps it. Words change it; the player prints what they say."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from game.play.kept import Summary
from game.play.playthrough import Playthrough
from game.play.profile import Profile
from game.play.session import Session
from game.settings.config import Keep, kept_nowhere
from game.settings.values import DEFAULTS, Settings, Value, changed
from game.view.page import Page
from game.view.previously import previously
from game.view.telling import page_for
from game.view.transcript import filled, page_text

WIDEST = 100
"""The most columns a line may have."""


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

    ``settings`` are what the reader has chosen; ``keep`` keeps a choice for the next time. No line is ever wider than
    ``columns``. With ``debug`` an author reads, who may know everything.
    """

    session: Session
    keeper: Keeper
    width: int
    aside: Callable[[str], None]
    settings: Settings = DEFAULTS
    keep: Keep = kept_nowhere
    columns: int = WIDEST
    debug: bool = False
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        """Open the page where the session stands."""
        self.turn()

    @property
    def playthrough(self) -> Playthrough:
        """What is being read."""
        return self.session.playthrough

    def compose(self, playthrough: Playthrough) -> Page:
        """The page where a playthrough stands, in the words that the reader chose."""
        chosen = self.settings
        return page_for(playthrough, chosen)

    def recall(self) -> str:
        """What went before, in the words that the reader chose; empty where nothing did."""
        return " ".join(previously(self.playthrough, plain=self.settings.plain_briefing))

    def change(self, name: str, value: Value) -> str:
        """Let a setting hold from now on, and keep it; empty, or why it can't be kept."""
        self.settings = changed(self.settings, name, value)
        self.width = min(self.settings.width, self.columns) if name == "width" else self.width
        self.page = self.compose(self.playthrough)
        return self.keep(name, value)

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
