"""The decision map in words: nothing that no session has read is named."""

import pytest
from small_stories import played, timeless

from game.view.decision_map import decision_map, elsewhere, map_text

STORY = """
scenes:
  start:
    title: The line
    text: It begins
    choices:
      wait: {text: Wait, goto: start}
      walk: {text: Walk, goto: the_road}
      leave: {text: Leave, effects: [{end: over}]}
  the_road: {text: A road, choices: {on: {text: Go on, goto: start}, dig: {text: A secret way, goto: secret_cellar}}}
  secret_cellar: {title: Secret cellar, text: A secret, choices: {up: {text: Up, goto: start}}}
endings: {over: {title: All over, order: 1, at: any, text: Over}}
"""


def drawn(*sessions, **how):
    story = timeless(STORY)
    return map_text(
        decision_map([(f"small-{n:04d}", played(story, *steps)) for n, steps in enumerate(sessions, 1)]), **how
    )


def test_the_map_says_where_sessions_part_where_each_stands_and_counts_what_was_never_seen():
    sessions = (("wait", "wait", "wait", "leave"), ("wait", "wait", "walk"), ("wait",))
    assert (
        drawn(*sessions)
        == """\
Small: 3 sessions, 2 of 3 scenes read.

The beginning (3 sessions)
1. The line: Wait
= small-0003 stands here
* 2 ways not taken from here
  2. The line: Wait (2 sessions)
  * 2 ways taken from here, 1 not taken
    3. The line: Wait
    4. The line: Leave
    = small-0001 ended with All over
    3. The line: Walk
    = small-0002 stands here
    * 2 ways not taken from here
"""
    )
    assert "ecret" not in drawn(*sessions, whole=True)


def test_a_long_run_is_told_in_one_line_or_wholly():
    assert "... 8 decisions more, then 9. The line: Wait" in drawn(("wait",) * 9)
    assert drawn(("wait",) * 9, whole=True).count("The line: Wait") == 9


def test_a_narrow_page_is_kept_to():
    lines = drawn(("wait", "walk", "on", "leave"), ("wait", "wait"), width=30).split("\n")
    assert max(map(len, lines)) <= 30


def test_what_others_decided_in_the_same_place_stands_beside_each_decision():
    story = timeless(STORY)
    sessions = [("a", ("wait", "walk", "on")), ("b", ("wait", "leave")), ("c", ("walk", "dig")), ("d", ())]
    found = decision_map([(name, played(story, *steps)) for name, steps in sessions])
    beside = {number: [(spot.sessions, spot.text) for spot in spots] for number, spots in elsewhere(found, "a").items()}
    assert beside == {1: [(("c",), "Walk")], 2: [(("b",), "Leave")]}
    assert elsewhere(found, "d") == {}
    with pytest.raises(KeyError):
        elsewhere(found, "nobody")
