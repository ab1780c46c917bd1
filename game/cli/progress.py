"""A line on the terminal that says how long work stands; and a ctrl-C that ends it with what is known."""

import os
import signal
import sys
import time
from types import FrameType
from typing import Self

from game.cli.terminal import columns

_EVERY = 0.1
_WIDE = 16


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
        # What is cleaned could not be written over; all that is said here is ours.
        self._stream = sys.__stderr__
        watched = self._stream is not None and self._stream.isatty()
        self._shown = watched and os.environ.get("TERM", "") not in ("", "dumb")
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
            self._write(f"{'━' * full}{'·' * (_WIDE - full)} {said}"[: columns() - 1])

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")

    def _write(self, line: str) -> None:
        if self._stream is not None:
            self._stream.write(f"\r\x1b[K{line}")
            self._stream.flush()
