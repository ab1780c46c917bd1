"""Readers who choose by themselves: what draws them, and that their shares are those of their picks."""

from collections import Counter
from fractions import Fraction

import pytest
from small_stories import begun, timeless, weekly

from game.analysis.chance import Stream
from game.analysis.readers import UnknownReaderError, all_readers, open_ids, reader_of
from game.engine.offers import open_choices

CROSSROADS = """
meters:
  sky: {title: Sky, range: 0..100, start: 50}
  home: {title: Home, range: 0..100, start: 50}
facts: {word: false}
scenes:
  start:
    text: It begins
    choices:
      much: {text: Much, effects: [sky += 20, home -= 5], goto: start}
      little: {text: Little, effects: [sky -= 1], goto: start}
      dark: {text: Dark, check: {odds: 50, pass: {effects: [sky += 1]}, fail: {effects: [sky -= 1]}}, goto: start}
      shut: {text: Shut, requires: word, locked: No, effects: [sky += 90], goto: start}
"""


def shares(program, reader, state):
    return {one.choice: Fraction(one.over, one.under) for one in reader_of(program, reader).shares(state)}


@pytest.mark.parametrize(
    ("reader", "taken"),
    [("cautious", "little"), ("greedy:sky", "much"), ("greedy:-sky", "little"), ("greedy:-home", "much")],
)
def test_a_reader_takes_what_draws_it_most(reader, taken):
    program = timeless(CROSSROADS)
    state = begun(program).state
    assert shares(program, reader, state) == {taken: 1}
    assert reader_of(program, reader).pick(state, Stream(1)) == taken


def test_uniform_takes_anything_that_is_open_alike():
    program = timeless(CROSSROADS)
    state = begun(program).state
    assert shares(program, "uniform", state) == dict.fromkeys(("much", "little", "dark"), Fraction(1, 3))


def test_a_curious_reader_takes_each_before_any_again_and_forgets_with_the_run():
    program = timeless(CROSSROADS)
    state, stream, reader = begun(program).state, Stream(7), reader_of(program, "curious")
    taken = [reader.pick(state, stream) for _ in range(6)]
    assert sorted(taken[:3]) == sorted(taken[3:]) == ["dark", "little", "much"]
    assert reader.remembers
    assert len(reader.fresh().shares(state)) == len(open_ids(program, state))


def test_shares_are_those_of_the_picks():
    program = timeless(CROSSROADS)
    state = begun(program).state
    for reader in all_readers(program):
        expected = {one.choice: Fraction(one.over, one.under) for one in reader.shares(state)}
        assert sum(expected.values()) == 1
        taken = Counter(reader.fresh().pick(state, Stream(seed)) for seed in range(2000))
        assert taken.keys() == expected.keys()
        assert all(abs(taken[name] / 2000 - share) < 0.05 for name, share in expected.items())


def test_envelopes_are_open_too():
    card = "{deck: post, text: Card, envelope: {text: E, handler: yotam, likely: pays, default: {}}}"
    body = f"""
characters: {{yotam: {{name: Yotam}}}}
scenes:
  start: {{text: It begins}}
storylets:
  one: {card}
  two: {card}
"""
    program = weekly(body, phases=("tray: {title: Tray, deal: [post], hand: 2, take: 1}",))
    state = begun(program).state
    assert sorted(open_ids(program, state)) == sorted(open_choices(program, state)) == ["one", "two"]
    for name in ("uniform", "curious", "cautious"):
        assert len(shares(program, name, state)) == len(state.hand)


@pytest.mark.parametrize("name", ["hawk", "greedy:skye", "greedy:", "greedy:-"])
def test_a_reader_that_is_nobody_is_said_so(name):
    with pytest.raises(UnknownReaderError, match=r"no meter|no reader"):
        reader_of(timeless(CROSSROADS), name)
