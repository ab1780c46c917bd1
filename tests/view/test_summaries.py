"""Summaries: for readers who choose them, in place of scenes and results that have one."""

from io import StringIO

import pytest
from small_stories import begun, played, timeless

from game.plain.player import Player
from game.settings.values import Settings
from game.view.compose import compose, content_notes, note
from game.view.transcript import transcript

STORY = timeless("""
facts: {late: false}
scenes:
  start:
    text: The street, at length
    content:
      about: [war, death]
      summary: |
        {late: A late | An early} street
    choices:
      look:
        text: Look
        effects: [late = true]
        result: What you saw, at length
        summary: You looked
        goto: start
      go:
        text: Go
        check: {odds: 100, pass: {result: You made it, summary: Made it, goto: shelter}, fail: {goto: shelter}}
  shelter:
    text: The shelter
    content: {about: [children]}
    choices: {stay: {text: Stay, result: You stay, effects: [{end: over}]}}
endings: {over: {title: Over, order: 1, at: any, text: The end of it}}
""")


def test_nothing_changes_for_who_chose_none():
    read = transcript(played(STORY, "look", "go", "stay"))
    assert read.count("The street, at length") == 2
    for written in ("What you saw, at length", "You made it", "The shelter", "You stay"):
        assert written in read
    assert "early street" not in read


def test_summaries_stand_in_place_of_scenes_and_results_that_have_one():
    read = transcript(played(STORY, "look", "go", "stay"), summaries=True)
    for written in ("An early street", "You looked", "A late street", "Made it", "The shelter", "You stay"):
        assert written in read
    assert "at length" not in read
    assert "You made it" not in read


def test_reading_summaries_changes_no_state():
    playthrough = played(STORY, "look")
    before = playthrough.state
    compose(playthrough, summaries=True)
    assert playthrough.state == before


@pytest.mark.parametrize("summaries", [False, True])
def test_the_plain_player_prints_what_was_chosen(summaries):
    class Unwritten:
        name, trouble, notice = "unwritten-0001", "", ""
        playthrough = begun(STORY)

    out = StringIO()
    chosen = Settings(summaries=summaries)
    Player(Unwritten(), iter(()), out.write, lambda _text: None, None, echo=True, width=72, settings=chosen).play()
    assert ("An early street" in out.getvalue()) is summaries


def test_the_note_lists_what_the_scenes_are_about_each_once():
    assert [paragraph.text for paragraph in note(STORY)] == ["Content notes: war, death, children."]
    plain = timeless("note: |\n  Read this.\nscenes: {start: {text: x, then: start}}\n")
    assert [paragraph.text for paragraph in note(plain)] == ["Read this."]


def test_the_note_may_ask_what_nothing_else_asks():
    asking = "note: |\n  Read{visits(start) > 0: again | this}.\nscenes: {start: {text: x, then: start}}\n"
    assert [paragraph.text for paragraph in note(timeless(asking))] == ["Readthis."]


def test_themes_say_a_sentence_each_before_the_story_begins():
    themes = "themes: {hard_winter: It is cold., war: There is one.}\n"
    program = timeless(
        themes + "scenes: {start: {text: Here, content: {about: [war]}, choices: {go: {text: Go, goto: start}}}}"
    )
    assert [one.text for one in note(program)] == ["Hard winter. It is cold.", "War. There is one."]
    assert [(one.id, one.text) for one in content_notes(program)] == [
        ("hard_winter", "It is cold."),
        ("war", "There is one."),
    ]
    assert [(one.title, one.text) for one in content_notes(STORY)] == [("War", ""), ("Death", ""), ("Children", "")]
