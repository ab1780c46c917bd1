"""`held(condition)` in expressions: its key says exactly what it asks, and what is inside comes first."""

import pytest
from little_scope import SLOTS, scope

from game.expr.check import check
from game.expr.types import YesNo


def asked(text, named=None):
    checked, problems = check(text, scope(named), YesNo())
    assert problems == ()
    assert checked is not None
    return checked


def test_what_is_asked_in_two_ways_is_counted_once():
    first = asked("held(sky is Open) > 2")
    assert first.keys == {"held((sky in 6..8))"}
    assert asked("held( open ) > 1", {"open": "sky is Open"}).keys == first.keys
    assert asked("held(sky in 6..8) > 1").keys == first.keys


def test_words_and_names_are_not_taken_for_each_other():
    assert asked("held(background == research) > 1").keys == {"held((background == 'research'))"}
    assert asked("held(met_her) > 1").keys == {"held(met_her)"}


def test_what_is_inside_comes_before_what_is_around_it_named_conditions_too():
    named = {"long": "held(sky > 3) >= 2"}
    checked = asked("held(long or met_her) > 1 and held(sky > 3) > 4", named)
    keys = [key for key, _ in checked.held]
    assert keys == ["held((sky > 3))", "held(((held((sky > 3)) >= 2) or met_her))"]
    inner = dict(checked.held)
    assert inner[keys[0]].keys == {"sky"}
    assert inner[keys[1]].keys == {keys[0], "met_her"}
    assert checked.keys == set(keys)
    assert not set(keys) & set(SLOTS)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("held(sky) > 1", "wrong-type", "sky"),
        ("held(met_her)", "wrong-type", "held(met_her)"),
        ("held(met_her) > 99", "never-holds", "held(met_her) > 99"),
        ("held(sky > 20) > 1", "never-holds", "sky > 20"),
        ("held(met_hre) > 1", "unknown-name", "met_hre"),
        ("held > 1", "unknown-name", "held"),
        ("held() > 1", "expression-syntax", ")"),
        ("held(met_her > 1", "expression-syntax", ""),
    ],
)
def test_a_fault_inside_stands_at_its_place(text, code, place):
    _, problems = check(text, scope(), YesNo())
    assert (code, place) in [(one.code, text[one.start : one.end]) for one in problems]
