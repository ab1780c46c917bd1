"""The long run of loading: 1,000 playthroughs loaded at every decision; their pages in all surroundings there are.

Ten hash seeds, three languages, three time zones, three widths, every Python: each that is on the path, and those that
NARROWSKY_PYTHONS names.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

PLAY = Path(__file__).parents[1] / "play"
sys.path[:0] = [str(PLAY)]

from surroundings import ZONES, locales, pythons


def run(playthroughs: int, python: str = sys.executable, **environment: str) -> dict[str, int | str]:
    """The figures of one run."""
    done = subprocess.run(
        [python, str(PLAY / "loaded_back.py"), str(playthroughs)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
    )
    found: dict[str, int | str] = json.loads(done.stdout)
    return found


def main() -> None:
    began = time.perf_counter()
    print(f"{run(1000)}, {time.perf_counter() - began:.0f} s")
    known, kinds = locales(), set()
    for version, python in pythons().items():
        for seed in range(10):
            language, zone = known[seed % len(known)], ZONES[seed % len(ZONES)]
            found = run(50, python, PYTHONHASHSEED=str(seed), LC_ALL=language, TZ=zone)
            kinds.add((found["unlike"], found["pages"]))
        print(f"Python {version}, ten hash seeds over {', '.join(known)}: {len(kinds)} kind of pages so far")


if __name__ == "__main__":
    main()
