"""Work done beside the screen, so that the screen never stands still: reading all sessions, for one."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast

from textual.widget import Widget

from game.play.refusal import RefusalError
from game.tui.glyphs import MORE

T = TypeVar("T")
_QUIET = 0.25  # seconds; what is done sooner needs no word about it
_OFTEN = 0.2  # seconds between two words
GROUP = "errand"


class Errand:
    """What the screen and the work know of each other: how far it is, and whether anybody still waits for it."""

    def __init__(self) -> None:
        self.given_up = False
        self._done, self._all = 0, 0

    def at(self, done: int, many: int) -> None:
        """So many of so many are done."""
        self._done, self._all = done, many

    @property
    def told(self) -> str:
        """How far it is, in words."""
        return f"Reading session {self._done + 1} of {self._all} {MORE}" if self._all else f"Reading {MORE}"


def send(
    widget: Widget,
    work: Callable[[Errand], T],
    back: Callable[[T], Awaitable[None] | None],
    say: Callable[[str], None] | None = None,
    *,
    kind: str = "",
) -> None:
    """Do ``work`` in a thread, and come ``back`` with what it found.

    Nobody comes back to a widget that has gone, or that has sent for something else of that ``kind`` meanwhile.
    ``work`` touches no widget, and stops early where it is given up. Where it takes a while, ``say`` is told how far
    it is, and at its end nothing. What it is refused, the app says.
    """

    async def run() -> None:
        errand = Errand()
        try:
            found = await _told(asyncio.create_task(asyncio.to_thread(work, errand)), errand, say)
        except RefusalError as refusal:
            widget.app.notify(str(refusal), severity="error", markup=False, timeout=10)
            return
        finally:
            errand.given_up = True
        if widget.screen not in widget.app.screen_stack:
            return  # it is being taken down
        if (coming := back(found)) is not None:
            await coming

    widget.run_worker(cast("Callable[[], Awaitable[None]]", run), group=GROUP + kind, exclusive=True)


async def _told(task: asyncio.Task[T], errand: Errand, say: Callable[[str], None] | None) -> T:
    """Wait for it, and tell how far it is."""
    try:
        await asyncio.wait((task,), timeout=_QUIET)
        said = False
        while say and not task.done():
            say(errand.told)
            said = True
            await asyncio.wait((task,), timeout=_OFTEN)
        if say and said:
            say("")
        return await task
    finally:
        task.cancel()  # where nobody waits any more; done, it is done
