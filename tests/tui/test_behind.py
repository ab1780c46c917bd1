"""What stands behind a page: beside it, for authors alone."""

import pytest
import tui_stage as stage
from hostile_story import acts
from tui_driver import playing, press, screen_text
from tui_hostile import spoilt

from game.tui.first import Play, Watch
from game.tui.widgets.behind import Behind

BEGINS = {"play": lambda: Play(stage.FakeSession()), "watch": lambda: Watch(stage.reading(), "one")}


@pytest.mark.parametrize("begins", BEGINS)
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)], ids=str)
async def test_an_author_shows_and_hides_what_stands_behind_the_page(begins, size):
    async with playing(first=BEGINS[begins](), game=stage.game(debug=True), size=size) as (app, pilot):
        assert "requires: standing" not in screen_text(app)
        await press(pilot, "f9")
        assert "requires: standing >= 4" in screen_text(app)
        await press(pilot, "1" if begins == "play" else "right")
        assert "requires: standing >= 4" in screen_text(app)
        await press(pilot, "greater_than_sign", "less_than_sign", "f9")
        assert "requires: standing" not in screen_text(app)


@pytest.mark.parametrize("begins", BEGINS)
async def test_a_player_is_shown_nothing_of_it_and_offered_no_key(begins):
    async with playing(first=BEGINS[begins]()) as (app, pilot):
        await press(pilot, "f9")
        assert not app.screen.query_one(Behind).display
        assert all(not one.debug for one in app.screen.commands)
        await press(pilot, "question_mark")
        assert "authors" not in screen_text(app)


async def test_hostile_words_of_a_story_do_nothing_there():
    game = stage.game(debug=True, workings=lambda _: spoilt(stage.WORKINGS))
    async with playing(game=game, size=(160, 45)) as (app, pilot):
        await press(pilot, "f9")
        shown = screen_text(app)
        assert "javascript" in shown
        assert acts(shown) == []


async def test_it_follows_the_page():
    asked = []

    def look(playthrough):
        asked.append(len(playthrough.taken))
        return stage.WORKINGS

    session = stage.FakeSession()
    async with playing(session, game=stage.game(debug=True, workings=look)) as (_, pilot):
        await press(pilot, "1")
        assert asked == []
        await press(pilot, "f9", "1", "u")
        assert asked == [1, 2, 1]
