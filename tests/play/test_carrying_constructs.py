"""Carrying over where choices stand in threads, inside choices, in what is called, and where outcomes are drawn."""

import pytest
from small_stories import played, program_of

from game.play.migrate import migrate

STORY = """\
story: small
title: Small
start: market
facts: {rain: false, coins: {range: 0..99}}
scenes:
  market:
    text: Stalls
    threads: [baker]
    choices:
      buy: {text: Buy a hat, effects: [coins += 1], goto: market}
      leave: {text: Leave, goto: inn}
  baker:
    text: Bread
    threads: [child]
    choices:
      buy:
        text: Buy a loaf
        effects: [coins += 2]
        result: Rye or wheat?
        choices:
          rye: {text: Rye, effects: [coins += 3], goto: market}
          wheat: {text: Wheat, goto: market}
      ask: {text: Ask, call: gossip, goto: market}
  child:
    text: A child
    choices: {wave: {text: Wave, effects: [coins += 5], goto: market}}
  gossip:
    text: Gossip
    choices: {nod: {text: Nod, effects: [coins += 7]}, sigh: {text: Sigh}}
  inn:
    text: An inn
    choices:
      dice:
        text: Dice
        effects: [{draw: {high: {do: [coins += 11]}, low: {do: [coins += 13]}, side: {do: [coins += 17]}}}]
        goto: inn
      out: {text: Out, effects: [{end: home}]}
endings: {home: {title: Home, order: 1, at: any, text: Home}}
"""
WALK = (
    "buy", "baker.buy", "rye", "child.wave", "baker.ask", "nod", "baker.buy", "wheat", "leave", "dice", "dice", "dice",
    "out",
)  # fmt: skip


def carried(*changes, walk=WALK, seed=3):
    """The walk over the story after these replacements, all of which must find something."""
    text = STORY
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    before = played(program_of(STORY), *walk, seed=seed)
    return before, migrate(program_of(text), before.journal)


def coins(playthrough):
    return playthrough.program.value(playthrough.state.values, "coins")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ([("wave:", "greet:"), ("endings:", "renamed: {wave: greet}\nendings:")], {"child.wave": "child.greet"}),
        (
            [("child:", "boy:"), ("[child]", "[boy]"), ("endings:", "renamed: {child: boy}\nendings:")],
            {"child.wave": "boy.wave"},
        ),
        (
            [("baker:", "oven:"), ("[baker]", "[oven]"), ("endings:", "renamed: {baker: oven}\nendings:")],
            {"baker.buy": "oven.buy", "baker.ask": "oven.ask"},
        ),
        (
            [("  market:", "  square:"), ("goto: market", "goto: square"), ("start: market", "start: square"),
             ("endings:", "renamed: {market: square}\nendings:")],
            {},
        ),
        (
            [("      buy:\n", "      bread:\n"), ("endings:", "renamed: {buy: bread}\nendings:")],
            {"baker.buy": "baker.bread"},
        ),
        ([("rye:", "dark:"), ("endings:", "renamed: {rye: dark}\nendings:")], {"rye": "dark"}),
        ([("gossip", "chatter"), ("nod:", "bow:"), ("endings:", "renamed: {gossip: chatter, nod: bow}\nendings:")],
         {"nod": "bow"}),
        ([("dice:", "gamble:"), ("  inn:", "  bar:"), ("goto: inn", "goto: bar"),
          ("endings:", "renamed: {dice: gamble, inn: bar}\nendings:")], {"dice": "gamble"}),
        ([("low:", "under:"), ("endings:", "renamed: {low: under}\nendings:")], {}),
    ],
    ids=["its choice", "the thread", "a thread with nested choices", "the host", "a choice with choices",
         "an inner choice", "what is called", "where something is drawn", "an outcome"],
)  # fmt: skip
def test_what_is_renamed_inside_other_things_is_found_with_the_luck_it_had(changes, says):
    for seed in range(6):
        before, found = carried(*changes, seed=seed)
        assert found.parting is None, found.parting.reason
        assert [one.choice for one in found.playthrough.standing] == [says.get(choice, choice) for choice in WALK]
        assert coins(found.playthrough) == coins(before)


@pytest.mark.parametrize(
    ("changes", "why", "decision"),
    [
        ([("{wave: {text: Wave,", "{nod: {text: Nod,")], "gone", 4),
        ([("{wave: {text: Wave,", "{wave: {text: Wave, when: rain,")], "hidden", 4),
        ([("{wave: {text: Wave,", "{wave: {text: Wave, requires: rain, locked: No,")], "locked", 4),
        ([("text: A child\n", "text: A child\n    when: rain\n")], "hidden", 4),
        ([("    threads: [child]\n", "")], "gone", 4),
        ([("rye: {text: Rye,", "dark: {text: Rye,")], "gone", 3),
        ([("rye: {text: Rye,", "rye: {text: Rye, when: rain,")], "hidden", 3),
        ([("wheat: {text: Wheat,", "wheat: {text: Wheat, requires: rain, locked: No,")], "locked", 8),
        ([("{nod: {text: Nod,", "{bow: {text: Nod,")], "gone", 6),
        ([("call: gossip, ", ""), ("text: Gossip\n", "text: Gossip\n    then: inn\n")], "elsewhere", 6),
        ([("      dice:", "      toss:")], "gone", 10),
    ],
)
def test_a_session_stops_there_with_the_right_reason(changes, why, decision):
    _, found = carried(*changes)
    assert found.parting is not None
    assert (found.parting.why, found.parting.decision) == (why, decision)
    assert [one.choice for one in found.playthrough.standing] == list(WALK[: decision - 1])


def test_a_choice_of_the_host_is_never_taken_for_one_of_a_thread_nor_the_other_way_round():
    _, found = carried(("      buy:\n        text", "      loaf:\n        text"))
    assert (found.parting.why, found.parting.decision) == ("gone", 2)
    _, found = carried(("      buy: {text: Buy a hat, effects: [coins += 1], goto: market}\n", ""))
    assert (found.parting.why, found.parting.decision) == ("gone", 1)


def test_another_draw_before_one_that_was_drawn_moves_none_and_reordered_outcomes_are_the_same():
    swapped = (
        "high: {do: [coins += 11]}, low: {do: [coins += 13]}",
        "low: {do: [coins += 13]}, high: {do: [coins += 11]}",
    )
    for seed in range(6):
        before, found = carried(swapped, ("text: Dice\n", "text: Dice\n        because: it was late\n"), seed=seed)
        assert found.parting is None
        assert coins(found.playthrough) == coins(before)
