"""How fast the judge settles generated stories: ``settling.py`` prints verdicts, ratios to plain enumeration, memory.

Each row is a process of its own, so that its peak memory is its own. ``settling.py 200 10`` is one: scenes and step;
``settling.py 200 10 cyclic`` is endless. Of each, what the portfolio says of all targets and how long it takes, and how
many states the engine could be taken through in that time; then dense arrays alone, for every choice, scene and ending.
"""

import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "stories")]

from generated import story
from small_stories import program_of

from game.analysis.explore.board import Limits, board_of, unwatched
from game.analysis.explore.by_arrays import settle
from game.analysis.explore.by_values import values_of
from game.analysis.explore.exhaustive import Exhaustive
from game.analysis.explore.filling import Filling, StoppedError
from game.analysis.explore.held import FullError
from game.analysis.explore.lattice import lattice_of
from game.analysis.explore.portfolio import explore

ROWS = (("200", "10"), ("1000", "1"), ("200", "10", "cyclic"))
ENUMERATED, WORK = 10_000, 12_000_000_000
INKCHECK = 130
"""States a second of inkcheck, as its own documentation has it; it was not run here."""
ROUTE = ("choice", "scene", "ending")


def enumerated(program):
    """States a second of plain enumeration by the engine, in this run."""
    board = board_of(program, Limits(whole=ENUMERATED, states=ENUMERATED), unwatched)
    began = time.perf_counter()
    Exhaustive(board).run()
    return board.states / (time.perf_counter() - began)


def counted(program, plain):
    """Count all states in arrays; and settle by arrays alone every choice, scene and ending."""
    board = board_of(program, Limits(), unwatched)
    values = values_of(board)
    began = time.perf_counter()
    try:
        ways = [way for way in values.flow.ways if not way.looks]
        filled = Filling(lattice_of(values, ways), board.limits.memory, WORK, lambda: True).filled()
    except (FullError, StoppedError) as problem:
        print(f"  arrays    none of all states at once: {problem} ({time.perf_counter() - began:.1f} s)")
        return
    took = time.perf_counter() - began
    rate = filled.counted / took
    print(
        f"  arrays    {filled.counted:,} states in {took:.1f} s: {rate:,.0f} a second, {rate / plain:,.0f} times plain"
    )
    print(f"            enumeration ({plain:,.0f} in this run), beside inkcheck's {INKCHECK}, by its own documentation")
    board.open = {target: None for target in board.open if target.kind in ROUTE}
    board.never_stuck = "not asked", "only targets are settled here"
    asked, began = len(board.open), time.perf_counter()
    settle(board, values)
    took, done = time.perf_counter() - began, asked - len(board.open)
    print(f"            {done:,} of {asked:,} settled by them alone, with witnesses, in {took:.1f} s")


def row(scenes, step, *, cyclic):
    """Print one."""
    print(f"{scenes} scenes, steps of {step}{', endless' if cyclic else ''}")
    program = program_of(story(scenes, step=step, cyclic=cyclic))
    plain = enumerated(program)
    began = time.perf_counter()
    found = explore(program)
    took = time.perf_counter() - began
    for kind in (*ROUTE, "variant"):
        said = Counter(one.found for one in found.verdicts if one.target.kind == kind)
        print(f"  {kind:<9}" + ", ".join(f"{count:,} {verdict}" for verdict, count in sorted(said.items())))
    print(f"  stuck     {found.stuck.found}, by {found.stuck.by or 'nobody'}")
    by = ", ".join(f"{turn.method} {turn.settled:,}" for turn in found.turns)
    print(f"  portfolio {took:.1f} s, in which plain enumeration makes {took * plain:,.0f} states; {by}")
    counted(program, plain)
    print(f"  memory    {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10:,} MB at most")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        row(int(sys.argv[1]), int(sys.argv[2]), cyclic="cyclic" in sys.argv)
    else:
        for given in ROWS:
            subprocess.run([sys.executable, __file__, *given], check=True)
