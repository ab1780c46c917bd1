"""Reading many sessions beside the screen: it never stands still, says how far it is, and may be left meanwhile."""

from threading import Event

import tui_stage as stage
from tui_driver import playing, press, screen_text, settled

from game.play.refusal import ShelfError
from game.tui.app import Title, Watch
from game.tui.screens.decision_map import MapRoom
from game.tui.screens.replay import ReplayRoom
from game.tui.screens.sessions import SessionsRoom
from game.tui.screens.title import TitleRoom

NAMES = tuple(f"narrow_sky-{number:04d}" for number in range(1, 6))


class SlowShelf(stage.FakeShelf):
    """A shelf on which every session takes until it is let go."""

    def __init__(self):
        super().__init__(kept=tuple(stage.kept(name) for name in NAMES))
        self.gate = Event()
        self.begun = []

    def read(self, name):
        self.begun.append(name)
        self.gate.wait(20)
        return super().read(name)


async def until(pilot, told):
    """Wait until it stands on the screen, without waiting for what is being read."""
    for _ in range(500):
        if told in screen_text(pilot.app):
            return
        await pilot.pause(0.02)
    raise AssertionError(told)


async def test_while_the_map_is_read_the_screen_lives_and_says_how_far_it_is():
    shelf = SlowShelf()
    async with playing(first=Title(), game=stage.game(shelf), size=(100, 30)) as (app, pilot):
        await pilot.press("d")
        await until(pilot, "Reading session 1 of 5")
        await pilot.press("b", "c", "n", "w", "enter", "t")
        assert isinstance(app.screen, MapRoom)
        shelf.gate.set()
        await settled(pilot)
        assert "5 sessions" in screen_text(app)
        assert "Reading" not in screen_text(app)


async def test_a_map_left_while_it_is_read_is_given_up():
    shelf = SlowShelf()
    async with playing(first=Title(), game=stage.game(shelf), size=(100, 30)) as (app, pilot):
        await pilot.press("d")
        await until(pilot, "Reading session 1 of 5")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TitleRoom)
        shelf.gate.set()
        await settled(pilot)
        assert isinstance(app.screen, TitleRoom)
    assert len(shelf.begun) == 1


async def test_a_replay_can_be_read_while_others_are_looked_for():
    shelf = SlowShelf()
    first = Watch(stage.reading(), "narrow_sky-0099")
    async with playing(first=first, game=stage.game(shelf), size=(100, 30), waiting=False) as (app, pilot):
        await until(pilot, "Reading session 1 of 5")
        await pilot.press("right", "right")
        await until(pilot, "decision 2 of 3")
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, ReplayRoom)
        shelf.gate.set()
        await settled(pilot)


async def test_what_the_shelf_refuses_is_said():
    class Refusing(stage.FakeShelf):
        asked = 0

        def listed(self):
            self.asked += 1
            if self.asked > 1:
                raise ShelfError("The folder is gone.")
            return super().listed()

    seen = []
    async with playing(first=Title(), game=stage.game(Refusing()), seen=seen) as (app, pilot):
        await press(pilot, "s")
        assert isinstance(app.screen, SessionsRoom)
    assert seen == ["The folder is gone."]
