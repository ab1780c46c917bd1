"""How a story ends: early, at the last turn, by an effect, in the middle of a tray."""

import pytest
from small_stories import events, owners, played, told, weekly

from game.engine.events import Ended
from game.engine.offers import NotOfferedError

TRAY = (
    "tray: {title: The tray, deal: [post], hand: 3, take: 1}",
    "scene: {title: The week, due: first, else: arcs}",
)
THREE_LETTERS = """
scenes:
  start: {text: It begins}
characters: {yotam: {name: Yotam}}
storylets:
"""


def letter(name: str, default: str) -> str:
    return f"""\
  {name}:
    deck: post
    title: {name}
    text: The letter {name} is open.
    envelope: {{text: Letter {name}, handler: yotam, likely: he pays, default: {{{default}}}}}
    choices:
      read: {{text: Read it, effects: [luck += 1]}}
      burn: {{text: Burn it, effects: [luck = 9]}}
"""


def test_an_early_ending_without_a_condition_comes_only_where_an_effect_asks_for_it():
    program = weekly(
        """
        scenes:
          start:
            text: It begins
            choices:
              stay: {text: Stay}
              go: {text: Go, effects: [{end: gone}]}
        endings:
          gone: {title: Gone, order: 1, at: any, text: You left}
          done: {title: Done, order: 2, at: last, text: You stayed}
        """
    )
    assert played(program, "stay").state.ended == "done"
    assert played(program, "go").state.ended == "gone"


def test_what_comes_due_can_end_the_story_and_its_ending_is_told():
    program = weekly(
        """
        scenes:
          start:
            text: It begins
            choices:
              wait: {text: Wait, effects: [{later: {do: [{end: gone}], in: 1}}]}
              leave: {text: Leave}
        endings:
          gone: {title: Gone, order: 1, at: any, text: You left}
          done: {title: Done, order: 2, at: last, text: You stayed}
        """
    )
    ended = played(program, "wait")
    assert told(ended, "ending") == ["You left"]
    assert [event.ending for event in events(ended) if isinstance(event, Ended)] == ["gone"]


def test_an_early_ending_is_looked_at_after_every_choice_before_the_story_goes_on():
    program = weekly(
        """
        facts: {luck: {range: 0..9}}
        scenes:
          start:
            text: It begins
            choices:
              burn: {text: Burn, effects: [luck = 9], goto: after}
              leave: {text: Leave}
          after: {text: You should not read this}
        endings:
          burnt: {title: Burnt, order: 1, at: any, when: luck == 9, text: All burnt}
          done: {title: Done, order: 2, at: last, text: You stayed}
        """
    )
    assert owners(played(program, "burn")) == ["start", "burnt"]


def test_a_turns_end_looks_at_the_early_endings_too():
    program = weekly(
        """
        meters: {heat: {title: Heat, range: 0..9, start: 0, drift: [{by: 4}]}}
        scenes:
          start: {text: It begins}
        endings:
          burnt: {title: Burnt, order: 1, at: any, when: heat >= 8, text: All burnt}
          done: {title: Done, order: 2, at: last, text: You stayed}
        """
    )
    assert played(program).state.ended == "burnt"


def test_the_first_ending_in_order_that_holds_is_the_one():
    program = weekly(
        """
        facts: {kind: false}
        scenes:
          start:
            text: It begins
            choices:
              nice: {text: Nice, effects: [kind = true]}
              nasty: {text: Nasty}
        endings:
          plain: {title: Plain, order: 9, at: last, text: Plain}
          good: {title: Good, order: 2, at: last, when: kind, text: Good}
        """
    )
    assert played(program, "nice").state.ended == "good"
    assert played(program, "nasty").state.ended == "plain"


def test_an_early_ending_inside_an_envelope_leaves_the_others_unhandled():
    program = weekly(
        "facts: {luck: {range: 0..9}}\n"
        + THREE_LETTERS
        + letter("one", "effects: [luck += 1], result: Handled one")
        + letter("two", "effects: [luck += 1], result: Handled two")
        + letter("three", "effects: [luck += 1], result: Handled three")
        + """
endings:
  burnt: {title: Burnt, order: 1, at: any, when: luck == 9, text: All burnt}
  done: {title: Done, order: 2, at: last, text: You stayed}
""",
        turns=1,
        phases=TRAY,
    )
    burnt = played(program, "two", "burn")
    assert burnt.state.ended == "burnt"
    assert told(burnt, "handled") == []
    quiet = played(program, "two", "read")
    assert sorted(told(quiet, "handled")) == ["Handled one", "Handled three"]
    assert quiet.state.values != burnt.state.values


def test_a_default_that_ends_the_story_ends_it_once_all_envelopes_were_handled():
    program = weekly(
        "facts: {luck: {range: 0..9}}\n"
        + THREE_LETTERS
        + letter("one", "effects: [{end: burnt}], result: Handled one")
        + letter("two", "effects: [luck += 1], result: Handled two")
        + """
endings:
  burnt: {title: Burnt, order: 1, at: any, text: All burnt}
  done: {title: Done, order: 2, at: last, text: You stayed}
""",
        phases=("tray: {deal: [post], hand: 2, take: 1}",),
    )
    ended = played(program, "two", "read")
    assert ended.state.ended == "burnt"
    assert told(ended)[-2:] == ["Handled one", "All burnt"]


def test_nothing_can_be_chosen_after_the_end():
    ended = played(weekly("scenes:\n  start: {text: It begins}\n"))
    assert ended.ended
    assert ended.offers == ()
    with pytest.raises(NotOfferedError, match="ended"):
        ended.choose("anything")


def test_a_playthrough_that_has_ended_awaits_its_next_decision_nowhere():
    assert played(weekly("scenes:\n  start: {text: It begins}\n")).place == ""
