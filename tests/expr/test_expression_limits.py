"""Expressions are bounded: each limit at the limit, and one over it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from little_scope import KEYS, SIZES, SLOTS, every_state, scope

from game.expr.check import check
from game.expr.compile import compile_ask, compile_count, compile_test
from game.expr.parse import parse
from game.expr.syntax import ExpressionError, size
from game.expr.types import Scope, Whole, YesNo
from game.source.limits import (
    EXPRESSION_CHARACTERS,
    EXPRESSION_DEPTH,
    EXPRESSION_LEVELS,
    EXPRESSION_PARTS,
    WHOLE,
)


def refused(text):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    return caught.value


def test_five_hundred_characters_are_read_and_one_more_is_not():
    assert parse("sky" + " " * (EXPRESSION_CHARACTERS - 3))
    fault = refused("sky" + " " * (EXPRESSION_CHARACTERS - 2))
    assert (fault.code, fault.start, fault.end) == ("expression-too-long", 0, 501)
    assert "500" in fault.message


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("-", ""), ("not ", "")])
def test_brackets_and_signs_go_thirty_two_deep_and_no_deeper(opening, closing):
    assert parse(opening * EXPRESSION_DEPTH + "a" + closing * EXPRESSION_DEPTH)
    fault = refused(opening * (EXPRESSION_DEPTH + 1) + "a" + closing * (EXPRESSION_DEPTH + 1))
    assert (fault.code, fault.start) == ("expression-too-deep", len(opening) * EXPRESSION_DEPTH)
    assert "32" in fault.message


def test_brackets_side_by_side_are_not_deep():
    assert parse(" and ".join(["(a)"] * 60))


def test_a_hundred_steps_wait_for_one_another_and_no_more():
    assert parse("+".join(["1"] * EXPRESSION_LEVELS))
    fault = refused("+".join(["1"] * (EXPRESSION_LEVELS + 1)))
    assert (fault.code, fault.start, fault.end) == ("expression-too-deep", 0, 201)


def test_numbers_go_to_two_to_the_fifty_third_and_no_further():
    assert parse(str(WHOLE)).value == WHOLE
    assert parse(f"-{WHOLE}").value == -WHOLE
    for text in (str(WHOLE + 1), f"-{WHOLE + 1}", "9" * 400):
        assert refused(text).code == "number-too-large"


def test_results_are_cut_to_two_to_the_fifty_third():
    million = Scope(names={"m": Whole(-(10**9), 10**9)}, functions={}, conditions={}, constants={})
    checked, faults = check("m * m * m", million, Whole(0, 1))
    assert not faults
    for compiled in (compile_count(checked, {"m": 0}), compile_ask(checked, {"m": 0})):
        assert compiled((10**9,)) == WHOLE
        assert compiled((-(10**9),)) == -WHOLE
        assert compiled((2,)) == 8


def test_a_condition_may_ask_about_a_number_beyond_the_limit():
    million = Scope(names={"m": Whole(0, 10**9)}, functions={}, conditions={}, constants={})
    checked, faults = check(f"m * m > {WHOLE}", million, YesNo())
    assert not faults
    assert compile_test(checked, {"m": 0})((10**9,))


def test_named_conditions_in_one_another_cannot_grow_without_end():
    doubling = {"c0": "met_her and sky > 3"} | {f"c{n}": f"c{n - 1} and c{n - 1}" for n in range(1, 60)}
    conditions = scope(doubling).conditions
    kept = [one for one in conditions.values() if one is not None]
    assert 5 < len(kept) < 12
    assert all(size(one.tree, EXPRESSION_PARTS)[0] <= EXPRESSION_PARTS for one in kept)
    first_left_out = f"c{len(kept)}"
    _, faults = check(doubling[first_left_out], scope(dict(list(doubling.items())[: len(kept)])), YesNo())
    assert [(one.code, one.start) for one in faults] == [("expression-too-large", 0)]


def test_named_conditions_in_one_another_cannot_grow_too_deep():
    chain = {"c0": "met_her"} | {f"c{n}": f"not c{n - 1}" for n in range(1, 300)}
    kept = [one for one in scope(chain).conditions.values() if one is not None]
    assert len(kept) == EXPRESSION_LEVELS
    assert compile_test(kept[-1], SLOTS)(next(every_state())) in (True, False)


WORDS = [
    *KEYS, *SIZES, "and", "or", "not", "in", "is", "true", "false", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*",
    "//", "(", ")", "..", "=", "!", ".", "0", "1", "9007199254740993", "Open", "Blind", "diplomat", "visits", "took",
    "the_line", "cornered", "broken", "unknown", " ", "\n", "\x1b", "é", "٣", "\ud800",
]  # fmt: skip
ANY_TEXT = st.one_of(st.text(max_size=600), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
SCOPE = scope({"cornered": "sky < 3", "broken": "skyy"})


@given(ANY_TEXT)
def test_reading_any_text_gives_a_tree_or_one_located_fault(text):
    fault = tree = None
    try:
        tree = parse(text)
    except ExpressionError as raised:
        fault = raised
    place = tree or fault
    assert 0 <= place.start <= place.end <= len(text) + 1
    assert place.start <= len(text)
    assert fault is None or (fault.code and fault.message)


@given(ANY_TEXT, st.sampled_from([None, YesNo(), Whole(0, 9), *SCOPE.names.values()]))
def test_checking_any_text_gives_a_meaning_or_located_faults_and_never_raises(text, wanted):
    checked, faults = check(text, SCOPE, wanted)
    assert all(0 <= fault.start < fault.end <= max(len(text), fault.start) + 1 for fault in faults)
    if checked is not None:
        compile_ask(checked, SLOTS)(next(every_state()))
        assert all(fault.code == "always-holds" for fault in faults)
        assert wanted is None or type(checked.type) is type(wanted)
    else:
        assert faults or "broken" in text
