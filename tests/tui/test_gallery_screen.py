"""The gallery of endings and achievements."""

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.tui.app import Title
from game.tui.screens.endings import EndingsRoom
from game.tui.screens.replay import ReplayRoom
from game.tui.screens.title import TitleRoom


async def test_endings_reached_are_named_and_dated_the_others_only_counted():
    async with playing(first=Title(), size=(80, 40)) as (app, pilot):
        await press(pilot, "e")
        assert isinstance(app.screen, EndingsRoom)
        shown = screen_text(app)
        assert "2 of 4 reached" in shown
        assert "The Line Holds  ·  2026-11-20" in shown
        assert "in narrow_sky-0006" in shown
        assert "in no session that is kept" in shown
        assert shown.count("not reached yet") == 2
        assert shown.count("Be told twice.") == 1
        assert "1 of 4 earned" in shown
        assert "On hold  ·  2026-11-20" in shown
        assert "2 more are told only once earned." in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleRoom)


async def test_an_ending_that_was_reached_can_be_read_again_and_one_that_was_not_says_so():
    said = []
    async with playing(first=Title(), seen=said) as (app, pilot):
        await press(pilot, "e", "enter")
        assert said == ["No session has come to this end yet."]
        await press(pilot, "down", "down", "enter")
        assert said[1:] == ["No session that came to this end is kept any more."]
        await press(pilot, "up", "enter")
        assert isinstance(app.screen, ReplayRoom)
        assert "Week 4 of 4 · The end" in screen_text(app)


async def test_the_gallery_of_a_story_without_achievements_has_only_endings():
    from game.view.gallery import EndingSeen, Gallery

    bare = Gallery(story="Small", endings=(EndingSeen(id="only"),), achievements=(), hidden=0)
    async with playing(first=Title(), game=stage.game(gallery=lambda: bare)) as (app, pilot):
        await press(pilot, "e")
        assert "0 of 1 reached" in screen_text(app)
        assert "ACHIEVEMENTS" not in screen_text(app)
