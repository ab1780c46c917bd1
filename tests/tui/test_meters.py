"""Gauges over time: what they show, what moved them, and the way to the decision that did."""

import tui_stage as stage
from tui_driver import playing, press, screen_text

from game.tui.app import Title, Watch
from game.tui.screens.meters import MetersRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.replay import ReplayRoom


async def test_a_gauge_says_how_it_stands_between_which_bands_and_what_moved_it_most():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "m")
        assert isinstance(app.screen, MetersRoom)
        shown = screen_text(app)
        for told in (
            "How it stands with sky.",
            "Under it Contested from 20, over it Ours from 80.",
            "−14  68 to 54 · Week 1 · The Line, 02:10",  # noqa: RUF001  # the minus on the screen
            "Sign it. – the form",  # noqa: RUF001  # the dash on the screen
            "80 Ours",
            "THE NORTH",
            "A Sky",
        ):
            assert told in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)


async def test_it_says_what_the_last_decision_did_and_why():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "1", "m")
        assert "Just now +8 – ten minutes of notice on the airport road" in screen_text(app)  # noqa: RUF001  # a dash


async def test_brackets_and_arrows_choose_the_gauge_in_focus_and_go_round():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "m", "right_square_bracket")
        assert "How it stands with standing." in screen_text(app)
        await press(pilot, "right", "l")
        shown = screen_text(app)
        assert "How it stands with roots." in shown
        assert "No decision has moved it so far." in shown
        await press(pilot, "right_square_bracket")
        assert "How it stands with sky." in screen_text(app)
        await press(pilot, "left")
        assert "How it stands with roots." in screen_text(app)


async def test_a_gauge_in_words_shows_no_number():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "m", "right", "right")
        shown = screen_text(app)
        assert "▼    careful to clever" in shown
        assert "Under it worthless, over it careful." in shown
        beside = [line.split("│")[1] for line in shown.splitlines() if "│" in line]
        chart = "\n".join(line for line in beside if "Week" not in line and "02:10" not in line)
        assert not any(sign.isdigit() for sign in chart)


async def test_enter_leads_to_the_decision_in_the_replay():
    async with playing(stage.FakeSession(taken=["one", "poll"]), size=(120, 36)) as (app, pilot):
        await press(pilot, "m", "down", "enter")
        assert isinstance(app.screen, ReplayRoom)
        assert "decision 1 of 2" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, MetersRoom)


async def test_a_gauge_is_chosen_with_the_mouse_in_the_list_and_in_the_chart():
    async with playing(size=(120, 36)) as (app, pilot):
        await press(pilot, "m")
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "C Word" in line)
        await pilot.click(offset=(6, row))
        await pilot.pause()
        assert "How it stands with word." in screen_text(app)
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "D" in line[50:])
        await pilot.click(offset=(50 + lines[row][50:].index("D"), row))
        await pilot.pause()
        assert "How it stands with roots." in screen_text(app)


async def test_a_change_is_clicked():
    async with playing(stage.FakeSession(taken=["one", "poll"]), size=(120, 36)) as (app, pilot):
        await press(pilot, "m")
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "Sign it." in line)
        await pilot.click(offset=(lines[row].index("Sign"), row))
        await pilot.pause()
        assert isinstance(app.screen, ReplayRoom)
        assert "decision 2 of 2" in screen_text(app)


async def test_in_a_replay_gauges_are_as_they_were_then():
    asked = []

    def histories(playthrough):
        asked.append(playthrough.decisions)
        return stage.HISTORIES

    game = stage.game(histories=histories)
    async with playing(first=Watch(stage.reading(), "narrow_sky-0006"), game=game, size=(120, 36)) as (app, pilot):
        replay = app.screen
        await press(pilot, "right", "m")
        assert asked == [1]
        await press(pilot, "enter")
        assert app.screen is replay
        assert "decision 2 of 3" in screen_text(app)


async def test_without_gauges_there_is_one_sentence():
    async with playing(game=stage.game(histories=lambda _: ())) as (app, pilot):
        await press(pilot, "m", "right", "enter", "down")
        assert "No gauge has been shown so far." in screen_text(app)
        assert isinstance(app.screen, MetersRoom)


async def test_the_title_shows_the_last_sessions_gauges():
    async with playing(first=Title()) as (app, pilot):
        await press(pilot, "m")
        assert isinstance(app.screen, MetersRoom)
