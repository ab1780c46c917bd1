"""The other rooms: title, sessions, note, codex, help, gauges, palette, colours."""

import tui_stage as stage
from tui_driver import playing, press, screen_text, settled

from game.play.refusal import ShelfError
from game.settings.config import Config
from game.tui.app import NarrowSky, Play, Title, Watch
from game.tui.screens.codex import CodexRoom
from game.tui.screens.new_game import NewGameRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.reading import ReadingRoom
from game.tui.screens.replay import ReplayRoom
from game.tui.screens.sessions import SessionsRoom
from game.tui.screens.term import TermRoom
from game.tui.screens.title import TitleRoom
from game.tui.themes import OURS
from game.tui.widgets.menu import Menu


async def test_the_title_continues_the_last_session():
    shelf = stage.FakeShelf()
    async with playing(first=Title(), game=stage.game(shelf)) as (app, pilot):
        shown = screen_text(app)
        assert "N A R R O W   S K Y" in shown
        assert "narrow_sky-0007 · Week 2 of 4 · 2026-11-22" in shown
        assert "Four weeks, two telephones" in shown
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayRoom)
        assert shelf.opened[0].name == "narrow_sky-0007"
        await press(pilot, "escape")
        assert shelf.opened[0].closed == 1


async def test_the_whole_title_stands_on_the_smallest_usual_terminal():
    async with playing(first=Title(), size=(80, 24)) as (app, _):
        shown = screen_text(app)
        for word in (
            "Continue",
            "New game",
            "Load a game",
            "Decision map",
            "Endings",
            "About",
            "Help",
            "Quit",
            "by the desk",
        ):
            assert word in shown
        assert app.screen.query_one("#below").max_scroll_y == 0


async def test_what_is_wrong_with_the_settings_stands_on_the_title_as_long_as_one_is_there():
    config = Config(notices=("config.toml, line 2: there is no `widht`; did you mean `width`?", "another"))
    async with playing(first=Title(), game=stage.game(config=config)) as (app, pilot):
        assert "! config.toml, line 2: there is no `widht`" in screen_text(app)
        assert "and 1 more" in screen_text(app)
        await press(pilot, "s", "escape")
        assert "did you mean `width`?" in screen_text(app)


async def test_the_codex_can_be_read_from_the_title():
    async with playing(first=Title()) as (app, pilot):
        await press(pilot, "c")
        assert isinstance(app.screen, CodexRoom)
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleRoom)


async def test_without_sessions_the_first_line_is_a_new_game():
    shelf = stage.FakeShelf(kept=())
    async with playing(first=Title(), game=stage.game(shelf)) as (app, pilot):
        assert "Continue" not in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, NewGameRoom)
        assert "There is war in this story" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleRoom)
        assert shelf.opened == []
        await press(pilot, "n", "enter")
        assert isinstance(app.screen, PlayRoom)
        assert len(shelf.opened) == 1


async def test_a_story_without_a_note_is_begun_in_the_same_way():
    async with playing(first=Title(), game=stage.game(note=())) as (app, pilot):
        await press(pilot, "n")
        assert "BEFORE YOU BEGIN" not in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayRoom)


async def test_sessions_mark_samples_and_say_what_is_wrong_with_damaged_ones():
    seen = []
    async with playing(first=Title(), seen=seen) as (app, pilot):
        await press(pilot, "s")
        shown = screen_text(app)
        assert isinstance(app.screen, SessionsRoom)
        assert "a-quiet-month  ·  sample" in shown
        assert "narrow_sky-0005  ·  damaged" in shown
        assert "line 12 is damaged" in shown
        assert "ended: The Line Holds · 31 decisions" in shown
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, SessionsRoom)
        assert seen == ["Line 12 of it is damaged."]
        await press(pilot, "up", "r")
        assert isinstance(app.screen, ReplayRoom)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, TitleRoom)


async def test_an_ended_session_is_watched_rather_than_played():
    async with playing(first=Title()) as (app, pilot):
        await press(pilot, "s", "j", "enter")
        assert isinstance(app.screen, ReplayRoom)


async def test_an_empty_shelf_says_so():
    async with playing(first=Title(), game=stage.game(stage.FakeShelf(kept=()))) as (app, pilot):
        await press(pilot, "s")
        assert "Nothing is kept here yet." in screen_text(app)
        await press(pilot, "enter", "p", "r")
        assert isinstance(app.screen, SessionsRoom)


async def test_about_shows_author_blurb_and_note():
    async with playing(first=Title()) as (app, pilot):
        await press(pilot, "a")
        shown = screen_text(app)
        assert "by the desk" in shown
        assert "There is war in this story" in shown


async def test_the_codex_opens_over_the_story_without_losing_the_place():
    async with playing(size=(80, 24)) as (app, pilot):
        await press(pilot, "space")
        before = screen_text(app)
        await press(pilot, "c")
        assert isinstance(app.screen, CodexRoom)
        shown = screen_text(app)
        assert "3 of 4 entries met" in shown
        assert "An air base on the Syrian coast" in shown
        assert "Source: Russian legal portal" in shown
        assert "Il-20" not in shown
        await press(pilot, "down")
        assert "You have not come across this yet." in screen_text(app)
        await press(pilot, "c")
        assert screen_text(app) == before


async def test_a_clicked_term_opens_its_entry():
    async with playing(size=(100, 40)) as (app, pilot):
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "Khmeimim" in line)
        await pilot.click(offset=(lines[row].index("Khmeimim") + 2, row))
        await pilot.pause()
        assert isinstance(app.screen, TermRoom)
        assert "An air base on the Syrian coast" in screen_text(app)


async def test_where_it_is_slim_list_and_entry_take_turns():
    async with playing(size=(60, 24)) as (app, pilot):
        await press(pilot, "c")
        assert "The Line" in screen_text(app)
        assert "An air base" not in screen_text(app)
        await press(pilot, "enter")
        assert "An air base" in screen_text(app)
        await press(pilot, "escape")
        assert "An air base" not in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)


async def test_an_empty_codex_is_no_trouble():
    async with playing(game=stage.game(codex=lambda _: ())) as (app, pilot):
        await press(pilot, "c", "enter", "down")
        assert "0 of 0 entries met" in screen_text(app)


async def test_help_lists_keys_signs_and_gauges():
    async with playing(size=(100, 90)) as (app, pilot):
        await press(pilot, "question_mark")
        shown = screen_text(app)
        assert isinstance(app.screen, ReadingRoom)
        for told in ("Take the last decision back", "▲ ▲▲ ▲▲▲", "How it stands with moscow.", "ctrl+p"):
            assert told in shown
        await press(pilot, "f1", "escape")
        assert isinstance(app.screen, PlayRoom)


async def test_the_palette_has_every_action():
    async with playing(size=(100, 80)) as (app, pilot):
        await press(pilot, "ctrl+p")
        await pilot.pause(0.2)
        shown = screen_text(app)
        for word in ("Codex", "Gauges", "Take back", "Quit", "Help", "Title"):
            assert word in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)


async def test_what_the_palette_names_is_done():
    session = stage.FakeSession()
    async with playing(session) as (app, pilot):
        await press(pilot, "1", "ctrl+p", *"take back")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert session.taken == []
        assert isinstance(app.screen, PlayRoom)


async def test_a_key_goes_through_our_colours_and_any_theme_of_textuals_will_do():
    async with playing() as (app, pilot):
        assert app.theme == OURS[0].name
        seen = [app.theme]
        for _ in OURS:
            await press(pilot, "t")
            seen.append(app.theme)
        assert seen == [*(theme.name for theme in OURS), OURS[0].name]
        for name in ("textual-light", "ansi-dark", "nord"):
            app.theme = name
            await pilot.pause()
            assert "W E E K" in screen_text(app)


async def test_the_key_line_can_be_clicked():
    async with playing() as (app, pilot):
        at = screen_text(app).splitlines()[-1].index("codex")
        await pilot.click(offset=(at + 1, app.size.height - 1))
        await pilot.pause()
        assert isinstance(app.screen, CodexRoom)


async def test_a_replay_opened_first_leads_back_to_the_title():
    from game.tui.app import Watch

    async with playing(first=Watch(stage.reading(), "narrow_sky-0006")) as (app, pilot):
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleRoom)


async def test_a_new_game_from_an_ending_closes_the_old_one():
    session, shelf = stage.FakeSession(taken=["one", "poll", "sign"]), stage.FakeShelf()
    async with playing(first=Play(session), game=stage.game(shelf, note=())) as (app, pilot):
        await press(pilot, "3", "3", "enter")
        assert session.closed == 1
        assert app.screen.session is shelf.opened[0]


async def test_without_colours_the_cursor_of_a_menu_can_still_be_seen(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(first=Title()) as (app, _):
        menu = app.screen.query_one(Menu)
        assert menu.has_focus
        assert menu.get_visual_style("option-list--option", "option-list--option-highlighted").underline
        assert not menu.get_visual_style("option-list--option").underline


async def test_a_story_that_cannot_be_opened_closes_the_app_and_says_why_afterwards():
    def refuse():
        raise ShelfError("this story can't be played as it is")

    game = stage.game()
    game.opening = refuse
    app = NarrowSky(game, first=Title())
    async with app.run_test() as pilot:
        await settled(pilot)
    assert str(app.refused) == "this story can't be played as it is"


async def test_in_a_replay_a_term_is_looked_up_in_place_and_the_page_copied():
    async with playing(first=Watch(stage.reading(), "narrow_sky-0007"), size=(100, 30)) as (app, pilot):
        await press(pilot, "x")
        assert isinstance(app.screen, TermRoom)
        assert "An air base on the Syrian coast" in screen_text(app)
        await press(pilot, "escape", "y")
        assert isinstance(app.screen, ReplayRoom)
        assert "The room under the Kirya has no clock" in app.clipboard


async def test_the_cursor_of_the_title_stays_where_the_reader_has_put_it():
    async with playing(first=Title()) as (app, pilot):
        menu = app.screen.query_one(Menu)
        await press(pilot, "down", "down", "o", "escape")
        assert app.screen.query_one(Menu).chosen == menu.chosen == "sessions"
