"""Readers who choose by themselves: what draws them, and that their shares are those of their picks."""

from collections import Counter
from fractions import Fraction

import pytest
from small_stories import begun, timeless, weekly

from game.analysis.chance import Stream
from game.analysis.readers import GENERAL, UnknownReaderError, all_readers, reader_of
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
      much: {text: Much, tags: [kind], effects: [sky += 20, home -= 5], goto: start}
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
    assert len(reader.fresh().shares(state)) == len(open_choices(program, state))


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
    assert sorted(open_choices(program, state)) == ["one", "two"]
    for name in ("uniform", "curious", "cautious"):
        assert len(shares(program, name, state)) == len(state.hand)


def test_nobody_is_greedy_for_what_no_choice_tells_of():
    program = timeless(CROSSROADS.replace("title: Sky,", "title: Sky, shown: never,"))
    with pytest.raises(UnknownReaderError, match="no choice says"):
        reader_of(program, "greedy:sky")


@pytest.mark.parametrize("name", ["hawk", "greedy:skye", "greedy:", "greedy:-"])
def test_a_reader_that_is_nobody_is_said_so(name):
    with pytest.raises(UnknownReaderError, match=r"no meter|no reader"):
        reader_of(timeless(CROSSROADS), name)


STRATEGIES = """
strategies:
  hawk:
    title: Hawk
    about: wants it settled
    steady: 80
    prefers:
      - {meter: sky, by: 1}
      - {choice: start.little, score: 30, when: home == 45}
  kind:
    title: Kind
    prefers: [{tag: kind, score: 1}]
"""


def test_a_strategy_goes_by_what_it_prefers_where_it_is_so():
    program = timeless(CROSSROADS + STRATEGIES)
    playthrough = begun(program)
    rest = Fraction(20, 300)
    assert shares(program, "hawk", playthrough.state) == {
        "much": Fraction(80, 100) + rest, "little": rest, "dark": rest,
    }  # fmt: skip
    after = playthrough.choose("much").state
    assert shares(program, "hawk", after)["little"] == Fraction(80, 100) + rest


def test_where_nothing_has_points_a_strategy_takes_anything():
    program = timeless(CROSSROADS + STRATEGIES)
    playthrough = begun(program)
    assert shares(program, "kind", playthrough.state) == {"much": 1}


def test_everybody_is_listed_and_called_by_the_names_that_are_theirs():
    program = timeless(CROSSROADS + STRATEGIES)
    assert [one.name for one in all_readers(program)] == [*GENERAL, "hawk", "kind"]
    hawk = reader_of(program, "hawk")
    assert (hawk.title, hawk.about, hawk.steady) == ("Hawk", "wants it settled", 80)


TRAY = """
characters: {yotam: {name: Yotam}}
arcs: {line: {title: The line}}
scenes:
  start: {text: It begins, choices: {wait: {text: Wait}, go: {text: Go, goto: far}}}
  far: {text: Far, arc: line}
storylets:
  bill: {deck: post, text: x, tags: [paper], envelope: ENVELOPE}
  aunt: {deck: post, text: x, arc: line, envelope: ENVELOPE}
  coal: {deck: cellar, text: x, envelope: ENVELOPE}
strategies:
  one: {title: One, prefers: [{storylet: bill, score: 2}, {deck: cellar, score: 1}]}
  two: {title: Two, prefers: [{deck: cellar, score: 1}, {tag: paper, score: -1}]}
  three: {title: Three, prefers: [{arc: line, score: 1}]}
  four: {title: Four, prefers: [{tag: paper, score: -1}]}
""".replace("ENVELOPE", "{text: E, handler: yotam, likely: pays, default: {}}")


@pytest.mark.parametrize(
    ("reader", "taken", "first"),
    [("one", {"bill"}, None), ("two", {"coal"}, None), ("three", {"aunt"}, {"go"}), ("four", {"aunt", "coal"}, None)],
)
def test_envelopes_are_preferred_by_storylet_deck_arc_and_tag_and_a_choice_by_the_arc_it_leads_to(reader, taken, first):
    program = weekly(TRAY, phases=("tray: {title: Tray, deal: [post, cellar], hand: 3, take: 1}",))
    playthrough = begun(program)
    if playthrough.state.scene:
        assert shares(program, reader, playthrough.state).keys() == (first or {"wait", "go"})
        playthrough = playthrough.choose("wait")
    assert shares(program, reader, playthrough.state).keys() == taken


def test_preferences_reach_into_threads():
    body = """
scenes:
  start: {text: A, threads: [side], choices: {stay: {text: Stay, goto: start}}}
  side: {text: B, choices: {step: {text: Step, goto: start}}}
strategies: {one: {title: One, prefers: [{choice: side.step, score: 1}]}}
"""
    program = timeless(body)
    assert shares(program, "one", begun(program).state) == {"side.step": 1}
