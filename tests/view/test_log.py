"""The log: all that was read, page by page, and where something stands in it."""

from small_stories import played, timeless

from game.view.compose import compose
from game.view.log import Log, log_text

STORY = """
meters: {sky: {title: Sky, range: 0..100, start: 50}}
scenes:
  start:
    title: The Line
    text: |
      A handset on a hook.

      Music, far away.
    choices:
      wait: {text: Wait for it, effects: [sky += 5], result: The music stops., goto: start}
endings: {over: {title: Over, order: 1, at: any, text: Over}}
"""


def log(*choices):
    return Log(played(timeless(STORY), *choices))


def test_a_log_has_every_page_as_it_was_read_then():
    found = log("wait", "wait")
    assert len(found) == 3
    assert found.page(1).chosen == "Wait for it"
    assert found.page(1) == compose(found.playthrough.at(1))


def test_a_page_is_made_once_and_only_when_asked_for():
    made = []

    def composed(playthrough):
        made.append(playthrough.decisions)
        return compose(playthrough)

    found = Log(played(timeless(STORY), "wait", "wait"), composed)
    assert made == []
    assert found.page(2) is found.page(2)
    assert made == [2]


def test_what_is_looked_for_is_found_in_its_order_whatever_its_capitals():
    found = list(log("wait").find("MUSIC"))
    assert [(one.number, one.text) for one in found] == [
        (0, "Music, far away."),
        (1, "The music stops."),
        (1, "Music, far away."),
    ]
    assert [one.number for one in log("wait").find("for it")] == [1]
    assert list(log("wait").find("")) == []


def test_a_page_of_the_log_as_text_has_decision_prose_and_changes():
    assert (
        log_text(log("wait").page(1), 40)
        == """\
> Wait for it

The music stops.

The Line.

A handset on a hook.

Music, far away.

Sky +5 to 55.
"""
    )
