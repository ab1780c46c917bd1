"""Findings about a story as a whole: what could never come, and what would leave a reader without a word."""

import pytest

from game.load.files import SourceFile
from game.load.pipeline import load

CLOCKED = """
story: s
title: S
start: a
arcs: {l: {title: L}}
clock: {turns: 3, phases: {%s}}
scenes:
  a: {text: Hello.}
  b: {%s}
endings:
  e: {title: E, order: 1, at: last, text: Over.}
"""
TIMELESS = """
story: s
title: S
start: a
facts: {known: false}
scenes:
  a:
    text: Hello.
    then: a
    choices:
      go: {text: Go, %s}
"""
SCENES = "week: {due: first, else: arcs}"


def _codes(text):
    return [(one.code, one.message) for one in load((SourceFile("story.yaml", text.encode()),)).diagnostics]


@pytest.mark.parametrize(
    ("phases", "scene", "said"),
    [
        (SCENES, "text: Hi., arc: l, at: 2..9", "`at` runs from 1 to 3"),
        (SCENES, "text: Hi., at: 7", "`at` runs from 1 to 3"),
        (SCENES, "text: Hi., at: 1..2", "a scene that may come within several turns needs `arc`"),
    ],
)
def test_a_date_on_which_a_scene_could_never_come_is_a_finding(phases, scene, said):
    assert [message for _, message in _codes(CLOCKED % (phases, scene))] == [said]


def test_a_lock_must_say_why():
    assert _codes(TIMELESS % "requires: known") == [("missing-key", "a choice with `requires` needs `locked`")]


def test_after_stands_behind_choices_or_behind_a_call():
    alone = _codes(TIMELESS % "after: {text: Then.}")
    assert alone == [("missing-key", "a choice with `after` and no `call` needs `choices`")]
    assert _codes(TIMELESS % "call: a, after: {text: Then.}") == []
    both = _codes(TIMELESS % "call: a, goto: a, after: {text: Then.}")
    assert both == [("one-of-these", "a choice takes only one of `goto`, `after`")]
