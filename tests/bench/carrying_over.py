"""The long run of carrying sessions over: 500 random edits under 20 sessions each. Prints what arrived after which."""

import sys
import time
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), *(str(TESTS / name) for name in ("play", "stories", "properties"))]

from carrying_over import Figures, carry

EDITS, SESSIONS, STORIES = 500, 20, 50


def main() -> None:
    figures, began = Figures(), time.perf_counter()
    for seed in range(STORIES):
        carry(seed, EDITS // STORIES, SESSIONS, figures)
    print(f"{sum(figures.tried.values())} sessions carried over, {time.perf_counter() - began:.0f} s")
    for kind in sorted(figures.tried):
        untouched = f"{figures.untouched_arrived[kind]} of {figures.untouched[kind]} where it touched nothing played"
        print(f"{kind:18} {figures.arrived[kind]} of {figures.tried[kind]} arrived, {untouched}")
    for stop, count in sorted(figures.stops.items()):
        print(f"stopped after {stop}: {count}")


if __name__ == "__main__":
    main()
