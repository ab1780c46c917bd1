"""Many readings of a story with the same luck, so that two versions of it differ by what was changed and little else.

In the n-th reading of either version the dice fall alike wherever both ask the same, and the reader leans the same way
wherever the same is offered (common random numbers). What is asked of a pair is then who differs: far fewer readings
tell a small change from noise than if each version had luck of its own.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from math import log
from zlib import crc32

from game.analysis.chance import Stream
from game.analysis.claims import Held
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.walker import ClaimSights
from game.analysis.readers import Reader
from game.engine.events import Tested
from game.engine.going import EndlessError
from game.engine.luck import Outcome, Site
from game.engine.offers import open_choices
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import Step, begin, choose

LONGEST = 5_000
"""A reading is given up after so many decisions."""
_WHOLE = 1 << 53
_MOOD = 0x5851F42D4C957F2D
Fact = tuple[str, str]
"""What may come of a reading: of a target its kind and name; ``pass`` and a check; ``CUT``."""
Watch = Callable[[int], bool]
"""Told how many readings are done; whether to go on."""
CUT: Fact = "cut", ""
"""It came to no end: stuck, endless or too long."""
Look = Callable[[int, State], None]
"""Shown every state in which a reader decides, with the number of the reading."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What came of so many readings: to each fact the readings in which it was met, a bit for each."""

    runs: int
    met: Mapping[Fact, int]
    decisions: int

    def share(self, fact: Fact) -> float:
        """In which share of the readings it was met."""
        return self.met.get(fact, 0).bit_count() / self.runs if self.runs else 0.0


class Lot:
    """The luck of one reading: each outcome of each question has its own number, whatever else is asked."""

    __slots__ = ("_asked", "_seed")

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._asked: Counter[Site] = Counter()

    def __call__(self, site: Site, outcomes: tuple[Outcome, ...]) -> str:
        """The outcome whose number comes first, each running as fast as its weight."""
        self._asked[site] += 1
        lane = (_number(site.id) << 20) ^ (site.turn << 8) ^ self._asked[site]
        best, name = 0.0, ""
        for outcome in outcomes:
            if outcome.weight > 0:
                drawn = Stream(self._seed ^ _number(outcome.id), lane).below(_WHOLE)
                late = -log((drawn + 1) / _WHOLE) / outcome.weight
                if not name or late < best:
                    best, name = late, outcome.id
        return name


class Course:
    """One reading as it goes on: a decision at a time.

    Where it first comes to a scene at which a choice is ``forced``, that is taken instead of what the reader would.
    """

    def __init__(self, program: Program, reader: Reader, seed: int, forced: tuple[str, str] = ("", "")) -> None:
        self._program = program
        self._reader = reader.fresh()
        self._seed = seed
        self._forced = forced
        self._luck = Lot(seed)
        self._been: Counter[str] = Counter()

    def steps(self) -> Iterator[tuple[State | None, str, Step]]:
        """Each step with the state before it and the choice that was taken; the beginning has neither."""
        step = begin(self._program, self._luck)
        yield None, "", step
        for _ in range(LONGEST):
            state = step.state
            if state.ended or not open_choices(self._program, state):
                return
            choice = self._reader.pick(state, self._leaning(state))
            if self._forced[0] and state.scene == self._forced[0]:
                choice, self._forced = self._forced[1], ("", "")
            step = choose(self._program, state, choice, self._luck)
            yield state, choice, step

    def _leaning(self, state: State) -> Stream:
        """What the reader's mood is made of here: the same at the same place, whatever came before it."""
        place = state.scene or f"\0{state.phase}"
        self._been[place] += 1
        return Stream(self._seed ^ _MOOD, (_number(place) << 20) ^ (int(state.values[0]) << 10) ^ self._been[place])


def readings(
    program: Program, reader: Reader, runs: int, seed: int, *, watch: Watch | None = None, look: Look | None = None
) -> Readings:
    """Read a story so many times from its beginning; ``look`` is shown every state that awaits a decision."""
    sightings, claims = Sightings(program), ClaimSights(program)
    for target in sightings.targets:
        sightings.enough(target)  # the variants of texts are of no interest, and would be most of the work
    met: dict[Fact, int] = {}
    decisions = done = 0
    while done < runs and (watch is None or watch(done)):
        found, ended = set[Fact](), False
        held: Held = ()
        with suppress(EndlessError):
            for before, choice, step in Course(program, reader, Stream(seed, done).below(1 << 62)).steps():
                state = step.state
                found.update((target.kind, target.name) for target in sightings.met(before, choice, step))
                found.update(("pass", one.site) for one in step.events if isinstance(one, Tested) and one.passed)
                held = claims.begin(state) if before is None else claims.after(held, state)
                decisions, ended = decisions + (before is not None), bool(state.ended)
                if look is not None and not ended:
                    look(done, state)
        found.update((one.kind, one.name) for one in claims.decided(held if ended else claims.stopped(held)))
        if not ended:
            found.add(CUT)
        for fact in found:
            met[fact] = met.get(fact, 0) | 1 << done
        done += 1
    return Readings(done, met, decisions)


@cache
def _number(name: str) -> int:
    return crc32(name.encode())
