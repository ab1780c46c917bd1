"""Narrowed names: the value drawn, mapped in proportion onto the range of the first case that holds."""

from fractions import Fraction
from math import floor

import pytest

from game.expr.check import check
from game.expr.compile import compile_ask, compile_test
from game.expr.types import Case, Scope, Whole, YesNo

PLAIN = Scope(
    names={"error": Whole(-8, 8), "near": YesNo(), "sure": YesNo()}, functions={}, conditions={}, constants={}
)
SLOTS = {"error": 0, "near": 1, "sure": 2}


def asked(text):
    checked, problems = check(text, PLAIN, YesNo())
    assert problems == ()
    assert checked is not None
    return checked


NARROWED = Scope(
    names=PLAIN.names,
    functions={},
    conditions={},
    constants={},
    narrowed={"error": (Case(asked("sure"), 2, 2), Case(asked("near"), -3, 4))},
)


@pytest.mark.parametrize("drawn", range(-8, 9))
def test_the_first_case_that_holds_maps_what_was_drawn_half_rounded_up(drawn):
    checked, problems = check("error", NARROWED)
    assert problems == ()
    assert checked is not None
    assert checked.keys == {"error", "near", "sure"}
    ask = compile_ask(checked, SLOTS)
    assert ask((drawn, False, False)) == drawn
    assert ask((drawn, True, False)) == floor(-3 + Fraction(drawn + 8, 16) * 7 + Fraction(1, 2))
    assert ask((drawn, True, True)) == ask((drawn, False, True)) == 2


def test_every_question_sees_the_narrowed_value():
    for text, holds in (
        ("error in -3..4", True),
        ("error > 4", False),
        ("error * 2 == 16", False),
        ("not error < 4", True),
    ):
        checked, problems = check(text, NARROWED, YesNo())
        assert problems == ()
        assert checked is not None
        assert compile_test(checked, SLOTS)((8, True, False)) is holds


def test_what_is_held_within_a_narrowed_name_says_how_it_is_narrowed():
    plain, _ = check("held(error > 3) > 1", PLAIN, YesNo())
    narrowed, _ = check("held(error > 3) > 1", NARROWED, YesNo())
    assert plain is not None
    assert narrowed is not None
    assert narrowed.keys == {"held((error[sure: 2..2, near: -3..4] > 3))"}
    assert narrowed.held[0][1].keys == {"error", "near", "sure"}
    assert plain.keys != narrowed.keys
