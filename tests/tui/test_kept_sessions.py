"""Real sessions of a small story, kept on a real shelf, on the screen."""

import pytest
from small_stories import weekly
from tui_driver import playing, press, screen_text, settled

from game.play.shelf import Shelf
from game.tui.app import Title
from game.tui.given import Game
from game.tui.opening import opened
from game.tui.screens.play import PlayRoom

STORY = """
    arcs: {road: {title: The road}, sea: {title: The sea}}
    meters: {sky: {title: Sky, range: 0..100, start: 50}}
    scenes:
      start: {title: Home, text: It begins, choices: {go: {text: Go, effects: [sky += 4]}, stay: {text: Stay}}}
      bend: {title: A bend, arc: road, at: 2, text: A bend, choices: {on: {text: Walk on, effects: [sky -= 7]}}}
      ford: {title: A ford, arc: road, at: 3, text: A ford, choices: {over: {text: Wade}, back: {text: Turn}}}
"""
PLAYED = (("go", "on", "over"), ("go", "on", "back"), ("stay",))


@pytest.fixture
def shelf(tmp_path):
    """Three sessions, the last of them played last."""
    made = Shelf(tmp_path, weekly(STORY))
    for choices in PLAYED:
        session = made.begin(1)
        for choice in choices:
            session.choose(choice)
        session.close()
    return made


def kept(shelf, size=(100, 40), **more):
    game = Game(title="Small", by="", blurb="", opening=lambda: opened(shelf.program, shelf))
    return playing(first=Title(), game=game, size=size, **more)


def names(shelf):
    return sorted(one.name for one in shelf.listed())


async def test_the_map_of_real_sessions_is_drawn_and_branched_from(shelf):
    async with kept(shelf) as (app, pilot):
        await press(pilot, "d")
        shown = screen_text(app)
        assert shown.count("1 Home · Go") == 1
        first, second, third = names(shelf)
        for line in ("3 A ford · Wade", "3 A ford · Turn", f"{third} · stands here  ●"):
            assert line in shown
        await press(pilot, "n", "n", "b")
        assert isinstance(app.screen, PlayRoom)
        branched = app.screen.session.playthrough.journal.opened.branched
        assert branched.session in (first, second)
        assert branched.decisions == 2
        assert len(names(shelf)) == 4
        assert [shelf.read(name).decisions for name in (first, second, third)] == [3, 3, 1]


async def test_a_replay_shows_what_others_decided_and_walks_along_an_arc(shelf):
    seen = []
    async with kept(shelf, seen=seen) as (app, pilot):
        first, second, third = names(shelf)
        await press(pilot, "s", "end", "r")
        assert f"replay of {first}" in screen_text(app)
        assert f"taken in {third}" in screen_text(app)
        await press(pilot, "right")
        assert "Sky +4" in screen_text(app)
        await press(pilot, "a")
        assert "decision 2 of 3" in screen_text(app)
        assert f"taken in {second}" in screen_text(app)
        await press(pilot, "a")
        assert seen == ["Nothing more was decided in this arc."]
        await press(pilot, "b")
        assert isinstance(app.screen, PlayRoom)
        assert app.screen.session.playthrough.decisions == 2
        await settled(pilot)
        await press(pilot, "2")
        assert app.screen.session.playthrough.decisions == 3
        assert shelf.read(first).decisions == 3
