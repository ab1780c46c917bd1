"""Any size at any time: nothing crashes, too small a terminal says so and recovers."""

import pytest
import tui_stage as stage
from tui_driver import playing, press, screen_text
from tui_rooms import NOT_OURS, ROOMS, Stage, all_screens

WALK = ((200, 60), (120, 40), (100, 20), (80, 24), (60, 16), (40, 12), (39, 12), (40, 11), (20, 8), (3, 2), (1, 1))
ABSTRACT = {"Room", "Asking", "StoryRoom", "LeafRoom", "ShelvesRoom", "PageRoom"}


@pytest.mark.parametrize("room", ROOMS)
async def test_a_walk_through_all_sizes_and_back(room):
    there = ROOMS[room]
    async with playing(first=Stage().first(there), size=(200, 60)) as (app, pilot):
        await press(pilot, *there.keys)
        before = screen_text(app)
        walk = WALK if room in ("play", "codex") else (WALK[0], *WALK[3::3])
        for size in (*walk, *reversed(walk)):
            await pilot.resize_terminal(*size)
        await pilot.pause()
        if room not in NOT_OURS:
            assert screen_text(app).split() == before.split()


async def test_every_screen_there_is_has_a_way_to_it():
    """A room without its line in the table would be tried at no size, with no hostile text, and seen in no frame."""
    reached = set()
    for there in ROOMS.values():
        async with playing(first=Stage().first(there)) as (app, pilot):
            await press(pilot, *there.keys)
            reached.add(type(app.screen))
    assert {kind.__name__ for kind in all_screens() - reached} == ABSTRACT


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
