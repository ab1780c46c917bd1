"""Conditions inside an act may ask about its parameter, which is another number wherever the act is used."""

from small_stories import played, timeless, value

ACTS = """
    meters: {{sky: {{title: Sky, range: 0..50, start: 10}}}}
    acts:
      strike(size): [{{when: size > 4 and sky > size, do: [sky -= size], else: [sky += 1]}}, {{act: twice(size * 2)}}]
      twice(many): [{{when: many == 12, do: [sky += many]}}]
    scenes:
      start:
        text: Night
        choices:
          small: {{text: Small, effects: [{{act: strike(3)}}], goto: start}}
          large: {{text: Large, effects: [{{act: strike(6)}}], goto: start}}
"""


def test_a_condition_in_an_act_sees_its_parameter_and_no_range_is_held_against_it():
    program = timeless(ACTS.format())
    assert value(played(program, "small"), "sky") == 11
    assert value(played(program, "large"), "sky") == 10 - 6 + 12
