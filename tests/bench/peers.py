"""Decisions a second beside inkjs, on the same generated story with equal results.

``peers.py [SCENES ...]`` plays stories of so many scenes (100, 1,000 and 10,000) at random in both, each in a process
of its own, in turn, with every text made as a string; and ours without text. The first twenty playthroughs must come to
the same meters after the same number of decisions in both. ``INKJS`` names a folder in which ``npm install inkjs`` ran.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from generated import METERS, files, ink

from game.engine.luck import first_outcome
from game.engine.prepare import prepare
from game.engine.program import Program
from game.engine.walk import Walk
from game.load.files import SourceFile
from game.load.pipeline import load

SECONDS, CHECKED, ROUNDS = 3.0, 20, 5
MODULUS, FACTOR, BEGINNING = 2147483647, 48271, 16807


def play(program: Program, seed: int, *, text: bool) -> tuple[int, Walk]:
    """One playthrough by a seed: how many decisions, and the walk at its end."""
    at = seed * BEGINNING % MODULUS
    walk = Walk(program, first_outcome, aloud=text)
    decisions, made = 0, 0
    while True:
        if text:
            for words in walk.said:
                made += len(words)
            for words in walk.labels():
                made += len(words)
        if walk.ended:
            return decisions, walk
        at = at * FACTOR % MODULUS
        walk.take(at % walk.count)
        decisions += 1


def ours(folder: Path, *, text: bool) -> dict[str, object]:
    """Our engine's speed, and what the first playthroughs came to."""
    sources = [SourceFile(str(path.relative_to(folder)), path.read_bytes()) for path in sorted(folder.rglob("*.yaml"))]
    loaded = load(sources)
    assert loaded.story is not None
    program = prepare(loaded.story)
    for name in program.scenes:
        assert program.scenes[name]  # made ready before the clock runs, as the other's story is compiled before it
    came = []
    for seed in range(1, CHECKED + 1):
        decisions, walk = play(program, seed, text=text)
        values = walk.state().values
        came.append(" ".join(str(one) for one in (decisions, *(program.value(values, meter) for meter in METERS))))
    decisions, seed, began = 0, 1000, time.perf_counter()
    while time.perf_counter() - began < SECONDS:
        decisions += play(program, seed, text=text)[0]
        seed += 1
    return {"speed": decisions / (time.perf_counter() - began), "came": came}


def answered(*command: object) -> dict[str, object]:
    """What a process of its own found out."""
    folder = os.environ.get("INKJS", ".")
    told = subprocess.run([str(one) for one in command], capture_output=True, text=True, check=True, cwd=folder).stdout
    found: dict[str, object] = json.loads(told)
    return found


def compared(scenes: int, folder: Path) -> None:
    """Both engines on a story of so many scenes, in turn."""
    story, ink_file = folder / f"{scenes}", folder / f"{scenes}.ink"
    for name, text in files(scenes).items():
        path = story / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    ink_file.write_text(ink(scenes), "utf-8")
    ratios: dict[str, list[float]] = {"with text": [], "without": []}
    speeds: dict[str, list[float]] = {"with text": [], "without": []}
    for _ in range(ROUNDS):
        peer = answered("node", HERE / "play_ink.cjs", ink_file, SECONDS, CHECKED)
        for way, found in ratios.items():
            one = answered(sys.executable, __file__, "--ours", story, way)
            assert one["came"] == peer["came"], "the two played different stories"
            found.append(float(str(one["speed"])) / float(str(peer["speed"])))
            speeds[way].append(float(str(one["speed"])))
    for way, found in ratios.items():
        found.sort()
        print(
            f"{scenes:>6} scenes, {way:<9} {statistics.median(speeds[way]):9.0f} decisions/s | inkjs with text x "
            f"{statistics.median(found):5.1f} ({found[0]:.1f}-{found[-1]:.1f}), same: yes"
        )


def main() -> None:
    if sys.argv[1:2] == ["--ours"]:
        print(json.dumps(ours(Path(sys.argv[2]), text=sys.argv[3] == "with text")))
        return
    if shutil.which("node") is None:
        sys.exit("node and inkjs are needed: set INKJS to a folder in which `npm install inkjs` was run")
    with tempfile.TemporaryDirectory() as folder:
        for scenes in [int(one) for one in sys.argv[1:]] or [100, 1000, 10000]:
            compared(scenes, Path(folder))


if __name__ == "__main__":
    main()
