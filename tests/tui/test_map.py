"""The decision map on the screen: read, walked, folded, watched from and branched from."""

from dataclasses import replace

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.tui.app import Play, Title
from game.tui.screens.decision_map import MapRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.replay import ReplayRoom
from game.tui.screens.title import TitleRoom
from game.view.map_rows import map_rows

NAMES = ("narrow_sky-0007", "narrow_sky-0006", "narrow_sky-0004")


def shelf(*names):
    return stage.FakeShelf(kept=tuple(stage.kept(name) for name in names or NAMES))


def mapped(size=(100, 40), **more):
    return playing(first=Title(), game=stage.game(more.pop("shelf", None) or shelf()), size=size, **more)


def cursor(app):
    return app.screen._here


async def test_the_map_draws_what_is_shared_once_and_counts_what_nobody_has_seen():
    async with mapped() as (app, pilot):
        await press(pilot, "d")
        shown = screen_text(app)
        assert isinstance(app.screen, MapRoom)
        assert "3 sessions" in shown
        assert "2 of 7 scenes read" in shown
        assert shown.count("Wait.") == 1
        assert "┊ 2 decisions" in shown
        assert "├ 4 Sign it." in shown
        assert "narrow_sky-0007 · The Line Holds  ■" in shown
        assert "● narrow_sky-0006 · stands here" in shown
        assert "└ 7 Ask him." in shown
        assert "┊ 1  narrow_sky-0004 · stands here  ●" in shown
        assert "Ask nobody." not in shown


async def test_what_lies_under_the_cursor_is_told():
    async with mapped(size=(80, 24)) as (app, pilot):
        await press(pilot, "d", "n")
        shown = screen_text(app)
        assert "Decision 3 · Week 2 of 4 · The Line, 02:10" in shown
        assert "They part here, 2 ways. 2 ways on from here that nobody took." in shown
        assert cursor(app).spot == 3


async def test_right_unfolds_and_left_folds_and_goes_up():
    async with mapped() as (app, pilot):
        await press(pilot, "d", "down", "l")
        assert "Ten minutes." in screen_text(app)
        assert "┊ 2 decisions" not in screen_text(app)
        await press(pilot, "h")
        assert "┊ 2 decisions" in screen_text(app)
        await press(pilot, "end")
        assert cursor(app).session == NAMES[2]
        for spot in (6, 5, 3, 0):
            await press(pilot, "left")
            assert cursor(app).spot == spot


async def test_a_way_that_one_session_went_alone_is_one_line_until_it_is_unfolded():
    async with mapped(size=(80, 24)) as (app, pilot):
        await press(pilot, "d", "end")
        before = screen_text(app)
        assert "8 The Line" not in before
        assert "It went its own way from decision 7 on." in before
        await press(pilot, "right")
        assert cursor(app).session == NAMES[2]
        assert "8 The Line, 02:10 · Ask nobody." in screen_text(app)
        assert "└ ● narrow_sky-0004 · stands here" in screen_text(app)
        await press(pilot, "left")
        assert screen_text(app) == before


async def test_a_way_that_has_ended_is_watched_and_branched_from_where_it_parts():
    def ended(sessions):
        made = stage.decision_map(sessions)
        last = replace(made.spots[-1], stand=((NAMES[2], "The Long Quiet"),))
        return replace(made, spots=(*made.spots[:-1], last))

    for game, number in ((stage.game(shelf()), 8), (stage.game(shelf(), decision_map=ended), 7)):
        async with playing(first=Title(), game=game, size=(100, 40)) as (app, pilot):
            await press(pilot, "d", "end")
            assert app.screen._number(cursor(app)) == number


async def test_where_a_session_stands_is_seen_however_long_its_name_is():
    long = stage.FakeShelf(kept=tuple(stage.kept(name, called=f"{name} {'winter ' * 7}") for name in NAMES))
    for size in ((160, 45), (80, 24), (44, 24)):
        async with mapped(size=size, shelf=long) as (app, pilot):
            await press(pilot, "d")
            line = next(line for line in screen_text(app).splitlines() if "├ 4 " in line)
            assert "■" in line
            assert "narrow_sky-0007" in line


async def test_everything_can_be_unfolded_at_once():
    async with mapped() as (app, pilot):
        await press(pilot, "d", "w")
        for text in ("Ten minutes.", "Olives", "Ask nobody."):
            assert text in screen_text(app)
        assert "┊" not in screen_text(app)
        await press(pilot, "w")
        assert "Ask nobody." not in screen_text(app)


async def test_a_point_is_watched_and_left_again():
    async with mapped() as (app, pilot):
        await press(pilot, "d", "n", "enter")
        assert isinstance(app.screen, ReplayRoom)
        assert "decision 3 of 3" in screen_text(app)
        assert f"replay of {NAMES[0]}" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, MapRoom)
        assert cursor(app).spot == 3
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleRoom)


async def test_a_branch_begins_at_the_point_and_is_played():
    kept, seen = shelf(), []
    async with mapped(shelf=kept, seen=seen) as (app, pilot):
        await press(pilot, "d", "n", "b")
        assert isinstance(app.screen, PlayRoom)
        assert app.screen.session.name == f"branch-of-{NAMES[0]}-at-3"
        assert "which stays as it is" in seen[-1]
        assert app.session is app.screen.session


async def test_a_branch_that_cannot_be_says_why_and_leaves_the_game_being_played_open():
    session, seen = stage.FakeSession(), []
    async with playing(first=Play(session), game=stage.game(shelf()), seen=seen) as (app, pilot):
        await press(pilot, "d", "end", "b")
        assert isinstance(app.screen, MapRoom)
        assert seen == [f"`{NAMES[2]}` took 3 decisions"]
        assert session.closed == 0


async def test_from_a_game_the_map_opens_where_it_stands():
    session = stage.FakeSession(taken=["ten_minutes", "olives"], name=NAMES[1])
    async with playing(first=Play(session), game=stage.game(shelf())) as (app, pilot):
        await press(pilot, "d")
        assert cursor(app).spot == 2
        await press(pilot, "escape")
        assert app.screen.session is session


async def test_a_line_is_watched_by_a_click():
    async with mapped() as (app, pilot):
        await press(pilot, "d")
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "Sign it." in line)
        await pilot.click(offset=(10, row))
        await pilot.pause()
        assert isinstance(app.screen, ReplayRoom)


async def test_without_sessions_there_is_no_map_and_no_key_does_harm():
    async with playing(first=Title(), game=stage.game(stage.FakeShelf(kept=()))) as (app, pilot):
        await press(pilot, "d")
        assert isinstance(app.screen, MapRoom)
        assert "nothing to draw yet" in screen_text(app)
        await press(pilot, "enter", "b", "c", "w", "n", "N", "left", "right", "down", "escape")
        assert isinstance(app.screen, TitleRoom)


async def test_samples_are_drawn_only_before_there_are_sessions_of_ones_own():
    samples = (stage.kept("sample-a", sample=True), stage.kept("sample-b", sample=True))
    for kept, told in (((*samples, stage.kept("own")), "1 session"), (samples, "2 sessions")):
        async with playing(first=Title(), game=stage.game(stage.FakeShelf(kept=kept)), size=(100, 30)) as (app, pilot):
            await press(pilot, "d")
            assert f"{told}  " in screen_text(app)


def test_lines_of_the_map_have_lasting_names_of_their_own():
    made = stage.decision_map([(name, None) for name in NAMES])
    folded, whole = map_rows(made), map_rows(made, frozenset(range(9)))
    for rows in (folded, whole):
        assert len({row.id for row in rows}) == len(rows)
    assert {row.spot for row in whole if row.kind == "decision"} == set(range(9))
    assert {row.session for row in folded if row.kind == "stand"} == set(NAMES)
    assert [row.guide for row in folded if row.kind == "stand"] == ["├ ", "  ├ ", "  └ "]
