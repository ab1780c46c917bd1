"""Playing: keys, what a page looks like, taking back, ends."""
# ruff: noqa: RUF001 - the signs on the screen

from dataclasses import replace

import tui_stage as stage
from textual.widgets import OptionList
from tui_driver import playing, press, screen_text

from game.engine.going import EndlessError
from game.tui.first import Play, Watch
from game.tui.screens.locked import LockedRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.replay import ReplayRoom
from game.tui.screens.title import TitleRoom


async def test_a_number_takes_a_choice_even_before_it_can_be_seen():
    session = stage.FakeSession()
    async with playing(session, size=(80, 24)) as (app, pilot):
        assert '"One."' not in screen_text(app)
        await press(pilot, "2")
        assert session.taken == ["one"]


async def test_a_new_page_begins_at_its_top_with_the_choice_that_was_taken():
    async with playing(size=(80, 24)) as (app, pilot):
        await press(pilot, "1")
        lines = [line.strip() for line in screen_text(app).splitlines() if line.strip("─ ")]
        prose = next(at for at, line in enumerate(lines) if line.startswith("›"))
        assert lines[prose] == '› "Ten minutes."'
        assert lines[prose + 1].startswith("Gurevich says a time and a district.")
        assert "Swan Lake" not in screen_text(app)


async def test_what_was_read_before_can_be_scrolled_back_to():
    async with playing(size=(80, 24)) as (app, pilot):
        await press(pilot, "1", "home")
        assert "W E E K   1" in screen_text(app)


async def test_the_cursor_moves_and_enter_takes_what_it_is_on():
    session = stage.FakeSession()
    async with playing(session) as (app, pilot):
        await press(pilot, "j", "down", "k", "down")
        assert "› 2" in screen_text(app)
        await press(pilot, "enter")
        assert session.taken == ["one"]


async def test_enter_without_a_cursor_reads_on_and_takes_nothing():
    session = stage.FakeSession()
    async with playing(session, size=(80, 24)) as (app, pilot):
        for _ in range(8):
            await press(pilot, "enter")
            if "› 1" in screen_text(app):
                break
        assert session.taken == []
        assert "› 1" in screen_text(app)
        await press(pilot, "enter")
        assert session.taken == ["ten_minutes"]


async def test_enter_never_takes_a_choice_that_is_scrolled_away():
    session = stage.FakeSession()
    async with playing(session, size=(80, 24)) as (_, pilot):
        await press(pilot, "j", "home", "enter")
        assert session.taken == []


async def test_a_locked_choice_shows_its_reason_and_what_it_needs_and_cannot_be_taken():
    session = stage.FakeSession()
    async with playing(session) as (app, pilot):
        await press(pilot, "4", "end")
        assert session.taken == []
        shown = screen_text(app)
        assert "locked: nobody hands a telephone" in shown
        assert "×  " in shown
        await press(pilot, "up", "enter")
        assert session.taken == []
        assert isinstance(app.screen, LockedRoom)
        assert "Standing 4 or more; it is 3" in screen_text(app)
        await press(pilot, "1", "escape")
        assert session.taken == []
        assert isinstance(app.screen, PlayRoom)


async def test_w_tells_of_each_locked_choice_what_it_needs_the_one_under_the_cursor_first():
    locked = tuple(replace(one, open=False, reason="") for one in stage.LINE_OPTIONS[:2])
    script = (replace(stage.SCRIPT[0], options=(*locked, *stage.LINE_OPTIONS[2:])), *stage.SCRIPT[1:])
    async with playing(stage.FakeSession(script)) as (app, pilot):
        await press(pilot, "w")
        assert "Ten minutes" in screen_text(app)
        assert "1 of 3" in screen_text(app)
        await press(pilot, "w")
        assert "2 of 3" in screen_text(app)
        await press(pilot, "left", "left")
        assert "3 of 3" in screen_text(app)
        await press(pilot, "escape", "end", "j", "j", "w")
        assert "2 of 3" in screen_text(app)


async def test_w_where_nothing_is_locked_says_so():
    seen = []
    async with playing(stage.FakeSession(taken=["one", "poll"]), seen=seen) as (app, pilot):
        await press(pilot, "w")
        assert isinstance(app.screen, PlayRoom)
        assert seen == ["Nothing is locked here."]


async def test_a_click_on_a_locked_choice_tells_what_it_needs_in_a_replay_too():
    for first in (Play(stage.FakeSession()), Watch(stage.reading(), "one")):
        async with playing(first=first, size=(100, 45)) as (app, pilot):
            await press(pilot, "end")
            if isinstance(first, Watch):
                await press(pilot, "home", "pagedown", "pagedown")
            row = next(one for one in app.screen.query(".row") if one.has_class("-locked"))
            await pilot.click(row, offset=(8, 0))
            await pilot.pause()
            assert isinstance(app.screen, LockedRoom)
            await pilot.click(offset=(3, 2))
            await pilot.pause()
            assert not isinstance(app.screen, LockedRoom)


async def test_w_in_a_replay_goes_to_a_turn_and_capital_w_tells_what_was_needed():
    async with playing(first=Watch(stage.reading(), "one")) as (app, pilot):
        await press(pilot, "W")
        assert isinstance(app.screen, LockedRoom)


async def test_numbers_count_open_choices_only_as_in_the_plain_player():
    locked = replace(stage.LINE_OPTIONS[0], open=False, reason="not now")
    script = (replace(stage.SCRIPT[0], options=(locked, *stage.LINE_OPTIONS[1:])), *stage.SCRIPT[1:])
    session = stage.FakeSession(script)
    async with playing(session) as (_, pilot):
        await press(pilot, "1")
        assert session.taken == ["one"]


async def test_a_click_takes_a_choice():
    session = stage.FakeSession()
    async with playing(session) as (app, pilot):
        await press(pilot, "end")
        row = app.screen.query(".row").first()
        await pilot.click(row, offset=(8, 0))
        await pilot.pause()
        assert session.taken == ["ten_minutes"]


async def test_costs_moves_odds_and_hidden_things_are_shown():
    async with playing() as (app, pilot):
        await press(pilot, "end")
        shown = screen_text(app)
        assert "He can clear his own people." in shown
        assert "Sky ▲ small · Roots ▼ small · Fuse ▲ small · …" in shown
        assert "Sky ▼▼ some" in shown
        assert "55 % chance" in shown


async def test_envelopes_say_what_becomes_of_the_others():
    async with playing() as (app, pilot):
        await press(pilot, "1", "end")
        assert "otherwise Yotam answers the pollster." in screen_text(app)


async def test_a_decision_is_taken_back_and_the_cursor_stands_on_it():
    session = stage.FakeSession()
    async with playing(session) as (app, pilot):
        await press(pilot, "2", "u")
        assert session.taken == []
        assert "› 2" in screen_text(app)
        assert "Week 1 of 4" in screen_text(app)
        await press(pilot, "1", "1")
        assert session.taken == ["ten_minutes", "olives"]


async def test_at_the_beginning_there_is_nothing_to_take_back():
    seen = []
    async with playing(seen=seen) as (_, pilot):
        await press(pilot, "u")
        assert seen == ["This is the beginning: there is nothing to take back."]


async def test_an_ending_says_what_next():
    async with playing(size=(120, 44)) as (app, pilot):
        await press(pilot, "1", "1", "1", "end")
        shown = screen_text(app)
        assert "T H E   L I N E   H O L D S" in shown
        assert "Watch it again" in shown
        await press(pilot, "2")
        assert isinstance(app.screen, ReplayRoom)
        assert "the beginning" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)
        await press(pilot, "4")
        assert isinstance(app.screen, TitleRoom)


async def test_a_number_pressed_once_too_often_does_not_leave_an_ending_unread():
    async with playing(size=(80, 24)) as (app, pilot):
        await press(pilot, "1", "1", "1", "1")
        assert isinstance(app.screen, PlayRoom)
        assert "› 1  Look back" in screen_text(app)


async def test_a_stuck_page_says_so():
    stuck = replace(stage.SCRIPT[1], options=(stage.LINE_OPTIONS[3],))
    async with playing(stage.FakeSession((stage.SCRIPT[0], stuck))) as (app, pilot):
        await press(pilot, "1", "end")
        assert "Press u to take your last" in screen_text(app)


async def test_unsaved_decisions_are_marked_as_long_as_they_are():
    session = stage.FakeSession()
    async with playing(session) as (app, pilot):
        assert "not saved" not in screen_text(app)
        session.trouble = "Not saved: the disk is full."
        await press(pilot, "1")
        assert "! not saved" in screen_text(app)
        assert "the disk is full" in screen_text(app)
        session.trouble = ""
        await press(pilot, "1")
        assert "not saved" not in screen_text(app).lower()


async def test_what_was_found_on_opening_is_said_once():
    async with playing(stage.FakeSession(notice="The last line was torn.")) as (app, pilot):
        assert "The last line was torn." in screen_text(app)
        await press(pilot, "1")
        assert "The last line was torn." not in screen_text(app)
        await press(pilot, "u", "1", "u", "home")
        assert screen_text(app).count("torn") <= 1


async def test_a_session_taken_up_says_what_went_before_and_says_it_once():
    session = stage.FakeSession(taken=[stage.SCRIPT[0].options[0].id])
    async with playing(session) as (app, pilot):
        assert "You stopped at the fence." in screen_text(app)
    async with playing(size=(80, 60)) as (app, pilot):
        assert "You stopped" not in screen_text(app)
        await press(pilot, "1")
        assert "You stopped" not in screen_text(app)


async def test_a_resumed_session_shows_where_it_stands_and_a_little_of_what_came_before():
    async with playing(stage.FakeSession(taken=["one", "poll"]), size=(80, 24)) as (app, pilot):
        assert "› The poll" in screen_text(app)
        await press(pilot, "pageup")
        assert "otherwise" not in screen_text(app)
        await press(pilot, "home")
        assert "W E E K   1" in screen_text(app)


async def test_the_transcript_keeps_about_fifty_blocks():
    script = tuple(replace(stage.SCRIPT[1]) for _ in range(9))
    async with playing(stage.FakeSession(script)) as (app, pilot):
        for _ in range(8):
            await press(pilot, "1")
        assert len(app.screen.query(".piece")) <= 60
        assert len(app.screen.query(".row")) == 3


async def test_gauges_stand_beside_the_prose_where_there_is_room_and_above_it_where_not():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "1")
        shown = screen_text(app)
        assert "THREE CAPITALS" in shown
        assert "Transactional" in shown
        assert "●●●○○" in shown
        assert "careful" in shown
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        shown = screen_text(app)
        assert "THREE CAPITALS" not in shown
        assert "Moscow 54 Transactional +4" in shown


async def test_leaving_closes_the_session_and_never_quits():
    session = stage.FakeSession()
    async with playing(session) as (app, pilot):
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleRoom)
        assert session.closed == 1
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleRoom)
        assert app.screen.query_one(OptionList).has_focus


async def test_keys_quit():
    for key in ("q", "ctrl+q"):
        async with playing() as (app, pilot):
            await press(pilot, key)
            assert not app.is_running or app._exit


async def test_a_choice_from_which_the_story_never_comes_back_is_refused_in_words():
    session = stage.FakeSession()

    def choose(_):
        raise EndlessError("no choice came in 1000 steps")

    session.choose = choose
    async with playing(session) as (app, pilot):
        await press(pilot, "1")
        assert isinstance(app.screen, PlayRoom)
        assert any("round and round" in note.message for note in app._notifications)
