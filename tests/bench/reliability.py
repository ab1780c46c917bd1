"""The long run of the harness: 1,000 killed writers, 1,000 crowds on one session, 10,000 losses of power.

And the game itself killed 100 times in a pseudo-terminal.
"""

import subprocess
import sys
import time
from pathlib import Path

PLAY = Path(__file__).parents[1] / "play"
RUNS = (("kills.py", "kills", "1000"), ("kills.py", "crowds", "1000"), ("power.py", "10000"), ("app_kills.py", "100"))


def main() -> None:
    for program, *given in RUNS:
        began = time.perf_counter()
        done = subprocess.run([sys.executable, str(PLAY / program), *given], capture_output=True, text=True, check=True)
        print(f"{' '.join((program, *given))}: {done.stdout.strip()}, {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
