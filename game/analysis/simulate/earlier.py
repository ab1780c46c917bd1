"""Which scenes hang on what was done long before: by their words, or by which of their choices stand.

A scene hangs on something earlier in a run if, as it comes, some value that its text, its choices, their conditions or
their results read was written in this run at least ``LONG`` turns before, and not since. What changes every turn (a
meter that drifts) is never long ago, and that a scene comes at all is not asked: the share is rather too low than too
high.
"""

from collections import Counter, defaultdict
from itertools import compress, count
from operator import ne

from game.analysis.simulate.tally import Late
from game.engine.events import Changed, Told, TurnBegan
from game.engine.layout import TURN, scene_prose
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import Step
from game.expr.types import Key, Value
from game.model.scene import Scene

LONG = 3
"""So many turns are long ago."""


class Earlier:
    """Counts, of each scene that comes, whether it hangs on what was written long before; nothing without a clock."""

    def __init__(self, program: Program) -> None:
        self.late: Counter[tuple[str, Late]] = Counter()
        slots = program.layout.slots
        self._slots = slots
        self._taken = [slot for key, slot in slots.items() if key.startswith("took(")]
        self._clock = program.story.world.clock is not None
        self._turn = slots[TURN]
        self._home = {name: scene.home for name, scene in program.story.scenes.items()}
        self._reads = {
            home: tuple(slots[key] for key in sorted(keys) if key in slots and key != TURN)
            for home, keys in reads_of(program).items()
        }
        self._visits = {home: slots.get(f"visits({home})") for home in self._reads}
        self._written: dict[int, int] = {}
        self._found: set[tuple[str, Late]] = set()

    def saw(self, before: State | None, _choice: str, step: Step) -> None:
        """See a step: look at the scenes that come by what was written before it, then note what it wrote."""
        if not self._clock:
            return
        for event in step.events:
            if isinstance(event, Told) and event.role == "scene":
                self._found.add((self._home[event.owner], "came"))
                if before is not None:
                    self._come(self._home[event.owner], event, before)
        if before is not None:
            self._write(before, step)

    def _write(self, before: State, step: Step) -> None:
        """Note in which turn each value that a step has changed was written: that of its end where no event says."""
        values, turn = step.state.values, before.values[self._turn]
        told: dict[int, Value] = dict.fromkeys(self._taken, turn)
        for event in step.events:
            if isinstance(event, Changed):
                told[self._slots.get(event.key, -1)] = turn
            elif isinstance(event, TurnBegan):
                turn = event.turn
        for slot in compress(count(), map(ne, before.values, values)):
            written = told.get(slot, values[self._turn])
            assert isinstance(written, int)
            self._written[slot] = written

    def _come(self, home: str, event: Told, before: State) -> None:
        turn = event.values[self._turn]
        assert isinstance(turn, int)
        if turn <= LONG:
            return
        self._found.add((home, "could"))
        for slot in self._reads[home]:
            written = self._written.get(slot)
            if (
                written is not None
                and turn - written >= LONG
                and (event.values[slot] == before.values[slot] or slot == self._visits[home])
            ):
                self._found.add((home, "did"))
                return

    def over(self) -> None:
        """The run is over: each scene counts once."""
        self.late.update(self._found)
        self._found.clear()
        self._written.clear()


def reads_of(program: Program) -> dict[str, set[Key]]:
    """By scene, with all that is within it: the keys that its words and its choices read."""
    found: dict[str, set[Key]] = defaultdict(set)
    for scene in program.story.scenes.values():
        found[scene.home] |= _reads(scene)
    return found


def _reads(scene: Scene) -> set[Key]:
    keys: set[Key] = set()
    for prose in scene_prose(scene):
        keys |= prose.keys
        if prose.counts_visits:
            keys.add(f"visits({scene.home})")
    for choice in scene.choices:
        for condition in (choice.when, choice.requires):
            if condition is not None:
                keys |= condition.checked.keys
        if choice.check is not None:
            keys |= choice.check.odds.checked.keys
        if choice.once:
            keys.add(f"took({scene.id}.{choice.id})")
    return keys
