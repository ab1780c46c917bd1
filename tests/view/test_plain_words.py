"""Plain words: for readers who choose them, in place of what takes its subject for granted; nothing else changes."""

import pytest
from small_stories import begun, weekly

from game.view.compose import codex, compose
from game.view.transcript import transcript

STORY = weekly(
    """
codex:
  keel: {title: The keel, shelf: campaign, text: A beam}
scenes:
  start:
    text: Her [keel](codex:keel) has hogged
    plain: The ship is bent
    content: {about: [ships], summary: A ship}
    choices: {go: {text: Go, result: You go}}
lines:
  brief:
    one: {text: Glass falling, plain: Bad weather}
    two: {text: Nothing passed}
""",
    phases=("brief: {title: Brief, lines: brief}", "scene: {due: first}"),
)


@pytest.mark.parametrize(
    ("wanted", "scene", "briefs"),
    [
        ({}, "Her keel has hogged", ["Glass falling", "Nothing passed"]),
        ({"plain": True}, "The ship is bent", ["Bad weather", "Nothing passed"]),
        ({"plain": True, "summaries": True}, "A ship", ["Bad weather", "Nothing passed"]),
    ],
    ids=["as written", "plain", "a summary before plain words"],
)
def test_each_reader_reads_the_words_they_chose(wanted, scene, briefs):
    first = compose(begun(STORY), **wanted)
    assert [one.paragraphs[0].text for one in first.blocks if one.kind == "scene"] == [scene]
    told = transcript(begun(STORY).choose("go"), **wanted)
    assert all(one in told for one in (scene, *briefs))


def test_what_is_known_does_not_hang_on_the_words_that_were_read():
    playthrough = begun(STORY)
    compose(playthrough, plain=True)
    assert [entry.known for entry in codex(playthrough)] == [True]
