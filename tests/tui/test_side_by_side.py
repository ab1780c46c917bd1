"""Two sessions beside each other on the screen."""

from dataclasses import replace

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.tui.app import Title
from game.tui.courses import ends, spark
from game.tui.screens.compare import CompareRoom
from game.tui.screens.decision_map import MapRoom
from game.tui.screens.replay import ReplayRoom
from game.tui.screens.sessions import SessionsRoom


def compared(size=(100, 45), **more):
    kept = (stage.kept("narrow_sky-0007"), stage.kept("narrow_sky-0006", called="Mercy"))
    return playing(first=Title(), game=stage.game(stage.FakeShelf(kept=kept)), size=size, **more)


async def test_two_sessions_are_chosen_in_the_list_and_seen_beside_each_other():
    async with compared() as (app, pilot):
        await press(pilot, "s", "c")
        assert "narrow_sky-0007  ·  to compare" in screen_text(app)
        await press(pilot, "down", "c")
        assert isinstance(app.screen, CompareRoom)
        shown = screen_text(app)
        assert "narrow_sky-0007 beside Mercy" in shown
        for told in (
            "They begin with 1 decision alike, then they part. Their luck has differed",
            "1 The Line, 02:10 · Ten minutes.",
            "▅▆█  50 to 70",
            "Warm",
            "In both: Ali, 7.",
            "Hussam Darwish, 61.",
            "nobody else",
        ):
            assert told in shown, told
        beside = next(line for line in shown.splitlines() if "Olives" in line)
        assert beside.split() == ["Olives", "│", "Tea"]
        ended = next(line for line in shown.splitlines() if "ended:" in line)
        assert ended.split("│")[1].strip() == "stands in Week 2 of 4"
        await press(pilot, "escape")
        assert isinstance(app.screen, SessionsRoom)
        assert "to compare" not in screen_text(app)


async def test_a_long_line_of_both_goes_on_beneath_itself():
    long = "Hussam Darwish, 61, " + "who was making tea and talking about the rain, " * 3

    def both(first, second):
        found = stage.comparison(first, second)
        return replace(found, first=replace(found.first, ledger=(long,)), second=replace(found.second, ledger=(long,)))

    kept = (stage.kept("narrow_sky-0007"), stage.kept("narrow_sky-0006"))
    game = stage.game(stage.FakeShelf(kept=kept), comparison=both)
    async with playing(first=Title(), game=game, size=(80, 60)) as (app, pilot):
        for key in ("s", "c", "down", "c", "end"):
            await press(pilot, key)
        lines = screen_text(app).splitlines()
        at = next(at for at, line in enumerate(lines) if "In both:" in line)
        assert lines[at].index("In both:") == len(lines[at + 1]) - len(lines[at + 1].lstrip())


async def test_where_it_is_slim_they_stand_under_each_other():
    async with compared(size=(50, 60)) as (app, pilot):
        await press(pilot, "s", "c", "down", "c")
        shown = screen_text(app)
        assert "│" not in shown
        assert "1  Olives" in shown
        assert "2  Tea" in shown


async def test_differences_are_gone_to_and_each_can_be_watched_from_where_they_part():
    seen = []
    async with compared(size=(100, 14), seen=seen) as (app, pilot):
        await press(pilot, "s", "c", "down", "c", "n")
        assert screen_text(app).splitlines()[1].strip() == "◆ The Line, 02:10"
        await press(pilot, "n", "N", "N")
        assert seen[-1] == "They differ in no decision before this."
        await press(pilot, "2")
        assert isinstance(app.screen, ReplayRoom)
        assert "replay of narrow_sky-0006" in screen_text(app)
        assert "decision 1 of 3" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, CompareRoom)


async def test_two_are_chosen_on_the_map_too():
    seen = []
    async with compared(seen=seen) as (app, pilot):
        await press(pilot, "d", "c")
        assert "Several sessions" in seen[-1]
        await press(pilot, "end", "c", "c")
        assert "to compare" not in screen_text(app)
        await press(pilot, "c", "up", "c")
        assert isinstance(app.screen, CompareRoom)
        await press(pilot, "escape")
        assert isinstance(app.screen, MapRoom)


async def test_what_cannot_be_read_cannot_be_compared():
    seen = []
    async with playing(first=Title(), seen=seen) as (app, pilot):
        await press(pilot, "s", "down", "down", "c")
        assert seen == ["This session can't be read, so it can't be compared."]
        assert isinstance(app.screen, SessionsRoom)


def test_a_course_is_drawn_between_the_least_and_the_most_of_both():
    course, told = stage.side("x", "", *range(40)).meters
    drawn = spark(course, 0, 39)
    assert len(drawn) == 24
    assert drawn[0] == "▁"
    assert drawn[-1] == "█"
    assert spark(stage.side("x", "", 5, 5).meters[0], 5, 5) == "▁▁"
    assert ends(course) == "0 to 39"
    assert spark(told, 0, 0) == ""
    assert ends(told) == "Warm"
