"""Tuning: the value that gives a wanted share, how sure that is, and when there is none."""

import pytest
from small_stories import weekly

from game.analysis.paired import Readings, readings
from game.analysis.readers import reader_of
from game.analysis.tuning import Aim, CannotTuneError, tune

RUNS = 10_000


def reads(share_of):
    """Readings in which exactly such a share passes; a value that ``share_of`` has no answer for can't be played."""

    def read(value):
        share = share_of(value)
        return None if share is None else Readings(RUNS, {("pass", "x"): (1 << round(share * RUNS)) - 1}, 0)

    return read


def tuned(share_of, share, low=0, high=100, now=50):
    return tune(reads(share_of), now, low, high, Aim(("pass", "x"), None, share))


def test_the_value_is_found_and_the_range_that_cant_be_told_from_it():
    found = tuned(lambda value: value / 100, 0.37)
    assert found.best.value == 37
    assert found.fits == (37, 37)
    assert found.rises is True
    assert found.now.share == 0.5
    assert len(found.tried) < 20
    wide = tuned(lambda value: value / 1000, 0.05)
    low, high = wide.fits
    assert low < 50 < high
    assert all(abs(value / 1000 - 0.05) < 0.006 for value in (low, high))


def test_a_share_that_falls_is_found_as_well():
    found = tuned(lambda value: 1 - value / 100, 0.2)
    assert (found.best.value, found.rises) == (80, False)


def test_where_no_value_gives_it_the_nearest_is_named():
    found = tuned(lambda value: value / 500, 0.9)
    assert found.best.value == 100
    assert found.fits is None
    assert not found.reached


def test_a_share_that_turns_is_said_to():
    found = tuned(lambda value: 1 - abs(value - 50) / 50, 0.5)
    assert found.rises is None
    assert found.best.value in (25, 75)


def test_values_at_the_ends_with_which_nothing_can_be_played_are_left_out():
    found = tuned(lambda value: None if value in (0, 99, 100) else value / 100, 0.98)
    assert found.best.value == 98
    with pytest.raises(CannotTuneError):
        tuned(lambda _value: None, 0.5)


def test_where_nobody_comes_to_it_that_is_said():
    with pytest.raises(CannotTuneError, match="no reading came"):
        tune(reads(lambda _value: 0.5), 50, 0, 100, Aim(("pass", "x"), ("choice", "x"), 0.5))


def test_a_real_check_is_tuned_to_its_odds():
    check = "{odds: 50, pass: {effects: []}, fail: {effects: []}}"
    program = weekly(f"scenes: {{start: {{text: A, choices: {{try: {{text: T, check: {check}}}}}}}}}")
    found = readings(program, reader_of(program, "uniform"), 400, 1)
    assert abs(found.share(("pass", "start.try")) - 0.5) < 0.1
