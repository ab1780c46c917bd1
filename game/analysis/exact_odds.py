"""Exact odds: every state that a reader can come to from here, each way with its chance, and what is met on it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from game.analysis.explore.circles import circles
from game.analysis.explore.sightings import Sightings
from game.analysis.knowing import Standing
from game.analysis.readers import Reader
from game.engine.going import EndlessError
from game.engine.luck import Luck, Outcome, Site
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import Step, begin, choose

Fact = tuple[str, str]
"""A target's kind and name."""
KINDS = frozenset({"ending", "storylet", "scene", "choice", "coda"})
MOST = 20_000
_EARLY, _GROWING, _WIDEST = 5_000, 2, 80
NOWHERE = -1
Watch = Callable[[int], bool]
"""Told how many states were seen; whether to go on."""


class Way(NamedTuple):
    """One that may be gone from a state: how likely, to which (or nowhere: round for ever), and what is met."""

    chance: float
    to: int
    met: frozenset[Fact]


class TooManyError(Exception):
    """The states can't all be gone through; the message says why."""


def chances(do: Callable[[Luck], Step]) -> Iterator[tuple[Step | None, float]]:
    """Do a thing once for each way that luck may go, each with its chance; None where it goes round for ever."""
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        given = waiting.pop()
        said: list[str] = []
        chance = 1.0

        def luck(
            _site: Site, outcomes: tuple[Outcome, ...], given: tuple[str, ...] = given, said: list[str] = said
        ) -> str:
            nonlocal chance
            may = [one for one in outcomes if one.weight]
            number = len(said)
            one = may[0] if number >= len(given) else next(each for each in may if each.id == given[number])
            if number >= len(given):
                waiting.extend((*said, other.id) for other in may[1:])
            chance *= one.weight / sum(each.weight for each in may)
            said.append(one.id)
            return one.id

        try:
            step: Step | None = do(luck)
        except EndlessError:
            step = None
        yield step, chance


class Ahead:
    """All that lies ahead of a reader. Raises TooManyError."""

    def __init__(
        self, program: Program, reader: Reader, standing: Sequence[Standing], watch: Watch, most: int = MOST
    ) -> None:
        if reader.remembers:
            raise TooManyError("this reader remembers what they took, so that no state is ever the same")
        self._program, self._reader, self._watch, self._most = program, reader, watch, most
        self._sightings = Sightings(program)
        for target in self._sightings.targets:
            self._sightings.enough(target)
        self._numbers: dict[State, int] = {}
        self._states: list[State] = []
        self.ways: list[tuple[Way, ...]] = []
        self.first = self._first(standing)
        while len(self.ways) < len(self._states):
            self._enough()
            self.ways.append(tuple(self._leaving(self._states[len(self.ways)])))
        self._groups = self._grouped()

    def _enough(self) -> None:
        seen, done = len(self._states), len(self.ways)
        if seen > self._most:
            raise TooManyError(f"there are more than {self._most:,} states")
        if done >= _EARLY and self._most == MOST and (seen - done) * _GROWING > seen:
            raise TooManyError(f"after {done:,} states they still grow ever more")
        if not self._watch(done):
            raise TooManyError(f"interrupted after {done:,} states")

    def _first(self, standing: Sequence[Standing]) -> tuple[Way, ...]:
        if standing:
            return tuple(Way(one.chance, self._number(one.state), frozenset()) for one in standing)
        return tuple(self._ways(None, "", chances(lambda luck: begin(self._program, luck)), 1.0))

    def _leaving(self, state: State) -> Iterator[Way]:
        if state.ended:
            return
        for choice, over, under in self._reader.shares(state):

            def take(luck: Luck, choice: str = choice) -> Step:
                return choose(self._program, state, choice, luck)

            yield from self._ways(state, choice, chances(take), over / under)

    def _ways(
        self, before: State | None, choice: str, may: Iterable[tuple[Step | None, float]], share: float
    ) -> Iterator[Way]:
        for step, chance in may:
            if step is None:
                yield Way(chance * share, NOWHERE, frozenset())
            else:
                met = self._sightings.met(before, choice, step)
                facts = frozenset((one.kind, one.name) for one in met if one.kind in KINDS)
                yield Way(chance * share, self._number(step.state), facts)

    def _number(self, state: State) -> int:
        number = self._numbers.setdefault(state, len(self._states))
        if number == len(self._states):
            self._states.append(state)
        return number

    def _grouped(self) -> list[list[int]]:
        """Circles of states, the last that one can come to first. Raises TooManyError where one is too wide."""
        circle = circles([[way.to for way in ways if way.to != NOWHERE] for ways in self.ways])
        groups: list[list[int]] = [[] for _ in range(max(circle, default=-1) + 1)]
        for number, one in enumerate(circle):
            groups[one].append(number)
        if any(len(group) > _WIDEST for group in groups):
            raise TooManyError("it goes in circles that are too wide")
        return groups

    def facts(self) -> set[Fact]:
        """Everything that may be met."""
        return {fact for ways in (self.first, *self.ways) for way in ways for fact in way.met}

    def chance(self, fact: Fact) -> float:
        """How likely it is to be met at some time from here on."""
        found = [0.0] * len(self.ways)
        for group in self._groups:
            self._settle(group, fact, found)
        return sum(_weight(way, fact, found) for way in self.first)

    def _settle(self, group: list[int], fact: Fact, found: list[float]) -> None:
        place = {number: at for at, number in enumerate(group)}
        rows = [[0.0] * len(group) for _ in group]
        sums = [0.0] * len(group)
        leaves = False
        for at, number in enumerate(group):
            for way in self.ways[number]:
                if way.to in place and fact not in way.met:
                    rows[at][place[way.to]] += way.chance
                else:
                    leaves = True
                    sums[at] += _weight(way, fact, found)
        if leaves and any(sums):
            for number, chance in zip(group, _solved(rows, sums), strict=True):
                found[number] = chance


def _weight(way: Way, fact: Fact, found: Sequence[float]) -> float:
    return way.chance * (1.0 if fact in way.met else found[way.to] if way.to != NOWHERE else 0.0)


def _solved(rows: list[list[float]], sums: list[float]) -> list[float]:
    """The chances x with x = rows x + sums. One can leave from everywhere, so that there is one answer."""
    size = len(rows)
    if size == 1:
        return [sums[0] / (1.0 - rows[0][0])]
    table = [[(row == column) - rows[row][column] for column in range(size)] + [sums[row]] for row in range(size)]
    for column in range(size):
        best = max(range(column, size), key=lambda row: abs(table[row][column]))
        table[column], table[best] = table[best], table[column]
        top = table[column]
        for row in range(size):
            factor = table[row][column] / top[column]
            if row != column and factor:
                table[row] = [one - factor * other for one, other in zip(table[row], top, strict=True)]
    return [table[row][size] / table[row][row] for row in range(size)]
