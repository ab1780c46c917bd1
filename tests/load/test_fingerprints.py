"""A fingerprint says what a story says: equal for equal content, whatever its layout; another for any other word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import GOOD, load_text

from game.load.document import Scalar
from game.load.nodes import read


def fingerprint(*texts: str) -> str:
    loaded = load_text(*texts)
    assert loaded.playable, loaded.diagnostics
    return loaded.story.fingerprint


GOOD_FINGERPRINT = fingerprint(GOOD)


def _deeper(text):
    return re.sub(r"^( +)", lambda spaces: spaces[1] * 2, text, flags=re.MULTILINE)


LAYOUTS = {
    "comments": re.sub(r"^(\S*:)$", r"# about \1\n\1  # here", GOOD, flags=re.MULTILINE),
    "wider indentation": _deeper(GOOD),
    "empty lines": GOOD.replace("\nscenes:\n", "\n\n\nscenes:\n\n"),
    "double quotes": GOOD.replace("title: The Hall", 'title: "The Hall"').replace("start: hall", 'start: "hall"'),
    "single quotes": GOOD.replace("when: word < 4", "when: 'word < 4'").replace("[word += 1]", "['word += 1']"),
    "flow into blocks": GOOD.replace(
        "  room:\n    title: The Room\n", "  room:\n    # a room\n    title:   The Room\n"
    ).replace(
        "rules:\n  night: {when: sky < 2, once: true, do: [{end: dark}]}\n",
        "rules:\n  night:\n    when: sky < 2\n    once: true\n    do:\n      - end: dark\n",
    ),
    "dos line ends": GOOD.replace("\n", "\r\n"),
    "another order of sections": GOOD[GOOD.index("scenes:") : GOOD.index("rules:")]
    + GOOD[: GOOD.index("scenes:")]
    + GOOD[GOOD.index("rules:") :],
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_layout_does_not_count(text):
    assert text != GOOD
    assert fingerprint(text) == GOOD_FINGERPRINT


@pytest.mark.parametrize("section", ["sizes", "meters", "scenes", "storylets", "lines", "endings", "codex", "acts"])
def test_a_section_may_move_to_another_file(section):
    start = GOOD.index(f"\n{section}:\n") + 1 if section != "sizes" else GOOD.index("\nsizes:") + 1
    end = re.compile(r"\n(?=\S)").search(GOOD, start).end()
    assert fingerprint(GOOD[:start] + GOOD[end:], GOOD[start:end]) == GOOD_FINGERPRINT


def test_entries_of_one_section_may_be_divided_over_files():
    room = "  room:\n    title: The Room\n    text: |\n      A room.\n"
    assert fingerprint(GOOD.replace(room, ""), "scenes:\n" + room) == GOOD_FINGERPRINT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A room.", "A room!"),
        ("      A room.", "      A  room."),
        ('"Ten minutes."', "“Ten minutes.”"),
        ("because: the call", "because: a call"),
        ("weight: 2", "weight: 3"),
        ("pay: {text: Pay", "paid: {text: Pay"),
        ("Somebody", "Nobody"),
        ("sizes: {small: 3", "sizes: {small: 4"),
        ("corridor: hall", "passage: hall"),
        ("cornered: sky < 30", "cornered: sky < 31"),
        ("from: Moscow", "from: Minsk"),
        ("brief:\n    quiet", "late:\n    quiet"),
        ("effects: [{reveal: trucks}, {keep: twelve}]", "effects: [{keep: twelve}, {reveal: trucks}]"),
        ("one_of: [none, research, diplomat]", "one_of: [none, diplomat, research]"),
    ],
)
def test_every_word_counts(old, new):
    assert GOOD.count(old) == 1
    text = GOOD.replace(old, new)
    if "late:" in new:
        text = text.replace("lines: brief", "lines: late")
    assert fingerprint(text) != GOOD_FINGERPRINT


def test_a_line_moved_to_another_group_counts():
    phases = "    brief: {title: Brief, lines: brief, at_most: 2}\n    late: {title: Late, lines: late, at_most: 2}\n"
    both = GOOD.replace("    brief: {title: Brief, lines: brief, at_most: 2}\n", phases)
    early = both.replace("lines:\n  brief:\n", "lines:\n  late:\n    x: {text: x}\n  brief:\n    y: {text: y}\n")
    late = both.replace("lines:\n  brief:\n", "lines:\n  late:\n    y: {text: y}\n  brief:\n    x: {text: x}\n")
    assert fingerprint(early) != fingerprint(late)


def test_the_parameter_of_an_act_counts():
    assert fingerprint(GOOD.replace("strike(size): [sky -= size", "strike(much): [sky -= much")) != GOOD_FINGERPRINT
    one, other = "acts:\n  rest(a): [sky += 1]\n", "acts:\n  rest(b): [sky += 1]\n"
    assert fingerprint(GOOD, one) != fingerprint(GOOD, other)


WORDS = [
    scalar
    for scalar in re.finditer(r"[A-Za-z]{4,}", GOOD)
    if GOOD[scalar.start() - 1] in " \n" and scalar[0] not in ("when", "text")
]


@settings(max_examples=60)
@given(st.sampled_from(WORDS), st.sampled_from("xz"))
def test_any_changed_word_that_still_reads_counts(word, letter):
    text = GOOD[: word.start()] + letter + GOOD[word.start() :]
    loaded = load_text(text)
    if loaded.playable:
        assert loaded.story.fingerprint != GOOD_FINGERPRINT


def test_a_fingerprint_is_sixteen_digits_and_the_same_on_every_machine():
    assert fingerprint("story: s\ntitle: T\nstart: a\nscenes:\n  a:\n    text: hi\n    then: a\n") == "04c7b04308577501"


def test_renamed_ids_reach_the_story():
    assert load_text(GOOD).story.renamed == {"corridor": "hall"}
    assert load_text(GOOD.replace("renamed:\n  corridor: hall\n", "")).story.renamed == {}


def test_quoting_style_is_known_where_it_matters():
    document = read("s.yaml", b"a: 'x'\nb: \"x\"\nc: x\nd: |\n  x\n")
    assert [value.style for _, value in document.top.pairs if isinstance(value, Scalar)] == ["'", '"', "", "|"]


def test_an_added_choice_counts_and_where_it_stands_does_not():
    ring = "  hall:\n    ring: {text: Ring}\n"
    bell = "  room:\n    bell: {text: Pull the bell}\n"
    both = fingerprint(GOOD, "choices:\n" + ring + bell)
    assert both == fingerprint(GOOD, "choices:\n" + bell, "choices:\n" + ring)
    assert len({GOOD_FINGERPRINT, both, fingerprint(GOOD, "choices:\n" + ring)}) == 3
    assert fingerprint(GOOD, "choices:\n  room:\n    ring: {text: Ring}\n") != fingerprint(GOOD, "choices:\n" + ring)
