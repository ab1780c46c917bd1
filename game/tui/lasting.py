"""An app that leaves the terminal as it found it: told to go, left by it, or broken by a fault of ours."""

import os
import signal

from textual.app import App
from textual.driver import Driver
from textual.worker import WorkerFailed

from game.source.clean import clean_text
from game.tui.leaving import OUR_FAULT, listen


class LastingApp(App[None]):
    """What the game's app is built on; nothing of the game is in it.

    ``fault`` is what broke, ``signalled`` the signal that told it to go. Tracebacks are let through unless ``plainly``.
    """

    plainly = True
    fault: Exception | None = None
    signalled = 0

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of this platform, in our own kind where there is one."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from game.tui.driver import LastingDriver  # noqa: PLC0415 - its terminal is not known everywhere

        return LastingDriver

    def on_load(self) -> None:
        """Be ready to be told to go, before the terminal is taken."""
        if not self.is_headless:
            listen(self.told_to_go)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy text, cleaned: where it is pasted it may be typed."""
        super().copy_to_clipboard(clean_text(text))

    def told_to_go(self, number: int) -> None:
        """Leave, because a signal says so."""
        self.signalled = number
        self.exit()

    def hung_up(self) -> None:
        """Leave, because the terminal has gone; what is still said is said to nobody."""
        nobody = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nobody, stream)
        os.close(nobody)
        self.told_to_go(getattr(signal, "SIGHUP", signal.SIGTERM))

    def broken_by(self, error: Exception) -> None:
        """Leave, because of a fault in what reads the keys."""
        self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """Keep an unexpected fault for a few plain words, instead of a traceback with the story's secrets in it."""
        if not self.plainly or self.is_headless:
            super()._handle_exception(error)
            return
        if self._exit:
            return  # a room that was still being furnished when we left breaks, and nobody will miss it
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        self.fault = self.fault or error
        self._return_code = OUR_FAULT
        self._close_messages_no_wait()
