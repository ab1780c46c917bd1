"""A fault is underlined where it is written, in every style in which YAML lets an author write."""
# ruff: noqa: RUF001 - letters of other scripts, on purpose

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from reading import TIMELESS, load_text, unmarked

from game.load.document import Scalar
from game.load.nodes import read
from game.load.places import Places

METERS = "facts:\n  sky: {range: 0..9}\n  roots: {range: 0..9}\n"

CONDITIONS = {
    "plain": "  c: sky > 3 and ⟦skyy⟧ < 3\n",
    "plain, far to the right": "  c:      sky > 3 and ⟦skyy⟧ < 3   # a comment\n",
    "plain over lines": "  c: sky > 3\n    and roots > 2\n    and ⟦skyy⟧ < 3\n",
    "plain over lines with an empty one": "  c: sky > 3\n\n    and ⟦skyy⟧ < 3\n",
    "plain on the next line": "  c:\n    sky > 3 and ⟦skyy⟧ < 3\n",
    "single quotes": "  c: 'sky > 3 and ⟦skyy⟧ < 3'\n",
    "single quotes over lines": "  c: 'sky > 3\n    and roots < 9\n\n      and ⟦skyy⟧ < 3'\n",
    "double quotes": '  c: "sky > 3 and ⟦skyy⟧ < 3"\n',
    "double quotes with escapes": '  c: "\\x73ky > 3\\u0020and ⟦skyy⟧ < 3"\n',
    "double quotes with a joined line": '  c: "sky > 3 \\\n     and ⟦skyy⟧ < 3"\n',
    "double quotes over lines": '  c: "sky > 3\n    and roots < 9\n  \n      and ⟦skyy⟧ < 3"\n',
    "block": "  c: |\n    sky > 3\n    and ⟦skyy⟧ < 3\n",
    "block, indented within": "  c: |\n    sky > 3\n      and ⟦skyy⟧ < 3\n",
    "block with marks": "  c: |2-\n      sky > 3\n      and ⟦skyy⟧ < 3\n",
    "folded": "  c: >\n    sky > 3\n    and ⟦skyy⟧ < 3\n",
    "folded, indented within": "  c: >-\n    sky > 3\n\n      and sky < 4\n    and ⟦skyy⟧ < 3\n",
    "wide letters before": "  c: сky > 3 and sky < 2\n  d: 'sky > 3'\n  e: sky in 1..2 and ⟦ёлка⟧ > 3\n",
}


@pytest.mark.parametrize("text", CONDITIONS.values(), ids=CONDITIONS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "dos"])
def test_a_misspelt_name_in_a_condition_is_underlined(text, line_end):
    text, start, end = unmarked(TIMELESS + METERS + "conditions:\n" + text)
    found = load_text(text.replace("\n", line_end)).diagnostics
    places = {((one.at.line, one.at.column), (one.at.end_line, one.at.end_column)) for one in found}
    assert (start, end) in places, found


EFFECTS = {
    "plain in a flow list": "effects: [sky += 1, sky += ⟦smal⟧, roots -= 1]",
    "target in a flow list": "effects: [sky += 1, ⟦skyy⟧ += 1]",
    "single quotes in a flow list": "effects: ['sky += ⟦smal⟧']",
    "double quotes in a flow list": 'effects: ["sky += 1", "sky  +=  ⟦smal⟧ * 2"]',
    "a list": "effects:\n        - sky += 1\n        - sky += 2 * ⟦smal⟧\n",
    "over lines": "effects:\n        - sky +=\n            ⟦smal⟧\n",
    "a block": "effects:\n        - |\n          sky += ⟦smal⟧\n",
    "in a condition of an effect": "effects: [{when: sky > ⟦smal⟧, do: [sky += 1]}]",
    "in what a condition does": "effects: [{when: sky > 3, do: [sky += 1, ⟦skyy⟧ += 1]}]",
}


@pytest.mark.parametrize("text", EFFECTS.values(), ids=EFFECTS)
def test_a_misspelt_name_in_an_effect_is_underlined(text):
    text, start, end = unmarked(
        f"{TIMELESS}      off:\n        text: Off\n        goto: hall\n        {text}\n{METERS}"
    )
    (found,) = load_text(text).diagnostics
    assert ((found.at.line, found.at.column), (found.at.end_line, found.at.end_column)) == (start, end)


ENTRY = "characters:\n  her: {name: Her}\ncodex:\n here:\n  title: Here\n  shelf: people\n  "

PROSE = {
    "inserted": "text: |\n    One\n\n    two {⟦skyy⟧}.\n",
    "condition": "text: |\n    One {roots > 1: two\n\n      three} and {sky > 3 and ⟦skyy⟧ < 3: this | that}.\n",
    "nested": "text: |\n    {sky > 3: a | {⟦skyy⟧ > 1: b | c}}\n",
    "band": "text: |\n    It is {band(⟦sky⟧)}.\n",
    "link": "text: |\n    *So* [he](⟦codex:nowhere⟧) says.\n",
    "inside a link's words": "text: |\n    [the {⟦skyy⟧}](character:her) says.\n",
    "the name of a character": "text: |\n    Says {name(⟦hex⟧)}.\n",
    "one plain line": "text: It is {⟦skyy⟧} today\n",
    "plain over lines": "text: It is\n    not {sky} but\n    {⟦skyy⟧} today\n",
    "folded": "text: >\n    It is\n    not {sky} but\n\n    {⟦skyy⟧} today\n",
    "document": "text: |\n    > A cable,\n    > of {⟦skyy⟧} words.\n",
    "after doubled signs": "text: |\n    {{ || }} \\* {⟦skyy⟧}\n",
    "brace never closed": "text: |\n    One\n    ⟦{⟧sky > 3: two\n",
    "brace that closes nothing": "text: |\n    One ⟦}⟧ two\n",
    "emphasis never closed": "text: |\n    One ⟦*⟧two\n\n    three* four\n",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "dos"])
def test_a_fault_in_prose_is_underlined(text, line_end):
    text, start, end = unmarked(TIMELESS + METERS + ENTRY + text)
    found = load_text(text.replace("\n", line_end)).diagnostics
    assert [((one.at.line, one.at.column), (one.at.end_line, one.at.end_column)) for one in found] == [(start, end)]


WORDS = st.text("ab '\"\\:#{}é大\n", max_size=40)


def _single(words):
    return "'" + words.replace("'", "''").replace("\n", "\n\n  ") + "'"


def _double(words):
    return (
        '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9").replace("\n", "\\n\\\n  ") + '"'
    )


def _block(words):
    return "|2+\n" + "".join(f"    {line}\n" for line in words.split("\n"))


def _folded(words):
    return ">2-\n" + "".join(f"    {line}\n" for line in words.split("\n"))


@pytest.mark.parametrize("write", [_single, _double, _block, _folded], ids=["single", "double", "block", "folded"])
@given(words=WORDS)
def test_every_letter_of_a_value_is_found_where_it_stands(write, words):
    document = read("s.yaml", f"a:\n  b: {write(words)}\n".encode())
    assume(not document.diagnostics)
    scalar = document.top.pairs[0][1].pairs[0][1]
    assert isinstance(scalar, Scalar)
    places = Places(document, scalar)
    earlier = (scalar.line, scalar.column)
    for offset, letter in enumerate(scalar.text):
        at = places.span(offset, offset + 1)
        assert (at.line, at.column) >= earlier
        earlier = (at.line, at.column)
        if letter.isspace() or (write is _double and letter in 'é\\"'):
            continue
        assert document.lines[at.line - 1][at.column - 1] == letter
