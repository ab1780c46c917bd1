"""Law: whatever the bytes, reading gives findings and perhaps a story, and never raises."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import GOOD, TIMELESS, load_text

from game.load.nodes import read

LINES = GOOD.split("\n")
SIGNS = [
    *"{}[]:,&*!|>'\"%@`#?-<=\\ \t\n\r\0\x1b\x9b\u202e\ufeff\uffff", ": ", " #", "- ", "\n\n", "---\n", "...\n", "&a ",
    "*a", "<<: ", "!!int ", "{{", "}}", "||", "..", "//", "é", "true", "9" * 20, "sky", "first: ", "codex:", "\ud800",
]  # fmt: skip
YAML = st.lists(st.sampled_from([*SIGNS, *"abc", "scenes", "text", "meters", "story", "    "]), max_size=60).map(
    "".join
)


def sound(*texts):
    """Load, and hold every finding to what all findings promise."""
    loaded = load_text(*texts)
    assert loaded.playable or loaded.diagnostics
    for one in loaded.diagnostics:
        assert one.code
        assert one.message
        assert (one.at.line, one.at.column) >= (1, 1)
        assert (one.at.end_line, one.at.end_column) >= (one.at.line, one.at.column)
        assert one.at.source in loaded.texts
    return loaded


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data):
    sound(data)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text(text):
    sound(text)


@settings(max_examples=200, deadline=None)
@given(YAML)
def test_anything_made_of_what_yaml_is_made_of(text):
    sound(text)
    sound(TIMELESS, text)


@settings(deadline=None)
@given(st.lists(YAML, min_size=2, max_size=4))
def test_any_files_together(texts):
    sound(*texts)


@settings(deadline=None)
@given(
    st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1), st.sampled_from(["delete", "double", "swap", "cut"])
)
def test_a_good_story_with_lines_moved(one, other, how):
    lines = list(LINES)
    if how == "delete":
        del lines[min(one, other) : max(one, other) + 1]
    elif how == "double":
        lines[other:other] = lines[one : one + 3]
    elif how == "swap":
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines[one] = lines[one][: len(lines[one]) // 2]
    sound("\n".join(lines))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.sampled_from(SIGNS)), min_size=1, max_size=4))
def test_a_good_story_with_signs_put_in(changes):
    text = GOOD
    for at, sign in changes:
        text = text[:at] + sign + text[at:]
    sound(text)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(GOOD)), st.integers(1, 40))
def test_a_good_story_with_signs_taken_out(at, length):
    sound(GOOD[:at] + GOOD[at + length :])


@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_good_story_with_its_values_mixed_up(chance: random.Random):
    lines = list(LINES)
    for _ in range(3):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        key, _, _ = lines[one].partition(":")
        _, _, value = lines[other].partition(":")
        lines[one] = f"{key}:{value}"
    sound("\n".join(lines))


@pytest.mark.parametrize("end", range(0, len(GOOD), 97))
def test_a_good_story_cut_short(end):
    sound(GOOD[:end])


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_one_file_alone(data):
    document = read("s.yaml", data)
    assert document.name == "s.yaml"
    assert len(document.lines) == document.text.count("\n") + 1
