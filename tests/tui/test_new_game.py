"""Before a game begins: the note, who plays, by which dice, how it is told."""

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.settings.config import Config
from game.settings.values import Settings
from game.tui.app import Title
from game.tui.glyphs import NO_PIP, PIP
from game.tui.screens.new_game import NewGameRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.title import TitleRoom


class Shelf(stage.FakeShelf):
    """A shelf that knows for whom, and with which seed, a session was begun."""

    def begin(self, seed=None, *, player=""):
        self.begun = (seed, player)
        return super().begin(seed, player=player)


def asked(shelf=None, size=(80, 24), **more):
    return playing(first=Title(), game=stage.game(shelf or Shelf(), **more), size=size)


async def test_the_note_is_read_and_enter_begins():
    shelf = Shelf()
    async with asked(shelf) as (app, pilot):
        await press(pilot, "n")
        assert isinstance(app.screen, NewGameRoom)
        shown = screen_text(app)
        assert "There is war in this story" in shown
        assert "Your name" in shown
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayRoom)
        assert shelf.begun == (None, "")


async def test_a_name_and_a_seed_can_be_typed_and_the_name_is_kept_for_the_next_time():
    shelf, kept = Shelf(), {}
    game_of = {"keep": lambda name, value: kept.update({name: value}) or ""}
    async with asked(shelf, **game_of) as (app, pilot):
        await press(pilot, "n", *"Ada q", "down", *"7x12", "enter")
        assert shelf.begun == (712, "Ada q")
        assert kept == {"name": "Ada q"}
        assert app.settings.name == "Ada q"


async def test_a_name_given_before_stands_there():
    shelf = Shelf()
    async with asked(shelf, config=Config(settings=Settings(name="Ada", summaries=True))) as (app, pilot):
        await press(pilot, "n")
        assert "Ada" in screen_text(app)
        assert f"Summaries        {PIP} on" in screen_text(app)
        await press(pilot, "enter")
        assert shelf.begun == (None, "Ada")


async def test_how_it_is_told_is_switched_with_space_and_holds_from_then_on():
    async with asked() as (app, pilot):
        await press(pilot, "n", "down", "down", "space", "down", "down", "space")
        assert (app.settings.summaries, app.settings.plain_briefing, app.settings.exact_numbers) == (True, False, True)
        await press(pilot, "space")
        assert not app.settings.exact_numbers
        assert f"Exact numbers    {NO_PIP} off" in screen_text(app)


async def test_lines_can_be_clicked():
    shelf = Shelf()
    async with asked(shelf) as (app, pilot):
        await press(pilot, "n")
        await pilot.click("Switch")
        await pilot.pause()
        assert app.settings.summaries
        await pilot.click("Doing")
        await press(pilot)
        assert isinstance(app.screen, PlayRoom)


async def test_a_seed_that_is_none_is_refused():
    shelf, said = Shelf(), []
    async with playing(first=Title(), game=stage.game(shelf), seen=said) as (app, pilot):
        await press(pilot, "n", "down", *"99999999999999999999", "enter")
        assert isinstance(app.screen, NewGameRoom)
        assert said == ["A seed is a whole number from 0 to 18446744073709551615."]
        assert shelf.opened == []


async def test_what_is_pasted_for_a_name_reaches_no_terminal_raw():
    shelf = Shelf()
    async with asked(shelf) as (app, pilot):
        await press(pilot, "n")
        app.screen.focused.insert("\x1b[2J\x07Ada\u202e [bold]", 0)
        await pilot.pause()
        assert "\x1b" not in screen_text(app)
        assert "[2JAda [bold]" in screen_text(app)


async def test_a_seed_from_the_command_line_stands_there():
    shelf = Shelf()
    async with asked(shelf, seed=23) as (_, pilot):
        await press(pilot, "n", "enter")
        assert shelf.begun == (23, "")


async def test_escape_begins_nothing_even_from_a_line_to_type_in():
    shelf = Shelf()
    async with asked(shelf) as (app, pilot):
        await press(pilot, "n", *"Ada", "escape")
        assert isinstance(app.screen, TitleRoom)
        assert shelf.opened == []
        assert app.settings.name == ""


async def test_a_long_note_is_scrolled_while_the_form_stays():
    note = tuple(stage.para(f"Paragraph {number}.") for number in range(30))
    async with asked(note=note) as (app, pilot):
        await press(pilot, "n")
        assert "Paragraph 29." not in screen_text(app)
        await press(pilot, *["pagedown"] * 8)
        assert "Paragraph 29." in screen_text(app)
        assert "Begin" in screen_text(app)
