"""Sets of values: what a condition leaves of one is what it leaves when it is asked of each value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.explore.sets import Domain
from game.expr.compile import compile_tree
from game.expr.syntax import Binary, Literal, Name, Unary, Within
from game.expr.types import OneOf, Whole, YesNo

NUMBERS = st.integers(-30, 30)
SIGNS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])


def key() -> Name:
    return Name(0, 0, "it")


def conditions(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    compared = st.builds(lambda sign, value: Binary(0, 0, sign, key(), Literal(0, 0, value)), SIGNS, values)
    within = st.builds(lambda low, high: Within(0, 0, key(), low, high), NUMBERS, NUMBERS)
    mirrored = st.builds(lambda sign, value: Binary(0, 0, sign, Literal(0, 0, value), key()), SIGNS, values)
    return st.recursive(
        st.one_of(compared, within, mirrored),
        lambda inner: st.one_of(
            st.builds(lambda one: Unary(0, 0, "not", one), inner),
            st.builds(
                lambda sign, one, other: Binary(0, 0, sign, one, other), st.sampled_from(["and", "or"]), inner, inner
            ),
        ),
        max_leaves=6,
    )


@given(conditions(NUMBERS), st.integers(-20, 0), st.integers(0, 20))
def test_of_numbers_the_set_is_those_with_which_the_condition_holds(tree, low, high):
    domain, test = Domain("it", Whole(low, high)), compile_tree(tree, {"it": 0})
    assert list(domain.inside(domain.that(tree))) == [value for value in range(low, high + 1) if test((value,))]


@pytest.mark.parametrize(
    ("kind", "tree", "left"),
    [
        (YesNo(), key(), [True]),
        (YesNo(), Unary(0, 0, "not", key()), [False]),
        (OneOf(("red", "blue", "none")), Binary(0, 0, "==", key(), Literal(0, 0, "blue")), ["blue"]),
        (OneOf(("red", "blue", "none")), Binary(0, 0, "!=", key(), Literal(0, 0, "blue")), ["red", "none"]),
    ],
)
def test_of_words_and_of_yes_or_no(kind, tree, left):
    domain = Domain("it", kind)
    assert list(domain.inside(domain.that(tree))) == left
