"""Random playthroughs of the campaign and of random stories, kept and loaded again after every decision.

Run as a program with their number, it prints its figures as JSON: how many states, journals and pages were not as they
had been, and a digest of every page at three widths, which is the same wherever it runs. It takes up the language of
its surroundings as far as that is installed, so that whatever heeds one does.
"""

import contextlib
import json
import locale
import sys
from hashlib import blake2b
from pathlib import Path
from random import Random

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "stories"), str(TESTS / "properties")]

import random_stories
from small_stories import begun

from game.engine.prepare import prepare
from game.engine.program import Program
from game.load.pipeline import load_path
from game.play.codec import decode, encode
from game.play.playthrough import Playthrough
from game.play.replay import replay
from game.view.compose import compose
from game.view.transcript import page_text

WIDTHS = (24, 72, 120)
MOST = 40
A_STORY = 10


def stories(many: int) -> list[Program]:
    """The campaign, and as many random stories as give each of them ten playthroughs."""
    loaded = load_path(TESTS.parent / "story" / "narrow_sky")
    assert loaded.story is not None
    return [prepare(loaded.story), *map(random_stories.program, range(many // A_STORY - 1))]


def as_it_was(before: Playthrough) -> bool:
    """Whether a playthrough is the same once it was written and loaded; with its last page, for all it holds."""
    decoded = decode(encode(before.journal).encode("ascii"))
    after = replay(before.program, decoded.journal)
    return (
        not decoded.damage
        and isinstance(after, Playthrough)
        and after.state == before.state
        and hash(after.state) == hash(before.state)
        and after.journal == before.journal
        and after.open == before.open
        and compose(after) == compose(before)
    )


def load_back(playthroughs: int) -> dict[str, int | str]:
    """Play so often, now and then taking back, and load at every decision."""
    programs, unlike, decisions, seen = stories(playthroughs), 0, 0, blake2b(digest_size=8)
    for number in range(playthroughs):
        luck = Random(number)
        now = begun(programs[number % len(programs)], number)
        unlike += not as_it_was(now)
        while now.open and now.decisions < MOST:
            now = now.choose(luck.choice(now.open))
            if luck.random() < 0.1:
                now = now.back(luck.randint(0, now.decisions))
            decisions += 1
            unlike += not as_it_was(now)
            for width in WIDTHS:
                seen.update(page_text(compose(now), width).encode())
    return {"playthroughs": playthroughs, "decisions": decisions, "unlike": unlike, "pages": seen.hexdigest()}


if __name__ == "__main__":
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "")
    sys.stdout.write(json.dumps(load_back(int(sys.argv[1]))) + "\n")
