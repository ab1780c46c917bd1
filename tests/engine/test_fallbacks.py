"""Choices for when nothing else is open."""

import pytest
from small_stories import begun, events, played, timeless

from game.engine import events as happened
from game.engine.going import EndlessError


def test_a_silent_fallback_that_leads_round_to_itself_is_an_endless_story():
    program = timeless(
        """
        scenes:
          start: {text: Round, choices: {on: {fallback: true, goto: start}}}
        """
    )
    with pytest.raises(EndlessError, match="`start`"):
        begun(program)


TOSSES = """
    facts: {heads: {range: 0..9}}
    scenes:
      start:
        text: Toss until it falls on heads
        choices:
          toss:
            fallback: true
            check: {odds: 20, pass: {effects: [{end: done}]}, fail: {goto: start}}
    endings: {done: {title: Done, order: 1, at: any, text: Heads}}
"""


def test_chance_asked_again_in_one_step_is_asked_anew():
    program = timeless(TOSSES)
    tosses = []
    for seed in range(40):
        found = [event.passed for event in events(begun(program, seed)) if isinstance(event, happened.Tested)]
        assert found == [False] * (len(found) - 1) + [True]
        tosses.append(len(found))
    assert len(set(tosses)) > 5
    drew = dict(begun(program, tosses.index(max(tosses))).journal.opened.drew)
    assert drew["start.toss"] == ("fail",)
    assert drew[f"start.toss#{max(tosses)}"] == ("pass",)


def test_what_is_no_fallback_s_turn_can_not_be_taken():
    program = timeless(
        """
        scenes:
          start:
            text: Two
            choices:
              one: {text: One, once: true, goto: start}
              other: {text: Other, fallback: true, goto: start}
        """
    )
    assert begun(program).open == ("one",)
    assert played(program, "one").open == ("other",)
    assert played(program, "one", "other").open == ("other",)
