"""An app on the stage, under Pilot; and what can be read on its screen."""

from contextlib import asynccontextmanager

import tui_stage as stage

from game.tui.app import NarrowSky, Play
from game.tui.errand import GROUP
from game.tui.screens.title import TitleRoom


@asynccontextmanager
async def playing(session=None, *, first=None, game=None, size=(100, 30), seen=None, waiting=True):
    """A running app and its pilot; ``seen`` collects what the app says in passing; ``waiting`` until all is read."""
    app = NarrowSky(game or stage.game(), first=first or Play(session or stage.FakeSession()))
    if seen is not None:
        notify = app.notify

        def listen(message, **more):
            assert more.get("markup") is False
            seen.append(message)
            notify(message, **more)

        app.notify = listen
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        if waiting:
            await settled(pilot)
        yield app, pilot


async def settled(pilot):
    """Wait until nothing is left to do; the title looks at the shelf only after its first frame."""
    await pilot.pause()
    for _ in range(250):
        screen = pilot.app.screen
        if not isinstance(screen, TitleRoom) or screen.looked:
            break
        await pilot.pause(0.02)
    await pilot.pause()
    while any(worker.group.startswith(GROUP) and not worker.is_finished for worker in pilot.app.workers):
        await pilot.pause(0.01)
    await pilot.pause()


async def press(pilot, *keys):
    await pilot.press(*keys)
    await settled(pilot)


def screen_text(app):
    """What stands on the screen, line by line, as the terminal would show it."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    assert len(lines) == height
    return "\n".join(line.text[:width].rstrip() for line in lines)
