"""Odds: exact where all can be gone through, by readings elsewhere; from a session by what its reader can know."""

import pytest
from enumerated import small_program
from hypothesis import given, settings
from hypothesis import strategies as st
from small_stories import begun, timeless

from game.analysis.exact_odds import KINDS, Ahead, TooManyError
from game.analysis.knowing import Standing, as_known
from game.analysis.odds import Asked, odds
from game.analysis.readers import reader_of, uniform
from game.analysis.swept_odds import SweepError, swept
from game.view.compose import compose

DOORS = """
    meters: {heat: {title: Heat, range: 0..3, start: 0}}
    truths: {fuel: {low: 60, high: 40}, wind: {north: 75, south: 25}}
    endings:
      won: {title: Won, order: 1, at: any, text: Won}
      lost: {title: Lost, order: 2, at: any, text: Lost}
    scenes:
      start:
        text: A door
        choices:
          wait: {text: Wait, goto: start}
          look:
            text: Look
            result: |
              {wind == north: It is cold. | It is warm.}
            goto: inside
          jump: {text: Jump, check: {odds: 20, pass: {effects: [{end: won}]}, fail: {effects: [{end: lost}]}}}
      inside:
        text: Inside
        choices:
          ask: {text: Ask, effects: [{reveal: fuel}], result: It says, goto: inside_too}
          go: {text: Go, goto: inside_too}
      inside_too:
        text: Further
        choices:
          push: {text: Push, when: fuel == low, effects: [{end: lost}]}
          pull: {text: Pull, when: fuel == high, effects: [{end: won}]}
          fall: {text: Fall, when: wind == south, effects: [{end: lost}]}
    """


def found(program, standing=(), reader="uniform", **asked):
    return odds(program, reader_of(program, reader), standing, Asked(**asked), lambda _done: True)


def test_circles_checks_and_truths_are_weighed_exactly():
    now = found(timeless(DOORS))
    # Whoever waits comes back: a half looks, a half jumps. Further in, the wind may be a second way.
    won = 0.5 * 0.2 + 0.5 * 0.4 * (0.75 + 0.25 / 2)
    assert now.exact
    assert now.chance(("ending", "won")) == pytest.approx(won, abs=1e-12)
    assert now.chance(("ending", "lost")) == pytest.approx(1 - won, abs=1e-12)
    assert now.chance(("choice", "start.wait")) == pytest.approx(1 / 3, abs=1e-12)
    assert now.no_end == pytest.approx(0, abs=1e-12)


def test_readings_agree_with_what_is_exact_and_say_how_sure_they_are():
    program = timeless(DOORS)
    exact, read = found(program), found(program, states=1, runs=3_000, memory=1)
    assert not read.exact
    assert "more than 1 states" in read.why
    for fact, chance in exact.chances.items():
        low, high = read.between(fact)
        assert low - 0.02 <= chance <= high + 0.02


def test_who_remembers_what_they_took_is_read_with_and_not_gone_through():
    assert not found(timeless(DOORS), reader="curious", runs=20).exact


def test_a_truth_that_no_page_told_is_averaged_over_and_one_that_was_read_of_is_known():
    start = begun(timeless(DOORS))
    assert len(as_known(start, compose)) == 4
    looked = start.choose("look")
    wind = looked.program.layout.slots["wind"]
    assert len({one.state.values[wind] for one in as_known(looked, compose)}) == 1
    assert sorted(round(one.chance, 9) for one in as_known(looked, compose)) == [0.4, 0.6]


def test_a_revealed_truth_is_known():
    asked = begun(timeless(DOORS)).choose("look").choose("ask")
    assert as_known(asked, compose) == (Standing(asked.state, 1.0),)


def test_choices_that_stand_open_tell_of_truths_too():
    inside = begun(timeless(DOORS)).choose("look").choose("go")
    assert as_known(inside, compose) == (Standing(inside.state, 1.0),)


def test_luck_that_came_weighs_truths_by_how_likely_it_was_under_each():
    program = timeless("""
        truths: {ice: {range: 1..2}}
        endings: {out: {title: Out, order: 1, at: any, text: Out}}
        scenes:
          start:
            text: A lake
            choices:
              step:
                text: Step
                check: {odds: 30 * ice, pass: {result: It holds}, fail: {result: It cracks}}
                goto: shore
          shore: {text: A shore, choices: {out: {text: Out, effects: [{end: out}]}}}
        """)
    first = begun(program)
    assert as_known(first, compose) == (Standing(first.state, 1.0),)  # the odds stand beside the choice, and tell
    stepped = as_known(first.choose("step", (("start.step", ("pass",)),)), lambda _unseen: None)
    assert sorted(one.chance for one in stepped) == pytest.approx([1 / 3, 2 / 3])


def test_an_ended_session_has_come_where_it_has():
    start = begun(timeless(DOORS)).choose("jump")
    now = found(start.program, as_known(start, compose))
    assert now.exact
    assert now.chances == {("ending", start.state.ended): pytest.approx(1)}


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_one_sweep_over_all_states_finds_the_odds_that_going_through_them_finds(seed):
    program = small_program(seed)
    try:
        ahead = Ahead(program, uniform(program), (), lambda _done: True)
        found, states = swept(program, KINDS, 1 << 26, lambda done: done < 5_000)
    except (TooManyError, SweepError):
        return
    assert states
    exact = {fact: ahead.chance(fact) for fact in ahead.facts()}
    assert {fact for fact, chance in exact.items() if chance > 1e-9} <= found.keys()
    assert all(abs(chance - exact.get(fact, 0.0)) < 1e-9 for fact, chance in found.items())


LONG = """
    meters: {one: {title: One, range: 0..100, start: 50}, two: {title: Two, range: 0..100, start: 50}}
    endings: {out: {title: Out, order: 1, at: last, text: Out.}, up: {title: Up, order: 2, at: last, text: Up.}}
    scenes:
      start:
        text: A hall.
        choices:
          more: {text: More, effects: [one += 5], goto: start}
          less: {text: Less, when: one > 0, effects: [two -= 5], goto: start}
          try:
            text: Try
            check: {odds: two, pass: {effects: [{end: up}]}, fail: {effects: [{end: out}]}}
    """


def test_where_states_are_too_many_one_by_one_the_odds_are_swept_and_exact():
    program = timeless(LONG)
    whole = odds(program, uniform(program), (), Asked(), lambda _done: True)
    swept_ = odds(program, uniform(program), (), Asked(states=10), lambda _done: True)
    assert (whole.exact, swept_.exact, swept_.runs) == (True, True, 0)
    assert swept_.chances.keys() == whole.chances.keys()
    assert all(abs(swept_.chance(fact) - chance) < 1e-9 for fact, chance in whole.chances.items())


def test_where_arrays_of_all_states_would_not_fit_it_is_read_instead():
    program = timeless(LONG)
    found = odds(program, uniform(program), (), Asked(states=10, runs=5, memory=50), lambda _done: True)
    assert (found.exact, found.runs) == (False, 5)
    assert "arrays of all states need more" in found.why
