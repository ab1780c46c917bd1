"""The judge against plain enumeration: ``agreement.py 3000`` takes so many random small stories, and tells who erred.

``agreement.py 3000 500`` begins with the story 500. After it, the planted defects, and whether they were found.
"""

import sys
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "stories")]

from agreeing import METHODS, disagreements
from enumerated import small_program
from planted import PLANTED, SOUND, found
from small_stories import program_of

from game.analysis.explore.portfolio import explore


def main(count: int, first: int) -> int:
    """Compare, and print; 1 where anything disagrees."""
    began, settled, wrong, large = time.perf_counter(), Counter[str](), 0, 0
    for seed in range(first, first + count):
        errors, by = disagreements(small_program(seed))
        if errors is None:
            large += 1
            continue
        settled.update(by)
        wrong += bool(errors)
        for error in errors:
            print(f"story {seed}: {error}")
    print(f"{count - large:,} stories, {large} too large for the referee, {wrong} with a disagreement, ", end="")
    print(f"{time.perf_counter() - began:.0f} s")
    for name in (*METHODS, "portfolio"):
        print(f"  {name:<20} settled {settled[name]:,} targets")
    missed = 0
    for name, (story, planted) in {"none": (SOUND, set[object]()), **PLANTED}.items():
        got = found(explore(program_of(story)))
        missed += got != planted
        print(f"  {name:<50} {'found' if got == planted else f'WRONG: {got}'}")
    return bool(wrong or missed)


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(given[0] if given else 300, given[1] if len(given) > 1 else 0))
