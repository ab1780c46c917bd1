"""How the campaign's readers end: each habit meets its own fate, and none of them is the right answer.

The table itself is `narrowsky simulate --readers all`; what is held here are its bounds.
"""

from functools import cache
from pathlib import Path

import pytest

from game.analysis.readers import reader_of
from game.analysis.simulate.run import Runs
from game.engine.prepare import prepare
from game.load.pipeline import load_path

CAMPAIGN = Path(__file__).parents[2] / "story" / "narrow_sky"
RUNS = 100
FATES = {
    "hawk": {"blind_skies", "northern_war", "the_clause"},
    "dove": {"out_of_office", "deep_roots", "blind_skies"},
    "please_moscow": {"moscows_shadow"},
    "please_washington": {"blind_skies", "out_of_office", "the_western_turn"},
    "gardener": {"the_long_quiet"},
    "listener": {"the_voice", "the_inquiry"},
    "fixer": {"the_frayed_rope", "the_inquiry"},
    "host": {"the_mediator", "the_third_chair"},
    "winter_king": {"iron_winter", "another_year", "the_clause"},
    "conscience": {"the_resignation", "out_of_office"},
}


@cache
def program():
    loaded = load_path(CAMPAIGN)
    assert loaded.diagnostics == ()
    return prepare(loaded.story)


@cache
def shares(name: str) -> dict[str, float]:
    runs = Runs(program(), reader_of(program(), name), 1, worded=False)
    for number in range(RUNS):
        runs.read(number)
    tally = runs.tally()
    assert not tally.cut
    return {ending: count / RUNS for ending, count in tally.endings.items()}


def test_chance_alone_ends_in_no_way_half_the_time():
    assert max(shares("uniform").values()) <= 0.5


@pytest.mark.parametrize("name", FATES)
def test_each_simple_habit_meets_its_own_fate(name):
    fate = sum(share for ending, share in shares(name).items() if ending in FATES[name])
    assert fate >= 0.5, shares(name)


def test_to_give_each_day_to_whoever_was_given_least_is_not_the_right_answer_either():
    assert max(shares("balancer").values()) <= 0.6
    assert shares("balancer").get("the_tightrope", 0) >= 0.1


def test_every_ending_is_the_fate_of_somebody():
    readers = ("uniform", "cautious", *program().story.strategies)
    met = {ending for name in readers for ending in shares(name)}
    assert met == {ending.id for ending in program().story.endings}
