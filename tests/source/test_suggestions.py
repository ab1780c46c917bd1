"""The nearest known name to a misspelt one."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.source.suggest import did_you_mean, nearest

METERS = ["sky", "roots", "fuse", "moscow", "washington", "damascus", "home"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("mosow", "moscow"), ("mosocw", "moscow"), ("washingtn", "washington"), ("Sky", "sky"), ("roots_", "roots")],
)
def test_a_slip_of_the_finger_is_understood(word, meant):
    assert nearest(word, METERS) == meant
    assert did_you_mean(word, METERS) == f"did you mean `{meant}`?"


def test_a_slip_is_understood_among_thousands_of_names():
    many = [f"scene_{number}" for number in range(4_000)] + METERS
    for word, meant in [("mosow", "moscow"), ("washingtn", "washington"), ("damascsu", "damascus")]:
        assert nearest(word, many) == meant


def test_where_nothing_is_near_the_few_names_there_are_are_told():
    assert did_you_mean("zzz", ["low", "high"]) == "known here: `high`, `low`"


def test_where_nothing_is_near_among_many_nothing_is_said():
    assert did_you_mean("zzz", [f"name_{number}" for number in range(9)]) == ""
    assert did_you_mean("zzz", []) == ""


def test_no_word_and_no_list_makes_it_slow():
    many = ["a" * 60 + str(number) for number in range(5_000)]
    start = perf_counter()
    assert nearest("sky", [*many, "sky"]) is None
    assert nearest("a" * 1_000_000, many) is None
    assert nearest("a" * 61, many) is not None
    nearest("sky", ["s" * 1_000_000])
    assert perf_counter() - start < 5


@given(st.text(max_size=80), st.lists(st.text(max_size=80)))
def test_any_word_and_any_names_will_do(word, names):
    found = nearest(word, names)
    assert found is None or found in names
