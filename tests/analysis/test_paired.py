"""Readings with the same luck: shares that are right, and differences that are there or are not."""

from small_stories import weekly

from game.analysis.noise import Z95, moved, normal_beyond, shift, wilson
from game.analysis.paired import CUT, readings
from game.analysis.readers import reader_of

STORY = """
characters: {ada: {name: Ada}}
meters: {sky: {title: Sky, range: 0..100, start: 60}}
claims: {never_high: {never: sky > 90}, some_low: {sometimes: sky < 60}}
scenes:
  start:
    text: Here
    choices:
      go: {text: Go, effects: [sky += 5]}
      try: {text: Try, check: {odds: ODDS, pass: {effects: [sky += 40]}, fail: {effects: [sky -= 10]}}}
storylets:
  one: {deck: post, weight: WEIGHT, text: One, choices: {ok: {text: OK}}}
  two: {deck: post, text: Two, choices: {ok: {text: OK}}}
"""
RUNS = 1500


def read(odds=30, weight=3, seed=1, runs=RUNS):
    text = STORY.replace("ODDS", str(odds)).replace("WEIGHT", str(weight))
    program = weekly(text, turns=1, phases=("scene: {due: first}", "post: {deal: [post], hand: 1, take: 1}"))
    return readings(program, reader_of(program, "uniform"), runs, seed)


def test_shares_are_those_of_the_story_within_their_interval():
    found = read()
    for fact, share in {
        ("choice", "start.try"): 0.5,
        ("pass", "start.try"): 0.15,
        ("storylet", "one"): 0.75,
        ("claim", "never_high"): 0.15,
        ("claim", "some_low"): 0.35,
        ("ending", "done"): 1,
        CUT: 0,
    }.items():
        low, high = wilson(found.met.get(fact, 0).bit_count(), RUNS, 3.9)
        assert low - 1e-9 <= share <= high + 1e-9, (fact, found.share(fact))
    assert found.decisions == 2 * RUNS


def test_the_same_seed_gives_the_same_and_more_of_it_begins_alike():
    assert read() == read()
    assert read(seed=2) != read()
    fewer = read(runs=300)
    assert all(more & (1 << 300) - 1 == fewer.met.get(fact, 0) for fact, more in read().met.items())


def test_two_versions_differ_only_by_what_was_changed():
    before, now = read(), read(odds=33)
    for fact in before.met:
        only_old, only_new = before.met[fact] & ~now.met[fact], now.met[fact] & ~before.met[fact]
        if fact in (("pass", "start.try"), ("claim", "never_high")):
            assert not only_old, "higher odds let nobody fail who passed"
            assert only_new
        elif fact[0] != "claim":
            assert not only_old
            assert not only_new


def test_what_goes_round_for_ever_is_cut():
    program = weekly("scenes: {start: {text: A, choices: {go: {text: Go, goto: b}}}, b: {text: B, then: start}}")
    found = readings(program, reader_of(program, "uniform"), 1, 1)
    assert found.share(CUT) == 1


def test_noise_is_told_from_a_difference():
    assert abs(Z95 - 1.95996) < 1e-4
    assert abs(normal_beyond(0.001) - 3.29053) < 1e-4
    assert not moved(20, 24, 1)
    assert moved(2, 40, 1)
    assert moved(10, 26, 1)
    assert not moved(10, 26, 500), "of five hundred things one leans so by noise"
    assert not moved(0, 0, 1)
    low, high = shift(2, 40, 1000)
    assert low < 0.038 < high
    assert low > 0
    assert wilson(0, 100)[0] == 0
    assert 0.03 < wilson(0, 100)[1] < 0.04
    assert wilson(0, 0) == (0, 1)
