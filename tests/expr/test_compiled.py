"""What runs means what is written; and what is said never or always to hold, never or always does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_scope import SIZES, SLOTS, TYPES, every_state, meaning, scope

from game.expr.check import check
from game.expr.compile import compile_ask, compile_count, compile_test
from game.expr.parse import parse
from game.expr.types import Whole, YesNo

NAMED = {"cornered": "sky < 3 and regard <= 0", "free": "not cornered or background is planner"}
TREES = {name: parse(text) for name, text in NAMED.items()}
SCOPE = scope(NAMED)
STATES = list(every_state())

binary = "{0} {1} {2}".format


def numbers():
    leaves = st.sampled_from(["sky", "regard", "visits(the_line)", *SIZES]) | st.integers(-12, 12).map(str)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(lambda a, op, b: f"({a} {op} {b})", inner, st.sampled_from("+-*"), inner),
            st.builds(lambda a, by: f"({a} // {by})", inner, st.sampled_from([-7, -2, -1, 1, 2, 3, 7])),
            st.builds("-({0})".format, inner),
        ),
        max_leaves=6,
    )


def comparisons():
    ends = st.tuples(st.integers(-12, 12), st.integers(-12, 12)).map(sorted)
    return st.one_of(
        st.builds(binary, numbers(), st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), numbers()),
        st.builds(lambda a, pair: f"{a} in {pair[0]}..{pair[1]}", numbers(), ends),
    )


def conditions():
    leaves = st.one_of(
        comparisons(),
        st.sampled_from(["met_her", "took(the_line.one)", "true", "false", *NAMED]),
        st.sampled_from(["sky is Open", "sky is not Blind", "background is diplomat", "background is not research"]),
        st.builds(
            binary, st.just("background"), st.sampled_from(["==", "!="]), st.sampled_from(TYPES["background"].words)
        ),
        st.just("planner == background"),
        st.just("met_her != cornered"),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(lambda a, op, b: f"({a} {op} {b})", inner, st.sampled_from(["and", "or"]), inner),
            st.builds("not ({0})".format, inner),
        ),
        max_leaves=6,
    )


@given(conditions(), st.lists(st.sampled_from(STATES), min_size=1, max_size=20))
def test_a_condition_runs_as_it_is_written(text, states):
    checked, _ = check(text, SCOPE, YesNo())
    if checked is None:
        return
    test, tree = compile_test(checked, SLOTS), parse(text)
    for values in states:
        assert test(values) is meaning(tree, values, TREES), values


@given(numbers(), st.lists(st.sampled_from(STATES), min_size=1, max_size=20))
def test_an_amount_runs_as_it_is_written_and_stays_in_its_range(text, states):
    checked, faults = check(text, SCOPE, Whole(0, 1))
    assert not faults
    count, ask, tree = compile_count(checked, SLOTS), compile_ask(checked, SLOTS), parse(text)
    for values in states:
        assert count(values) == ask(values) == meaning(tree, values)
        assert checked.type.low <= count(values) <= checked.type.high


@settings(max_examples=200)
@given(comparisons())
def test_what_can_never_hold_never_does_and_what_always_holds_always_does(text):
    _, faults = check(text, SCOPE, YesNo())
    verdicts = {fault.code for fault in faults}
    assert verdicts <= {"never-holds", "always-holds"}
    tree = parse(text)
    if verdicts:
        found = {meaning(tree, values, TREES) for values in STATES}
        assert found == {verdicts == {"always-holds"}}


@pytest.mark.parametrize("op", ["==", "!=", "<", "<=", ">", ">="])
def test_a_verdict_is_given_exactly_where_one_value_decides_it(op):
    for number in range(-2, 12):
        _, faults = check(f"sky {op} {number}", SCOPE, YesNo())
        found = {meaning(parse(f"sky {op} {number}"), (sky,), TREES) for sky in range(9)}
        expected = [] if len(found) == 2 else ["always-holds" if True in found else "never-holds"]
        assert [one.code for one in faults] == expected


@pytest.mark.parametrize("low", range(-2, 11))
def test_a_verdict_on_a_range_is_exact(low):
    for high in range(low, 11):
        _, faults = check(f"sky in {low}..{high}", SCOPE, YesNo())
        found = {low <= sky <= high for sky in range(9)}
        expected = [] if len(found) == 2 else ["always-holds" if True in found else "never-holds"]
        assert [one.code for one in faults] == expected


@pytest.mark.parametrize("band", ["Blind", "Contested", "Open"])
def test_a_band_holds_from_its_lowest_value_to_the_next_band(band):
    held = compile_test(check(f"sky is {band}", SCOPE, YesNo())[0], SLOTS)
    not_held = compile_test(check(f"sky is not {band}", SCOPE, YesNo())[0], SLOTS)
    expected = {"Blind": {0, 1, 2}, "Contested": {3, 4, 5}, "Open": {6, 7, 8}}[band]
    assert {sky for sky in range(9) if held((sky,))} == expected
    assert {sky for sky in range(9) if not_held((sky,))} == set(range(9)) - expected


def test_division_rounds_down_on_both_sides_of_zero():
    count = compile_count(check("regard // 2", SCOPE, Whole(0, 1))[0], SLOTS)
    assert [count((0, regard)) for regard in range(-3, 4)] == [-2, -1, -1, 0, 0, 1, 1]


def test_the_second_side_is_asked_only_where_it_matters():
    asked = []

    class Watched(list):
        def __getitem__(self, slot):
            asked.append(slot)
            return super().__getitem__(slot)

    run = compile_test(check("met_her and took(the_line.one)", SCOPE, YesNo())[0], SLOTS)
    assert run(Watched([0, 0, False, "research", 0, True])) is False
    assert asked == [SLOTS["met_her"]]


def test_a_name_without_a_slot_is_our_own_fault_and_is_raised():
    checked, _ = check("sky > 3", SCOPE, YesNo())
    with pytest.raises(KeyError):
        compile_test(checked, {})


@pytest.mark.parametrize("op", ["==", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize("left", ["sky", "(sky + 0)"], ids=["a name", "a sum"])
@pytest.mark.parametrize("right", ["4", "regard"], ids=["a number", "a name"])
def test_every_comparison_compares(op, left, right):
    text = f"{left} {op} {right}"
    test, tree = compile_test(check(text, SCOPE, YesNo())[0], SLOTS), parse(text)
    for sky in range(9):
        for regard in range(-3, 4):
            assert test((sky, regard)) is meaning(tree, (sky, regard))
