"""Textual's driver of a terminal, kept from three things it does not bear.

Bytes that are no text end it with a traceback; a terminal that has gone leaves it spinning, or waiting for ever; and
when only SIGCONT comes, as after SIGSTOP, it begins a second time over the first and can't leave any more.
"""

import asyncio
import contextlib
import os
import selectors
from codecs import getincrementaldecoder
from io import TextIOWrapper
from typing import Any, Protocol, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

_PATIENCE = 0.1  # seconds; how long a lone escape may wait for the rest of a key
_CHUNK = 4096


class Tells(Protocol):
    """An app that is told what befalls its terminal."""

    def hung_up(self) -> None:
        """Hear that there is nobody left to play."""

    def broken_by(self, error: Exception) -> None:
        """Hear of a fault that nobody else heard of."""


class LastingDriver(LinuxDriver):
    """A terminal on Linux, macOS and their like."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._file = cast("TextIOWrapper", _Paper(cast("TextIO", self._file)))  # it has what the writer asks of one
        self._loop = asyncio.get_running_loop()
        self._is_suspended = False

    @property
    def _told(self) -> Tells:
        return cast("Tells", self._app)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - whatever it is, the app leaves because of it, and says so
            self._loop.call_soon_threadsafe(self._told.broken_by, error)

    def run_input_thread(self) -> None:
        """Read keys until told to end, or until there is nobody left to press one."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_PATIENCE):
                    data = self._came()
                    if not data:
                        self._loop.call_soon_threadsafe(self._told.hung_up)
                        return
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _came(self) -> bytes:
        """What was typed; nothing where the terminal has gone."""
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while."""
        self._is_suspended = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal again; from the beginning also where it was never given back: others had it meanwhile."""
        if not self._is_suspended:
            super().suspend_application_mode()
            self._must_signal_resume = True
        self._is_suspended = False
        super().resume_application_mode()

    def _sigtstp_application(self, *_: Any) -> None:
        """Stop between two messages: in the middle of one, the writer's queue may be locked."""
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def _sigcont_application(self, *_: Any) -> None:
        self._loop.call_soon_threadsafe(super()._sigcont_application)


class _Paper:
    """What is drawn on; where there is nobody left to see it, drawing does nothing, as else the writer would die."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, if that can be."""
        with contextlib.suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Let it be seen, if that can be."""
        with contextlib.suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The number of the file below."""
        return self._file.fileno()
