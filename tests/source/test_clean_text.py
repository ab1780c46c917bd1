"""What a story, a save or a name may carry to a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_text import MARKED, ORDINARY, PAYLOADS, any_text

from game.source.clean import clean_line, clean_text, forbidden_in, name_of

FORBIDDEN_CATEGORIES = {"Cc", "Cs"}
DIRECTIONS = {chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_nothing_that_acts_on_a_terminal_is_left(payload):
    cleaned = clean_text(f"before {payload} after")
    assert cleaned.startswith("before ")
    assert cleaned.endswith(" after")
    assert not any(unicodedata.category(sign) in FORBIDDEN_CATEGORIES for sign in cleaned)
    assert not set(cleaned) & DIRECTIONS
    assert not any(0xE0000 <= ord(sign) <= 0xE007F for sign in cleaned)


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_ordinary_text_is_left_as_it_is(text):
    assert clean_text(text) == text
    assert forbidden_in(text) is None


@pytest.mark.parametrize("text", MARKED.values(), ids=MARKED)
def test_letters_keep_the_marks_their_languages_need(text):
    assert clean_text(text) == text


def test_newlines_stay_and_tabs_become_four_spaces():
    assert clean_text("one\n\ttwo\r\nthree") == "one\n    two\nthree"


def test_a_line_has_no_newlines():
    assert clean_line("one\ntwo\x1b[2Jthree") == "one two[2Jthree"


@pytest.mark.parametrize(
    "mark", ["\u0301", "\u0e31", "\u0610", "\u2de0", "\ufe0f", "\u20e0", "\U000e0100", "\u200d\u0302"]
)
def test_piles_of_combining_marks_are_cut_to_eight(mark):
    cleaned = clean_text("a" + mark * 500 + "b")
    assert cleaned.startswith("a" + mark[:1])
    assert cleaned.endswith("b")
    assert len(cleaned) == len("a") + 8 + len("b")


def test_eight_combining_marks_stay():
    text = "a" + "\u0301" * 8 + "b"
    assert clean_text(text) == text
    assert clean_text("a" + "\u0301" * 9 + "b") == text


@given(any_text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean_text(clean_text(text)) == clean_text(text)


@given(any_text())
def test_cleaned_text_holds_nothing_forbidden_and_can_be_written(text):
    cleaned = clean_text(text)
    assert forbidden_in(cleaned) is None
    cleaned.encode("utf-8")


@given(st.text(st.characters(categories=["L", "Nd", "P", "Zs"], exclude_characters="\ufeff")))
def test_letters_digits_and_punctuation_are_never_lost(text):
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ok\x1b[0m", (2, "U+001B")),
        ("\x00", (0, "U+0000")),
        ("ok\x7f", (2, "U+007F")),
        ("ab\u202ecd", (2, "U+202E")),
        ("a\rb", (1, "U+000D")),
        ("a\r", (1, "U+000D")),
        ("a\ufeff", (1, "U+FEFF")),
        ("\U000e0041", (0, "U+E0041")),
        ("a\uffff", (1, "U+FFFF")),
        ("fine\r\nand\tfine", None),
        ("fine\n", None),
    ],
)
def test_the_first_forbidden_character_is_named_with_its_offset(text, found):
    assert forbidden_in(text) == found


def test_code_points_have_names_a_reader_can_look_up():
    assert name_of("U+202E") == "right-to-left override"
    assert name_of("U+001B") == "control character"
