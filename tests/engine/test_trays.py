"""Trays and desks: what is dealt, what is taken, who deals with the rest."""

from small_stories import begun, events, owners, played, told, value, weekly

from game.engine.events import Dealt

CARDS = """
characters: {{yotam: {{name: Yotam}}}}
facts: {{paid: {{range: 0..9}}}}
scenes:
  start: {{text: It begins}}
  visit: {{text: A visit, {visit}}}
storylets:
{cards}
"""


def card(name, *, default="effects: [paid += 1]", more=""):
    return f"""\
  {name}:
    deck: post
    text: Card {name}
    {more}
    envelope: {{text: Envelope {name}, handler: yotam, likely: he pays, default: {{{default}}}}}
    choices:
      a: {{text: A}}
      b: {{text: B, goto: visit}}
"""


def tray(*cards, hand=3, take=1, turns=1, visit="at: 1"):
    text = CARDS.format(cards="".join(cards), visit=visit)
    return weekly(text, turns=turns, phases=(f"tray: {{title: Tray, deal: [post], hand: {hand}, take: {take}}}",))


def hands(playthrough):
    return [event.storylets for event in events(playthrough) if isinstance(event, Dealt)]


def test_what_was_not_opened_is_dealt_with_by_others_once_the_tray_closes():
    story = begun(tray(card("one"), card("two"), card("three")))
    hand = story.state.hand
    assert sorted(hand) == ["one", "three", "two"]
    story = story.choose(hand[0])
    assert value(story, "paid") == 0
    assert value(story.choose("a"), "paid") == 2


def test_two_may_be_taken_where_the_phase_says_so():
    story = begun(tray(card("one"), card("two"), card("three"), take=2))
    first, second, third = story.state.hand
    story = story.choose(first).choose("a")
    assert story.open == (second, third)
    assert value(story.choose(second).choose("a"), "paid") == 1


def test_a_hand_no_larger_than_what_is_taken_simply_comes():
    story = played(tray(card("one")))
    assert owners(story, "scene") == ["start", "one"]
    assert owners(story, "tray") == []


def test_a_storylet_that_comes_once_is_gone_whether_it_was_opened_or_not():
    program = tray(*(card(name) for name in ("one", "two", "three", "four")), turns=3)
    story = begun(program)
    while not story.ended:
        story = story.choose(story.open[0])
    dealt = [name for hand in hands(story) for name in hand]
    assert sorted(dealt) == ["four", "one", "three", "two"]


def test_a_storylet_that_may_come_again_does():
    story = begun(tray(card("one", more="once: false"), hand=1, turns=3))
    while not story.ended:
        story = story.choose("a")
    assert hands(story) == [("one",)] * 3


def test_a_storylet_that_a_choice_led_to_is_not_dealt_again():
    program = weekly(
        CARDS.format(cards=card("one"), visit="at: 1").replace(
            "start: {text: It begins}",
            "start: {text: It begins, choices: {x: {text: X, goto: one}, y: {text: Y}}}",
        ),
        phases=("tray: {deal: [post], hand: 1, take: 1}",),
    )
    story = played(program, "x", "a")
    assert owners(story, "scene") == ["start", "one"]


def test_a_default_may_lead_to_a_scene_whatever_that_scenes_own_dates_are():
    program = tray(card("one", default="goto: visit"), card("two"), visit="when: turn == 2", turns=2)
    story = begun(program).choose("two").choose("a")
    assert owners(story, "scene")[-1] == "visit"


def test_higher_tiers_are_dealt_first_and_chance_never_picks_below_them():
    program = tray(card("one"), card("two", more="priority: 2"), card("three", more="priority: 1"), hand=2)
    for seed in range(20):
        assert begun(program, seed).state.hand == ("two", "three")


def test_storylets_met_in_earlier_sessions_are_dealt_after_unseen_ones_of_their_tier():
    program = tray(card("one"), card("two"), card("three"), hand=2)
    for seed in range(20):
        assert "one" not in begun(program, seed, before=("one",)).state.hand


def test_a_weight_of_nine_comes_nine_times_as_often_as_a_weight_of_one():
    program = tray(card("one", more="weight: 9"), card("two"), hand=1)
    first = sum(hands(begun(program, seed))[0] == ("one",) for seed in range(600))
    assert 500 < first < 580


def test_a_later_deal_without_any_choice_between_keeps_its_own_luck():
    """A desk of texts without choices: three weeks are dealt in one decision."""
    cards = "".join(
        f"  {name}: {{deck: desk, text: Desk {name}, when: {when}}}\n"
        for name, when in (("one", "turn == 1"), ("two", "turn <= 2"), ("three", "turn == 2"), ("four", "turn == 3"))
    )
    program = weekly(
        f"scenes:\n  start: {{text: It begins}}\nstorylets:\n{cards}", phases=("desk: {deal: [desk], take: 1}",)
    )
    story = played(program)
    assert story.ended
    assert len(told(story, "scene")) == 4


def test_what_lies_in_the_hand_and_was_read_by_another_way_lies_there_no_more():
    program = tray(card("one").replace("goto: visit", "goto: two"), card("two"), visit="when: paid > 8", hand=2)
    story = played(program, "one", "b", "a")
    assert story.ended
    assert owners(story, "scene") == ["start", "one", "two"]
    assert owners(story, "handled") == []


def test_what_is_told_of_an_unopened_envelope_varies_as_its_storylet_does():
    default = "\n        result: |\n          {first: First. | then: Then.}\n"
    varied = f"""\
  one:
    deck: post
    once: false
    text: Card one
    envelope:
      text: Envelope
      handler: yotam
      likely: he pays
      default: {default}"""
    story = begun(tray(varied, card("two", more="once: false"), hand=2, turns=3))
    assert told(story.choose("one").choose("one").choose("two"), "scene")[1:] == ["Card one", "Card one", "Card two"]
    assert told(story.choose("one").choose("one").choose("two").choose("a"), "handled")[-1] == "Then."
