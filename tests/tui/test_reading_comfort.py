"""Reading: terms in place, skipping, copying, text that appears slowly, pages that move on by themselves."""
# ruff: noqa: RUF001 - the signs on the screen

from dataclasses import replace

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.settings.config import Config
from game.tui.screens.codex import CodexRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.term import TermRoom


def chosen(**settings):
    config = Config()
    for name, value in settings.items():
        config = config.with_value(name, value, "file")
    return stage.game(config=config)


async def test_a_term_is_looked_up_in_place_and_the_page_stays():
    session = stage.FakeSession()
    async with playing(session, size=(80, 24)) as (app, pilot):
        await press(pilot, "x")
        assert isinstance(app.screen, TermRoom)
        assert "An air base on the Syrian coast" in screen_text(app)
        assert "W E E K   1" in screen_text(app)
        await press(pilot, "1", "escape")
        assert isinstance(app.screen, PlayRoom)
        assert session.taken == []


async def test_from_a_term_one_goes_on_to_the_next_and_to_the_codex():
    linked = replace(
        stage.LINE, paragraphs=(*stage.LINE.paragraphs, stage.para(stage.Run("The line", "", "codex:line")))
    )
    script = (replace(stage.SCRIPT[0], blocks=(linked,)), *stage.SCRIPT[1:])
    async with playing(stage.FakeSession(script)) as (app, pilot):
        await press(pilot, "x", "x")
        assert "Two handsets and two people" in screen_text(app)
        await press(pilot, "tab", "enter")
        assert isinstance(app.screen, CodexRoom)
        assert "An air base" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)


async def test_a_page_without_terms_says_so():
    seen = []
    async with playing(stage.FakeSession(taken=["one", "poll"]), seen=seen) as (app, pilot):
        await press(pilot, "x")
        assert isinstance(app.screen, PlayRoom)
        assert seen == ["No term is marked on this page."]


async def test_where_there_is_room_the_last_term_stands_beside_the_page():
    async with playing(size=(160, 45)) as (app, pilot):
        assert "An air base on the Syrian coast" in " ".join(screen_text(app).split("│")).replace("\n", " ") or (
            "An air base on the" in screen_text(app)
        )
        await press(pilot, "x")
        assert isinstance(app.screen, PlayRoom)
        await pilot.resize_terminal(120, 45)
        await pilot.pause()
        assert "An air base" not in screen_text(app)


async def test_tab_goes_to_the_choices_and_back_to_where_the_page_begins():
    async with playing(size=(80, 24)) as (app, pilot):
        await press(pilot, "tab")
        assert "› 1" in screen_text(app)
        await press(pilot, "tab")
        assert "W E E K   1" in screen_text(app)
        assert "› 1" not in screen_text(app)


async def test_the_page_is_copied_as_text():
    seen = []
    async with playing(seen=seen) as (app, pilot):
        await press(pilot, "y")
        assert "Pogodin," in app.clipboard
        assert '1. "Ten minutes."' in app.clipboard
        assert seen == ["Copied: the text of this page."]


async def test_what_was_selected_with_the_mouse_is_copied_alone_and_takes_no_choice():
    session = stage.FakeSession()
    async with playing(session, size=(100, 30)) as (app, pilot):
        await press(pilot, "end")
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "He can clear his own people" in line)
        column = lines[row].index("He can")
        await pilot.mouse_down(offset=(column, row))
        await pilot.hover(offset=(column + 5, row))
        await pilot.mouse_up(offset=(column + 5, row))
        await pilot.pause()
        assert session.taken == []
        await press(pilot, "y")
        assert app.clipboard.startswith("He ca")
        assert len(app.clipboard) < 8


async def test_text_that_appears_slowly_keeps_its_place_and_space_shows_the_rest():
    async with playing(game=chosen(reveal=20), size=(80, 24)) as (app, pilot):
        room = app.screen
        assert room.reveal.is_running
        assert "crossword" not in screen_text(app)
        heights = [piece.region for piece in room.leaf.pieces]
        await press(pilot, "space")
        assert not room.reveal.is_running
        assert "crossword" in screen_text(app)
        assert [piece.region for piece in room.leaf.pieces] == heights
        await press(pilot, "space")
        assert room.transcript.scroll_offset.y > 0
        assert room.reveal.is_running


async def test_text_appears_from_its_beginning():
    async with playing(game=chosen(reveal=400), size=(80, 24)) as (app, pilot):
        room = app.screen
        for _ in range(100):
            if not room.reveal.is_running:
                break
            await pilot.pause(0.05)
        shown = screen_text(app)
        assert "W E E K   1" in shown
        assert "no clock on its east wall" in shown
        assert not room.reveal.is_running


async def test_a_choice_is_taken_while_text_still_appears_and_its_page_stands_whole():
    session = stage.FakeSession()
    async with playing(session, game=chosen(reveal=20), size=(80, 24)) as (app, pilot):
        await press(pilot, "1")
        assert session.taken == ["ten_minutes"]
        await press(pilot, "home")
        assert "W E E K   1" in screen_text(app)
        await press(pilot, "tab")
        assert "› 1" in screen_text(app)


async def test_reduced_motion_means_that_nothing_appears_slowly():
    async with playing(game=chosen(reveal=20, motion="reduced")) as (app, _):
        assert not app.screen.reveal.is_running
        assert "crossword" in screen_text(app)


async def test_a_session_that_is_taken_up_again_stands_whole():
    async with playing(stage.FakeSession(taken=["one"]), game=chosen(reveal=20)) as (app, _):
        assert not app.screen.reveal.is_running


async def test_a_page_moves_on_by_itself_as_far_as_the_choices():
    session = stage.FakeSession()
    async with playing(session, size=(80, 24)) as (app, pilot):
        room = app.screen
        await press(pilot, "a")
        assert "moving on" in screen_text(app)
        assert room.advance.is_on
        for _ in range(9):
            room._turn_by_itself()
            await pilot.pause()
        shown = screen_text(app)
        assert '1  "Ten minutes."' in shown
        assert session.taken == []
        before = room.transcript.scroll_offset
        room._turn_by_itself()
        await pilot.pause()
        assert room.transcript.scroll_offset == before
        await press(pilot, "a")
        assert not room.advance.is_on
        assert "moving on ·" not in screen_text(app)


async def test_the_setting_moves_pages_on_from_the_beginning():
    async with playing(game=chosen(auto=1), size=(80, 24)) as (app, pilot):
        assert app.screen.advance.seconds == 1
        for _ in range(100):
            await pilot.pause(0.05)
            if app.screen.transcript.scroll_offset.y:
                break
        assert app.screen.transcript.scroll_offset.y > 0


async def test_key_line_words_can_be_clicked():
    async with playing() as (app, pilot):
        lines = screen_text(app).splitlines()
        await pilot.click(offset=(lines[-1].index("codex"), len(lines) - 1))
        await pilot.pause()
        assert isinstance(app.screen, CodexRoom)
