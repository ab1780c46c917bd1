"""Checkpoints: what is kept there to go on from, and what that finds."""

from small_stories import timeless

from game.analysis.chance import Stream
from game.analysis.explore.board import Limits, board_of, unwatched
from game.analysis.explore.checkpoints import Checkpoints
from game.analysis.explore.plays import Plays
from game.analysis.explore.target import Target
from game.analysis.explore.trail import beginning
from game.analysis.explore.walker import Spot
from game.engine.luck import first_outcome
from game.engine.step import begin, choose

ACTS = """
    facts: {coins: {range: 0..9}, hat: {one_of: [none, red, blue]}}
    endings: {out: {title: Out, order: 1, at: any, text: Out}}
    scenes:
      start:
        text: A market
        choices:
          red: {text: A red hat, effects: [hat = red, coins = 1], goto: gate}
          blue: {text: A blue hat, effects: [hat = blue, coins = 2], goto: gate}
          work: {text: Work, effects: [hat = red, coins = 9], goto: gate}
      gate:
        text: A gate
        choices:
          pay: {text: Pay, requires: coins >= 5, locked: Too poor, effects: [{end: out}]}
          climb: {text: Climb, effects: [{end: out}]}
"""


def spots(program):
    first = begin(program, first_outcome).state
    return [
        Spot(choose(program, first, one, first_outcome).state, (), beginning(())) for one in ("red", "blue", "work")
    ]


def test_states_with_one_future_are_kept_once():
    program = timeless(ACTS)
    board = board_of(program, Limits(checkpoints=("gate",)), unwatched)
    kept = Checkpoints(board, Stream(1))
    red, blue, rich = spots(program)
    for spot in (red, blue, rich, red):
        kept.keep(spot)
    started = {kept.start(number).state for number in range(0, 40, 2)}
    assert started == {red.state, rich.state}


def test_without_checkpoints_plays_begin_as_ever():
    program = timeless(ACTS)
    kept = Checkpoints(board_of(program, Limits(), unwatched), Stream(1))
    for spot in spots(program):
        kept.keep(spot)
    assert kept.start(0) is None


def test_every_other_play_begins_at_a_checkpoint_and_what_it_meets_has_its_whole_way():
    program = timeless(ACTS)
    board = board_of(program, Limits(checkpoints=("gate",), quiet=200), unwatched)
    Plays(board).look_around(board)
    trail = next(way for one, (way, _) in board.trails.items() if one == Target("choice", "gate.pay"))
    assert [one.choice for one in trail.whole()] == ["", "work", "pay"]
