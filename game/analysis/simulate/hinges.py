"""What a scene's choices change: the same run read on after each of them, with the same luck.

Each run that comes to the scene is read once for every choice that stands open there, taken at its first coming. Dice
and mood fall alike wherever both readings ask the same, so what differs later is what the choice changed, and the luck
that it turned. That is more than noise where it leans one way over many runs.
"""

from collections import Counter
from contextlib import suppress

from game.analysis.chance import Stream
from game.analysis.explore.sightings import Sightings
from game.analysis.paired import Course
from game.analysis.readers import Reader
from game.analysis.simulate.tally import Apart, Fact, Fork, Tally
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.engine.program import Program

PASSAGES = ("scene", "storylet", "variant", "line", "ending", "coda")
"""What counts as a passage."""


class Hinge:
    """Forks runs of a reader at one scene."""

    def __init__(self, program: Program, reader: Reader, scene: str, seed: int, *, worded: bool) -> None:
        self._program = program
        self._reader = reader
        self._scene = scene
        self._seed = seed
        self._worded = worded
        self._forks: Counter[Fork] = Counter()
        self._apart: Counter[Apart] = Counter()
        self._sightings = Sightings(program)
        self._own = program.story.scenes[scene].home
        if not worded:
            for target in self._sightings.targets:
                self._sightings.enough(target)

    def fork(self, number: int) -> None:
        """Read a run on after each choice of the scene, if it comes there and more than one is open."""
        seed = Stream(self._seed, number).below(1 << 62)
        later = {choice: self._later(seed, choice) for choice in self._open(seed)}
        for one, mine in later.items():
            for other, theirs in later.items():
                if one != other:
                    self._forks[self._scene, one, other] += 1
                    for kind, name in mine - theirs:
                        self._apart[self._scene, one, other, kind, name] += 1

    def _open(self, seed: int) -> tuple[str, ...]:
        """What stands open where a run first comes to the scene; nothing if it doesn't."""
        with suppress(EndlessError):
            for _, _, step in Course(self._program, self._reader, seed).steps():
                if step.state.scene == self._scene:
                    found = open_choices(self._program, step.state)
                    return found if len(found) > 1 else ()
        return ()

    def _later(self, seed: int, choice: str) -> set[Fact]:
        """All passages met after a choice of the scene, but those of the scene itself."""
        found: set[Fact] = set()
        taken = False
        with suppress(EndlessError):
            for before, took, step in Course(self._program, self._reader, seed, forced=(self._scene, choice)).steps():
                met = self._sightings.met(before, took, step)
                taken = taken or (before is not None and before.scene == self._scene)
                if taken:
                    found.update((one.kind, one.name) for one in met if one.kind in PASSAGES)
        return {(kind, name) for kind, name in found if name != self._own and not name.startswith(f"{self._own}.")}

    def tally(self) -> Tally:
        """What was counted so far."""
        return Tally(reader=self._reader.name, worded=self._worded, forks=self._forks, apart=self._apart)
