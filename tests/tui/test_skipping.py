"""Tab passes over what this reader has read before, in any session, and stops where something is new."""

from dataclasses import replace

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.settings.config import Config

OLD, NEW = stage.LINE.paragraphs[:3], stage.LINE.paragraphs[3:]
BEFORE = (
    replace(stage.SCRIPT[0], blocks=(stage.SCRIPT[0].blocks[0], replace(stage.LINE, paragraphs=OLD))),
    *stage.SCRIPT[1:],
)
SMALL = (80, 24)


def game(script=BEFORE, kept=stage.KEPT[1:2], **more):
    return stage.game(stage.FakeShelf(kept=kept, script=script), **more)


def first_line(app):
    return screen_text(app).splitlines()[app.screen.transcript.region.y].strip()


async def test_skipping_stops_at_the_first_paragraph_that_is_new_and_then_at_the_choices():
    async with playing(game=game(), size=SMALL) as (app, pilot):
        await press(pilot, "tab")
        assert first_line(app).startswith("General Raz does not look at the slide.")
        assert app.screen.leaf.choices.cursor is None
        await press(pilot, "tab")
        assert app.screen.leaf.choices.cursor == 0
        await press(pilot, "tab")
        assert app.screen.leaf.choices.cursor is None
        assert app.screen.transcript.scroll_y == 0


async def test_where_all_was_read_before_it_goes_to_the_choices():
    async with playing(game=game(stage.SCRIPT), size=SMALL) as (app, pilot):
        await press(pilot, "tab")
        assert app.screen.leaf.choices.cursor == 0


async def test_where_nothing_was_read_before_there_is_nothing_to_pass_over():
    async with playing(game=game(kept=()), size=SMALL) as (app, pilot):
        await press(pilot, "tab")
        assert app.screen.leaf.choices.cursor == 0


async def test_what_was_read_in_this_session_counts_from_the_next_page_on():
    async with playing(game=game(kept=()), size=SMALL) as (app, pilot):
        await press(pilot, "tab", "1", "u", "home")
        await press(pilot, "tab")
        assert app.screen.leaf.choices.cursor == 0


async def test_a_reader_may_want_to_skip_all():
    config = Config().with_value("skip", "all", "")
    async with playing(game=game(config=config), size=SMALL) as (app, pilot):
        await press(pilot, "tab")
        assert app.screen.leaf.choices.cursor == 0
