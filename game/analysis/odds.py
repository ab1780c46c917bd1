"""The chance of what may come, from a story's beginning or from where a reader stands: exact, else by many readings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from game.analysis.chance import Stream
from game.analysis.exact_odds import KINDS, MOST, Ahead, Fact, TooManyError, Watch
from game.analysis.explore.fortune import Fortune
from game.analysis.explore.sightings import Sightings
from game.analysis.knowing import Standing
from game.analysis.noise import Between, wilson
from game.analysis.readers import Reader
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import Step, begin, choose

LONGEST = 5_000
"""A reading is given up after so many decisions."""
_WHOLE = 1 << 53
_RUN: Fact = "run", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """How likely each fact is from here on, and between what, very likely; what is missing has not come at all.

    ``exact``: ``chances`` are so, to nine digits. Else they are shares of so many ``runs``, for the reason ``why``.
    """

    exact: bool
    chances: Mapping[Fact, float]
    states: int = 0
    runs: int = 0
    why: str = ""

    def chance(self, fact: Fact) -> float:
        """How likely it is."""
        return self.chances.get(fact, 0.0)

    def between(self, fact: Fact) -> Between:
        """Where its chance lies, in 95 of 100 cases; where it is exact, itself."""
        chance = self.chance(fact)
        return Between(chance, chance) if self.exact else wilson(round(chance * self.runs), self.runs)

    @property
    def no_end(self) -> float:
        """How likely no ending is to come at all."""
        return max(0.0, 1.0 - sum(chance for (kind, _), chance in self.chances.items() if kind == "ending"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How to find out: states to go through one by one at most, bytes for all of them at once, readings otherwise.

    ``seed`` is of the readings.
    """

    states: int = MOST
    runs: int = 1_000
    seed: int = 1
    memory: int = 1 << 30


def odds(program: Program, reader: Reader, standing: Sequence[Standing], asked: Asked, watch: Watch) -> Odds:
    """The odds from where a reader may stand; from the beginning where ``standing`` is empty.

    A reader who remembers what they took begins afresh here. ``watch`` is told of states, then of readings.
    """
    if standing and all(one.state.ended for one in standing):
        return Odds(exact=True, chances=_ended(standing))
    try:
        ahead = Ahead(program, reader, standing, watch, asked.states)
    except TooManyError as problem:
        why = str(problem)
        if not standing and reader.uniform:
            found, said = _swept(program, asked, watch)
            if found is not None:
                return found
            why = f"{why}; {said}"
        met = _read(program, reader, standing, asked, watch)
        runs = met.pop(_RUN)
        return Odds(exact=False, chances={one: met[one] / runs for one in sorted(met)}, runs=runs, why=why)
    chances = {fact: ahead.chance(fact) for fact in sorted(ahead.facts())}
    for fact, chance in _ended(standing).items():
        chances[fact] = chances.get(fact, 0.0) + chance
    return Odds(exact=True, chances=chances, states=len(ahead.ways))


def _swept(program: Program, asked: Asked, watch: Watch) -> tuple[Odds | None, str]:
    """The odds by one sweep over all states at once; or why there are none."""
    try:
        from game.analysis.swept_odds import SweepError, swept  # noqa: PLC0415 - numpy is loaded only where it is needed
    except ModuleNotFoundError:
        return None, "dense arrays would be tried with numpy: pip install 'narrowsky[judge]'"
    try:
        chances, states = swept(program, KINDS, asked.memory, watch)
    except SweepError as problem:
        return None, str(problem)
    return Odds(exact=True, chances=chances, states=states), ""


def _ended(standing: Sequence[Standing]) -> dict[Fact, float]:
    found: dict[Fact, float] = {}
    for one in standing:
        if one.state.ended:
            fact = "ending", one.state.ended
            found[fact] = found.get(fact, 0.0) + one.chance
    return found


def _read(program: Program, reader: Reader, standing: Sequence[Standing], asked: Asked, watch: Watch) -> Counter[Fact]:
    """In how many readings each fact was met; one reading at least."""
    sightings = Sightings(program)
    for target in sightings.targets:
        sightings.enough(target)
    met: Counter[Fact] = Counter()
    while met[_RUN] < asked.runs and (watch(met[_RUN]) or not met[_RUN]):
        met.update(_reading(program, reader.fresh(), standing, sightings, Stream(asked.seed, met[_RUN])))
        met[_RUN] += 1
    return met


def _reading(
    program: Program, reader: Reader, standing: Sequence[Standing], sightings: Sightings, stream: Stream
) -> set[Fact]:
    """What one reading meets."""
    luck, found = Fortune(stream), set[Fact]()

    def note(before: State | None, choice: str, step: Step) -> State:
        met = sightings.met(before, choice, step)
        found.update((one.kind, one.name) for one in met if one.kind in KINDS)
        return step.state

    with suppress(EndlessError):
        state = _somewhere(standing, stream) if standing else note(None, "", begin(program, luck))
        if state.ended:
            found.add(("ending", state.ended))
        for _ in range(LONGEST):
            if state.ended or not open_choices(program, state):
                break
            choice = reader.pick(state, stream)
            state = note(state, choice, choose(program, state, choice, luck))
    return found


def _somewhere(standing: Sequence[Standing], stream: Stream) -> State:
    left = stream.below(_WHOLE) / _WHOLE
    for one in standing:
        left -= one.chance
        if left < 0:
            return one.state
    return standing[-1].state
