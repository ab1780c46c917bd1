"""Replaying: the luck on record is used, an edit disturbs only what it touches, and a parting says where and why."""

from collections import Counter
from dataclasses import replace

import pytest
from small_stories import begun, events, program_of, value, weekly
from two_chambers import chambers, text

from game.engine import events as happened
from game.engine.luck import Outcome, Site
from game.play.dice import roll
from game.play.journal import Fate, Journal, Returned, Took, never_asked
from game.play.playthrough import Playthrough
from game.play.replay import Divergence, replay


def through(playthrough, pick=0):
    """Play on to the end by the same rule of thumb."""
    while not playthrough.ended:
        choice = "go" if "go" in playthrough.open else playthrough.open[pick % len(playthrough.open)]
        playthrough = playthrough.choose(choice)
    return playthrough


def hands(playthrough):
    return [event.storylets for event in events(playthrough) if isinstance(event, happened.Dealt)]


def test_every_luck_in_a_journal_is_an_outcome_by_its_site():
    opening = begun(chambers(), seed=5).journal.opened
    assert dict(opening.drew)["weather"] in (("rain",), ("sun",))
    tossed = begun(chambers(), seed=5).choose("toss").journal.entries[0]
    assert dict(tossed.drew)["hall.toss"] in (("pass",), ("fail",))
    dealt = begun(chambers(), seed=5).choose("go").journal.entries[0]
    assert len(dict(dealt.drew)["tray"]) == 2


def test_a_record_decides_against_the_dice():
    program = chambers()
    made = begun(program, seed=5).choose("toss").journal
    took = made.entries[0]
    other = "fail" if dict(took.drew)["hall.toss"] == ("pass",) else "pass"
    journal = Journal(replace(made.opened, fingerprint="another"), (replace(took, drew=(("hall.toss", (other,)),)),))
    again = replay(program, journal)
    assert [event.passed for event in events(again) if isinstance(event, happened.Tested)] == [other == "pass"]


def test_a_record_may_say_what_chance_never_would():
    program = chambers()
    made = begun(program, seed=5)
    drew = (("tray", ("card_7", "card_1")),)
    assert made.choose("go", drew).state.hand == ("card_7", "card_1")


def test_a_record_of_what_is_no_outcome_any_more_is_passed_over():
    made = begun(chambers(), seed=5)
    drew = (("tray", ("gone", "card_7", "gone_too", "card_1")),)
    assert made.choose("go", drew).state.hand == ("card_7", "card_1")


def test_an_answer_recorded_for_a_later_turn_is_not_eaten_by_an_earlier_one():
    """Two weeks are dealt in one decision, and the edited story has one more question in the first."""
    fate = Fate(1, never_asked, (("tray", ("a", "b", "c")),))
    first, second = Site("tray", 1), Site("tray", 2)
    pool = (Outcome("a", 1), Outcome("b", 1), Outcome("new", 1))
    assert fate.answer(first, pool) == "a"
    assert fate.answer(first, pool[1:]) == "b"
    assert fate.answer(first, pool[2:]) == "new"
    assert fate.answer(second, (Outcome("c", 1), Outcome("d", 99))) == "c"


def test_taking_a_decision_back_and_taking_it_again_gives_the_same_luck():
    for seed in range(10):
        playthrough = begun(chambers(), seed=seed)
        for step in range(12):
            after = playthrough.choose("toss")
            again = after.back(step).choose("toss")
            assert again.state == after.state
            assert again.journal.entries[-1] == after.journal.entries[-1]
            playthrough = after


def test_tossing_again_in_the_same_week_is_another_toss():
    passed = Counter()
    for seed in range(60):
        playthrough = begun(chambers(), seed=seed)
        for _ in range(5):
            playthrough = playthrough.choose("toss")
        tosses = tuple(event.passed for event in events(playthrough) if isinstance(event, happened.Tested))
        passed[tosses] += 1
    assert len(passed) > 20


def test_taking_back_over_a_turn_and_choosing_otherwise_leaves_the_luck_of_other_sites_alone():
    for seed in range(20):
        start = begun(chambers(), seed=seed)
        tossed = start.choose("toss").choose("go")
        quiet = start.choose("toss").back(0).choose("go")
        assert tossed.state.hand == quiet.state.hand


def test_a_card_more_in_the_deck_moves_no_other_deal_of_a_recorded_session():
    for seed in range(12):
        made = through(begun(chambers(), seed=seed), seed)
        again = replay(chambers(8), made.journal)
        assert isinstance(again, Playthrough)
        assert hands(again) == hands(made)
        assert value(again, "purse") == value(made, "purse")


def test_with_dice_alone_a_new_candidate_only_inserts_itself():
    for seed in range(60):
        fewer = begun(chambers(), seed=seed).choose("go").state.hand
        more = begun(chambers(8), seed=seed).choose("go").state.hand
        assert [name for name in more if name != "card_8"] == list(fewer)[: len(more) - ("card_8" in more)]


def test_an_edit_of_words_changes_no_decision():
    made = through(begun(chambers(), seed=4))
    again = replay(chambers(start_text="Another hall."), made.journal)
    assert isinstance(again, Playthrough)
    assert again.state == made.state


def test_a_decision_no_longer_offered_is_where_they_part():
    made = begun(chambers(), seed=4).choose("wait").choose("toss").choose("wait")
    edited = program_of(
        text().replace("      toss:\n        text: Toss a coin", "      flip:\n        text: Toss a coin")
    )
    parted = replay(edited, made.journal)
    assert isinstance(parted, Divergence)
    assert (parted.decision, parted.why) == (2, "gone")
    assert parted.reason == "`toss` in `hall` is gone"


def test_a_story_that_now_ends_earlier_parts_from_the_journal_there():
    made = through(begun(chambers(), seed=4))
    parted = replay(program_of(text().replace("turns: 6", "turns: 3")), made.journal)
    assert isinstance(parted, Divergence)
    assert parted.reached.ended


def test_a_decision_of_another_place_is_where_they_part():
    made = begun(chambers(), seed=4).choose("wait")
    journal = Journal(made.journal.opened, (replace(made.journal.entries[0], scene="elsewhere"),))
    parted = replay(chambers(), journal)
    assert isinstance(parted, Divergence)
    assert "`elsewhere`" in parted.reason


def test_over_the_very_same_story_a_state_that_differs_is_a_parting():
    made = begun(chambers(), seed=4).choose("wait")
    journal = Journal(made.journal.opened, (replace(made.journal.entries[0], digest="00000000"),))
    assert isinstance(replay(chambers(), journal), Divergence)


def test_going_back_to_what_never_was_is_a_parting():
    made = begun(chambers(), seed=4)
    parted = replay(chambers(), made.journal.with_entry(Returned(3)))
    assert isinstance(parted, Divergence)
    assert "decision 3" in parted.reason


def test_an_invented_decision_opens_nothing_that_the_story_does_not_offer():
    made = begun(chambers(), seed=4)
    for choice in ("card_1", "nothing", "", "__class__", "go\n"):
        assert isinstance(replay(chambers(), made.journal.with_entry(Took("hall", choice, (), "0"))), Divergence)


def test_what_was_renamed_is_found_by_its_new_name_and_with_the_luck_it_had():
    renamed = text().replace("card_5", "card_five").replace("hall", "entry").replace("toss", "flip")
    program = program_of(renamed + "renamed: {card_5: card_five, hall: entry, toss: flip}\n")
    met = 0
    for seed in range(12):
        made = through(begun(chambers(), seed=seed).choose("toss"), seed)
        met += "card_5" in str(hands(made))
        again = replay(program, made.journal)
        assert isinstance(again, Playthrough), again
        assert [tuple(name.replace("five", "5") for name in hand) for hand in hands(again)] == hands(made)
        assert value(again, "purse") == value(made, "purse")
    assert met


def test_a_turn_less_story_counts_its_tosses_too():
    program = weekly(
        """
        facts: {heads: {range: 0..99}}
        scenes:
          start:
            text: It begins
            choices:
              toss:
                text: Toss
                check: {odds: 50, pass: {effects: [heads += 1], goto: start}, fail: {goto: start}}
              stop: {text: Stop}
        """
    )
    playthrough = begun(program, seed=1)
    for _ in range(60):
        playthrough = playthrough.choose("toss")
    assert 15 < value(playthrough, "heads") < 45


@pytest.mark.parametrize("weights", [(1, 1), (60, 40), (1, 2, 3, 4), (100, 1), (7,)])
def test_dice_fall_as_their_weights_say(weights):
    rolls = 4000
    outcomes = tuple(Outcome(f"o{index}", weight) for index, weight in enumerate(weights))
    fell = Counter(roll(seed, Site("here", 1), 0, outcomes) for seed in range(rolls))
    expected = {outcome.id: rolls * outcome.weight / sum(weights) for outcome in outcomes}
    chi_square = sum((fell[name] - many) ** 2 / many for name, many in expected.items())
    assert chi_square < 20  # far beyond the 0.999 quantile for 3 degrees of freedom (16.3)


def test_dice_differ_by_seed_site_turn_and_how_often_they_were_asked():
    outcomes = tuple(Outcome(f"o{index}", 1) for index in range(1000))
    rolls = {
        roll(seed, Site(name, turn), asked, outcomes)
        for seed in (1, 2)
        for name in ("a", "b")
        for turn in (1, 2)
        for asked in (0, 1)
    }
    assert len(rolls) >= 15


def test_dice_do_not_care_in_which_order_the_outcomes_stand_and_never_fall_on_weight_0():
    outcomes = tuple(Outcome(f"o{index}", index) for index in range(8))
    for seed in range(200):
        fell = roll(seed, Site("here", 1), 0, outcomes)
        assert fell == roll(seed, Site("here", 1), 0, outcomes[::-1])
        assert fell != "o0"
    with pytest.raises(ValueError, match="nothing can happen"):
        roll(1, Site("here", 1), 0, (Outcome("a", 0),))


def test_the_same_roll_on_every_machine():
    """Written down once; a change of these is a change of every recorded seed."""
    outcomes = tuple(Outcome(name, weight) for name, weight in (("a", 60), ("b", 30), ("c", 10)))
    fell = "".join(roll(seed, Site("trucks", 0), 0, outcomes) for seed in range(40))
    assert fell == "abaaaaabccbabbabaaabaaaaaaaaaababacacaca"


def test_a_truth_of_60_to_40_falls_so_over_2000_seeds():
    program = chambers()
    rain = sum(value(begun(program, seed), "weather") == "rain" for seed in range(2000))
    three_sigma = 3 * (2000 * 0.6 * 0.4) ** 0.5
    assert abs(rain - 1200) < three_sigma


def test_how_often_a_site_was_asked_is_looked_up_and_not_counted_anew_at_every_decision():
    program = weekly(
        """
        scenes:
          start:
            text: It begins
            choices:
              toss: {text: Toss, check: {odds: 50, pass: {goto: start}, fail: {goto: start}}}
              wait: {text: Wait, goto: start}
        """
    )
    playthrough, looked = begun(program, seed=1), []
    for number in range(40):
        playthrough = playthrough.choose("wait" if number % 4 else "toss")

    class Watched(dict):
        def __contains__(self, site):
            looked.append(site)
            return dict.__contains__(self, site)

    moves = tuple(replace(move, asked=Watched(move.asked)) for move in playthrough.moves)
    after = replace(playthrough, moves=moves).choose("toss")
    assert after.journal == playthrough.choose("toss").journal
    assert len(looked) == 4
    assert max(after.moves[-1].asked.values()) == 11


def test_a_decision_of_a_long_session_copies_none_of_those_before_it():
    now = begun(chambers(), seed=1)
    for _ in range(400):
        now = now.choose("wait")
    after = now.choose("wait")
    for grown, before in ((after.moves, now.moves), (after.journal.entries, now.journal.entries)):
        assert grown[:-1] == before
        assert grown._blocks is before._blocks
    back = after.back(390).choose("wait")
    assert back.moves._blocks[:3] == now.moves._blocks[:3]
    assert replay(chambers(), back.journal).state == back.state
