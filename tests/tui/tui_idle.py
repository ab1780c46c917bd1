"""Wait until an app has nothing left to do, and no longer: Textual's own tests wait for a processor at rest instead."""

from asyncio import sleep
from time import monotonic

import textual.app
import textual.message_pump
import textual.pilot
from textual._context import active_app
from textual._queue import Queue

from game.tui.errand import GROUP

_ROUNDS = 3
"""So often in a row nothing must be left to do: whoever has just finished may be about to tell somebody."""


async def idle(min_sleep=0.0, max_sleep=1.0):
    """What Textual calls ``wait_for_idle``; returns after ``max_sleep`` seconds in any case."""
    app, until, quiet = active_app.get(), monotonic() + max_sleep, 0
    await sleep(min_sleep)
    while quiet < _ROUNDS and monotonic() < until:
        await sleep(0.001 if quiet else 0)
        quiet = 0 if _busy(app) else quiet + 1


def _busy(app):
    """Whether a message is being answered or waits, or the screen is still to be drawn."""
    if any(_unanswered(pump) for pump in tuple(app._registry)) or _unanswered(app):
        return True
    if any(worker.is_running for worker in tuple(app.workers) if worker.group.startswith(GROUP)):
        return True  # somebody is out on an errand, and will come back
    screen = app.screen_stack[-1] if app.screen_stack else None
    return screen is not None and bool(
        screen._compositor.size != app.size
        or screen._callbacks
        or screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
    )


def _unanswered(pump):
    if not pump._running or pump._closing:
        return False
    return bool(pump._next_callbacks or pump._message_queue.values or pump._message_queue.answering)


class _Queue(Queue):
    """A queue that knows whether what was taken last is still being answered."""

    answering = False

    async def get(self):
        value = await super().get()
        self.answering = True
        return value

    def task_done(self):
        self.answering = False


def take_over(monkeypatch):
    """Let Pilot wait so."""
    monkeypatch.setattr(textual.message_pump, "Queue", _Queue)
    monkeypatch.setattr(textual.pilot, "wait_for_idle", idle)
    monkeypatch.setattr(textual.app, "wait_for_idle", idle)
