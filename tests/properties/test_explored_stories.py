"""What an exploration says of random stories, held against readers who choose and are lucky at random."""

import pytest
import random_stories

from game.analysis.chance import Stream
from game.analysis.explore.board import Limits
from game.analysis.explore.fortune import Fortune
from game.analysis.explore.portfolio import explore
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.walker import Walker
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.play.playthrough import Playthrough
from game.play.replay import replay

PLAYS, LONGEST = 60, 60


def met_by_readers(program, seed):
    """Everything that plain plays meet, and whether one of them was left without a way on."""
    stream = Stream(seed, lane=99)
    luck, met, stuck = Fortune(stream), set(), []
    walker = Walker(program, Sightings(program), lambda target, _trail: met.add(target))
    for _ in range(PLAYS):
        try:
            spot = walker.begin(luck, luck.drew)
            while not spot.state.ended and spot.trail.length < LONGEST:
                choices = open_choices(program, spot.state)
                if not choices:
                    walker.stop(spot)
                    stuck.append(spot)
                    break
                spot = walker.take(spot, choices[stream.below(len(choices))], luck, luck.drew)
        except EndlessError:
            luck.drew()
            stuck.append(None)
    return met, bool(stuck)


@pytest.mark.parametrize("seed", range(25))
def test_nothing_that_a_reader_meets_is_called_impossible_and_every_witness_replays(seed):
    program = random_stories.program(seed)
    exploration = explore(program, Limits(quiet=400, states=3_000, whole=1_500))
    met, stuck = met_by_readers(program, seed)
    assert not met & {one.target for one in exploration.verdicts if one.found == "impossible"}
    assert not (stuck and exploration.stuck.found == "never")
    for journal in {id(one.witness): one.witness for one in exploration.verdicts if one.witness is not None}.values():
        assert isinstance(replay(program, journal), Playthrough)
