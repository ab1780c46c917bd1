"""Settings in the app: a change holds at once, for every room, and is kept."""

import tui_stage as stage
from tui_driver import playing, press, screen_text, settled
from tui_stage import game

from game.settings.config import Config


async def test_a_change_holds_at_once_in_every_room_and_is_kept():
    kept = []
    ours = game(keep=lambda name, value: kept.append((name, value)) or "")
    async with playing(game=ours) as (app, _):
        heard = []
        app.watch(app, "settings", lambda now: heard.append(now.width), init=False)
        app.change("width", 80)
        assert app.settings.width == app.screen.settings.width == ours.settings.width == 80
        assert heard == [80]
        assert kept == [("width", 80)]
        assert ours.config.origins == {"width": "here"}


async def test_what_can_t_be_kept_holds_all_the_same_and_is_said():
    seen = []
    ours = game(keep=lambda _name, _value: "The settings can't be kept: disk full.")
    async with playing(game=ours, seen=seen) as (app, _):
        app.change("hints", True)
        assert app.settings.hints
        assert seen == ["The settings can't be kept: disk full."]


async def test_what_was_chosen_wrongly_is_seen_and_the_game_goes_on():
    seen = []
    config = Config().noting("config.toml:1:1: there is no setting `[/]widht`.", "And another.")
    async with playing(game=game(config=config), seen=seen):
        assert seen == ["config.toml:1:1: there is no setting `[/]widht`. (and 1 more: `narrowsky paths` lists them)"]


async def test_the_app_begins_with_what_was_chosen():
    async with playing(game=game(config=Config().with_value("spacing", "airy", "file"))) as (app, _):
        assert app.screen.settings.spacing == "airy"


async def test_the_app_begins_in_the_colours_that_were_chosen():
    async with playing(game=game(config=Config().with_value("theme", "dawn", "file"))) as (app, pilot):
        assert app.theme == "narrow-dawn"
        await press(pilot, "t")
        assert (app.theme, app.settings.theme) == ("narrow-contrast", "contrast")


async def test_a_change_of_width_or_spacing_shows_at_once_on_the_page():
    async with playing(size=(120, 30)) as (app, pilot):
        leaf = app.screen.transcript.leaves[-1]
        assert leaf.size.width + 4 == 76
        app.change("width", 48)
        app.change("spacing", "close")
        await settled(pilot)
        assert leaf.size.width + 4 == 52
        assert "crossword in Russian." in screen_text(app)
        assert '   "They play music now,"' in screen_text(app)
        assert app.screen.has_class("-close")


async def test_a_page_is_told_anew_when_the_reader_wants_it_otherwise():
    told = []

    def compose(playthrough, settings):
        told.append(settings.exact_numbers)
        return stage.compose(playthrough)

    async with playing(game=game(compose=compose)) as (app, pilot):
        app.change("exact_numbers", True)
        await settled(pilot)
        assert told == [False, True]
