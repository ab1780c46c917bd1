"""What would open a choice that is shut: the nearest change, over readings and along a session."""

from small_stories import begun, weekly

from game.analysis.paired import readings
from game.analysis.readers import reader_of
from game.analysis.shut import Otherwise, Shut, along, lacking

STORY = weekly(
    """
    meters: {sky: {title: Sky, range: 0..100, start: 10}}
    facts: {word: false, mood: {one_of: [calm, cross]}}
    scenes:
      start:
        text: First
        choices:
          up: {text: Up, effects: [sky += 30], goto: middle}
          level: {text: Level, goto: middle}
      middle:
        text: Second
        choices:
          more: {text: More, effects: [sky += 5], goto: door}
          nothing: {text: Nothing, goto: door}
      door:
        text: Third
        choices:
          enter: {text: Enter, when: not word, requires: sky >= 40 and (word or mood == calm), locked: Shut}
          either: {text: Either, requires: sky >= 90 or mood == cross, locked: Shut}
          leave: {text: Leave}
    """
)


def told(name, playthrough):
    found = lacking(STORY, playthrough.state, "door", name)
    return [(one.asks, one.keys, one.now, one.by) for one in found]


def test_what_is_lacking_is_the_nearest_that_would_open_it():
    at_door = begun(STORY).choose("level").choose("more")
    assert told("enter", at_door) == [("(sky >= 40)", ("sky",), 15, 25)]
    assert told("either", at_door) == [("(mood == 'cross')", ("mood",), "calm", 1)]
    assert told("leave", at_door) == []


def test_over_many_readings_each_is_counted_with_its_nearest_change():
    shut = Shut(STORY, "door", "enter")
    found = readings(STORY, reader_of(STORY, "uniform"), 400, 1, look=shut.look)
    ups = found.met["choice", "start.up"]
    assert shut.open == ups, "who went up finds it open, whatever came after"
    assert {lacks[0].by for lacks in shut.lacks.values()} == {25, 30}
    assert len(shut.lacks) + shut.open.bit_count() == 400


def test_along_a_session_the_latest_decision_that_would_have_opened_it_is_named():
    session = begun(STORY).choose("level").choose("nothing").choose("leave")
    found = along(session, "door", "enter")
    assert [(number, [one.by for one in lacks]) for number, lacks in found.stood] == [(3, [30])]
    assert found.otherwise == Otherwise(number=1, choice="up", opens=3)
    opened = along(begun(STORY).choose("up").choose("nothing"), "door", "enter")
    assert opened.otherwise is None
    assert opened.stood == ((3, ()),)
    assert along(session, "door", "either").stood[0][1][0].keys == ("mood",)
    assert along(session, "door", "either").otherwise is None
