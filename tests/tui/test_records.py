"""What is known of a session besides its pages: people, the ledger."""

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.tui.app import Play, Title, Watch
from game.tui.screens.codex import CodexRoom
from game.tui.screens.people import PeopleRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.reading import ReadingRoom
from game.tui.screens.replay import ReplayRoom


async def test_people_say_what_is_known_and_a_question_mark_where_nothing_is():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "p")
        assert isinstance(app.screen, PeopleRoom)
        shown = screen_text(app)
        for told in (
            "2 of 3 met",
            "duty officer on the line",
            "the log to be true",
            "You took the handset yourself · Week 1",
            "A page, signed · due by Week 4",
            "The Line, 02:10 · Week 1",
            "The Grandson · Week 2",
        ):
            assert told in shown
        await press(pilot, "end")
        assert "You have not met." in screen_text(app)
        await press(pilot, "up")
        shown = screen_text(app)
        assert "Minister of Absorption" in shown
        wants = shown.splitlines().index(next(line for line in shown.splitlines() if "Wants, as far" in line))
        assert shown.splitlines()[wants + 1].split("│")[1].strip() == "?"
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)


async def test_the_replay_opens_where_somebody_was_first_met_and_returns():
    async with playing(stage.FakeSession(taken=["one", "poll"]), size=(120, 36)) as (app, pilot):
        await press(pilot, "p", "down", "f")
        assert isinstance(app.screen, ReplayRoom)
        assert "decision 2 of 2" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, PeopleRoom)


async def test_from_a_replay_one_comes_back_to_that_replay():
    async with playing(first=Watch(stage.reading(), "narrow_sky-0006"), size=(120, 36)) as (app, pilot):
        replay = app.screen
        await press(pilot, "right", "P", "down", "f")
        assert app.screen is replay
        assert "decision 2 of 3" in screen_text(app)
        await press(pilot, "e")
        assert "Hussam Darwish" in screen_text(app)
        await press(pilot, "escape")
        assert app.screen is replay


async def test_a_list_shows_what_is_looked_for_and_all_again():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "p", "slash", *"absor")
        shown = screen_text(app)
        assert "1 found" in shown
        assert "Gurevich" not in shown
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, PeopleRoom)
        assert "Gurevich" in screen_text(app)
        await press(pilot, "slash", *"zzz")
        assert "Nothing that you know of holds this." in screen_text(app)
        await press(pilot, "escape")
        assert "Gurevich" in screen_text(app)


async def test_what_is_written_to_look_for_something_gives_no_commands():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "p", "slash", *"qtf?")
        assert isinstance(app.screen, PeopleRoom)
        assert not app._exit
        assert app.screen.line.value == "qtf?"


async def test_the_codex_finds_entries_by_their_words_but_none_that_was_not_met():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "c", "slash", *"telephone")
        assert isinstance(app.screen, CodexRoom)
        shown = screen_text(app)
        assert "RECORD" in shown
        assert "Khmeimim" in shown
        assert "CAMPAIGN" not in shown
        await press(pilot, "escape", "slash", *"il-20")
        assert "0 found" in screen_text(app)


async def test_the_ledger_names_people_and_tells_disputed_things_as_disputed():
    async with playing() as (app, pilot):
        await press(pilot, "e")
        assert isinstance(app.screen, ReadingRoom)
        shown = screen_text(app)
        assert "Hussam Darwish, 61" in shown
        assert "airport road · was making tea" in shown
        assert shown.count("What is said of it differs:") == 1
        assert "killed by an air attack" in shown
        assert "Noam Biton" in shown


async def test_an_empty_ledger_is_one_sentence():
    async with playing(game=stage.game(ledger=lambda _: ())) as (app, pilot):
        await press(pilot, "e")
        assert "Nobody has had to be written down here." in screen_text(app)


async def test_people_of_a_story_without_any_are_no_trouble():
    async with playing(game=stage.game(people=lambda _: ())) as (app, pilot):
        await press(pilot, "p", "down", "enter", "f", "slash", "x", "enter", "escape")
        assert isinstance(app.screen, PeopleRoom)


async def test_the_title_looks_into_the_last_session():
    async with playing(first=Title()) as (app, pilot):
        await press(pilot, "p")
        assert isinstance(app.screen, PeopleRoom)
        await press(pilot, "escape", "E")
        assert "Hussam Darwish" in screen_text(app)


async def test_without_a_session_the_title_says_so():
    seen = []
    async with playing(first=Title(), game=stage.game(stage.FakeShelf(kept=())), seen=seen) as (_, pilot):
        await press(pilot, "p")
        assert seen == ["There is no session to look into yet."]


async def test_where_it_is_slim_people_and_list_take_turns():
    async with playing(first=Play(stage.FakeSession()), size=(60, 24)) as (app, pilot):
        await press(pilot, "p")
        assert "duty officer" not in screen_text(app)
        await press(pilot, "enter")
        assert "duty officer" in screen_text(app)
        await press(pilot, "slash", *"kaplan", "enter", "enter")
        assert "Minister" in screen_text(app)
        await press(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, PlayRoom)
