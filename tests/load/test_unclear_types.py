"""A declaration that can't be read is one finding, whatever is asked and changed of its name elsewhere."""

import pytest
from reading import findings, load_text

STORY = """\
story: s
title: T
start: a
%s
scenes:
  a:
    text: |
      %s
    choices:
      b: {text: go, goto: a, when: %s, effects: [%s]}
"""


def found(declared, *, text="Hi", asked="true", change="x = 1"):
    return [one for one, _, _ in findings(load_text((STORY % (declared, text, asked, change)).encode()))]


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("meters: {x: {title: X, range: 1-3, start: 500, bands: {0: Low}}}", "bad-range"),
        ("meters: {x: {title: X, range: 0..900, start: 500, bands: [Low]}}", "wrong-shape"),
        ("meters: {x: {title: X, range: 0..900, start: 500, bands: {5: High}}}", "bad-bands"),
        ("facts: {x: yes}", "not-yes-no"),
        ("facts: {x: {start: 500}}", "one-of-these"),
        ("facts: {x: {range: 900..0}}", "bad-range"),
        ("facts: {x: {range: 900, start: 5, bands: {3: Low}}}", "bad-range"),
        ("truths: {x: {range: 900..0}}", "bad-range"),
        ("characters: {x: {name: X, regard: 900..0}}", "bad-range"),
    ],
)
@pytest.mark.parametrize(
    "asked",
    ["x > 120", "x is Low", "x has phone", "count(x) > 3", "x == red", "red == x", "x", "x > 400 or visits(a) > 1"],
)
def test_nothing_follows_from_a_declaration_that_is_not_understood(declared, code, asked):
    changes = "x -= 300, x = red, x = true, x += phone" if not declared.startswith("truths") else "{when: x, do: []}"
    assert found(declared, text="{x}, {band(x)}, {x is Low: low}", asked=asked, change=changes) == [code]


def test_what_is_wrong_beside_it_is_still_found():
    declared = "facts: {x: yes, y: {range: 0..3}}"
    assert found(declared, asked="x > 3 and y > 3", change="y = red") == ["not-yes-no", "never-holds", "unknown-name"]


def test_a_key_too_many_hides_nothing_of_a_type():
    assert sorted(found("facts: {x: {range: 0..3, rnage: 1}}", asked="x > 3")) == ["never-holds", "unknown-key"]


@pytest.mark.parametrize(("turns", "code"), [("2..1", "bad-range"), ("{title: X}", "missing-key")])
def test_nothing_follows_from_a_part_whose_turns_are_not_understood(turns, code):
    clock = f"clock: {{turns: 3, parts: {{x: {turns}}}, phases: {{p: {{title: P, due: first}}}}}}\n"
    ending = "endings: {e: {title: E, order: 1, at: last, text: x}}"
    assert found(clock + ending, text="{x: now}", asked="x and not x", change="{when: x, do: []}") == [code]
