"""States that are written alike have one future: the same choices, the same meetings, the same states after them."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from random_stories import program

from game.analysis.explore.living import Normal
from game.analysis.explore.lowering import flow_of
from game.analysis.explore.sightings import Sightings
from game.engine.going import EndlessError
from game.engine.luck import Outcome, Site
from game.engine.offers import open_choices
from game.engine.step import Step, begin, choose

DECISIONS = 30
SEEDS = st.integers(0, 10**6)


class Numbered:
    """Luck by the number of the question, so that two readings that are asked the same are answered the same."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.asked: list[tuple[Site, tuple[str, ...]]] = []

    def __call__(self, site: Site, outcomes: tuple[Outcome, ...]) -> str:
        may = [one.id for one in outcomes if one.weight]  # what has no weight comes only to a record
        self.asked.append((site, tuple(may)))
        return may[Random(self.seed * 1000 + len(self.asked)).randrange(len(may))]


def goes(made, state, choice: str, seed: int) -> tuple[Step | None, list[object]]:
    luck = Numbered(seed)
    try:
        return choose(made, state, choice, luck), list(luck.asked)
    except EndlessError:
        return None, list(luck.asked)


def met(made, before, choice: str, step: Step, wanted) -> set[object]:
    return {one for one in Sightings(made).met(before, choice, step) if one in wanted}


@settings(max_examples=40, deadline=None)
@given(SEEDS, SEEDS, st.booleans())
def test_a_state_and_the_one_that_stands_for_it_have_the_same_future(story, play, everything):
    made, dice = program(story % 400), Random(play)
    targets = Sightings(made).targets
    wanted = frozenset(targets if everything else dice.sample(targets, len(targets) // 4))
    normal = Normal(made, flow_of(made), wanted)
    try:
        state = begin(made, Numbered(play)).state
    except EndlessError:
        return
    stands = state
    for number in range(DECISIONS):
        stands = normal(stands)  # once more at every step, over what earlier ones left
        assert normal(stands) == stands
        assert stands.ended == state.ended
        choices = open_choices(made, state)
        assert open_choices(made, stands) == choices
        ways = []
        for choice in choices:
            one, asked = goes(made, state, choice, play + number)
            other, asked_there = goes(made, stands, choice, play + number)
            assert asked == asked_there
            assert (one is None) == (other is None)
            if one is not None and other is not None:
                assert met(made, state, choice, one, wanted) == met(made, stands, choice, other, wanted)
                ways.append((one.state, other.state))
        if not ways:
            return
        state, stands = dice.choice(ways)


def test_what_is_never_asked_again_and_what_no_condition_parts_is_written_alike():
    made = program_with_a_threshold()
    normal = Normal(made, flow_of(made))
    states = [begin(made, Numbered(0)).state]
    states += [choose(made, states[0], one, Numbered(0)).state for one in open_choices(made, states[0])]
    slots = made.layout.slots
    written = [normal(one).values for one in states[1:]]
    assert [one.values[slots["coins"]] for one in states[1:]] == [3, 4, 9]
    assert [one[slots["coins"]] for one in written] == [0, 0, 5]
    assert {one[slots["name"]] for one in written} == {"none"}


def program_with_a_threshold():
    from small_stories import timeless

    return timeless(
        """
        facts:
          coins: {range: 0..9}
          name: {one_of: [none, ann, bob]}
        scenes:
          start:
            text: At the gate
            choices:
              three: {text: Three, effects: [coins = 3, name = ann], goto: gate}
              four: {text: Four, effects: [coins = 4, name = bob], goto: gate}
              nine: {text: Nine, effects: [coins = 9], goto: gate}
          gate:
            text: |
              {name == ann and visits(start) > 5: You | Somebody}.
            choices:
              pay: {text: Pay, requires: coins >= 5, locked: Too poor, goto: in_town}
              leave: {text: Leave, effects: [{end: out}]}
          in_town:
            text: In town
            choices:
              stay: {text: Stay, effects: [{end: out}]}
        endings:
          out: {title: Out, order: 1, at: any, text: Out}
        """
    )
