"""The example of an addition to the campaign: it adds a choice and a storylet, touches nothing, and is played."""

import random
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from game.cli.main import main
from game.engine.prepare import prepare
from game.load.pipeline import load_path
from game.play.journal import Opened
from game.play.playthrough import opened
from game.view.transcript import transcript

STORIES = Path(__file__).parents[2] / "story"
WANTED = {"down_to_the_water", "stern_light"}


@pytest.fixture(scope="module")
def light():
    loaded = load_path(STORIES / "harbour_light")
    assert loaded.diagnostics == ()
    return loaded.story


def _game(program, seed):
    """A game whose chooser goes down to the water and opens the pilot's envelope wherever that is offered."""
    lots = random.Random(seed)
    playthrough = opened(program, Opened(story=program.story.id, version=1, fingerprint="", seed=seed))
    while not playthrough.ended:
        choices = playthrough.open
        wanted = [choice for choice in choices if choice in WANTED]
        playthrough = playthrough.choose(wanted[0] if wanted else lots.choice(choices))
    return playthrough


def test_it_adds_a_choice_and_a_storylet_and_changes_nothing_else(light):
    base = load_path(STORIES / "narrow_sky").story
    assert set(light.scenes) - set(base.scenes) == {"stern_light"}
    own = {name: [choice.id for choice in scene.choices] for name, scene in base.scenes.items()}
    more = {name: [choice.id for choice in light.scenes[name].choices] for name in own}
    assert more == own | {"concert": [*own["concert"], "down_to_the_water"]}
    assert light.storylets["stern_light"].deck == "people"
    assert all(at.at.source.startswith("narrow_sky/") for name, at in light.scenes.items() if name in own)


def test_both_are_met_in_play_and_one_knows_of_the_other(light):
    program = prepare(light)
    games = [_game(program, seed) for seed in range(60)]
    taken = [{move.took.choice for move in game.moves if move.took} for game in games]
    assert set.union(*taken) >= {*WANTED, "one_paper", "two_buses", "find_the_owner"}
    told = [" ".join(transcript(game).split()) for game, choices in zip(games, taken, strict=True) if choices >= WANTED]
    assert all("The mole is wet and has one bench." in one for one in told)
    nods = "He nods to you as one does to people from the bench."
    assert {nods in one for one in told} == {one.index("The mole is wet") < one.index("The coaster") for one in told}
    assert any(nods in one for one in told)


def test_it_is_played_by_its_folder(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"1\n" * 400)))
    folder, saves = str(STORIES / "harbour_light"), str(tmp_path)
    assert main(["play", folder, "--plain", "--seed", "7", "--saves", saves]) == 0
    told = capsys.readouterr()
    assert "Narrow Sky, with Harbour Light" in told.err
    assert "The end." in told.out
    (journal,) = tmp_path.glob("harbour_light-*.jsonl")
    assert '"extends":[["narrow_sky",' in journal.read_text()
