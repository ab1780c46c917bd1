"""Beginnings elsewhere: in any scene, with any values, in the phase that the scene belongs to."""

import pytest
from small_stories import begun, events, owners, program_of, read, timeless, value

from game.engine.events import TurnBegan
from game.engine.start import StartError
from game.play.codec import decode, encode
from game.play.replay import replay

STORY = """\
story: small
title: Small
start: start
clock:
  turns: 4
  phases:
    tray: {deal: [post], hand: 1}
    scene: {due: first}
    desk: {deal: [desk]}
meters: {sky: {title: Sky, range: -10..10, start: 2}}
facts:
  open: false
  role: {one_of: [none, cook, pilot]}
  kit: {any_of: [phone, map, coat], start: [coat]}
  count: {range: 0..9}
truths:
  wind: {west: 50, east: 50}
  error: {range: -3..3}
characters: {ann: {name: Ann, regard: -2..2}}
arcs: {line: {title: Line}}
scenes:
  start: {text: It begins, choices: {on: {text: On}}}
  room:
    arc: line
    text: |
      Sky {sky}, role {role}, kit {kit}, wind {wind}, {visits(room) > 1: again | first}, turn {turn}.
    choices: {stay: {text: Stay}, again: {text: Again, when: took(room.stay) or met(line), goto: room}}
  second: {at: 3, text: The third turn, choices: {go: {text: Go}}}
storylets:
  letter: {deck: post, text: A letter, choices: {burn: {text: Burn}}}
  memo: {deck: desk, text: A memo, choices: {sign: {text: Sign}}}
endings:
  done: {title: Done, order: 1, at: last, text: Over}
"""


@pytest.fixture(scope="module")
def program():
    return program_of(STORY)


def at(program, scene="", **given):
    return begun(program, at=scene, given=tuple(given.items()))


def test_it_begins_in_the_scene_with_the_values(program):
    story = at(program, "room", sky="-4", role="pilot", kit="phone+map", wind="east", turn="3", ann="2", open="true")
    assert "Sky -4, role pilot, kit phone, map, wind east, first, turn 3." in read(story)
    assert [event.turn for event in events(story) if isinstance(event, TurnBegan)] == [3]
    assert (value(story, "ann"), value(story, "open"), value(story, "count")) == (2, True, 0)


def test_values_alone_begin_where_the_story_does(program):
    story = at(program, sky="9", kit="nothing")
    assert owners(story) == ["start"]
    assert (value(story, "sky"), story.state.phase) == (9, -1)
    assert not value(story, "has(kit.coat)")


def test_what_is_not_given_is_as_at_the_start_and_truths_are_drawn(program):
    story = at(program, "room", error="3")
    assert (value(story, "sky"), value(story, "has(kit.coat)"), value(story, "error")) == (2, True, 3)
    assert [site for site, _ in story.journal.opened.drew] == ["wind"]
    winds = {value(begun(program, seed, at="room"), "wind") for seed in range(20)}
    assert winds == {"west", "east"}


@pytest.mark.parametrize(
    ("scene", "phase", "then"),
    [("letter", 0, ["memo"]), ("memo", 2, ["letter"]), ("room", 1, ["memo"]), ("start", -1, ["letter"])],
)
def test_the_turn_goes_on_behind_the_phase_that_the_scene_belongs_to(program, scene, phase, then):
    story = at(program, scene)
    assert story.state.phase == phase
    after = story.choose(story.open[0])
    assert owners(after)[-1:] == then


def test_a_dated_scene_that_it_begins_in_does_not_come_again(program):
    story = at(program, "second", turn="3")
    while not story.ended:
        story = story.choose(story.open[0])
    assert owners(story, "scene").count("second") == 1


def test_what_a_reader_did_can_be_given_where_something_asks_for_it(program):
    assert "again" in at(program, "room", **{"visits(room)": "4"}).open
    assert "Sky 2" in read(at(program, "room", **{"visits(room)": "4"}))
    assert "again, turn 1" in read(at(program, "room", **{"visits(room)": "4"}))
    assert value(at(program, "start", **{"met(line)": "true"}), "met(line)") is True


def test_without_a_clock_it_begins_in_any_scene():
    program = timeless("scenes:\n  start: {text: A, then: b}\n  b: {text: B, choices: {on: {text: On, goto: start}}}\n")
    assert owners(begun(program, at="b")) == ["b"]
    with pytest.raises(StartError, match="no clock"):
        begun(program, given=(("turn", "2"),))


@pytest.mark.parametrize(
    ("scene", "given", "said"),
    [
        ("rom", {}, "no scene is called `rom`; did you mean `room`?"),
        ("", {"sy": "3"}, "nothing that can be given a value is called `sy`; did you mean `sky`?"),
        ("", {"sky": "11"}, "`sky` is a whole number from -10 to 10, not `11`"),
        ("", {"sky": "many"}, "`sky` is a whole number from -10 to 10, not `many`"),
        ("", {"sky": "1.5"}, "not `1.5`"),
        ("", {"sky": "9" * 5000}, "not `999"),
        ("", {"sky": "٣"}, "not `٣`"),
        ("", {"turn": "5"}, "`turn` is a whole number from 1 to 4, not `5`"),
        ("", {"error": "4"}, "`error` is a whole number from -3 to 3, not `4`"),
        ("", {"ann": "3"}, "`ann` is a whole number from -2 to 2, not `3`"),
        ("", {"open": "yes"}, "`open` is `true` or `false`, not `yes`"),
        ("", {"role": "pilott"}, "`role` is one of none, cook, pilot, not `pilott`; did you mean `pilot`?"),
        ("", {"wind": "north"}, "`wind` is one of west, east, not `north`"),
        ("", {"kit": "phone+mapp"}, "`kit` is any of phone, map, coat, as `phone+map`, or `nothing`, not `mapp`"),
        ("", {"visits(rom)": "1"}, "nothing in this story asks `visits(rom)`, so it is not kept"),
        ("", {"visits(room)": "100"}, "`visits(room)` is a whole number from 0 to 99, not `100`"),
        ("", {"shown(x)": "true"}, "`shown(x)` can't be given"),
    ],
)
def test_what_can_not_be_is_said_in_a_sentence(program, scene, given, said):
    with pytest.raises(StartError) as caught:
        at(program, scene, **given)
    assert said in str(caught.value)


def test_a_value_given_twice_is_refused(program):
    with pytest.raises(StartError, match="`sky` is given twice"):
        begun(program, given=(("sky", "1"), ("sky", "2")))


def test_such_a_session_is_recorded_and_replayed_to_the_byte(program):
    story = at(program, "room", sky="7", kit="phone+map", **{"visits(room)": "2"}).choose("again").choose("stay")
    written = encode(story.journal)
    assert '"narrowsky":2,' in written
    assert '"at":"room","with":{"sky":"7","kit":"phone+map","visits(room)":"2"}' in written
    again = replay(program, decode(written.encode()).journal)
    assert encode(again.journal) == written
    assert read(again) == read(story)
    assert again.state == story.state


def test_an_ordinary_session_is_written_as_before(program):
    written = encode(begun(program).journal)
    assert written.startswith('{"narrowsky":1,')
    assert '"at"' not in written
    assert '"with"' not in written


def test_a_renamed_scene_value_and_word_are_found_by_their_old_names():
    program = program_of(STORY + "renamed: {hall: room, heaven: sky, captain: pilot}\n")
    opening = (("heaven", "5"), ("role", "captain"), ("visits(hall)", "3"))
    story = begun(program, at="room", given=(("sky", "5"), ("role", "pilot"), ("visits(room)", "3")))
    old = story.journal.opened.__class__(
        story="small", version=1, fingerprint="other", seed=1, at="hall", given=opening, drew=story.journal.opened.drew
    )
    again = replay(program, story.journal.__class__(old))
    assert again.state == story.state
