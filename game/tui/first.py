"""Where the app begins."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough
    from game.play.session import Session


@dataclass(frozen=True, slots=True)
class Title:
    """Begin at the title screen."""


@dataclass(frozen=True, slots=True)
class Play:
    """Begin in a session."""

    session: "Session"


@dataclass(frozen=True, slots=True)
class Watch:
    """Begin in a replay."""

    playthrough: "Playthrough"
    name: str


First = Title | Play | Watch
