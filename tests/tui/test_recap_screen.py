"""After the end: looking back, and the ways on."""

import tui_stage as stage
from tui_driver import playing, press, screen_text, settled

from game.tui.app import Play
from game.tui.glyphs import CURSOR
from game.tui.screens.asking import OneAsked
from game.tui.screens.compare import CompareRoom
from game.tui.screens.endings import EndingsRoom
from game.tui.screens.new_game import NewGameRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.recap import RecapRoom
from game.tui.screens.replay import ReplayRoom

TAKEN = ["ten_minutes", "olives", "sign"]


def ended():
    return stage.FakeSession(taken=list(TAKEN))


def looking_back(**more):
    """An app in front of the page that looks back, tall enough for all of it."""
    return playing(first=Play(ended()), size=(100, 120), **more)


async def test_looking_back_tells_how_it_went_what_mattered_and_what_was_not_seen():
    async with looking_back() as (app, pilot):
        await press(pilot, "1")
        assert isinstance(app.screen, RecapRoom)
        shown = screen_text(app)
        for told in (
            "T H E   L I N E   H O L D S",
            "Week 4 of 4 · 3 decisions",
            "60 ▂▅▃▁",
            "+4 in week 1, with “Ten minutes.”",
            "In the ledger: Hussam Darwish.",
            "Later: a bill in week 4, “The tea”.",
            "Here another session of yours went another way.",
            "Your word, A page, signed: you kept it.",
            "5 scenes, 12 choices, 2 people and 1 codex entry.",
        ):
            assert told in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)


async def test_from_there_one_can_go_back_to_a_decision_in_a_new_session():
    shelf = stage.FakeShelf()
    async with looking_back(game=stage.game(shelf)) as (app, pilot):
        await press(pilot, "1", "2")
        assert isinstance(app.screen, PlayRoom)
        assert shelf.opened[0].name == "branch-of-narrow_sky-0007-at-1"


async def test_from_there_one_can_watch_compare_write_down_look_at_the_endings_and_begin_anew():
    for key, room in (("3", ReplayRoom), ("4", CompareRoom), ("5", OneAsked), ("6", EndingsRoom), ("7", NewGameRoom)):
        async with looking_back() as (app, pilot):
            await press(pilot, "1", key)
            assert isinstance(app.screen, room)


async def test_what_is_not_in_view_is_shown_before_it_is_done():
    async with playing(first=Play(ended()), size=(80, 24)) as (app, pilot):
        await press(pilot, "1", "1")
        assert isinstance(app.screen, RecapRoom)
        await press(pilot, "3")
        assert isinstance(app.screen, RecapRoom)
        assert f"{CURSOR} 3  Watch it again" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReplayRoom)


async def test_the_page_is_read_with_one_key_and_what_to_do_next_is_gone_through_with_the_arrows():
    async with playing(first=Play(ended()), size=(80, 24)) as (app, pilot):
        await press(pilot, "1", "1", "down")
        assert "H O W" not in screen_text(app)
        await press(pilot, "enter", "end", "enter")
        assert f"{CURSOR} 1  Go back to “Ten minutes.”" in screen_text(app)
        await press(pilot, "j")
        assert f"{CURSOR} 2  Go back to “Olives”" in screen_text(app)
        await press(pilot, "k", "k")
        assert CURSOR not in screen_text(app)
        await press(pilot, "g")
        assert "T H E   L I N E   H O L D S" in screen_text(app)


async def test_what_to_do_next_can_be_clicked():
    async with looking_back() as (app, pilot):
        await press(pilot, "1")
        await pilot.click(list(app.screen.query(".row"))[2], offset=(8, 0))
        await settled(pilot)
        assert isinstance(app.screen, ReplayRoom)


async def test_where_a_story_ended_early_the_way_back_is_offered_on_the_spot():
    shelf = stage.FakeShelf()
    back = (stage.TURNINGS[0].decision, stage.TURNINGS[2].decision)
    game = stage.game(shelf, ways_back=lambda _: back)
    async with playing(first=Play(ended()), game=game, size=(100, 120)) as (app, pilot):
        shown = screen_text(app)
        assert "2  Go back to “Ten minutes.”" in shown
        assert "decide otherwise at “The Grandson”" in shown
        await press(pilot, "3")
        assert shelf.opened[0].name == "branch-of-narrow_sky-0007-at-2"
