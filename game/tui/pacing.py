"""Pages that turn by themselves: how fast, and whether they do now."""

from collections.abc import Awaitable, Callable

from textual.timer import Timer
from textual.widget import Widget

_PACES = (1, 2, 4, 8, 15)
_FIRST = 2


class Pace:
    """A clock of a room's own, at rest until it is started; ``turn`` is called at every beat."""

    def __init__(self, room: Widget, turn: Callable[[], Awaitable[None]]) -> None:
        self._room, self._turn = room, turn
        self._at = _FIRST
        self._timer: Timer | None = None

    @property
    def seconds(self) -> int:
        """Seconds between two beats."""
        return _PACES[self._at]

    @property
    def is_running(self) -> bool:
        """Whether it runs."""
        return self._timer is not None

    def start(self) -> None:
        """Start, from a whole beat."""
        self.rest()
        self._timer = self._room.set_interval(self.seconds, self._turn)

    def rest(self) -> None:
        """Stop."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def slower(self, by: int) -> None:
        """Beat more slowly, or with ``by`` below 0 faster."""
        self._at = max(0, min(len(_PACES) - 1, self._at + by))
        if self.is_running:
            self.start()
