"""A line on the terminal that says how long work stands; and a ctrl-C that ends it with what is known."""

import signal
import sys
import time
from types import FrameType
from typing import Self

_EVERY = 0.1
_WIDE = 24


class Interrupted:
    """Hears a first ctrl-C, so that work can end well; a second one ends it at once. Use as a context."""

    def __init__(self) -> None:
        self.asked = False
        self._before: object = None

    def __enter__(self) -> Self:
        try:
            self._before = signal.signal(signal.SIGINT, self._hear)
        except ValueError:  # not in the main thread: nobody presses keys there
            self._before = None
        return self

    def __exit__(self, *_given: object) -> None:
        if callable(self._before) or isinstance(self._before, int):
            signal.signal(signal.SIGINT, self._before)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


class Bar:
    """A line that is written over as work goes on; nothing is written where nobody watches."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._begun = time.monotonic()
        self._last = 0.0

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self._begun

    def show(self, done: int, of: int, said: str) -> None:
        """Show how much is done, if there is something new to see for a person."""
        now = time.monotonic()
        if self._shown and now - self._last >= _EVERY:
            self._last = now
            full = _WIDE * done // of if of else _WIDE
            sys.stderr.write(f"\r\x1b[K{'━' * full}{'·' * (_WIDE - full)} {said}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
