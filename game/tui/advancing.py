"""Reading on by itself: a screen at a time, as far as the choices."""

from collections.abc import Callable
from typing import Protocol

from textual.timer import Timer

_SECONDS = 8
"""How long a screen stands where the reader has not said."""


class Reader(Protocol):
    """What it needs of a room."""

    @property
    def is_current(self) -> bool:
        """Whether it is the room that is seen."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call back after a time."""


class Advance:
    """On or off; while it is on, ``turn`` is called when a screen has stood long enough. At rest it costs nothing."""

    def __init__(self, room: Reader, turn: Callable[[], None]) -> None:
        self._room, self._turn = room, turn
        self._timer: Timer | None = None
        self.seconds = 0

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self.seconds > 0

    def switch(self, seconds: int) -> None:
        """Switch it on, or off if it is on; ``seconds`` as the reader has chosen, 0 where he has not."""
        self.seconds = 0 if self.is_on else seconds or _SECONDS
        self.rest()

    def wait(self) -> None:
        """Count anew, from a screen that has just come."""
        self.rest()
        if self.is_on:
            self._timer = self._room.set_timer(self.seconds, self._over)

    def rest(self) -> None:
        """Count no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _over(self) -> None:
        self._timer = None
        if self._room.is_current:
            self._turn()
