"""Two sessions beside each other, in words: only what their readers could see."""

from small_stories import played, timeless

from game.view.comparison import beside
from game.view.comparison_text import comparison_text
from game.view.courses import courses

STORY = """
facts: {known: false}
meters:
  sky: {title: Sky, range: 0..100, start: 50, bands: {0: Blind, 40: Open, 60: Ours}}
  mood: {title: Mood, range: 0..9, start: 5, shown: words, bands: {0: Sour, 5: Even}}
  fuse: {title: Fuse, range: 0..100, start: 13, shown: never}
  late: {title: Late, range: 0..100, start: 13, appears: known}
scenes:
  start:
    title: The line
    text: It begins
    choices:
      wait: {text: Wait, effects: [sky += 5, fuse += 1], goto: start}
      strike:
        text: Strike
        effects: [mood -= 3, known = true, {ledger: {name: Hussam, age: 61, place: a road, doing: making tea}}]
        goto: the_road
      leave: {text: Leave, effects: [{end: over}]}
  the_road: {text: A road, choices: {on: {text: Go on, goto: start}}}
endings: {over: {title: All over, order: 1, at: any, text: Over}}
"""


def compared(first, second, width=72):
    story = timeless(STORY)
    found = beside(("small-0001", played(story, *first)), ("small-0002", played(story, *second)))
    return comparison_text(found, "", width)


def test_a_comparison_says_where_they_part_what_each_decided_how_the_meters_went_and_whom_the_ledgers_name():
    assert (
        compared(("wait", "wait", "leave"), ("wait", "strike", "on"))
        == """\
Small: small-0001 beside small-0002.

small-0001 ended with All over, after 3 decisions.
small-0002 goes on, after 3 decisions.

They begin with 1 decision alike, then part:
  small-0001, decision 2, The line: Wait
  small-0002, decision 2, The line: Strike

DECISIONS
  The line. Both: Wait
  The line.
    small-0001: Wait
    small-0002: Strike
  The line.
    small-0001: Leave
  The road.
    small-0002: Go on

METERS
  Sky.
    small-0001: 50, 55, 60, 60
    small-0002: 50, 55, 55, 55
  Mood.
    small-0001: Even, Even, Even, Even
    small-0002: Even, Even, Sour, Sour
  Late.
    small-0001: not seen
    small-0002: 13, 13

LEDGER
  small-0002.
    Hussam, 61, a road, making tea.
"""
    )


def test_a_narrow_page_is_kept_to_and_nothing_hidden_is_told():
    for width in (20, 40, 100):
        lines = compared(("wait",), ("strike",), width).split("\n")
        assert max(map(len, lines)) <= width
    assert "Fuse" not in compared(("wait",), ("strike",))


def test_sessions_without_a_decision_and_sessions_alike_are_said_to_be_so():
    assert "Neither decides anything." in compared((), ())
    assert "They decide alike to the last decision." in compared(("wait",), ("wait",))
    assert "Only small-0002 decides." in compared((), ("wait",))
    assert "They begin with 1 decision alike; then only small-0001 goes on." in compared(("wait", "wait"), ("wait",))


def test_a_course_has_a_point_for_every_page_on_which_the_meter_was_seen():
    found = {course.id: course for course in courses(played(timeless(STORY), "wait", "strike"))}
    assert [point.page for point in found["sky"].points] == [0, 1, 2]
    assert [(point.page, point.text) for point in found["late"].points] == [(2, "13")]
    assert [point.value for point in found["mood"].points] == [None, None, None]
    assert "fuse" not in found
