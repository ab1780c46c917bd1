"""The log on the screen: everything that was read, looked through, copied, and left for the replay."""

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.tui.app import Title, Watch
from game.tui.screens.log import LogRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.replay import ReplayRoom

TAKEN = ["ten_minutes", "olives"]


def reading(size=(80, 24), taken=TAKEN, **more):
    return playing(stage.FakeSession(taken=list(taken)), size=size, **more)


async def test_the_log_opens_where_the_session_stands_and_holds_everything_from_the_beginning():
    async with reading() as (app, pilot):
        await press(pilot, "l")
        assert isinstance(app.screen, LogRoom)
        assert "decision 2 of 2" in screen_text(app)
        assert "› Olives" in screen_text(app)  # noqa: RUF001  # the sign on the screen
        seen = screen_text(app)
        await press(pilot, "home")
        shown = screen_text(app)
        assert "the beginning, of 2 decisions" in shown
        assert "The room under the Kirya" in shown
        for _ in range(12):
            await press(pilot, "space")
            seen += screen_text(app)
        for told in ("Gurevich says a time", "THE GRANDSON", "Hussam Darwish"):
            assert told in seen
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)


async def test_what_changed_stands_with_its_decision():
    async with reading(size=(80, 90)) as (app, pilot):
        await press(pilot, "l", "home")
        assert "WHAT CHANGED" in screen_text(app)
        assert "ten minutes of notice on the airport road" in screen_text(app)


async def test_brackets_go_from_decision_to_decision_and_enter_opens_the_replay_there():
    async with reading(taken=(*TAKEN, "sign")) as (app, pilot):
        await press(pilot, "l", "left_square_bracket", "left_square_bracket")
        assert "decision 1 of 3" in screen_text(app)
        await press(pilot, "right_square_bracket")
        assert "decision 2 of 3" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReplayRoom)
        assert "decision 2 of 3" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, LogRoom)


async def test_a_decision_is_clicked():
    async with reading(size=(80, 90)) as (app, pilot):
        await press(pilot, "l", "home")
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if '› "Ten minutes."' in line)  # noqa: RUF001  # the sign
        await pilot.click(offset=(lines[row].index("Ten"), row))
        await pilot.pause()
        assert isinstance(app.screen, ReplayRoom)
        assert "decision 1 of 2" in screen_text(app)


async def test_something_is_looked_for_marked_and_gone_through_round_and_round():
    async with reading() as (app, pilot):
        await press(pilot, "l", "slash", *"SWAN lake", "enter")
        assert "1 of 1 with “SWAN lake”" in screen_text(app)
        assert "Swan Lake." in screen_text(app)
        line = next(at for at, text in enumerate(screen_text(app).splitlines()) if "Swan Lake." in text)
        column = screen_text(app).splitlines()[line].index("Swan")
        assert app.screen.get_style_at(column, line).underline
        assert not app.screen.get_style_at(column - 3, line).underline
        await press(pilot, "slash", *["backspace"] * 9, *"gurevich", "enter")
        first = screen_text(app)
        assert "1 of 2 with “gurevich”" in first
        await press(pilot, "n")
        assert "2 of 2 with “gurevich”" in screen_text(app)
        await press(pilot, "n")
        assert screen_text(app) == first
        await press(pilot, "escape")
        assert isinstance(app.screen, LogRoom)
        assert "with “gurevich”" not in screen_text(app)


async def test_what_is_nowhere_is_said_to_be_and_n_alone_says_what_to_do():
    seen = []
    async with reading(seen=seen) as (_, pilot):
        await press(pilot, "l", "n", "slash", *"zebra", "enter", "slash", "escape")
        assert seen == ["Press / to look for something first.", "Nothing here holds “zebra”."]


async def test_a_page_and_the_whole_are_copied_as_plain_text():
    async with reading() as (app, pilot):
        await press(pilot, "l", "left_square_bracket", "y")
        assert app.clipboard.startswith('> "Ten minutes."\n\nGurevich says a time')
        assert "Sky +8" in app.clipboard
        await press(pilot, "Y")
        assert "The room under the Kirya" in app.clipboard
        assert "\x1b" not in app.clipboard


async def test_another_width_and_other_colours_keep_the_place():
    async with reading() as (app, pilot):
        await press(pilot, "l", "left_square_bracket")
        await pilot.resize_terminal(50, 30)
        await pilot.pause()
        assert "decision 1 of 2" in screen_text(app)
        assert '› "Ten minutes."' in screen_text(app)  # noqa: RUF001  # the sign on the screen
        before = app.screen.get_style_at(4, 6).bgcolor
        await press(pilot, "t")
        await pilot.pause()
        assert '› "Ten minutes."' in screen_text(app)  # noqa: RUF001  # the sign on the screen
        assert app.screen.get_style_at(4, 6).bgcolor != before


async def test_a_long_log_shows_its_end_before_its_beginning_is_made():
    """Only what is seen is made at once; the rest follows, and what is read stays where it is."""
    made = []

    def compose(playthrough, _settings):
        made.append(len(playthrough.taken))
        return stage.compose(playthrough)

    script = (stage.SCRIPT[0], *(stage.SCRIPT[1],) * 400, stage.SCRIPT[2])
    taken = ("ten_minutes", *("olives",) * 400)
    session = stage.FakeSession(script, taken=list(taken))
    async with playing(session, game=stage.game(compose=compose), size=(80, 24)) as (app, pilot):
        made.clear()
        await pilot.press("l")
        roll = app.screen.roll
        assert 401 in made
        assert min(made[:40]) > 300  # however fast the rest then follows
        before = screen_text(app)
        roll.complete()
        await pilot.pause()
        assert roll.is_whole
        assert screen_text(app).splitlines()[1:10] == before.splitlines()[1:10]


async def test_its_ends_are_reached_without_making_all_between():
    script = (stage.SCRIPT[0], *(stage.SCRIPT[1],) * 400, stage.SCRIPT[2])
    session = stage.FakeSession(script, taken=["ten_minutes", *("olives",) * 400])
    async with playing(session, size=(80, 24)) as (app, pilot):
        await pilot.press("l")
        app.screen.action_ends(0)
        assert not app.screen.roll.is_whole
        await pilot.pause()
        assert "The room under the Kirya" in screen_text(app)
        assert "the beginning, of 401 decisions" in screen_text(app)
        app.screen.action_ends(1)
        await pilot.pause()
        assert "decision 401 of 401" in screen_text(app)


async def test_in_a_replay_the_log_ends_where_it_stands_and_leads_back_to_it():
    async with playing(first=Watch(stage.reading(), "narrow_sky-0006"), size=(80, 24)) as (app, pilot):
        replay = app.screen
        await press(pilot, "right", "L")
        assert "decision 1 of 1" in screen_text(app)
        await press(pilot, "home", "enter")
        assert app.screen is replay
        assert "the beginning" in screen_text(app)


async def test_the_title_opens_the_last_sessions_log():
    async with playing(first=Title()) as (app, pilot):
        await press(pilot, "l")
        assert isinstance(app.screen, LogRoom)


async def test_the_session_is_written_down_in_a_form_that_is_asked_for():
    async with reading() as (app, pilot):
        await press(pilot, "l", "e")
        assert "A book as text (Markdown)" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, LogRoom)


async def test_titles_whose_letters_stand_apart_are_found_as_they_are_spelt():
    async with reading() as (app, pilot):
        await press(pilot, "l", "slash", *"week 2", "enter")
        shown = screen_text(app)
        assert "with “week 2”" in shown
        assert "W E E K   2" in shown


async def test_a_long_log_is_looked_through_while_keys_are_answered():
    script = (stage.SCRIPT[0], *(stage.SCRIPT[1],) * 400, stage.SCRIPT[2])
    session = stage.FakeSession(script, taken=["ten_minutes", *("olives",) * 400])
    async with playing(session, size=(80, 24)) as (app, pilot):
        await pilot.press("l")
        await press(pilot, "slash", *"Kirya", "enter")
        assert "looking for “Kirya”" in screen_text(app) or app.screen.roll.is_whole
        await pilot.press("k")
        while not app.screen.roll.is_whole:
            await pilot.pause(0.05)
        await pilot.pause()
        assert "with “Kirya”" in screen_text(app)
