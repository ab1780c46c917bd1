"""Any size at any time: nothing crashes, too small a terminal says so and recovers."""

import pytest
import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.tui.app import Play, Title, Watch

WALK = ((200, 60), (120, 40), (100, 20), (80, 24), (60, 16), (40, 12), (39, 12), (40, 11), (20, 8), (3, 2), (1, 1))
ROOMS = {
    "title": (Title, ()),
    "sessions": (Title, ("s",)),
    "note": (Title, ("n",)),
    "play": (lambda: Play(stage.FakeSession()), ("1", "end", "down")),
    "ending": (lambda: Play(stage.FakeSession(trouble="Not saved: no room.")), ("1", "1", "1")),
    "codex": (lambda: Play(stage.FakeSession()), ("c",)),
    "help": (lambda: Play(stage.FakeSession()), ("question_mark",)),
    "gauges": (lambda: Play(stage.FakeSession()), ("m",)),
    "map": (Title, ("d", "down")),
    "compare": (Title, ("s", "c", "down", "c")),
    "replay": (lambda: Watch(stage.reading(), "x"), ("right",)),
    "go to": (lambda: Watch(stage.reading(), "x"), ("g",)),
    "palette": (lambda: Play(stage.FakeSession()), ("ctrl+p",)),
}


@pytest.mark.parametrize("room", ROOMS)
async def test_a_walk_through_all_sizes_and_back(room):
    first, keys = ROOMS[room]
    async with playing(first=first(), size=(200, 60)) as (app, pilot):
        await press(pilot, *keys)
        before = screen_text(app)
        walk = WALK if room in ("play", "codex") else (WALK[0], *WALK[3::3])
        for size in (*walk, *reversed(walk)):
            await pilot.resize_terminal(*size)
        await pilot.pause()
        if room != "palette":
            assert screen_text(app).split() == before.split()


async def test_too_small_a_terminal_says_so_takes_nothing_and_recovers():
    session = stage.FakeSession()
    async with playing(session, size=(39, 12)) as (app, pilot):
        assert "too small" in screen_text(app).replace("\n", " ")
        await press(pilot, "1", "u", "c", "escape")
        assert session.taken == []
        assert app.screen.session is session
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "The room under" in screen_text(app) or "W E E K" in screen_text(app)
        await press(pilot, "1")
        assert session.taken == ["ten_minutes"]


async def test_even_there_q_quits():
    async with playing(size=(20, 5)) as (app, pilot):
        await press(pilot, "q")
        assert app._exit


async def test_prose_stays_in_a_column_of_72():
    async with playing(size=(200, 50)) as (app, _):
        for line in screen_text(app).splitlines()[2:-2]:
            column = line[:150].strip()
            assert len(column) <= 72 or "─" in column
