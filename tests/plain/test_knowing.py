"""What a reader without a screen can ask for: the log, people, the ledger, how a gauge came to where it stands."""

from small_stories import begun, weekly
from test_plain_player import Saving, play

STORY = """
meters:
  sky: {title: Sky, about: How much of it is yours, range: 0..100, start: 50, bands: {0: Blind, 40: Open, 80: Ours}}
  mood: {title: Mood, range: 0..9, start: 5, shown: words, bands: {0: Sour, 5: Even}}
  fuse: {title: Fuse, range: 0..100, start: 13, shown: never}
characters:
  ada: {name: Dr. Ada Levin, role: clerk, wants: a quiet week}
  ben: {name: Ben Stone, role: nobody}
promises: {page: {to: ada, by: 3, text: A page, kept: {effects: []}, broken: {effects: []}}}
scenes:
  start:
    title: The room
    text: |
      It begins with [a clerk](character:ada) and a kettle.
    choices:
      up: {text: Up, effects: [sky += 8, fuse += 9], goto: start}
      sulk: {text: Sulk, effects: [mood -= 3], goto: start}
      word: {text: Promise, effects: [{promise: page}], goto: start}
      strike:
        text: Strike
        effects: [{ledger: {name: A. Person, age: 40, place: the road, doing: was walking, claims: {us: a fault}}}]
        result: The kettle stops.
        goto: start
      wait: {text: Wait}
"""


def answers(*lines, **more):
    session = Saving(begun(weekly(STORY)))
    told = play(*lines, session=session, **more)[0]
    return [" ".join(answer.partition("\n")[2].split()) for answer in told.split("\n> ")[1:]]


def test_the_log_tells_pages_again_as_many_as_asked_for():
    def told(*lines):
        return play(*lines, session=Saving(begun(weekly(STORY))))[0].rpartition("> log")[2]

    assert told("1", "4", "log 1").partition("\n")[2].startswith("> Strike\n\nThe kettle stops.")
    assert told("1", "4", "log all").count("It begins") == 3
    assert told("1", "4", "1", "1", "log").count("It begins") == 3
    assert told("log 99").count("It begins") == 1


def test_words_are_found_in_the_log_with_the_place():
    found = answers("4", "log KETTLE")[1]
    assert "at the beginning: It begins with a clerk and a kettle." in found
    assert "after decision 1: The kettle stops." in found
    assert answers("log nowhere")[0] == "Nothing you have read holds “nowhere”."
    assert "\x1b" not in answers("log \x1b[2J")[0]


def test_the_log_tells_choices_that_were_not_taken_to_nobody():
    assert "Sulk" not in answers("1", "log all")[1]


def test_people_are_those_who_were_met():
    assert answers("people")[0] == ("You have met Dr. Ada Levin. 1 other not yet. Type people and a name for more.")
    assert answers("people levin")[0] == (
        "Dr. Ada Levin, clerk. Wants, as far as you know: a quiet week. First met in week 1, at The room."
    )
    assert answers("people Lewin")[0] == "You have met nobody called “Lewin”. Did you mean Levin?"
    assert "nobody called" in answers("people Stone")[0]
    assert "Stone" not in answers("people")[0]


def test_a_word_given_to_somebody_is_told_with_them():
    assert "You gave your word, due by the end of week 3: A page." in answers("3", "people ada")[1]


def test_the_ledger_tells_everybody_hurt():
    assert answers("ledger")[0] == "Nobody stands in the ledger."
    assert answers("4", "ledger")[1] == "A. Person, 40, the road, was walking. Us: a fault."


def test_a_gauge_tells_how_it_came_to_where_it_stands():
    told = answers("1", "meters sky")[1]
    assert told.startswith("Sky: 58, Open. How much of it is yours")
    assert "under it Blind, from 0; over it Ours, from 80." in told
    assert "Week 1, The room, “Up”: 50 to 58." in told
    assert answers("meters sk")[0].startswith("Sky: 50, Open.")
    assert answers("meters skt")[0] == "No gauge is called “skt”. Did you mean Sky?"


def test_a_gauge_in_words_tells_no_number_and_a_hidden_one_nothing():
    told = answers("2", "meters mood")[1]
    assert told.startswith("Mood: Sour.")
    assert not any(sign.isdigit() for sign in told.replace("Week 1", ""))
    assert answers("1", "meters fuse")[1] == "No gauge is called “fuse”."


def test_settings_are_told_and_changed_at_once_and_kept():
    kept = {}
    session = Saving(begun(weekly(STORY)))
    told = play(
        "settings",
        "set width 40",
        "meters sky",
        "set widht 3",
        "set width 9999",
        "set theme night",
        "set",
        session=session,
        keep=lambda name, value: kept.update({name: value}) or "",
    )[0]
    every, width, meters, misspelt, wide, theme, none = (" ".join(one.split()) for one in told.split("\n> ")[1:8])
    assert "width: 72 columns." in every
    assert "width: 40 columns." in width
    assert kept == {"width": 40}
    assert max(map(len, told.partition("> meters sky")[2].splitlines())) <= 40
    assert "Sky: 50, Open." in meters
    assert "Did you mean width?" in misspelt
    assert "a whole number from 40 to 100" in wide
    assert "no setting “theme” here" in theme
    assert "Type settings" in none


LOCKED = """
meters: {sky: {title: Sky, range: 0..9, start: 1}}
scenes:
  start:
    text: It begins
    choices:
      up: {text: Climb, requires: sky > 3 and turn > 1}
      down: {text: Dig, requires: sky > 1, locked: The ground is hard.}
      wait: {text: Wait}
"""


def test_why_tells_what_locked_choices_need_all_of_them_or_the_one_that_is_named():
    told = play("why", "why dig", "why nothing", "1", "why", session=Saving(begun(weekly(LOCKED))))[0]
    every, one, none, *_, over = [answer.partition("\n")[2].strip() for answer in told.split("\n> ")[1:]]
    assert every == (
        "Climb\nIt needs all of these:\n  Sky 4 or more; it is 1\n  week 2 or later; it is week 1\n\n"
        "Dig\nThe ground is hard.\nIt needs Sky 2 or more; it is 1."
    )
    assert one == "Dig\nThe ground is hard.\nIt needs Sky 2 or more; it is 1."
    assert none == "No locked choice here holds “nothing”."
    assert over == "Nothing is locked here."


def test_debug_tells_an_author_what_conditions_saw_and_nobody_else():
    session = Saving(begun(weekly(LOCKED)))
    assert "no   requires: sky > 1 (sky is 1)" in play("debug dig", "debug down", session=session, debug=True)[0]
    told = play("debug", "help", session=Saving(begun(weekly(LOCKED))))[0]
    assert "sky is" not in told
    assert "Begin with: play --debug" in " ".join(told.split())
    assert "debug WORDS" not in told
    assert "debug WORDS" in play("help", session=Saving(begun(weekly(LOCKED))), debug=True)[0]
