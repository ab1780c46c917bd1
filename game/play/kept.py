"""What the shelf says of a session it keeps."""

from dataclasses import dataclass

from game.play.migrate import Migration
from game.play.playthrough import Playthrough


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One session in the list. ``problem`` says why it can't be opened (or only in part); ``story`` is its id.

    ``called`` is what its player calls it; ``parent`` the session it is a branch of, with ``kept`` of its decisions;
    ``played`` the day it was last played, empty where nobody can say.
    """

    name: str
    called: str = ""
    story: str = ""
    title: str = ""
    where: str = ""
    decisions: int = 0
    ended: str = ""
    sample: bool = False
    parent: str = ""
    kept: int = 0
    problem: str = ""
    played: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A session to be read: its name, as far as it goes, and what keeps it from going further."""

    name: str
    playthrough: Playthrough
    problem: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A session carried over into its story as it is now; ``damage`` says what of its file can't be read."""

    name: str
    migration: Migration
    damage: str
