"""Words: every text counted once, in its kind, its scene, its arc and with whom it speaks of."""

from small_stories import timeless

from game.analysis.texts import count, texts_of, written
from game.author.chart import chart_of
from game.author.tags import tagged, tags_of
from game.author.words import words_of
from game.load.files import SourceFile
from game.load.pipeline import load

STORY = """
note: |
  One two.
facts: {said: true}
characters: {ann: {name: Ann}, bob: {name: Bob}}
arcs: {road: {title: The road}}
scenes:
  start:
    arc: road
    text: |
      Three words here, [Ann](character:ann) {said: a b | c}.
    choices:
      go:
        text: Go on now
        cost: It's two-fold
        requires: said
        locked: No
        effects: [{end: done}]
        result: |
          {first: Dark | then: Light and more}
endings:
  done: {title: Done at last, order: 1, at: any, text: Over it is}
codex:
  thing: {title: A thing, shelf: campaign, text: Seen once}
"""


def test_words_are_counted_by_what_they_are_for_and_by_scene_arc_and_character():
    found = words_of(timeless(STORY).story)
    assert found.uses == {"note": 2, "scene": 7, "choice": 4, "cost": 2, "result": 4, "ending": 3, "codex": 2}
    assert found.words == 24
    assert found.minutes == 1
    assert [(scene.id, scene.words, scene.characters) for scene in found.scenes] == [("start", 17, ("ann",))]
    assert found.arcs == {"road": (1, 17)}
    assert found.characters == {"ann": (1, 17), "bob": (0, 0)}


def test_every_prose_of_a_story_is_counted_once(narrow_sky):
    found = words_of(narrow_sky)
    assert found.words == sum(count(written(text.prose.parts)) for text in texts_of(narrow_sky))
    assert sum(scene.words for scene in found.scenes) == sum(
        count(written(text.prose.parts)) for text in texts_of(narrow_sky) if text.scene
    )
    places = [text.prose.at for text in texts_of(narrow_sky)]
    assert len(set(places)) == len(places)


def test_no_branch_of_a_text_is_left_out():
    story = timeless(STORY).story
    said = " ".join(written(text.prose.parts) for text in texts_of(story))
    for word in ("Three", "a b", "c", "Dark", "Light and more", "Over", "Seen"):
        assert word in said


def test_texts_of_envelopes_promises_checks_and_trays_count_too():
    from game.author.sample import PATH

    story = load([SourceFile("story.yaml", PATH.read_bytes())]).story
    owners = {text.owner for text in texts_of(story)}
    assert {"post", "bill", "supper", "lamp_room.signal", "calm", "relieved", "board", "the_lamp"} <= owners


TAGGED = timeless(
    """
scenes:
  start:
    text: One two three
    choices:
      go: {text: Go on, tags: [brave], goto: cave, result: Deep, choices: {a: {text: A, goto: cave}}}
      stay: {text: Stay, goto: start}
  cave: {text: Four words stand here, tags: [dark, wet], then: start}
  hill: {text: Nothing, then: start}
""".replace("goto: cave, result: Deep, choices", "result: Deep, choices")
)


def test_words_of_a_tag_are_those_of_the_scenes_that_have_it_or_a_choice_that_does():
    found = words_of(TAGGED.story, "brave")
    assert [scene.id for scene in found.scenes] == ["start"]
    assert found.words == 3 + 2 + 1 + 1 + 1
    assert words_of(TAGGED.story, "dark").words == 4
    assert words_of(TAGGED.story, "wet").scenes[0].id == "cave"


def test_a_map_of_a_tag_shows_its_scenes_and_what_borders_on_them():
    chart = chart_of(TAGGED.story).of_scenes("dark", tagged(TAGGED.story, "dark"))
    assert {name: node.outside for name, node in chart.nodes.items()} == {"cave": False, "start": True}
    assert tags_of(TAGGED.story) == ("brave", "dark", "wet")
