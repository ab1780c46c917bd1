"""A replay: steps, jumps, the decision that was taken."""
# ruff: noqa: RUF001 - the signs on the screen

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.tui.app import Watch
from game.tui.screens.codex import CodexRoom
from game.tui.screens.play import PlayRoom


def watching(size=(100, 40)):
    return playing(first=Watch(stage.reading(), "narrow_sky-0006"), size=size)


async def test_a_replay_begins_at_the_beginning_and_marks_what_was_taken():
    async with watching() as (app, _):
        shown = screen_text(app)
        assert "the beginning, of 3" in shown
        assert "W E E K   1" in shown
        assert '› 1  "Ten minutes."' in shown


async def test_arrows_and_brackets_step_and_stop_at_the_ends():
    async with watching() as (app, pilot):
        await press(pilot, "right", "right_square_bracket")
        assert "decision 2 of 3" in screen_text(app)
        assert "THE GRANDSON" in screen_text(app)
        await press(pilot, "left")
        assert "decision 1 of 3" in screen_text(app)
        await press(pilot, "left_square_bracket", "left", "left")
        assert "the beginning" in screen_text(app)
        await press(pilot, "end", "right")
        assert "decision 3 of 3" in screen_text(app)
        assert "L I N E   H O L D S" in screen_text(app)
        await press(pilot, "home")
        assert "the beginning" in screen_text(app)


async def test_a_page_seen_twice_looks_the_same():
    async with watching() as (app, pilot):
        await press(pilot, "right")
        first = screen_text(app)
        await press(pilot, "end", "home", "right")
        assert screen_text(app) == first


async def test_a_decision_is_gone_to_by_its_number():
    async with watching() as (app, pilot):
        for key in ("g", "colon"):
            await press(pilot, key, "2", "enter")
            assert "decision 2 of 3" in screen_text(app)
            await press(pilot, "home")
        await press(pilot, "g", "9", "9", "9", "enter")
        assert "decision 3 of 3" in screen_text(app)
        await press(pilot, "g", "escape")
        assert "decision 3 of 3" in screen_text(app)
        await press(pilot, "g", "enter")
        assert "decision 3 of 3" in screen_text(app)


async def test_space_reads_a_page_to_its_end_and_then_the_next():
    async with watching(size=(80, 24)) as (app, pilot):
        for _ in range(12):
            await press(pilot, "space")
        assert "decision 3 of 3" in screen_text(app)


async def test_the_transport_line_can_be_clicked():
    async with watching() as (app, pilot):
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "the beginning" in line)
        await pilot.click(offset=(lines[row].index("»"), row))
        await pilot.pause()
        assert "decision 3 of 3" in screen_text(app)
        await pilot.click(offset=(3, row - 1))
        await pilot.pause()
        assert "the beginning" in screen_text(app)


async def test_codex_and_gauges_open_as_of_then_and_numbers_take_nothing():
    async with watching() as (app, pilot):
        await press(pilot, "right", "1", "2")
        assert "decision 1 of 3" in screen_text(app)
        await press(pilot, "c")
        assert isinstance(app.screen, CodexRoom)
        await press(pilot, "escape", "m")
        assert "Moscow" in screen_text(app)


async def test_a_game_being_played_can_be_looked_back_through():
    session = stage.FakeSession(taken=["one", "poll"])
    async with playing(session) as (app, pilot):
        await press(pilot, "r")
        assert "decision 2 of 2" in screen_text(app)
        await press(pilot, "left", "left", "escape")
        assert isinstance(app.screen, PlayRoom)
        assert session.taken == ["one", "poll"]
        assert session.closed == 0
