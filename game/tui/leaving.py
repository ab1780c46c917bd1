"""The end of the game when it was not the player's wish: told to go by a signal, or broken by a fault of ours.

Whatever happens, the terminal is left as it was found, and soon: if the game can't leave by itself, it is left for it.
"""

import asyncio
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play.session import Session

OUR_FAULT = 70
SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT") if hasattr(signal, name))
"""What tells us to go; not every system has them all."""
_GRACE = 1.5  # seconds between being told and being gone
_LAST_WORD = 0.3  # seconds for a terminal that may not listen any more
_AS_IT_WAS = b"".join(
    b"\x1b[" + switch
    for switch in (
        *(b"?1000l", b"?1003l", b"?1015l", b"?1006l", b"?2004l", b"?2048l", b"?1004l"),  # mouse, paste, sizes, focus
        *(b"<u", b"?7h", b"?1049l", b"?25h"),  # keys, line wrap, the other screen, the cursor
    )
)
_SENTENCE = "Something in the game itself went wrong. Every decision you took is kept."

Log = Callable[[BaseException, "Session | None"], str]
"""Writes a fault down, and returns what to tell the player, who may have been playing a session."""


def listen(go: Callable[[int], None]) -> None:
    """From now on call ``go``, on the running loop, with the number of a signal that tells us to leave.

    If we are still here a moment later, busy or waiting for something that never comes, the terminal is put back as it
    is now and the program ends at once; a second signal asks for just that.
    """
    loop = asyncio.get_running_loop()
    restore = _restorer()
    told: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        wait = 0.0 if told else _GRACE
        told.append(number)
        threading.Thread(target=_leave_anyway, args=(number, wait, restore), daemon=True).start()
        loop.call_soon_threadsafe(go, number)

    for number in SIGNALS:
        signal.signal(number, hear)


def apologise(fault: BaseException, log: Log | None, session: "Session | None") -> int:
    """Say that the fault is ours, what is kept and where it was written down; returns the exit code."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"{log(fault, session) if log else _SENTENCE}\n")
        sys.stderr.flush()
    return OUR_FAULT


def _restorer() -> Callable[[], None]:
    """What puts the terminal back as it is now."""
    screen = sys.__stderr__.fileno() if sys.__stderr__ else -1
    try:
        import termios  # noqa: PLC0415 - not every system has it

        keys = sys.__stdin__.fileno() if sys.__stdin__ else -1
        before = termios.tcgetattr(keys)
    except (ImportError, OSError, termios.error):
        return lambda: None

    def restore() -> None:
        with contextlib.suppress(OSError, termios.error):
            termios.tcsetattr(keys, termios.TCSANOW, before)
            os.write(screen, _AS_IT_WAS)

    return restore


def _leave_anyway(number: int, wait: float, restore: Callable[[], None]) -> None:
    """Leave after a while, unless the game was quicker."""
    threading.Event().wait(wait)
    last = threading.Thread(target=restore, daemon=True)
    last.start()
    last.join(_LAST_WORD)
    os._exit(128 + number)
