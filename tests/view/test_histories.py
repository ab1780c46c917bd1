"""Gauges over time: what changed them most, and a chart of them; never more than a reader was shown."""

from small_stories import played, timeless, weekly

from game.view.chart import NOBODY, chart
from game.view.histories import histories

STORY = """
facts: {known: false}
meters:
  sky: {title: Sky, range: 0..100, start: 50, about: The sky, bands: {0: Blind, 40: Open, 60: Ours}}
  mood: {title: Mood, range: 0..100, start: 55, shown: words, bands: {0: Sour, 30: Low, 50: Even, 90: Bright}}
  fuse: {title: Fuse, range: 0..100, start: 13, shown: never}
  late: {title: Late, range: 0..5, start: 1, shown: pips, appears: known}
scenes:
  start:
    title: The line
    text: It begins
    choices:
      up: {text: Go up, effects: [sky += 20, fuse += 50, mood += 3], because: a good night, goto: start}
      down: {text: Go down, effects: [sky -= 5, mood -= 30, known = true, late += 1], goto: start}
      stay: {text: Stay, goto: start}
endings: {over: {title: Over, order: 1, at: any, text: Over}}
"""


def told(*choices):
    return {one.course.id: one for one in histories(played(timeless(STORY), *choices))}


def test_a_gauge_has_its_bands_and_those_beside_the_one_it_stands_in():
    sky = told("stay")["sky"]
    assert [(band.name, band.begins) for band in sky.bands] == [("Blind", 0), ("Open", 40), ("Ours", 60)]
    under, over = sky.beside()
    assert (under.name, over.name) == ("Blind", "Ours")
    assert told("up")["sky"].beside()[1] is None


def test_the_biggest_changes_come_first_each_with_its_decision_and_reason():
    found = told("down", "up", "stay", "up")["sky"].shifts
    assert [(one.number, one.change) for one in found] == [(4, 20), (2, 20), (1, -5)]
    first = found[0]
    assert (first.decision, first.title, first.because) == ("Go up", "The line", ("a good night",))
    assert (first.before, first.after) == ("65", "85")


def test_only_five_are_told():
    assert len(told(*["up", "down"] * 4)["sky"].shifts) == 5


def test_a_gauge_in_words_tells_no_number_whatever_moves_beneath_its_words():
    mood = told("up", "down")["mood"]
    assert all(point.value is None for point in mood.course.points)
    assert all(band.begins is None for band in mood.bands)
    assert [(one.number, one.change, one.before, one.after) for one in mood.shifts] == [(2, -2, "Even", "Sour")]
    assert [mood.height(point) for point in mood.course.points] == [(2, 3), (2, 3), (0, 3)]


def test_two_hidden_values_in_one_band_cannot_be_told_apart():
    """58 and 55 are both Even: neither heights nor a chart may show which."""
    higher, even = told("up")["mood"], told("stay")["mood"]
    assert [higher.height(point) for point in higher.course.points] == [(2, 3), (2, 3)]
    assert higher.shifts == even.shifts == ()
    assert chart((higher,), 40, 20, 0) == chart((even,), 40, 20, 0)


def test_what_is_never_shown_or_not_yet_has_no_history():
    assert list(told("up")) == ["sky", "mood"]
    late = told("up", "down")["late"]
    assert [point.page for point in late.course.points] == [2]
    assert late.shifts == ()


def test_a_change_belongs_to_the_turn_in_which_it_was_decided():
    program = weekly(
        """
        meters: {sky: {title: Sky, range: 0..100, start: 50}}
        scenes:
          start: {at: 1, text: One, choices: {on: {text: On, effects: [sky += 5]}}}
          two: {at: 2, text: Two, choices: {on: {text: On, effects: [sky += 5]}}}
        """
    )
    [sky] = histories(played(program, "on", "on"))
    assert [(one.number, one.when) for one in sky.shifts] == [(2, "Week 2"), (1, "Week 1")]


def test_a_chart_has_its_size_and_every_gauge_a_sign_of_its_own():
    found = tuple(told("down", "up", "up", "down").values())
    for width, height in ((60, 12), (20, 5), (1, 1), (200, 40)):
        drawn = chart(found, width, height, 0)
        assert len(drawn.rows) == len(drawn.owners) == len(drawn.labels) == height
        assert all(len(row) == width for row in (*drawn.rows, *drawn.owners))
    drawn = chart(found, 60, 12, 0)
    signs = "".join(drawn.rows)
    assert {"A", "B", "C"} <= set(signs)
    for row, owners in zip(drawn.rows, drawn.owners, strict=True):
        for sign, owner in zip(row, owners, strict=True):
            assert (sign == " ") == (owner == NOBODY)
            assert owner in (NOBODY, 0) or sign == "ABC"[owner]


def test_the_gauge_in_focus_is_a_line_through_every_column_and_its_bands_stand_beside_it():
    found = tuple(told("down", "up", "up", "down").values())
    drawn = chart(found, 40, 11, 0)
    for column in range(40):
        assert any(owners[column] == 0 for owners in drawn.owners)
    assert drawn.labels[0] == "100"
    assert drawn.labels[4] == "60 Ours"
    assert drawn.labels[10] == "0 Blind"


def test_turns_stand_beneath_a_chart_where_they_begin():
    program = weekly(
        """
        meters: {sky: {title: Sky, range: 0..100, start: 50}}
        scenes:
          start: {at: 1, text: One, choices: {on: {text: On, effects: [sky += 5]}}}
          two: {at: 2, text: Two, choices: {on: {text: On, effects: [sky += 5]}}}
        """
    )
    found = histories(played(program, "on", "on"))
    assert chart(found, 21, 5, 0).axis == ((0, 1), (10, 2), (20, 3))
