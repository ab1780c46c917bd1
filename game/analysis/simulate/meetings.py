"""What is met: every target of a story, in how many runs and how often, and in which turns its scenes come."""

from collections import Counter

from game.analysis.explore.sightings import Sightings
from game.analysis.simulate.tally import Fact
from game.engine.events import Dealt, Told
from game.engine.layout import TURN
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import Step

SCENES = ("scene", "storylet")


class Meetings:
    """Counts what each step meets. Without ``worded`` the variants of texts are left out."""

    def __init__(self, program: Program, *, worded: bool) -> None:
        self.met: Counter[Fact] = Counter()
        self.times: Counter[Fact] = Counter()
        self.heat: Counter[tuple[str, int]] = Counter()
        self.dealt: Counter[str] = Counter()
        self._sightings = Sightings(program)
        self._turn = program.layout.slots[TURN]
        self._facts: set[Fact] = set()
        self._came: set[tuple[str, int]] = set()
        if not worded:
            for target in self._sightings.targets:
                self._sightings.enough(target)

    def saw(self, before: State | None, choice: str, step: Step) -> None:
        """See a step."""
        turns = {
            event.owner: event.values[self._turn]
            for event in step.events
            if isinstance(event, Told) and event.role == "scene"
        }
        variants: set[Fact] = set()
        for target in self._sightings.met(before, choice, step):
            fact = target.kind, target.name
            if target.kind == "variant":
                variants.add(fact)
                continue
            self.times[fact] += 1
            self._facts.add(fact)
            if target.kind in SCENES:
                turn = turns.get(target.name, step.state.values[self._turn])
                assert isinstance(turn, int)
                self._came.add((target.name, turn))
        self.times.update(variants)
        self._facts |= variants
        for event in step.events:
            if isinstance(event, Dealt):
                self.dealt.update(event.storylets)

    def over(self) -> None:
        """The run is over: each thing that was met in it counts once."""
        self.met.update(self._facts)
        self.heat.update(self._came)
        self._facts.clear()
        self._came.clear()
