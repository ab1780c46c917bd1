"""What is wrong with an expression: its code, its exact place, a way out."""

import re

import pytest
from little_scope import scope

from game.expr.check import check
from game.expr.types import OneOf, Scope, Whole, YesNo

CONDITION, AMOUNT, WORD = YesNo(), Whole(0, 100), OneOf(("research", "diplomat", "planner"))

# ⟦ ⟧ stand around the place of the fault; an empty pair is the end of the text.
FAULTS = [
    # signs that mean nothing here
    ("bad-sign", "sky ⟦&⟧ fuse", CONDITION, "write `and`"),
    ("bad-sign", "sky ⟦|⟧ fuse", CONDITION, "write `or`"),
    ("bad-sign", "⟦!⟧met_her", CONDITION, "write `not`"),
    ("bad-sign", "sky ⟦/⟧ 2", AMOUNT, "whole division is `//`"),
    ("bad-sign", "sky ⟦%⟧ 2", AMOUNT, ""),
    ("bad-sign", "background == ⟦'⟧diplomat'", CONDITION, ""),
    ("bad-sign", 'background == ⟦"⟧diplomat"', CONDITION, ""),
    ("bad-sign", "sky ⟦\x1b⟧ 2", AMOUNT, ""),
    ("bad-sign", "sky ⟦.⟧ value", AMOUNT, ""),
    # grammar
    ("expression-syntax", "sky ⟦=⟧ 3", CONDITION, "`==` compares"),
    ("expression-syntax", "⟦⟧", CONDITION, ""),
    ("expression-syntax", "sky >⟦⟧", CONDITION, ""),
    ("expression-syntax", "sky ⟦fuse⟧", CONDITION, ""),
    ("expression-syntax", "sky > 3 ⟦)⟧", CONDITION, ""),
    ("expression-syntax", "(sky > 3⟦⟧", CONDITION, ""),
    ("expression-syntax", "1 < sky ⟦<⟧ 3", CONDITION, ""),
    ("expression-syntax", "sky in 3⟦⟧", CONDITION, ""),
    ("expression-syntax", "sky in ⟦small⟧..3", CONDITION, ""),
    ("expression-syntax", "research in ⟦background⟧", CONDITION, "a set is asked so: `background has research`"),
    ("expression-syntax", "sky is ⟦3⟧", CONDITION, ""),
    ("expression-syntax", "sky is not ⟦and⟧", CONDITION, ""),
    ("expression-syntax", "visits(⟦3⟧) > 1", CONDITION, ""),
    ("expression-syntax", "visits(the_line ⟦x⟧) > 1", CONDITION, ""),
    ("expression-syntax", "visits(the_line⟦⟧", CONDITION, ""),
    ("expression-syntax", "met_her and ⟦or⟧ met_her", CONDITION, ""),
    ("expression-syntax", "⟦*⟧ sky", AMOUNT, ""),
    # names
    ("unknown-name", "⟦skyy⟧ > 3", CONDITION, "did you mean `sky`?"),
    ("unknown-name", "met_her and ⟦smal⟧ > 1", CONDITION, "did you mean `small`?"),
    ("unknown-name", "⟦cornred⟧", CONDITION, "did you mean `cornered`?"),
    ("unknown-name", "⟦visits⟧ > 3", CONDITION, "`visits` wants a name in brackets: `visits(...)`"),
    ("unknown-name", "visits(⟦the_lin⟧) > 1", CONDITION, "did you mean `the_line`?"),
    ("unknown-name", "took(⟦the_line.on⟧)", CONDITION, "did you mean `the_line.one`?"),
    ("unknown-function", "⟦visit(the_line)⟧ > 1", CONDITION, "did you mean `visits`?"),
    ("unknown-function", "⟦eval(x)⟧", CONDITION, "known here: `held`, `took`, `visits`"),
    ("unknown-word", "background == ⟦diplomt⟧", CONDITION, "did you mean `diplomat`?"),
    ("unknown-word", "⟦diplomt⟧ == background", CONDITION, "did you mean `diplomat`?"),
    ("unknown-word", "background is ⟦diplomt⟧", CONDITION, "did you mean `diplomat`?"),
    ("unknown-word", "⟦diplomt⟧", WORD, "did you mean `diplomat`?"),
    ("unknown-band", "sky is ⟦Opn⟧", CONDITION, "did you mean `Open`?"),
    ("unknown-band", "sky is not ⟦open_now⟧", CONDITION, "known here: `Blind`, `Contested`, `Open`"),
    ("unknown-name", "sky == ⟦Open⟧", CONDITION, "ask for a band with `is`: `... is Open`"),
    # types
    ("wrong-type", "⟦sky⟧", CONDITION, "compare it: `> 0`, `>= 10`, `in 20..40`"),
    ("wrong-type", "⟦background⟧", CONDITION, "compare it: `== research`"),
    ("wrong-type", "met_her and ⟦sky⟧", CONDITION, "compare it: `> 0`, `>= 10`, `in 20..40`"),
    ("wrong-type", "not ⟦sky⟧", CONDITION, "compare it: `> 0`, `>= 10`, `in 20..40`"),
    ("wrong-type", "⟦met_her⟧ + 1 > 0", CONDITION, ""),
    ("wrong-type", "sky + ⟦true⟧ > 0", CONDITION, ""),
    ("wrong-type", "-⟦met_her⟧ > 0", CONDITION, ""),
    ("wrong-type", "⟦met_her⟧ in 0..1", CONDITION, ""),
    ("wrong-type", "⟦sky == true⟧", CONDITION, ""),
    ("wrong-type", "⟦background == 3⟧", CONDITION, ""),
    ("wrong-type", "⟦met_her⟧ is Open", CONDITION, ""),
    ("wrong-type", "⟦regard⟧ is Open", CONDITION, ""),
    ("wrong-type", "⟦sky > 3⟧", AMOUNT, ""),
    ("wrong-type", "⟦sky⟧", WORD, ""),
    # sense
    ("empty-range", "⟦sky in 5..3⟧", CONDITION, "write 3..5"),
    ("division", "sky // ⟦0⟧", AMOUNT, ""),
    ("division", "sky // ⟦regard⟧", AMOUNT, ""),
    ("division", "sky // (⟦1 + 1⟧)", AMOUNT, ""),
    ("never-holds", "⟦sky > 8⟧", CONDITION, ""),
    ("never-holds", "met_her and ⟦visits(the_line) == 3⟧", CONDITION, ""),
    ("always-holds", "⟦sky >= 0⟧", CONDITION, ""),
    ("always-holds", "not ⟦regard in -9..9⟧", CONDITION, ""),
    # limits
    ("number-too-large", "sky < ⟦9007199254740993⟧", CONDITION, ""),
    ("number-too-large", "sky in 0..⟦99999999999999999999⟧", CONDITION, ""),
]


def unmarked(text):
    """The text without its marks, and the offsets that they stood at."""
    start = text.index("⟦")
    end = text.index("⟧") - 1
    return re.sub("[⟦⟧]", "", text), start, max(end, start + 1)


@pytest.mark.parametrize(("code", "marked", "wanted", "hint"), FAULTS, ids=[f"{one[0]} {one[1]!r}" for one in FAULTS])
def test_a_fault_has_its_code_its_place_and_a_way_out(code, marked, wanted, hint):
    text, start, end = unmarked(marked)
    checked, faults = check(text, scope({"cornered": "sky < 3"}), wanted)
    assert [(one.code, one.start, one.end, one.hint) for one in faults] == [(code, start, end, hint)]
    assert (checked is None) is (code != "always-holds")
    assert faults[0].message


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("sky > 3 and not met_her or background == diplomat", CONDITION),
        ("diplomat == background", CONDITION),
        ("background is not planner", CONDITION),
        ("sky is Open", CONDITION),
        ("visits(the_line) >= 1 and took(the_line.one)", CONDITION),
        ("cornered and sky > regard", CONDITION),
        ("cornered == met_her", CONDITION),
        ("sky >= small", CONDITION),
        ("-small * 2 + sky // -3", AMOUNT),
        ("sky // small", AMOUNT),
        ("diplomat", WORD),
        ("background", WORD),
    ],
)
def test_a_good_expression_has_no_fault(text, wanted):
    checked, faults = check(text, scope({"cornered": "sky < 3"}), wanted)
    assert not faults
    assert checked is not None
    assert checked.text == text


def test_both_sides_of_an_and_are_told_about_in_one_run():
    _, faults = check("skyy > 3 and background == diplomt or sky > 9", scope(), CONDITION)
    assert [one.code for one in faults] == ["unknown-name", "unknown-word", "never-holds"]


def test_a_condition_at_fault_is_told_about_once_where_it_is_written():
    checked, faults = check("sky > 3 and broken", scope({"broken": "skyy > 3"}), CONDITION)
    assert checked is None
    assert not faults


def test_what_always_holds_keeps_its_meaning():
    checked, faults = check("sky >= 0 or met_her", scope(), CONDITION)
    assert [one.code for one in faults] == ["always-holds"]
    assert checked is not None
    assert checked.keys == {"sky", "met_her"}


def test_the_value_named_is_the_one_that_varies():
    _, faults = check("9 > sky", scope(), CONDITION)
    assert faults[0].message == "this always holds: the value runs from 0 to 8"


def test_a_checked_expression_knows_what_it_reads():
    checked, _ = check("cornered or visits(the_line) > 1", scope({"cornered": "sky < 3 and regard < 0"}), CONDITION)
    assert checked.keys == {"sky", "regard", "visits(the_line)"}


def test_a_one_of_without_words_is_no_condition():
    empty = Scope(names={"truth": OneOf(())}, functions={}, conditions={}, constants={})
    _, faults = check("truth", empty, CONDITION)
    assert [one.code for one in faults] == ["wrong-type"]
