"""What was planned for a later turn: scenes, lines, effects; when they come and when they don't."""

import pytest
from small_stories import events, owners, played, timeless, told, value, weekly

from game.engine.events import CameDue, Changed, Planned
from game.engine.going import EndlessError
from game.source.limits import AGENDA

ASK = """
scenes:
  start:
    text: It begins
    choices:
      yes: {{text: Yes, effects: [{effects}]}}
      no: {{text: No}}
  visitor:
    text: A visitor
    {visitor}
"""


def asked(effects, *, visitor="", extra="", turns=4, phases=None):
    given = {"phases": phases} if phases else {}
    return weekly(extra + ASK.format(effects=effects, visitor=visitor), turns=turns, **given)


def test_a_planned_scene_comes_in_its_turn():
    program = asked("{later: {scene: visitor, in: 2, kind: bill}}")
    story = played(program, "yes")
    turns = [event for event in events(story) if isinstance(event, Planned | CameDue)]
    assert turns == [Planned("start.yes/1", 3), CameDue("start.yes/1")]
    assert "visitor" in owners(story)
    assert "visitor" not in owners(played(program, "no"))


def test_a_planned_scene_that_is_dated_too_comes_once():
    program = asked("{later: {scene: visitor, at: 2}}", visitor="at: 2")
    assert owners(played(program, "yes"), "scene") == ["start", "visitor"]


def test_a_scene_planned_twice_for_one_turn_comes_once():
    program = asked("{later: {scene: visitor, at: 2}}, {later: {scene: visitor, in: 1}}")
    assert owners(played(program, "yes"), "scene") == ["start", "visitor"]


def test_a_due_scene_that_another_already_led_to_does_not_come_again():
    program = weekly(
        """
        scenes:
          start: {text: It begins}
          one:
            at: 1
            text: First
            choices: {on: {text: On, goto: second}, off: {text: Off}}
          second: {at: 1, text: Second}
        """
    )
    assert owners(played(program, "on"), "scene") == ["start", "one", "second"]
    assert owners(played(program, "off"), "scene") == ["start", "one", "second"]


def test_what_was_planned_for_now_or_earlier_or_after_the_end_is_not_planned():
    program = asked("{later: {scene: visitor, at: 1}}, {later: {scene: visitor, in: 4}}")
    story = played(program, "yes")
    assert owners(story, "scene") == ["start"]
    assert [event for event in events(story) if isinstance(event, Planned)] == []


def test_plans_without_a_clock_leave_no_trace_in_the_state():
    program = timeless(
        """
        scenes:
          start:
            text: It begins
            choices:
              yes: {text: Yes, effects: [{later: {scene: start, in: 1}}], goto: start}
              no: {text: No, goto: start}
        """
    )
    assert played(program, "yes", "yes").state == played(program, "no", "no").state


def test_planned_effects_are_done_at_the_start_of_their_turn_and_say_which_plan_did_it():
    program = asked(
        "{later: {do: [heat += 3], in: 1, because: the poll}}",
        extra="meters: {heat: {title: Heat, range: 0..9, start: 0}}\n",
        visitor="at: 2",
    )
    story = played(program, "yes")
    changed = [event for event in events(story) if isinstance(event, Changed)]
    assert changed == [Changed("heat", 0, 3, "the poll", "start.yes/1")]
    kinds = [type(event).__name__ for event in events(story)]
    assert kinds.index("Changed") < kinds.index("Told", kinds.index("Planned"))


def test_a_planned_scene_whose_condition_no_longer_holds_stays_away():
    program = asked("{later: {scene: visitor, in: 1}}", visitor="when: turn > 2")
    assert "visitor" not in owners(played(program, "yes"))


BRIEF = "brief: {title: Brief, lines: brief, at_most: 2}"
PAPERS = "papers: {title: Papers, lines: papers, at_most: 3, one_event: true}"


def test_a_planned_line_is_told_for_certain_before_all_others():
    program = asked(
        "{later: {line: echo, in: 1}}",
        extra="""
lines:
  brief:
    loud: {text: Loud, priority: 9}
    louder: {text: Louder, priority: 10}
    echo: {text: Echo, when: turn > 99, priority: -9}
""".replace("turn > 99", "turn == 4"),
        phases=(BRIEF,),
    )
    assert told(played(program, "yes"), "brief") == ["Louder", "Loud", "Echo"]


def test_a_planned_headline_is_told_even_in_a_week_with_bigger_news():
    program = asked(
        "{later: {line: echo, in: 1}}",
        extra="""
rules: {fire: {at: 1, do: [{happen: fire}]}}
lines:
  papers:
    one: {about: fire, from: Haifa, text: Fire in Haifa, priority: 9}
    two: {about: fire, from: Jaffa, text: Fire in Jaffa}
    echo: {from: Acre, text: Echo, when: turn == 4}
""",
        phases=(PAPERS,),
    )
    assert told(played(program, "yes"), "papers") == ["Echo", "Fire in Haifa", "Fire in Jaffa"]


def test_planned_lines_that_found_no_room_come_the_next_time():
    program = asked(
        ", ".join(f"{{later: {{line: echo_{n}, at: 2}}}}" for n in (1, 2, 3)),
        extra="lines:\n  brief:\n"
        + "".join(f"    echo_{n}: {{text: Echo {n}, when: turn == 1 and turn == 2}}\n" for n in (1, 2, 3)).replace(
            "turn == 1 and turn == 2", "turn == 4 and visits(visitor) > 0"
        ),
        phases=(BRIEF,),
    )
    story = played(program, "yes")
    assert told(story, "brief") == ["Echo 1", "Echo 2", "Echo 3"]
    assert told(played(program, "no"), "brief") == []


def test_what_happened_is_known_this_turn_and_the_next_wherever_in_the_turn_it_was():
    program = weekly(
        """
        facts: {heard: {range: 0..9}}
        scenes:
          start:
            enter: [{happen: dawn}, {later: {do: [{happen: noon}], at: 2}}]
            text: It begins
        rules:
          dawn_2: {when: happened(dawn), do: [heard += 1]}
          noon_3: {when: happened(noon), do: [heard += 3]}
        """,
        turns=4,
    )
    # dawn: weeks 1 and 2; noon: weeks 2 and 3.
    assert value(played(program), "heard") == 8


def test_a_circle_within_one_turn_that_plans_and_plans_comes_to_a_limit_that_names_the_place():
    program = asked("{later: {do: [{happen: bell}], in: 1}}, {goto: start}", turns=9)
    story = played(program)
    for _ in range(AGENDA):
        story = story.choose("yes")
    with pytest.raises(EndlessError, match=r"more than 5,000 things .* planned at `start.yes/1`"):
        story.choose("yes")
    assert story.choose("no").turn > 1
