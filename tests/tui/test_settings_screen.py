"""The screen of settings: by keys and by mouse, at once, kept, and with every name that a setting has."""

import pytest
from tui_driver import playing, press, screen_text, settled
from tui_stage import game

from game.settings.config import Config
from game.settings.table import TABLE
from game.tui.app import Title
from game.tui.glyphs import BACK, ON
from game.tui.screens.play import PlayRoom
from game.tui.screens.settings import SettingsRoom

CONFIG = Config(path="/somewhere/config.toml")


def settings(kept=None, config=CONFIG, size=(100, 40)):
    """The app with the screen of settings open soon; what is kept goes into ``kept``."""
    known = [] if kept is None else kept
    return playing(
        first=Title(), game=game(config=config, keep=lambda name, value: known.append((name, value)) or ""), size=size
    )


async def at(pilot, name):
    """Open the settings, with the cursor on one."""
    await press(pilot, "o", *["down"] * [one.name for one in TABLE].index(name))


@pytest.mark.parametrize("size", [(80, 24), (100, 40), (160, 45)])
@pytest.mark.parametrize("setting", TABLE, ids=lambda one: one.name)
async def test_every_setting_is_told_with_its_value_its_names_and_its_file(setting, size):
    async with settings(size=size) as (app, pilot):
        await at(pilot, setting.name)
        shown = screen_text(app)
        assert setting.title in shown
        assert setting.kind.written(setting.default) in shown
        told = app.screen.told.content.plain.replace("\n", " ")
        for word in (
            setting.about,
            setting.flag,
            setting.key,
            setting.variable,
            "As it comes",
            "/somewhere/config.toml",
        ):
            assert word in told


async def test_left_right_and_enter_change_a_value_at_once_and_keep_it():
    kept = []
    async with settings(kept) as (app, pilot):
        await at(pilot, "width")
        await press(pilot, "right", "right", "left", "enter")
        assert kept == [("width", 76), ("width", 80), ("width", 76), ("width", 80)]
        assert app.settings.width == 80
        assert "80 columns" in screen_text(app)
        assert "Changed just now" in screen_text(app)
        await press(pilot, "delete")
        assert app.settings.width == 72


async def test_keys_that_come_fast_all_count():
    async with settings() as (app, pilot):
        await at(pilot, "width")
        for _ in range(4):
            await app.screen.action_change(-1)
        assert app.settings.width == 56


async def test_numbers_end_at_their_ends_and_enter_begins_anew():
    async with settings() as (app, pilot):
        await at(pilot, "width")
        await press(pilot, *["right"] * 9)
        assert app.settings.width == 100
        await press(pilot, "enter")
        assert app.settings.width == 40
        await press(pilot, "left")
        assert app.settings.width == 40


async def test_a_number_between_two_steps_goes_to_the_nearest_step():
    async with settings(config=CONFIG.with_value("width", 75, "file")) as (app, pilot):
        await at(pilot, "width")
        await press(pilot, "left")
        assert app.settings.width == 72


async def test_colours_change_under_the_eyes():
    async with settings() as (app, pilot):
        await at(pilot, "theme")
        before = app.screen.styles.background
        await press(pilot, "right")
        assert app.theme == "narrow-dawn"
        assert app.screen.styles.background != before
        assert "terminal" in screen_text(app)


async def test_the_mouse_goes_to_a_line_first_and_changes_it_by_its_signs():
    async with settings() as (app, pilot):
        await press(pilot, "o")
        rows = screen_text(app).splitlines()
        row = next(number for number, line in enumerate(rows) if "Spacing" in line)
        await pilot.click(offset=(15, row))
        await settled(pilot)
        assert app.settings.spacing == "open"
        assert app.screen.menu.chosen == "spacing"
        line = screen_text(app).splitlines()[row]
        await pilot.click(offset=(line.index(ON), row))
        await settled(pilot)
        assert app.settings.spacing == "airy"
        line = screen_text(app).splitlines()[row]
        await pilot.click(offset=(line.index(BACK), row))
        await settled(pilot)
        assert app.settings.spacing == "open"
        await pilot.click(offset=(15, row))
        await settled(pilot)
        assert app.settings.spacing == "airy"


async def test_a_name_is_written_and_cleaned():
    kept = []
    async with settings(kept) as (app, pilot):
        await at(pilot, "name")
        await press(pilot, "enter", "N", "o", "a", "space", "space", "L", "enter")
        assert app.settings.name == "Noa L"
        assert kept == [("name", "Noa L")]
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, SettingsRoom)
        assert app.settings.name == "Noa L"


async def test_what_holds_over_the_file_is_said():
    config = CONFIG.with_value("width", 60, "flag").with_value("spacing", "airy", "environment")
    async with settings(config=config) as (app, pilot):
        await at(pilot, "width")
        assert "As --width has it, for this once." in app.screen.told.content.plain
        await press(pilot, "right")
        assert "--width will hold again at the next start." in app.screen.told.content.plain
        await press(pilot, "down")
        assert "As NARROWSKY_SPACING has it." in app.screen.told.content.plain


async def test_the_keys_are_told_by_the_names_that_the_file_takes():
    config = CONFIG.with_value("keys", {"codex": ("z",)}, "file")
    async with settings(config=config, size=(120, 60)) as (app, pilot):
        await press(pilot, "o", "y")
        shown = screen_text(app)
        assert "[keys]" in shown
        line = next(line for line in shown.splitlines() if line.strip().startswith("codex "))
        assert line.split()[:2] == ["codex", "z"]
        await press(pilot, "escape", "end")
        assert "1 of your own" in screen_text(app)


async def test_settings_lead_back_to_the_page_they_were_opened_from():
    async with playing() as (app, pilot):
        await press(pilot, "o", "o")
        assert isinstance(app.screen, SettingsRoom)
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)


async def test_the_palette_leads_to_the_settings_from_everywhere():
    async with playing() as (app, pilot):
        await press(pilot, "c")
        [found] = [one for one in app.get_system_commands(app.screen) if one.title == "Settings"]
        await found.callback()
        await settled(pilot)
        assert isinstance(app.screen, SettingsRoom)


async def test_without_colours_the_screen_says_so(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with settings() as (app, pilot):
        await at(pilot, "theme")
        assert "NO_COLOR is set" in screen_text(app)
