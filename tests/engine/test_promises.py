"""A word given to someone by a date: kept, broken, given again."""

from small_stories import begun, events, owners, played, told, value, weekly

from game.engine.events import Word

STORY = """
characters: {{ines: {{name: Ines, regard: -3..3}}}}
promises:
  page:
    to: ines
    {due}
    text: the page
    kept:
      effects: [ines += 1]
      because: you kept it
      result: Ines reads the page.
    broken:
      effects: [ines -= 2]
      because: no page came
      result: Ines reads nothing.
      {goto}
scenes:
  start:
    text: It begins
    choices:
      give: {{text: Give your word, effects: [{{promise: page}}], goto: later_on}}
      say_nothing: {{text: Say nothing, goto: later_on}}
  later_on:
    text: It goes on
    choices:
      keep: {{text: Keep it, effects: [{{keep: page}}], goto: again}}
      forget: {{text: Forget it, goto: again}}
  again:
    text: It still goes on
    choices:
      give: {{text: Give your word, effects: [{{promise: page}}]}}
      rest: {{text: Rest}}
  week_2:
    at: 2
    text: Week two
    choices: {{on: {{text: On}}, off: {{text: Off}}}}
  sorry:
    text: You write to Ines.
"""


def story(due="by: 1", goto="", turns=3):
    return weekly(STORY.format(due=due, goto=goto), turns=turns)


def words_given(playthrough):
    return [(event.promise, event.became) for event in events(playthrough) if isinstance(event, Word)]


def test_a_kept_promise_tells_its_text_and_does_its_effects_and_stays_kept():
    kept = played(story(), "give", "keep", "rest", "on")
    assert words_given(kept) == [("page", "given"), ("page", "kept")]
    assert "Ines reads the page." in told(kept)
    assert value(kept, "ines") == 1


def test_a_promise_that_comes_due_unkept_is_broken_at_the_end_of_its_turn():
    broken = played(story(), "give", "forget", "rest")
    assert words_given(broken) == [("page", "given"), ("page", "broken")]
    assert told(broken)[-2:] == ["Ines reads nothing.", "Week two"]
    assert value(broken, "ines") == -2


def test_a_promise_due_in_the_last_turn_is_broken_before_the_end_is_told():
    broken = played(story(due="by: 2", turns=2), "give", "forget", "rest", "on")
    assert broken.ended
    assert told(broken)[-2:] == ["Ines reads nothing.", "It is over"]


def test_a_broken_promise_can_lead_to_a_scene_of_the_next_turn():
    broken = played(story(goto="goto: sorry"), "give", "forget", "rest")
    assert owners(broken, "scene")[-2:] == ["sorry", "week_2"]


def test_keeping_what_was_not_promised_is_nothing():
    assert words_given(played(story(), "say_nothing", "keep")) == []


def test_a_promise_given_again_is_due_by_its_new_date_and_not_by_the_old_one():
    # Kept and given again in week 1, within 1: due in week 2, not before.
    again = played(story(due="within: 1"), "give", "keep", "give")
    assert words_given(again) == [("page", "given"), ("page", "kept"), ("page", "given")]
    assert [due.turn for due in again.state.agenda] == [2]


def test_keeping_a_promise_takes_its_date_from_the_agenda():
    assert played(story(due="by: 2"), "give", "keep", "rest").state.agenda == ()


def test_a_promise_whose_keeping_keeps_it_again_is_kept_once():
    program = weekly(
        """
        facts: {count: {range: 0..9}}
        characters: {ines: {name: Ines}}
        promises:
          page:
            to: ines
            by: 1
            text: the page
            kept: {effects: [count += 1, {promise: page}, {keep: page}]}
            broken: {}
        scenes:
          start:
            text: It begins
            choices:
              a: {text: A, effects: [{promise: page}, {keep: page}]}
              b: {text: B}
        """
    )
    assert value(played(program, "a"), "count") == 1


def test_a_promise_that_another_keeps_as_it_is_broken_the_same_turn_is_kept():
    program = weekly(
        """
        characters: {ines: {name: Ines}}
        promises:
          page: {to: ines, by: 1, text: the page, broken: {effects: [{keep: word}]}}
          word: {to: ines, by: 1, text: the word, kept: {result: Kept}, broken: {result: Broken}}
        scenes:
          start: {text: It begins, enter: [{promise: page}, {promise: word}]}
        """
    )
    assert told(begun(program), "result") == ["Kept"]
