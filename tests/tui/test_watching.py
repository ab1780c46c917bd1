"""A replay: steps, jumps, the decision that was taken."""
# ruff: noqa: RUF001 - the signs on the screen

from dataclasses import replace

import tui_stage as stage
from tui_driver import playing, press, screen_text, settled

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
        assert "Standing" in screen_text(app)


async def test_a_game_being_played_can_be_looked_back_through():
    session = stage.FakeSession(taken=["one", "poll"])
    async with playing(session) as (app, pilot):
        await press(pilot, "r")
        assert "decision 2 of 2" in screen_text(app)
        await press(pilot, "left", "left", "escape")
        assert isinstance(app.screen, PlayRoom)
        assert session.taken == ["one", "poll"]
        assert session.closed == 0


def with_others():
    """A game in which others decided otherwise at decisions 1 and 3."""

    def elsewhere(_map, name):
        assert name == "narrow_sky-0006"
        return {
            1: (replace(stage.spot(1, "One.", ("narrow_sky-0007", "narrow_sky-0004"), 0, ()), choice="one"),),
            3: (replace(stage.spot(3, "A rule.", ("narrow_sky-0007",), 0, ()), choice="rule"),),
        }

    kept = (stage.kept("narrow_sky-0006"), stage.kept("narrow_sky-0007"), stage.kept("narrow_sky-0004", called="Mercy"))
    return stage.game(stage.FakeShelf(kept=kept), elsewhere=elsewhere)


def beside_others(size=(100, 40), **more):
    return playing(first=Watch(stage.reading(), "narrow_sky-0006"), game=with_others(), size=size, **more)


async def test_what_other_sessions_decided_stands_beside_each_choice():
    async with beside_others() as (app, pilot):
        await press(pilot, "end", "home", "pagedown")
        assert "taken in narrow_sky-0007, Mercy" in screen_text(app)
        assert "2 decided otherwise" in screen_text(app)
        assert screen_text(app).count("◆") == 1
        await press(pilot, "o")
        assert "decision 2 of 3" in screen_text(app)
        assert "taken in narrow_sky-0007" in screen_text(app)
        assert screen_text(app).count("◆") == 1


async def test_beyond_the_last_parting_there_is_a_word():
    seen = []
    async with beside_others(seen=seen) as (app, pilot):
        await press(pilot, "o", "o")
        assert "decision 2 of 3" in screen_text(app)
        assert seen == ["No other session decided otherwise beyond this."]


async def test_turns_stand_over_the_line_and_can_be_gone_to():
    seen = []
    async with playing(first=Watch(stage.reading(), "x"), size=(100, 40), seen=seen) as (app, pilot):
        row = screen_text(app).splitlines()[-5]
        assert row.split() == ["Week", "1", "2", "4"]
        await press(pilot, "right_curly_bracket")
        assert "decision 1 of 3" in screen_text(app)
        await press(pilot, "right_curly_bracket", "left_curly_bracket")
        assert "decision 1 of 3" in screen_text(app)
        await press(pilot, "w", "4", "enter")
        assert "decision 3 of 3" in screen_text(app)
        await press(pilot, "w", "1", "enter", "left_curly_bracket", "w", "9", "enter")
        assert "the beginning" in screen_text(app)
        assert seen == ["No turn begins before this.", "The session did not come so far."]


async def test_what_changed_is_told_with_its_reason():
    async with watching(size=(100, 90)) as (app, pilot):
        assert "WHAT CHANGED" not in screen_text(app)
        await press(pilot, "right")
        shown = screen_text(app)
        assert "WHAT CHANGED" in shown
        line = next(line for line in shown.splitlines() if "Sky +8" in line)
        assert "ten minutes of notice" in line


async def test_it_plays_by_itself_and_rests_at_the_end():
    async with watching(size=(100, 90)) as (app, pilot):
        room = app.screen
        await press(pilot, "p")
        assert "every 4 s" in screen_text(app)
        await press(pilot, "plus")
        assert "every 2 s" in screen_text(app)
        await press(pilot, "minus", "minus")
        assert "every 8 s" in screen_text(app)
        for number in (1, 2, 3):
            await room.play_on()
            await settled(pilot)
            assert f"decision {number} of 3" in screen_text(app)
            assert "every 8 s" in screen_text(app)
        await room.play_on()
        assert "every" not in screen_text(app)


async def test_it_rests_when_the_reader_goes_elsewhere():
    async with watching() as (app, pilot):
        await press(pilot, "p", "right")
        assert "every" not in screen_text(app)
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "►" in line)
        await pilot.click(offset=(lines[row].index("►"), row))
        await settled(pilot)
        assert "every 4 s" in screen_text(app)


async def test_a_branch_begins_at_the_decision_that_is_shown():
    shelf = stage.FakeShelf()
    async with playing(first=Watch(stage.reading(), "x"), game=stage.game(shelf)) as (app, pilot):
        await press(pilot, "right", "right", "b")
        assert isinstance(app.screen, PlayRoom)
        assert app.screen.session is shelf.opened[0]
        assert shelf.opened[0].taken == ["ten_minutes", "olives"]


async def test_outside_an_arc_there_is_no_next_of_it():
    seen = []
    async with playing(first=Watch(stage.reading(), "x"), seen=seen) as (_, pilot):
        await press(pilot, "a")
        assert seen == ["What is decided here belongs to no arc."]
