"""A story is untrusted: whatever it holds is shown as text, and does nothing."""

import pytest
from hostile_story import LINE, PAYLOAD, acts
from textual.content import Content
from tui_driver import playing, press, screen_text
from tui_hostile import HOSTILE, hostile_game, hostile_session
from tui_rooms import ROOMS

from game.tui import text
from game.tui.widgets.menu import Item, Menu
from game.tui.widgets.words import Words
from game.view.page import Run

WITHOUT = ("go to", "palette")
"""Rooms that show nothing of a story."""


@pytest.mark.parametrize("room", ROOMS)
async def test_hostile_text_is_shown_and_does_nothing(room):
    there = ROOMS[room]
    size = (120, 40)
    async with playing(first=HOSTILE.first(there), game=hostile_game(), size=size) as (app, pilot):
        await press(pilot, *there.keys)
        shown = screen_text(app)
        assert acts(shown) == []
        if room not in WITHOUT:
            assert "[@click=app.q" in shown or "[@CLICK=APP.Q" in shown
        for row in range(0, size[1], 3):
            for column in range(1, size[0], 23):
                style = app.screen.get_style_at(column, row)
                assert "@click" not in style.meta
                assert style.link is None
        assert not app._exit


async def test_clicking_a_term_with_a_hostile_target_is_harmless():
    async with playing(hostile_session(), game=hostile_game(), size=(100, 40)) as (app, pilot):
        for row in range(2, 38, 3):
            await pilot.click(offset=(12, row))
            if app.screen.query("#entry"):
                await press(pilot, "c")
        assert not app._exit


def test_text_is_cleaned_at_the_door_and_stays_text():
    for made in (text.words(LINE), text.line([Run(LINE)]), text.passage(PAYLOAD), text.spaced(LINE)):
        assert acts(made.plain) == []
        assert "[/]" in made.plain or "[ / ]" in made.plain
    assert text.words("[@click=app.quit] [/] \\[ $x {y}").plain == "[@click=app.quit] [/] \\[ $x {y}"
    assert text.words("a\nb").plain == "a b"


def test_strings_are_refused_by_what_shows_words():
    with pytest.raises(TypeError):
        Words("[bold]x")
    with pytest.raises(TypeError):
        Words(Content("x")).show("x")
    with pytest.raises(TypeError):
        Menu((Item(text="x", id="x"),))
