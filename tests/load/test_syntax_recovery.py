"""One fault of syntax in one entry hides no fault elsewhere in the file."""

import pytest
from reading import findings, load_text, unmarked

from game.load.nodes import read
from game.load.recovery import without_entry

# What is put into the scene `broken`, and the place where an author would mend it.
FAULTS = {
    "unclosed double quotes": '    title: ⟦⟧"Never closed',
    "unclosed single quotes": "    title: ⟦⟧'Never closed",
    "unclosed quotes in a list": '    enter: [⟦⟧"word += 1]',
    "quotes within words": '    title: "They play," ⟦⟧he says',
    "unclosed brace": "    choices: ⟦⟧{x: {text: go, goto: hall}",
    "unclosed bracket": "    enter: ⟦⟧[word += 1, word += 2",
    "a bracket too many": "    choices: {x: {text: go}}⟦⟧}",
    "a colon in words": "    title: The plan⟦⟧: go",
    "a colon in words in braces": "    choices: {x: {text: go⟦⟧: on, goto: hall}}",
    "indented too far": "    title: x\n      ⟦⟧arc: line",
    "indented too little": "    title: x\n   ⟦⟧arc: line",
    "a tab": "    title: x\n⟦⟧\tarc: line",
    "a sign that begins no value": "    title: ⟦⟧%s",
    "an at": "    title: ⟦⟧@home",
    "stars around words": "    title: *go⟦⟧* now",
    "a line without a colon": "    title: x\n    ⟦⟧just words",
    "a dash in a mapping": "    title: x\n    ⟦⟧- text",
    "a list begun on the line": "    enter: ⟦⟧- word += 1",
    "an escape YAML does not know": '    title: "a⟦⟧\\qb"',
    "words behind a bar": "    title: | ⟦⟧Words",
}
STORY = """\
story: small
title: Small
start: hall
facts:
  word: {{range: 0..9}}
  early: maybe
scenes:
  hall:
    text: A hall
    then: gone_before
  broken:
{broken}
    text: Words
  after:
    title: "After"
    text: |
      "Hello," she says. It's late: {{wrd}}.
    then: gone_after
codex:
  late: {{title: Late, shelf: shelf_of_nobody, text: x}}
"""


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_of_syntax_is_placed_where_it_is_mended_and_hides_no_other(fault):
    text, start, _ = unmarked(STORY.format(broken=fault))
    loaded = load_text(text)
    lines = text.split("\n")
    found = {(one.code, lines[one.at.line - 1].strip()) for one in loaded.diagnostics}
    assert [one[1:] for one in findings(loaded) if one[0] == "yaml-syntax"] == [start]
    assert {
        ("not-yes-no", "early: maybe"),
        ("unknown-name", "then: gone_before"),
        ("unknown-name", '"Hello," she says. It\'s late: {wrd}.'),
        ("unknown-name", "then: gone_after"),
        ("unknown-word", "late: {title: Late, shelf: shelf_of_nobody, text: x}"),
    } <= found


def test_several_faults_of_syntax_are_found_in_one_run():
    scenes = "".join(f"  s{n}:\n    text: ok\n    title: a: b\n" for n in range(12))
    loaded = load_text("scenes:\n" + scenes)
    assert [one.at.line for one in loaded.diagnostics if one.code == "yaml-syntax"] == [4 + 3 * n for n in range(12)]


def test_an_entry_misplaced_by_one_space_takes_only_itself():
    document = read(
        "s.yaml", b"scenes:\n  one:\n    text: a\n two:\n    text: b\n  three:\n    text: c\ncodex:\n  x: y\n"
    )
    ((one),) = document.diagnostics
    assert (one.code, one.at.line, one.at.column) == ("yaml-syntax", 4, 2)
    sections = {key.text: [name.text for name, _ in value.pairs] for key, value in document.top.pairs}
    assert sections == {"scenes": ["one", "two", "three"], "codex": ["x"]}


def test_faults_beside_a_fault_of_syntax_in_one_scene_are_found_too():
    text = STORY.format(broken="    title: The plan: go\n    arc: nobody_s")
    assert ("unknown-name", 13, 10) in findings(load_text(text))


def test_what_stands_in_for_words_that_can_not_be_read_is_not_judged():
    loaded = load_text(STORY.format(broken='    when: early: yes\n    at: "1'))
    broken = [one for one in findings(loaded) if 11 < one[1] < 15]
    assert [code for code, _, _ in broken] == ["yaml-syntax", "yaml-syntax"]


def test_wider_indentation_is_recovered_as_well():
    text = "scenes:\n    one:\n        text: a\n    two:\n        text: b: c\n    three:\n        text: c\n"
    document = read("s.yaml", text.encode())
    assert [(one.code, one.at.line, one.at.column) for one in document.diagnostics] == [("yaml-syntax", 5, 16)]
    assert [name.text for name, _ in document.top.pairs[0][1].pairs] == ["one", "two", "three"]


def test_words_that_slipped_to_the_margin_take_nothing_else():
    text = "scenes:\n  one:\n    text: |\n      a\nslipped words\n  two:\n    text: b\ncodex:\n  x: y\n"
    document = read("s.yaml", text.encode())
    assert [(one.code, one.at.line) for one in document.diagnostics] == [("yaml-syntax", 5)]
    sections = {key.text: [name.text for name, _ in value.pairs] for key, value in document.top.pairs}
    assert sections == {"scenes": ["one", "two"], "codex": ["x"]}


def test_setting_aside_keeps_every_other_line_where_it_was():
    text = "a:\n  one:\n    x\n\n    y\n  # of two\n  two:\n    z\nb: 1"
    assert without_entry(text, 3) == "a:\n\n\n\n\n  # of two\n  two:\n    z\nb: 1"
    assert without_entry(text, 8) == "a:\n  one:\n    x\n\n    y\n  # of two\n\n\nb: 1"
    assert without_entry(text, 9) == text.replace("b: 1", "")
    assert without_entry(text, 99) == text.replace("b: 1", "")
    assert without_entry("\n\n", 2) is None
    assert without_entry("", 1) is None


def test_a_scene_that_could_not_be_read_does_not_stop_what_is_read_in_other_files():
    loaded = load_text(
        "scenes:\n  a: [\n", "story: s\ntitle: t\nstart: b\nscenes:\n  b:\n    text: x\n    then: nowhere\n"
    )
    assert {(one.at.source, one.code) for one in loaded.diagnostics} == {
        ("story.yaml", "yaml-syntax"),
        ("2.yaml", "unknown-name"),
    }
