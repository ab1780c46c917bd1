"""A walk in place is the same reading as one by states: whatever is written, chosen and drawn."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from test_laws import STORIES, the_story

from game.engine.events import Told
from game.engine.going import EndlessError
from game.engine.luck import Outcome, Site
from game.engine.offers import offers, open_choices
from game.engine.step import begin, choose
from game.engine.walk import Walk

DECISIONS = 60


class Drawn:
    """Luck of its own for each question, so that two readings are asked the same in the same order."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.asked: list[Site] = []

    def __call__(self, site: Site, outcomes: tuple[Outcome, ...]) -> str:
        self.asked.append(site)
        may = [one for one in outcomes if one.weight]
        return self.chance.choices([one.id for one in may], [one.weight for one in may])[0]


def words_of(events) -> list[str]:
    return ["".join(strand.text for strand in one.tell(one.values)) for one in events if isinstance(one, Told)]


def words_offered(program, state) -> list[str]:
    return ["".join(strand.text for strand in one.text(state.values)) for one in offers(program, state)]


@settings(max_examples=60, deadline=None)
@given(STORIES, st.integers(0, 10**6))
def test_a_walk_goes_where_the_states_go_and_says_what_they_tell(number, seed):
    program = the_story(number)
    by_states, in_place, dice = Drawn(seed), Drawn(seed), Random(seed)
    try:
        step = begin(program, by_states)
    except EndlessError:
        return
    walk = Walk(program, in_place, aloud=True)
    for _ in range(DECISIONS):
        state = step.state
        assert walk.state() == state
        assert walk.ended == state.ended
        assert sorted(walk.said) == sorted(words_of(step.events))
        assert walk.open == open_choices(program, state)
        assert walk.count == len(walk.open)
        assert walk.labels() == words_offered(program, state)
        assert in_place.asked == by_states.asked
        if state.ended or not walk.count:
            return
        at = dice.randrange(walk.count)
        step = choose(program, state, walk.open[at], by_states)
        walk.take(at)


@settings(max_examples=25, deadline=None)
@given(STORIES, st.integers(0, 10**6))
def test_a_walk_in_silence_goes_the_same_way(number, seed):
    program, dice = the_story(number), Random(seed)
    aloud, silent = Walk(program, Drawn(seed), aloud=True), Walk(program, Drawn(seed))
    for _ in range(DECISIONS):
        assert silent.state() == aloud.state()
        assert not silent.said
        if not aloud.count:
            return
        at = dice.randrange(aloud.count)
        aloud.take(at)
        silent.take(at)
