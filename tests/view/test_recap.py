"""Looking back on a session: what mattered, what came of it, who is left with what; nothing that was hidden."""

from small_stories import played, timeless, weekly

from game.view.recap import recap
from game.view.recap_text import recap_text
from game.view.turnings import turnings, ways_back

STORY = """
characters:
  maya: {name: Maya, role: duty officer, memories: {late: You came late.}}
  shadow: {name: The Shadow}
codex:
  base: {title: The base, shelf: campaign, text: A base}
meters:
  sky: {title: Sky, range: 0..100, start: 50, bands: {0: Blind, 40: Open}}
  fuse: {title: Fuse, range: 0..100, start: 13, shown: never}
promises:
  page: {to: maya, within: 2, text: A page, kept: {result: Good}, broken: {result: Bad}}
scenes:
  start:
    at: 1
    title: The line
    text: |
      [Maya](character:maya) waits
    choices:
      one:
        text: |
          "One."
        effects:
          - sky -= 10
          - fuse += 30
          - {ledger: {name: Hussam, age: 61, place: a road, doing: making tea}}
          - {later: {scene: bill, at: 3, kind: bill}}
        because: one minute
      give: {text: Give your word, effects: [{promise: page}, {remember: {maya: late}}]}
      wait: {text: Wait, effects: [sky += 1]}
  second:
    at: 2
    title: The tea
    text: Tea
    choices:
      drink: {text: Drink, effects: [sky += 2]}
      quit: {text: Quit, effects: [{end: out}]}
  bill: {title: What it cost, text: It cost, choices: {pay: {text: Pay}}}
endings:
  out: {title: Out, order: 1, at: any, text: Out}
  done: {title: Done, order: 2, at: last, text: It is over}
"""


def story():
    return weekly(STORY)


def mattered(playthrough, parting=0):
    return {one.decision.choice: one for one in turnings(playthrough, parting)}


def test_a_decision_matters_by_what_it_moved_who_was_hurt_and_what_came_back_of_it():
    found = mattered(played(story(), "one", "drink", "pay"))
    assert list(found) == ["one", "drink"]
    one = found["one"]
    assert [moved.text for moved in one.moved] == ["Sky fell to 40 (Open)"]
    assert one.hurt == ("Hussam",)
    assert one.came == ("a bill in week 3, “What it cost”",)
    assert one.weight > found["drink"].weight


def test_a_word_given_matters_and_is_told():
    one = mattered(played(story(), "give", "drink"))["give"]
    assert one.words == ("You gave Maya your word",)


def test_a_parting_is_told_however_little_it_moved():
    assert "pay" not in mattered(played(story(), "one", "drink", "pay"))
    assert mattered(played(story(), "one", "drink", "pay"), 3)["pay"].parted


def test_where_a_story_ended_early_one_may_go_back_to_what_mattered_and_to_the_last_decision():
    assert [one.choice for one in ways_back(played(story(), "one", "quit"))] == ["one", "quit"]
    assert ways_back(played(story(), "one", "drink", "pay")) == ()
    assert ways_back(played(story(), "one")) == ()


def test_a_story_without_a_calendar_never_ends_early():
    bare = timeless(
        "scenes: {start: {text: It begins, choices: {end: {text: End, effects: [{end: over}]}}}}\n"
        "endings: {over: {title: Over, order: 1, at: any, text: Over}}\n"
    )
    assert ways_back(played(bare, "end")) == ()
    assert recap_text(recap(played(bare, "end"))) == "Over, after 1 decision.\n\nNot seen: nothing."


def test_the_recap_in_words():
    assert (
        recap_text(recap(played(story(), "one", "drink", "pay"), [("other", played(story(), "one", "quit"))]))
        == """\
Done, in week 3 of 3, after 3 decisions.

How it went.
Sky: from 50 to 42 (Open); most in week 1, “One.”, from 50 to 40.

What mattered.
1. Week 1, The line: “One.” Sky fell to 40 (Open). In the ledger:
  Hussam. Later: a bill in week 3, “What it cost”.
2. Week 2, The tea: “Drink”. Sky rose to 42 (Open). Here another session
  of yours went another way.

People.
Maya, duty officer. Last met in week 1, at “The line”.

The ledger.
Hussam, 61, a road, making tea.

Not seen: 2 choices, 1 person and 1 codex entry."""
    )


def test_nothing_hidden_is_told():
    text = recap_text(recap(played(story(), "one", "drink", "pay")))
    assert "Fuse" not in text
    assert "Shadow" not in text


def test_a_session_that_goes_on_can_be_looked_back_on_too():
    assert recap_text(recap(played(story(), "wait"))).startswith("It has not ended, in week 2 of 3, after 1 decision.")


def test_no_line_is_wider_than_the_page():
    for width in (20, 40, 100):
        lines = recap_text(recap(played(story(), "give", "drink")), width).split("\n")
        assert max(map(len, lines)) <= width
