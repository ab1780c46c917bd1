"""Decisions a second at random, with all text made and without, beside the same walk over bare tables."""

import random
import time
from pathlib import Path

from generated import story

from game.engine.events import Told
from game.engine.luck import Outcome, Site
from game.engine.offers import offers, open_choices
from game.engine.prepare import prepare
from game.engine.program import Program
from game.engine.step import begin, choose
from game.load.files import SourceFile, find
from game.load.pipeline import load

ROOT = Path(__file__).parents[2]
SECONDS = 2.0


def walk(program: Program, seconds: float, *, text: bool) -> float:
    """Play at random for so long; decisions a second."""
    dice = random.Random(7)

    def luck(_site: Site, outcomes: tuple[Outcome, ...]) -> str:
        return dice.choices([one.id for one in outcomes], [one.weight for one in outcomes])[0]

    decisions, words = 0, 0
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        step = begin(program, luck)
        while not step.state.ended:
            if text:
                for event in step.events:
                    if isinstance(event, Told):
                        words += len(event.tell(event.values))
                for offer in offers(program, step.state):
                    words += len(offer.text(step.state.values))
            choices = open_choices(program, step.state)
            step = choose(program, step.state, dice.choice(choices), luck)
            decisions += 1
    return decisions / (time.perf_counter() - began)


def tables(scenes: int, seconds: float) -> float:
    """The least that such a walk costs in Python: tuples, a list of numbers, a random choice."""
    dice = random.Random(7)
    table = [
        [(dice.randrange(6), dice.randint(-9, 9), dice.randrange(scenes)) for _ in range(4)] for _ in range(scenes)
    ]
    decisions = 0
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        values, at = [50] * 6, 0
        for _ in range(40):
            meter, by, at = dice.choice(table[at])
            values[meter] = max(0, min(100, values[meter] + by))
            decisions += 1
    return decisions / (time.perf_counter() - began)


def main() -> None:
    cases = {"the campaign": find(ROOT / "story" / "narrow_sky").files}
    for scenes in (100, 1000):
        cases[f"{scenes} scenes"] = (SourceFile("story.yaml", story(scenes).encode()),)
    for name, sources in cases.items():
        loaded = load(sources)
        assert loaded.story is not None
        program = prepare(loaded.story)
        bare = tables(1000, SECONDS)
        for text in (True, False):
            ours = walk(program, SECONDS, text=text)
            said = "with text" if text else "without"
            print(f"{name:<14} {said:<10} {ours:9.0f} decisions/s | bare tables {bare:9.0f} | ratio {ours / bare:.3f}")


if __name__ == "__main__":
    main()
