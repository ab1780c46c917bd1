"""Dense arrays: all states at once, exact, within memory; and what is said where they can't be tried."""

import sys

from enumerated import Everything, small_program
from hypothesis import given, settings
from hypothesis import strategies as st
from small_stories import timeless

from game.analysis.explore.board import Limits, board_of, unwatched
from game.analysis.explore.by_arrays import METHOD, settle
from game.analysis.explore.by_values import values_of
from game.analysis.explore.portfolio import explore
from game.play.playthrough import Playthrough
from game.play.replay import replay

KINDS = ("scene", "storylet", "choice", "ending")
OUT = "endings: {out: {title: Out, order: 1, at: last, text: Out.}}"


USUAL = Limits()


def settled(program, limits=USUAL):
    board = board_of(program, limits, unwatched)
    board.method = METHOD
    filled = settle(board, values_of(board))
    return board, filled


def names(targets):
    return {(one.kind, one.name) for one in targets if one.kind in KINDS}


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_arrays_alone_say_what_plain_enumeration_says(seed):
    program = small_program(seed)
    truth = Everything(program)
    if not truth.whole:
        return
    board, _ = settled(program)
    assert names(board.trails) <= truth.met
    assert not names(board.proofs) & truth.met
    assert not board.stuck or truth.stuck()
    assert not board.hopeless or truth.hopeless()
    assert not board.never_stuck or not (truth.stuck() or truth.hopeless())
    if values_of(board).flow.exact and not truth.endless:
        assert not names(board.open)
        assert bool(board.stuck) == truth.stuck()
        assert bool(board.never_stuck) == (not truth.stuck() and not truth.hopeless())


COUNTS = f"""
    meters: {{one: {{title: One, range: 0..100, start: 50}}, two: {{title: Two, range: 0..100, start: 50}}}}
    {OUT}
    scenes:
      start:
        text: A hall.
        choices:
          both: {{text: Both, effects: [one += 10, two += 10], goto: start}}
          back: {{text: Back, effects: [one -= 10, two -= 10], goto: start}}
          out: {{text: Out, effects: [{{end: out}}]}}
          parted: {{text: Parted, when: one > two, effects: [{{end: out}}]}}
    """


def test_values_move_on_their_lattice_and_a_joint_question_is_asked_of_all_of_them():
    board, filled = settled(timeless(COUNTS))
    assert [one.name for one in board.proofs] == ["start.parted"]
    assert filled.states == 12  # eleven places that both meters share, and the ending
    assert "12 of them" in board.proofs[next(iter(board.proofs))][1]


def test_what_nobody_asks_for_is_not_told_apart():
    program = timeless(COUNTS.replace("one > two", "one > 95"))
    board, filled = settled(program)
    assert not board.open
    assert filled.states < 12 + 1
    assert {axis.key for grid in filled.lattice.grids for axis in grid.axes} == {"one"}


def test_a_long_way_is_found_backward_and_replays():
    program = timeless(
        f"""
        meters: {{deep: {{title: Deep, range: 0..100, start: 0}}}}
        facts: {{rope: false}}
        truths: {{wind: {{north: 75, south: 25}}}}
        {OUT}
        scenes:
          start:
            text: A shaft.
            choices:
              down: {{text: Down, effects: [deep += 3], goto: start}}
              up: {{text: Up, effects: [deep -= 5], goto: start}}
              tie:
                text: Tie
                when: deep == 1
                check: {{odds: 2, pass: {{effects: [rope = true]}}, fail: {{}}}}
                goto: start
              out: {{text: Out, effects: [{{end: out}}]}}
              far: {{text: Far, when: deep == 97 and rope and wind == south, effects: [{{end: out}}]}}
        """
    )
    board, _ = settled(program)
    assert not board.open
    assert names(board.trails) >= {("choice", "start.far")}
    far = next(one for one in explore(program, Limits(quiet=50)).verdicts if one.target.name == "start.far")
    assert isinstance(replay(program, far.witness), Playthrough)


def test_more_memory_than_there_may_be_is_not_taken_but_told():
    wide = "".join(f"m{n}: {{title: M, range: 0..1000, start: 500}}, " for n in range(5))
    choices = "".join(
        f"          c{n}: {{text: C, effects: [m{n} += 1, m{(n + 1) % 5} -= 7], goto: start}}\n" for n in range(5)
    )
    head = f"    meters: {{{wide}}}\n    {OUT}\n    scenes:\n      start:\n        text: A hall.\n        choices:\n"
    program = timeless(
        f"{head}{choices}"
        "          out: {text: Out, effects: [{end: out}]}\n"
        "          never: {text: Never, when: m0 + m1 + m2 > 2995, effects: [{end: out}]}\n"
    )
    board, _ = settled(program, Limits(memory=1 << 20, whole=1_000))
    assert [one.name for one in board.open] == [one.name for one in board.targets if one in board.tried]
    assert any("MB, the limit is 1 MB" in said or "too many" in said for said in board.tried[next(iter(board.open))])


def test_without_numpy_the_others_go_on_and_it_says_what_to_install(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("game.analysis.explore.")]:
        if name.endswith((".cubes", ".by_arrays", ".filling", ".held", ".hopeful", ".retracing")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "numpy", None)
    found = explore(timeless(COUNTS), Limits(quiet=300, whole=3))
    parted = next(one for one in found.verdicts if one.target.name == "start.parted")
    assert any("pip install 'narrowsky[judge]'" in said for said in parted.tried)
