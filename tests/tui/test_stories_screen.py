"""The list of stories: another one is chosen, and one that can't be played says how to find out why."""

from dataclasses import replace

import tui_stage as stage
from small_stories import timeless
from tui_driver import playing, press, screen_text

from game.play.shelf import Shelf
from game.tui.app import Title
from game.tui.screens.new_game import NewGameRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.stories import StoriesRoom
from game.tui.screens.title import TitleRoom

SMALL = """
scenes: {start: {text: A small beginning, choices: {end: {text: End, effects: [{end: over}]}}}}
endings: {over: {title: Over, order: 1, at: any, text: Over}}
"""


async def test_stories_are_told_with_what_is_kept_of_them_and_what_is_wrong():
    async with playing(first=Title(), size=(80, 24)) as (app, pilot):
        await press(pilot, "b")
        assert isinstance(app.screen, StoriesRoom)
        shown = screen_text(app)
        for told in (
            "Narrow Sky  ·  narrow_sky",
            "by the desk · 4 sessions kept",
            "not played yet · 1 finding: narrowsky check harbour",
            "can't be played as it is: narrowsky check my/story",
        ):
            assert told in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleRoom)


async def test_a_story_that_can_not_be_played_is_not_opened():
    said = []
    async with playing(first=Title(), seen=said) as (app, pilot):
        await press(pilot, "b", "end", "enter")
        assert isinstance(app.screen, StoriesRoom)
        assert said == ["This story can't be played as it is. What is wrong: narrowsky check my/story"]


async def test_another_story_is_chosen_and_played(tmp_path):
    program = timeless(SMALL)
    small = replace(stage.STORIES[1], opening=lambda: (program, Shelf(tmp_path, program)))
    async with playing(first=Title(), game=stage.game(stories=lambda: (small,))) as (app, pilot):
        await press(pilot, "b", "enter")
        assert isinstance(app.screen, TitleRoom)
        assert "H A R B O U R   L I G H T" in screen_text(app)
        await press(pilot, "n")
        assert isinstance(app.screen, NewGameRoom)
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayRoom)
        assert "A small beginning" in screen_text(app)
        assert [path.name for path in tmp_path.glob("*.jsonl")] == ["small-0001.jsonl"]


async def test_without_other_stories_that_is_said():
    async with playing(first=Title(), game=stage.game(stories=lambda: ())) as (app, pilot):
        await press(pilot, "b", "enter")
        assert "There is no other story here." in screen_text(app)
