"""A whole game of the campaign by keyboard alone, by mouse alone and in plain text: one and the same journal."""

import json
import random
from io import StringIO
from pathlib import Path

import pytest
from textual.events import MouseScrollDown
from tui_driver import playing, press, screen_text, settled

from game.engine.prepare import prepare
from game.load.pipeline import load_path
from game.plain.player import Player
from game.play.journal import Opened
from game.play.playthrough import opened as begun
from game.play.shelf import Shelf
from game.settings.config import Config
from game.tui.app import Title
from game.tui.given import Game
from game.tui.opening import opened
from game.tui.screens.play import PlayRoom
from game.tui.screens.title import TitleRoom
from game.view.compose import compose

SEED = 1126
SIZE = (100, 40)
REGRETTED = 5
"""After so many decisions one is taken back, and taken again."""


@pytest.fixture(scope="module")
def program():
    loaded = load_path(Path(__file__).parents[2] / "story" / "narrow_sky")
    return prepare(loaded.story)


@pytest.fixture(scope="module")
def decided(program):
    """The numbers of a whole game's choices, among those that are open on each page."""
    dice, story = random.Random(SEED), program.story
    reading = begun(program, Opened(story=story.id, version=story.version, fingerprint=story.fingerprint, seed=SEED))
    numbers = []
    while not reading.ended:
        offered = [option.id for option in compose(reading).options if option.open]
        numbers.append(dice.randint(1, len(offered)))
        reading = reading.choose(offered[numbers[-1] - 1])
    assert len(numbers) > REGRETTED
    return tuple(numbers)


def game(shelf, seed=None):
    story, config = shelf.program.story, Config().with_value("reveal", 0, "")
    return Game(
        title=story.title,
        by=story.by,
        blurb=story.blurb,
        opening=lambda: opened(shelf.program, shelf),
        seed=seed,
        config=config,
    )


def records(folder):
    """What was recorded in the one session of a folder, but for when, and for what its file is called."""
    [file] = folder.glob("*.jsonl")
    found = [json.loads(line) for line in file.read_text().splitlines()]
    for one in found:
        one.pop("started", None)
        one.pop("check", None)
    return found


async def by_keyboard(shelf, numbers):
    """From the title to the end and back; by numbers on even pages, by cursor and enter on the others."""
    async with playing(first=Title(), game=game(shelf), size=SIZE) as (app, pilot):
        await press(pilot, "n", "down", *str(SEED), "enter")
        for at, number in enumerate(numbers):
            await decide(app, pilot, at, number)
            if at == REGRETTED:
                await press(pilot, "u")
                await decide(app, pilot, at, number)
        assert app.screen.page.ending
        await press(pilot, "escape")
        assert isinstance(app.screen, TitleRoom)


async def decide(app, pilot, at, number):
    assert isinstance(app.screen, PlayRoom)
    choices = app.screen.leaf.choices
    if at % 2:
        await pilot.press(str(number))
    else:
        await pilot.press("tab")
        while choices.rows[choices.cursor].number != number:
            await pilot.press("down")
        await pilot.press("enter")
    await pilot.pause()


async def by_mouse(shelf, numbers):
    """From the title to the end and back, with nothing but clicks and the wheel."""
    async with playing(first=Title(), game=game(shelf, SEED), size=SIZE) as (app, pilot):
        await click(app, pilot, "New game")
        await click(app, pilot, "Begin", last=True)
        for at, number in enumerate(numbers):
            await click_choice(app, pilot, number)
            if at == REGRETTED:
                await click(app, pilot, "take back")
                await click_choice(app, pilot, number)
        assert app.screen.page.ending
        await click(app, pilot, "esc title")
        assert isinstance(app.screen, TitleRoom)


async def click(app, pilot, said, *, last=False):
    """Click on words that stand on the screen."""
    lines = screen_text(app).splitlines()
    found = [(line.rindex(said) if last else line.index(said), y) for y, line in enumerate(lines) if said in line]
    x, y = found[-1 if last else 0]
    widget, region = app.screen.get_widget_at(x, y)
    await pilot.click(widget, offset=(x - region.x, y - region.y))
    await settled(pilot)


async def click_choice(app, pilot, number):
    """Turn the wheel until the choice can be seen, then click it."""
    transcript = app.screen.transcript
    [view] = [one for one in app.screen.leaf.choices.children if one.row.number == number and one.display]
    for _ in range(200):
        if view.region.height and transcript.region.contains(view.region.x, view.region.y):
            break
        await pilot._post_mouse_events([MouseScrollDown], transcript)
        await pilot.pause()
    await pilot.click(view, offset=(6, 0))
    await pilot.pause()


def in_plain_text(shelf, numbers):
    """The same by lines typed."""
    typed = [str(number) for number in numbers]
    typed[REGRETTED + 1 : REGRETTED + 1] = ["back", typed[REGRETTED]]
    said = StringIO()
    session = shelf.begin(SEED)
    Player(session, iter(typed), said.write, said.write, shelf, echo=True, width=72).play()
    session.close()


async def test_by_keyboard_by_mouse_and_in_plain_text_a_whole_game_is_the_same_journal(program, decided, tmp_path):
    ways = {name: Shelf(tmp_path / name, program) for name in ("keyboard", "mouse", "plain")}
    await by_keyboard(ways["keyboard"], decided)
    await by_mouse(ways["mouse"], decided)
    in_plain_text(ways["plain"], decided)
    typed = records(tmp_path / "plain")
    assert len(typed) == len(decided) + 3, "the opening, the decisions, one taken back and taken again"
    assert records(tmp_path / "keyboard") == typed
    assert records(tmp_path / "mouse") == typed
