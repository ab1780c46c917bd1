"""The long run of carrying sessions over: 500 random edits under 20 sessions each. Prints what arrived after which."""

import sys
import time
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), *(str(TESTS / name) for name in ("play", "stories", "properties"))]

from carrying_over import Figures, carry, carry_over_a_pile
from story_edits import GENTLE, ROUGH

EDITS, SESSIONS, STORIES = 500, 20, 50


def main() -> None:
    figures, began = Figures(), time.perf_counter()
    for seed in range(STORIES):
        carry(seed, EDITS // STORIES, SESSIONS, figures)
    piles = Figures()
    for seed in range(STORIES):
        carry_over_a_pile(seed, 10, SESSIONS, piles)
    print(f"{sum(figures.tried.values())} sessions carried over, {time.perf_counter() - began:.0f} s")
    for kind in (*GENTLE, *ROUGH):
        untouched = f"{figures.untouched_arrived[kind]} of {figures.untouched[kind]} where it touched nothing played"
        gentle = "gentle" if kind in GENTLE else ""
        print(f"{kind:22} {gentle:6} {figures.arrived[kind]} of {figures.tried[kind]} arrived, {untouched}")
    for name, kinds in (("gentle", GENTLE), ("rough", ROUGH)):
        tried, arrived = (sum(counted[kind] for kind in kinds) for counted in (figures.tried, figures.arrived))
        left, came = (
            sum(counted[kind] for kind in kinds) for counted in (figures.untouched, figures.untouched_arrived)
        )
        print(f"{name}: {arrived} of {tried} arrived; {came} of {left} where nothing played was touched")
    print(f"ten gentle edits at once: {piles.arrived['pile']} of {piles.tried['pile']} arrived")
    for stop, count in sorted(figures.stops.items()):
        print(f"stopped after {stop}: {count}")


if __name__ == "__main__":
    main()
