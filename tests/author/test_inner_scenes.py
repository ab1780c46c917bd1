"""Choices inside choices, and the places where they fall together, belong to the scene that holds them."""

from pathlib import Path

from game.author.chart import chart_of
from game.author.ways import Way, going_on, ways_of
from game.author.words import words_of
from game.cli.main import main
from game.load.pipeline import load_path

STORIES = Path(__file__).parents[1] / "stories"


def _story(name):
    loaded = load_path(STORIES / name / "story.yaml")
    assert loaded.story is not None
    return loaded.story


def test_a_map_shows_the_scenes_that_were_declared_and_every_way_out_of_what_is_inside_them():
    story = _story("nested")
    chart = chart_of(story)
    assert [node.name for node in chart.nodes.values()] == ["station", "tracks", "asleep"]
    found = ways_of(story)
    assert Way("station", "tracks", "goto", "ask.south") in found
    assert Way("station", "station", "goto", "after.after.round") in found
    assert Way("station", "tracks", "then") in found
    assert {way.source for way in found} == {"station", "tracks"}
    assert {way.target for way in found} == {"station", "tracks", "ending(asleep)"}


def test_the_turn_goes_on_after_a_scene_if_it_does_so_after_something_inside():
    assert going_on(_story("nested_weeks")) == {"desk", "visit", "court", "bill", "aunt"}
    assert going_on(_story("nested")) == frozenset()


def test_words_inside_a_scene_are_its_own():
    found = {scene.id: scene.words for scene in words_of(_story("nested")).scenes}
    assert set(found) == {"station", "tracks"}
    ending = 4  # You dream of rails
    assert sum(found.values()) + ending == words_of(_story("nested")).words


def test_commands_count_and_name_declared_scenes_only(capsys):
    assert main(["check", str(STORIES / "nested")]) == 0
    assert "2 scenes, 0 storylets" in capsys.readouterr().err
    assert main(["graph", str(STORIES / "nested"), "--around", "station.ask"]) == 2
    assert "no scene `station.ask`" in capsys.readouterr().err
