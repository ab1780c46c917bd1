"""The author's line with the place underlined."""

from unicodedata import east_asian_width

import pytest

from game.source.diagnostic import Diagnostic
from game.source.excerpt import WIDTH, excerpt
from game.source.span import Span


def underlined(text, line, column, end_line=None, end_column=None):
    """The part of the shown line that stands above the underline, counted in a terminal's columns."""
    found = excerpt(Span("s.yaml", line, column, end_line or line, end_column or column + 1), text)
    shown, marks = found.split("\n")
    cells = "".join(sign if east_asian_width(sign) not in "WF" else sign + "\0" for sign in shown)
    begin, end = len(marks) - len(marks.lstrip()), len(marks)
    assert marks[begin:end] == "~" * (end - begin - 1) + "^"
    return cells[begin:end].replace("\0", "")


def test_the_place_is_underlined_to_its_end():
    assert excerpt(Span("s.yaml", 2, 3, 2, 7), "one\n  word here\n") == "2 |   word here\n      ~~~^"


@pytest.mark.parametrize(
    ("line", "column", "end"),
    [("sky += small", 8, 13), ("\tsky += small", 9, 14), ("a\tsky\t+= small", 10, 15), ("sky += small\r", 8, 13)],
)
def test_tabs_and_line_ends_do_not_shift_the_underline(line, column, end):
    assert underlined(f"first\n{line}\nlast", 2, column, 2, end) == "small"


def test_wide_letters_do_not_shift_the_underline():
    assert underlined("text: 大马士革 small 東京", 1, 12, 1, 17) == "small"
    assert underlined("text: 大马士革", 1, 9, 1, 11) == "士革"


def test_marks_and_forbidden_signs_before_the_place_do_not_shift_the_underline():
    assert excerpt(Span("s.yaml", 1, 3, 1, 4), "\x1b\x1bx").endswith("x\n    ^")
    shown, marks = excerpt(Span("s.yaml", 1, 6, 1, 7), "cafe\u0301x").split("\n")
    assert shown == "1 | cafe\u0301x"
    assert marks == "        ^"


@pytest.mark.parametrize("before", [0, 49, 50, 51, 300, 1_000_000])
def test_a_long_line_is_cut_around_the_place(before):
    line = "." * before + "small" + "." * 5_000
    shown, marks = excerpt(Span("s.yaml", 1, before + 1, 1, before + 6), line).split("\n")
    assert len(shown) <= WIDTH + len("1 | ")
    begin = marks.index("~")
    assert shown[begin : len(marks)] == "small"


def test_a_place_longer_than_the_cut_is_underlined_as_far_as_it_is_shown():
    shown, marks = excerpt(Span("s.yaml", 1, 1, 1, 900), "x" * 1_000).split("\n")
    assert len(shown) == len(marks) == WIDTH + len("1 | ")


def test_a_place_over_several_lines_is_underlined_on_its_first():
    assert underlined("one two\nthree", 1, 5, 2, 3) == "two"


def test_a_place_at_the_end_of_a_line_gets_one_mark():
    assert excerpt(Span("s.yaml", 1, 4, 1, 5), "sky") == "1 | sky\n       ^"
    assert excerpt(Span("s.yaml", 1, 90, 1, 91), "sky") == "1 | sky\n       ^"


@pytest.mark.parametrize("line", [0, 3, 99])
def test_a_line_that_is_not_there_gives_no_excerpt(line):
    assert excerpt(Span("s.yaml", line, 1, line, 2), "one\ntwo") == ""


def test_an_excerpt_holds_nothing_that_acts_on_a_terminal():
    assert "\x1b" not in excerpt(Span("s.yaml", 1, 2, 1, 6), "a\x1b]52;c;x\x07b")


def test_a_finding_is_clean_whatever_it_quotes():
    at = Span("s.yaml", 1, 1, 1, 2)
    found = Diagnostic(code="c", message="no `\x1b[2J\n`", at=at, hint="\u202ehint", notes=(("\x9bnote", at),))
    assert (found.message, found.hint, found.notes) == ("no `[2J `", "hint", (("note", at),))


def test_a_place_reads_as_editors_link_it():
    assert str(Span("scenes/week_1.yaml", 12, 5, 12, 9)) == "scenes/week_1.yaml:12:5"
