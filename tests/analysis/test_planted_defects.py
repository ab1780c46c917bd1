"""Defects that were planted are found, each with its witness or proof; in a sound story nothing is found."""

import pytest
from planted import PLANTED, SOUND, found
from small_stories import program_of

from game.analysis.explore.board import Limits
from game.analysis.explore.portfolio import explore
from game.play.playthrough import Playthrough
from game.play.replay import replay

QUICK = Limits(quiet=500)


def test_nothing_is_claimed_of_a_sound_story():
    exploration = explore(program_of(SOUND), QUICK)
    assert found(exploration) == set()
    assert not [one for one in exploration.verdicts if one.found == "unknown"]


@pytest.mark.parametrize("defect", PLANTED)
def test_a_planted_defect_is_found_and_nothing_else(defect):
    story, planted = PLANTED[defect]
    program = program_of(story)
    exploration = explore(program, QUICK)
    assert found(exploration) == planted
    assert not [one for one in exploration.verdicts if one.found == "unknown"]
    if exploration.stuck.found in {"stuck", "hopeless"}:
        assert isinstance(replay(program, exploration.stuck.witness), Playthrough)
    for one in exploration.verdicts:
        assert one.why if one.found == "impossible" else isinstance(replay(program, one.witness), Playthrough)
