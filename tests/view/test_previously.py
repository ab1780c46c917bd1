"""Previously: what a session taken up again says of itself, and what it keeps to itself."""

from small_stories import begun, played, timeless, weekly

from game.view.previously import previously
from game.view.transcript import transcript
from game.view.weight import weighed

STORY = """
meters:
  sky: {title: Sky, range: 0..100, start: 50, bands: {0: Blind, 40: Open}}
  mood: {title: Mood, range: 0..9, start: 5, shown: words, bands: {0: Sour, 5: Even}}
  standing: {title: Standing, range: 0..5, start: 3, shown: pips}
  fuse: {title: Fuse, range: 0..100, start: 13, shown: never}
characters: {ada: {name: Ada, role: clerk}}
promises: {page: {to: ada, by: 3, text: A page, kept: {effects: []}, broken: {effects: []}}}
scenes:
  start:
    title: The room
    text: It begins
    choices:
      sky:
        text: |
          "Up, said the "man"."
        effects: [sky += 3, fuse += 60]
        goto: start
      far: {text: Far up, effects: [sky += 30, standing -= 1], goto: start}
      mood: {text: Sulk, effects: [mood -= 3], goto: start}
      hidden: {text: Light it, effects: [fuse += 60], goto: start}
      word: {text: Promise, effects: [{promise: page}], goto: start}
      keep: {text: Keep it, effects: [{keep: page}], goto: start}
      ledger:
        text: Strike
        effects: [{ledger: {name: A. Person, age: 40, place: the road, doing: was walking}}]
        goto: start
      week: {text: Wait}
"""
FAR = (
    "What moved most of late was “Far up” in week 1, at “The room”: Sky rose to 83 (Open) and Standing fell to 2 of 5."
)


def after(*choices):
    return previously(played(weekly(STORY), *choices))


def test_at_the_beginning_and_after_the_end_nothing_went_before():
    program = weekly(STORY.replace("by: 3", "by: 1"), turns=1)
    assert previously(begun(program)) == ()
    over = played(program, "week")
    assert over.ended
    assert previously(over) == ()


def test_it_says_where_what_moved_and_what_is_owed():
    assert after("sky", "far", "word") == (
        "You stopped in week 1 of 3, at “The room”.",
        FAR,
        "You still owe Ada by the end of week 3: A page.",
    )


def test_a_kept_promise_is_owed_no_more():
    assert not any("owe" in said for said in after("word", "keep"))


def test_somebody_hurt_is_named_where_nothing_is_owed():
    assert after("far", "ledger")[-1] == "The ledger holds 1 name; the last is A. Person, the road."


def test_else_the_gauge_that_went_furthest_is_named():
    assert after("far", "sky", "mood")[-1] == "Sky has gone furthest since you began: from 50 to 83 (Open)."


def test_what_is_hidden_is_neither_named_nor_weighed():
    told = " ".join(after("hidden", "hidden", "hidden"))
    assert told == "You stopped in week 1 of 3, at “The room”."
    assert "Fuse" not in " ".join(after("sky", "hidden"))


def test_quotation_marks_of_the_story_stand_in_ours_as_single_ones():
    assert "“Up, said the 'man'.”" in after("sky")[1]


def test_a_gauge_in_words_is_told_by_its_word():
    assert after("mood")[1].endswith(": Mood fell to Sour.")


def test_without_a_clock_decisions_are_counted():
    program = timeless(
        "scenes: {start: {title: Here, text: It begins, choices: {again: {text: Again, goto: start}}}}\n"
        "endings: {over: {title: Over, order: 1, at: any, when: visits(start) > 9, text: Done}}\n"
    )
    assert previously(played(program, "again"))[0] == "You stopped after 1 decision, at “Here”."


def test_weights_are_of_what_was_shown():
    sky, far, mood, hidden = weighed(played(weekly(STORY), "sky", "far", "mood", "hidden"))
    assert far.weight > mood.weight > sky.weight > hidden.weight == 0
    assert [one.text for one in far.moved] == ["Sky rose to 83 (Open)", "Standing fell to 2 of 5"]
    assert weighed(begun(weekly(STORY))) == ()


TOLD = """
lines:
  previously:
    late: {text: Third, priority: -1}
    far: {text: Far it was, when: took(start.far), priority: 9, plain: It was far}
    word: {text: A word was given, when: took(start.word), priority: 2}
    fourth: {text: Fourth, priority: -2}
"""


def told(*choices, plain=False):
    return previously(played(weekly(STORY + TOLD), *choices), plain=plain)


def test_the_authors_lines_come_first_by_what_holds_and_how_much_they_press_three_at_most():
    assert told("far", "word") == ("Far it was", "A word was given", "Third")
    assert told("far") == ("Far it was", "Third", "Fourth")
    assert told("far", "word", plain=True) == ("It was far", "A word was given", "Third")


def test_where_the_author_says_less_the_rest_is_said_by_the_game():
    program = weekly(STORY + TOLD.replace("fourth: {text", "fourth: {when: turn > 2, text"))
    said = previously(played(program, "far"))
    assert said == ("Far it was", "Third", "You stopped in week 1 of 3, at “The room”.")
    assert previously(played(program, "sky"))[:2] == ("Third", "You stopped in week 1 of 3, at “The room”.")


def test_no_phase_prints_what_went_before():
    papers = "  papers: {news: {text: The news, once: false}}\n"
    program = weekly(STORY + TOLD + papers, phases=("papers: {lines: papers}", "scene: {due: first}"))
    said = transcript(played(program, "week"))
    assert "The news" in said
    assert "Third" not in said


def test_a_story_without_turns_has_what_went_before_too():
    program = timeless("""
lines: {previously: {far: {text: Far it was, when: took(start.far)}}}
scenes: {start: {text: Here, choices: {far: {text: Far, goto: start}}}}
""")
    assert previously(played(program, "far"))[0] == "Far it was"
