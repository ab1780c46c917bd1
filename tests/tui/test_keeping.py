"""Looking after sessions on the screen: carried over, named, put into the bin, written down, shared."""

import pytest
from small_stories import weekly
from test_kept_sessions import PLAYED, STORY, kept, names
from textual.events import Paste
from textual.widgets import Input, OptionList
from tui_driver import press, screen_text

from game.play.share import code_of
from game.play.shelf import Shelf
from game.source.limits import TITLE_CHARACTERS
from game.tui.screens.play import PlayRoom
from game.tui.screens.replay import ReplayRoom
from game.tui.screens.sessions import SessionsRoom


@pytest.fixture
def shelf(tmp_path):
    """Three sessions, the last of them played last."""
    made = Shelf(tmp_path, weekly(STORY))
    for choices in PLAYED:
        session = made.begin(1)
        for choice in choices:
            session.choose(choice)
        session.close()
    return made


def edited(shelf, before, after):
    """The same folder under a story that was edited."""
    assert before in STORY
    return Shelf(shelf.folder, weekly(STORY.replace(before, after)))


async def typed(pilot, text):
    pilot.app.screen.query_one(Input).value = text
    await press(pilot, "enter")


async def test_a_session_is_named_and_loses_its_title_again(shelf):
    async with kept(shelf) as (app, pilot):
        await press(pilot, "s", "n")
        await typed(pilot, " Rain \x1b[2J on the road ")
        assert shelf.called(names(shelf)[-1]) == "Rain [2J on the road"
        assert "Rain [2J on the road" in screen_text(app)
        await press(pilot, "n")
        await typed(pilot, "")
        assert shelf.called(names(shelf)[-1]) == ""
        await press(pilot, "n", "escape")
        assert isinstance(app.screen, SessionsRoom)
        assert shelf.called(names(shelf)[-1]) == ""


async def test_a_session_goes_into_the_bin_only_after_a_question(shelf):
    first, second, third = names(shelf)
    async with kept(shelf) as (app, pilot):
        await press(pilot, "s", "x")
        assert f"Put {third} into the bin?" in screen_text(app)
        await press(pilot, "escape", "x", "enter")
        assert names(shelf) == [first, second, third]
        await press(pilot, "x", "2")
        assert names(shelf) == [first, second]
        assert [one.id for one in app.screen.query_one(OptionList).options if one.id] == [second, first]
        assert list(shelf.folder.glob(f"bin/{third}*"))


async def test_a_session_that_cannot_be_deleted_says_why(shelf):
    seen = []
    session = shelf.resume(names(shelf)[-1])
    async with kept(shelf, seen=seen) as (_, pilot):
        await press(pilot, "s", "x", "2")
    session.close()
    assert len(names(shelf)) == 3
    assert any("open elsewhere" in said for said in seen)


@pytest.mark.parametrize(("key", "ending"), [("1", "html"), ("2", "md"), ("3", "txt"), ("4", "cast"), ("5", "json")])
async def test_a_session_is_written_down_in_the_form_chosen(shelf, key, ending):
    seen = []
    async with kept(shelf, seen=seen) as (_, pilot):
        await press(pilot, "s", "e", key)
    path = shelf.folder / "exports" / f"{names(shelf)[-1]}.{ending}"
    assert path.is_file()
    assert any(str(path) in said for said in seen)


async def test_a_code_is_shown_and_leads_others_to_watch_or_to_play_on(shelf):
    async with kept(shelf) as (app, pilot):
        await press(pilot, "s", "end", "y")
        code = app.screen.query_one(Input).value
        assert code.startswith("NS1.")
        await press(pilot, "escape", "v")
        await typed(pilot, f"  {code} ")
        assert "It holds 3 decisions" in screen_text(app)
        await press(pilot, "1")
        assert isinstance(app.screen, ReplayRoom)
        await press(pilot, "escape", "v")
        await typed(pilot, code)
        await press(pilot, "2")
        assert isinstance(app.screen, PlayRoom)
        assert app.screen.session.playthrough.decisions == 3
        assert len(names(shelf)) == 4


async def test_a_code_that_was_broken_into_lines_is_pasted_whole(shelf):
    code = code_of(shelf.read(names(shelf)[0]))
    broken = f"{code[:20]}\r\n  {code[20:40]}\n{code[40:]}\n"
    async with kept(shelf) as (app, pilot):
        await press(pilot, "s", "v")
        app.screen.query_one(Input).post_message(Paste(broken + "\x1b[2J"))
        await press(pilot)
        pasted = app.screen.query_one(Input).value
        assert pasted.replace(" ", "") == f"{code}[2J"
        app.screen.query_one(Input).value = pasted.removesuffix("[2J")
        await press(pilot, "enter")
        assert "It holds 3 decisions" in screen_text(app)


async def test_what_is_pasted_stays_within_what_there_is_room_for(shelf):
    async with kept(shelf) as (app, pilot):
        await press(pilot, "s", "n")
        app.screen.query_one(Input).post_message(Paste("rain " * 10_000))
        await press(pilot, "enter")
    assert 50 < len(shelf.called(names(shelf)[-1])) <= TITLE_CHARACTERS


@pytest.mark.parametrize("junk", ["NS1.", "x", "NS1.AAAA", "NS9.AAAA", "NS1." + "A" * 30_000, "\x1b]52;c;eA==\x07"])
async def test_what_is_no_code_is_refused_in_a_sentence(shelf, junk):
    seen = []
    async with kept(shelf, seen=seen) as (app, pilot):
        await press(pilot, "s", "v")
        await typed(pilot, junk)
        assert isinstance(app.screen, SessionsRoom)
    assert seen
    assert all(said.isprintable() for said in seen)
    assert len(names(shelf)) == 3


async def test_a_session_whose_story_changed_asks_what_to_do(shelf):
    other = edited(shelf, "on: {text: Walk on, effects: [sky -= 7]}", "off: {text: Walk off}")
    first = names(shelf)[0]
    before = (shelf.folder / f"{first}.jsonl").read_bytes()
    async with kept(other) as (app, pilot):
        await press(pilot, "s", "end", "p")
        shown = " ".join(screen_text(app).replace("│", " ").split())
        assert "stops at decision 2 of 3" in shown
        assert "`on` in A bend is gone" in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, SessionsRoom)
        await press(pilot, "p", "2")
        assert isinstance(app.screen, ReplayRoom)
        await press(pilot, "escape", "p", "1")
        assert isinstance(app.screen, PlayRoom)
        assert app.screen.session.playthrough.decisions == 1
        assert app.screen.session.playthrough.journal.opened.branched.session == first
    assert (shelf.folder / f"{first}.jsonl").read_bytes() == before


async def test_a_session_that_arrives_in_the_changed_story_is_played_on_without_a_question(shelf):
    other = edited(shelf, "text: Wade", "text: Wade across")
    async with kept(other) as (app, pilot):
        await press(pilot, "s", "p")
        assert isinstance(app.screen, PlayRoom)


async def test_the_title_s_continue_asks_too(shelf):
    other = edited(shelf, "stay: {text: Stay}", "wait: {text: Wait}")
    async with kept(other) as (app, pilot):
        await press(pilot, "enter")
        assert "The story was edited since you played this." in screen_text(app)
        await press(pilot, "escape")
        assert "Continue" in screen_text(app)


async def test_faults_are_looked_for_and_mended_when_that_is_asked_for(shelf):
    first, second, _ = names(shelf)
    path = shelf.folder / f"{first}.jsonl"
    whole = path.read_bytes()
    seen = []
    async with kept(shelf, seen=seen) as (app, pilot):
        await press(pilot, "s", "f")
        assert seen == ["All your sessions are as they should be."]
        path.write_bytes(whole[:-9])
        shelf.delete(second)
        for key in ("escape", "s", "f"):
            await press(pilot, key)
        shown = " ".join(screen_text(app).replace("│", " ").split())
        assert f"{first}: " in shown
        assert "mending would keep its 2 whole records" in shown
        await press(pilot, "escape")
        assert path.read_bytes() == whole[:-9]
        await press(pilot, "f", "2")
        assert seen[1:] == ["What could be mended is mended."]
        assert whole.startswith(path.read_bytes())
        assert shelf.read(first).decisions == 2
        await press(pilot, "f")
        assert seen[2:] == ["All your sessions are as they should be."]


async def test_what_is_wrong_with_a_session_stands_beneath_it_with_what_to_do(shelf):
    first, _, third = names(shelf)
    shelf.branch(first, 1).close()
    shelf.delete(first)
    (shelf.folder / f"{third}.jsonl").write_text("nothing of ours\n")
    async with kept(shelf) as (app, pilot):
        await press(pilot, "s")
        shown = " ".join(screen_text(app).split())
        assert f"a branch of {first}, gone since, from decision 2 on" in shown
        assert "Put it into the bin, or leave it" in shown


async def test_questions_fit_small_screens_and_can_be_clicked(shelf):
    async with kept(shelf, size=(44, 14)) as (app, pilot):
        await press(pilot, "s", "x")
        assert "Put it into the bin" in screen_text(app)
        await pilot.click("#question Menu", offset=(4, 1))
        await press(pilot)
        assert len(names(shelf)) == 2


async def test_an_empty_shelf_has_nothing_to_look_after(tmp_path):
    shelf = Shelf(tmp_path, weekly(STORY))
    async with kept(shelf) as (app, pilot):
        await press(pilot, "s", "n", "e", "y", "x")
        assert isinstance(app.screen, SessionsRoom)
