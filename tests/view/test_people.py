"""Who is known to a reader, and how: nobody is named before they were met."""

from small_stories import begun, played, timeless, weekly

from game.view.people import people

STORY = """
characters:
  maya: {name: Lt. Col. Maya Gurevich, role: duty officer, wants: the log to be true, memories: {late: You came late.}}
  raz: {name: Gen. Itamar Raz, role: head of operations}
  kaplan: {name: Grigory Kaplan}
  shadow: {name: The Shadow, wants: nothing you will ever know}
promises:
  page: {to: kaplan, within: 2, text: A page, kept: {result: Good}, broken: {result: Bad}}
scenes:
  start:
    title: The Line
    at: 1
    text: |
      [Maya Gurevich](character:maya) holds a handset. She says Raz is asleep.
    choices:
      late: {text: Come late, effects: [{remember: {maya: late}}], goto: room}
      give: {text: Give your word, effects: [{promise: page}], goto: room}
  room:
    title: The Room
    text: Gurevich looks up. Itamar Raz does not.
    choices:
      keep: {text: Keep it, effects: [{keep: page}]}
      wait: {text: Wait}
"""


def story():
    return weekly(STORY)


def known(playthrough):
    return {person.id: person for person in people(playthrough)}


def titles(person):
    return [(one.number, one.title) for one in person.meetings]


def test_a_link_is_a_meeting_and_a_last_name_alone_is_none():
    found = known(begun(story()))
    assert (found["maya"].name, found["maya"].role, found["maya"].wants) == (
        "Lt. Col. Maya Gurevich",
        "duty officer",
        "the log to be true",
    )
    assert titles(found["maya"]) == [(0, "The Line")]
    assert found["maya"].meetings[0].when == "Week 1"
    assert not found["raz"].met


def test_of_somebody_not_met_nothing_is_said():
    shadow = known(played(story(), "late"))["shadow"]
    assert (shadow.met, shadow.name, shadow.wants) == (False, "", "")


def test_whoever_was_met_stands_where_a_text_calls_them_and_a_full_name_is_a_meeting():
    found = known(played(story(), "late"))
    assert titles(found["maya"]) == [(0, "The Line"), (1, "The Room")]
    assert titles(found["raz"]) == [(1, "The Room")]


def test_people_remember_what_they_were_made_to_and_since_when():
    found = known(played(story(), "late"))
    assert [(one.what, one.number, one.when) for one in found["maya"].memories] == [("You came late.", 1, "Week 1")]
    assert found["raz"].memories == ()


def test_a_word_given_is_open_then_kept_or_broken():
    program = story()
    for choices, became in ((("give",), "open"), (("give", "keep"), "kept"), (("give", "wait"), "broken")):
        [word] = known(played(program, *choices))["kaplan"].given
        assert (word.text, word.became, word.number) == ("A page", became, 1)
    assert word.due == "Week 3"
    assert known(played(program, "late"))["kaplan"].given == ()


def test_a_last_name_that_two_people_have_is_nobody():
    text = """
    characters: {one: {name: Ada Stern}, two: {name: Leo Stern}}
    scenes:
      start:
        text: Here [Ada](character:one) waits.
        choices: {on: {text: On, goto: next}}
      next: {title: Next, text: Stern is late., choices: {on: {text: On, goto: next}}}
    """
    found = known(played(timeless(text), "on"))
    assert [one.title for one in found["one"].meetings] == ["Start"]
    assert not found["two"].met
