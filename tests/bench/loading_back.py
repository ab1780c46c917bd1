"""The long run of loading: 1,000 playthroughs loaded at every decision; pages under ten hash seeds, three locales."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = Path(__file__).parents[1] / "play" / "loaded_back.py"
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")  # of one that isn't installed, Python sees only the name


def run(playthroughs: int, **environment: str) -> dict[str, int | str]:
    """The figures of one run."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(playthroughs)],
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
    pages = {run(50, PYTHONHASHSEED=str(seed), LC_ALL=LOCALES[seed % len(LOCALES)])["pages"] for seed in range(10)}
    print(f"ten hash seeds over three locales, three widths: {len(pages)} kind of pages")


if __name__ == "__main__":
    main()
