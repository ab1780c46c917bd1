"""Defects that were planted are found, each with its witness or proof; in a sound story nothing is found."""

import pytest
from planted import PLANTED, SOUND, found
from small_stories import program_of

from game.analysis.explore.board import Limits, board_of, unwatched
from game.analysis.explore.by_arrays import METHOD, settle
from game.analysis.explore.by_values import values_of
from game.analysis.explore.portfolio import explore
from game.play.playthrough import Playthrough
from game.play.replay import replay

QUICK = Limits(quiet=500)


def by_arrays(program):
    """What dense arrays alone find, as an exploration has it."""
    board = board_of(program, QUICK, unwatched)
    board.method = METHOD
    settle(board, values_of(board))
    return board


def test_nothing_is_claimed_of_a_sound_story():
    exploration = explore(program_of(SOUND), QUICK)
    assert found(exploration) == set()
    assert not [one for one in exploration.verdicts if one.found == "unknown"]


@pytest.mark.parametrize("defect", PLANTED)
def test_arrays_alone_find_a_planted_defect_and_nothing_else(defect):
    story, planted = PLANTED[defect]
    board = by_arrays(program_of(story))
    assert not board.open
    wrong = {(one.kind, one.name) for one in board.proofs if one.kind != "claim"}
    wrong |= {("broken", one.name) for one in board.trails if one.kind == "claim"}
    wrong |= {("stuck", "stuck")} if board.stuck else {("stuck", "hopeless")} if board.hopeless else set()
    assert wrong == planted
    assert (board.never_stuck is None) == bool(board.stuck or board.hopeless)


def test_arrays_alone_prove_that_a_sound_story_is():
    board = by_arrays(program_of(SOUND))
    assert (board.open, board.stuck, board.hopeless) == ({}, None, None)
    assert {one.kind for one in board.proofs} == {"claim"}
    assert board.never_stuck


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
