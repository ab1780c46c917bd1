"""Flows: what is proved of a story without playing it, with why; and where a way on is missing."""

import pytest
from small_stories import timeless, weekly

from game.analysis.explore.asking import any_of, holds
from game.analysis.explore.lowering import flow_of
from game.analysis.explore.proofs import proofs
from game.analysis.explore.structure import onward
from game.analysis.explore.targets import targets_of
from game.analysis.explore.values import Values
from game.engine.program import Program
from game.expr.syntax import size

METERS = "meters:\n  sky: {title: Sky, range: 0..100, start: 50}\n"


def impossible(program: Program) -> dict[str, str]:
    """Why each target that is proved to be impossible is, by kind and name."""
    found = proofs(Values(flow_of(program)), targets_of(program.story))
    return {f"{target.kind} {target.name}": why for target, why in found.items()}


def stuck(program: Program) -> tuple[bool, bool]:
    """Whether it is proved that nobody is ever stuck: by the ways alone, by what values may be."""
    flow = flow_of(program)
    return onward(flow).proved, onward(flow, Values(flow)).proved


CIRCLE = (
    METERS
    + """\
scenes:
  start:
    text: It begins
    choices:
      up: {text: Up, effects: [sky += 5], goto: start}
      down: {text: Down, effects: [sky -= 5], goto: start}
      odd: {text: Odd, when: sky == 52, goto: start}
      far: {text: Far, when: sky >= 100, effects: [{end: out}]}
endings:
  out: {title: Out, order: 1, at: any, text: Out}
"""
)


def test_what_a_circle_can_never_come_to_is_impossible_and_says_why():
    assert impossible(timeless(CIRCLE)) == {
        "choice start.odd": "here `sky == 52` never holds: `sky` lies within 0..100",
    }


def test_a_way_out_that_is_open_only_sometimes_is_no_proof():
    assert stuck(timeless(CIRCLE)) == (False, False)


def test_what_lies_behind_a_closed_way_says_which_way_is_closed():
    program = timeless("""\
facts: {seen: false}
scenes:
  start:
    text: It begins
    choices:
      on: {text: On, effects: [{end: out}]}
      behind: {text: Behind, when: seen, goto: hall}
  hall: {text: A hall, choices: {on: {text: On, effects: [{end: out}]}}}
endings:
  out: {title: Out, order: 1, at: any, text: Out}
""")
    found = impossible(program)
    assert found["choice start.behind"] == "here `seen` never holds: `seen` is false"
    assert found["scene hall"] == "in `start`, before it, `seen` never holds: `seen` is false"
    assert stuck(program) == (True, True)


def test_two_ways_that_exclude_each_other_are_enough_together():
    program = timeless(
        METERS
        + """\
scenes:
  start:
    text: It begins
    choices:
      high: {text: High, when: sky > 40, effects: [{end: out}]}
      low: {text: Low, when: sky <= 40, effects: [{end: out}]}
endings:
  out: {title: Out, order: 1, at: any, text: Out}
"""
    )
    assert stuck(program) == (False, True)


def test_a_choice_that_can_be_used_up_leaves_a_reader_stuck():
    program = timeless("""\
scenes:
  start:
    text: It begins
    choices:
      again: {text: Again, once: true, goto: start}
endings:
  out: {title: Out, order: 1, at: any, text: Out}
""")
    assert stuck(program) == (False, False)
    assert "ending out" in impossible(program)


WEEKS = (
    """\
scenes:
  start: {text: It begins}
  late: {text: Late, at: 3, choices: {on: {text: On}}}
  planned: {text: Planned, choices: {on: {text: On}}}
  never: {text: Never, choices: {on: {text: On, effects: [sky += 60]}}}
  opening:
    text: Opening
    at: 1
    choices:
      plan: {text: Plan, effects: [sky += 5, {later: {scene: planned, in: 1}}]}
      too_late: {text: Too late, effects: [{later: {scene: never, in: 3}}]}
      high: {text: High, when: sky > 60}
endings:
  high: {title: High, order: 1, at: last, when: sky > 55, text: High}
  done: {title: Done, order: 2, at: last, text: It is over}
"""
    + METERS
)


def test_turns_are_told_apart():
    found = impossible(weekly(WEEKS))
    assert sorted(found) == ["choice never.on", "choice opening.high", "ending high", "scene never"]
    assert stuck(weekly(WEEKS)) == (True, True)


@pytest.mark.parametrize(("drift", "reached"), [(1, False), (4, True)])
def test_what_turns_do_by_themselves_is_followed(drift: int, reached: bool):  # what is expected
    text = WEEKS.replace("start: 50", f"start: 50, drift: [{{by: {drift}}}]").replace("sky > 55", "sky > 60")
    assert ("ending high" in impossible(weekly(text))) != reached


def test_a_condition_over_thousands_of_keys_stays_shallow():
    tree = any_of([holds(f"hand(card_{number})") for number in range(3_000)])
    assert size(tree, 10_000)[1] < 20
