"""Laws of flows, over random stories: nothing that the engine does lies outside of what is held possible."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from random_stories import program

from game.analysis.chance import Stream
from game.analysis.explore.fortune import Fortune
from game.analysis.explore.lowering import flow_of
from game.analysis.explore.proofs import proofs
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.structure import onward
from game.analysis.explore.values import Values
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import begin, choose

STEPS = 40
STORIES = settings(max_examples=15, deadline=None)
SEEDS = st.integers(0, 10**6)


def possible(values: Values, made: Program, state: State) -> bool:
    """Whether a real state lies in the sets of some point that stands for where it is."""
    where = state.scene, state.threads, state.values[0], state.phase
    stuck = not state.ended and not open_choices(made, state)
    for number, point in enumerate(values.flow.points):
        if state.ended or stuck:
            here = point.stuck if stuck else point.ending == state.ended
        else:
            here = point.awaits and where == (point.scene, point.threads, point.turn, point.phase)
        if here and all(values.within(number, key, state.values[slot]) for key, slot in made.layout.slots.items()):
            return True
    return False


@given(SEEDS, SEEDS)
@STORIES
def test_every_state_of_a_play_is_held_possible_and_nothing_met_is_called_impossible(story: int, play: int) -> None:
    made = program(story)
    values, sightings = Values(flow_of(made)), Sightings(made)
    impossible = proofs(values, sightings.targets)
    never_stuck = onward(values.flow).proved or onward(values.flow, values).proved
    dice, fortune = Random(play), Fortune(Stream(play))
    fortune.rare = play % 2 == 0
    try:
        step = begin(made, fortune)
        before, choice = None, ""
        for _ in range(STEPS):
            assert possible(values, made, step.state), step.state
            for target in sightings.met(before, choice, step):
                assert target not in impossible, (target, impossible[target])
            offered = open_choices(made, step.state)
            if not offered:
                assert step.state.ended or not never_stuck
                break
            before, choice = step.state, dice.choice(offered)
            step = choose(made, before, choice, fortune)
    except EndlessError:
        assert not never_stuck
