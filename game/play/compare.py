"""Two playthroughs of one story beside each other: what they share, where they part, which decisions answer which."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from game.play.playthrough import Playthrough


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that stands: its number from 1, its turn (0 without a clock), where, and what was chosen."""

    number: int
    turn: int
    place: str
    choice: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Decisions that stand beside each other: taken in the same place, or one that only one of the two took."""

    first: Decided | None
    second: Decided | None

    @property
    def alike(self) -> bool:
        """Whether both were taken, and the same was chosen."""
        return self.first is not None and self.second is not None and self.first.choice == self.second.choice


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two playthroughs beside each other.

    ``shared`` is how many decisions they begin with alike. ``fate`` is the page within those, from 0, on which the
    same decisions first led to different states; None where only decisions part them.
    """

    shared: int
    fate: int | None
    pairs: tuple[Pair, ...]


def decided(playthrough: Playthrough) -> tuple[Decided, ...]:
    """Every decision that stands, in order."""
    program, found = playthrough.program, []
    for number, move in enumerate(playthrough.moves[1:], 1):
        values = playthrough.moves[number - 1].step.state.values
        turn = program.value(values, "turn") if program.phases else 0
        if move.took is not None and isinstance(turn, int):
            found.append(Decided(number, turn, move.took.scene, move.took.choice))
    return tuple(found)


def compare(first: Playthrough, second: Playthrough) -> Comparison:
    """Lay two playthroughs of the same story beside each other."""
    ours, theirs = decided(first), decided(second)
    shared = 0
    while shared < min(len(ours), len(theirs)) and _same(ours[shared], theirs[shared]):
        shared += 1
    pages = zip(first.moves[: shared + 1], second.moves[: shared + 1], strict=True)
    fate = next((page for page, (one, other) in enumerate(pages) if one.step.state != other.step.state), None)
    return Comparison(shared, fate, _pairs(ours, theirs))


def _same(one: Decided, other: Decided) -> bool:
    return (one.place, one.choice) == (other.place, other.choice)


def _pairs(ours: tuple[Decided, ...], theirs: tuple[Decided, ...]) -> tuple[Pair, ...]:
    """As many decisions of the same place and turn beside each other as can be without leaving the order."""
    pairs: list[Pair] = []
    one = other = 0
    for here, there in [*_common(_keys(ours), _keys(theirs)), (len(ours), len(theirs))]:
        alone = [Pair(decision, None) for decision in ours[one:here]]
        alone += [Pair(None, decision) for decision in theirs[other:there]]
        pairs.extend(sorted(alone, key=_turn))
        if here < len(ours):
            pairs.append(Pair(ours[here], theirs[there]))
        one, other = here + 1, there + 1
    return tuple(pairs)


def _turn(pair: Pair) -> int:
    decision = pair.first or pair.second
    return decision.turn if decision is not None else 0


_Key = tuple[int, str, int]
"""The turn, the place, and how often the place had been decided in that turn before: no two decisions share one."""


def _keys(decisions: tuple[Decided, ...]) -> list[_Key]:
    seen: Counter[tuple[int, str]] = Counter()
    found: list[_Key] = []
    for decision in decisions:
        here = (decision.turn, decision.place)
        found.append((*here, seen[here]))
        seen[here] += 1
    return found


def _common(ours: list[_Key], theirs: list[_Key]) -> list[tuple[int, int]]:
    """The longest run of common keys in the order of both: a longest increasing run, as no key comes twice."""
    places = {key: index for index, key in enumerate(theirs)}
    common = [(index, places[key]) for index, key in enumerate(ours) if key in places]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_, there) in enumerate(common):
        length = bisect_left(ends, there)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [there]
        last[length : length + 1] = [at]
    run: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        run.append(common[at])
        at = before[at]
    return run[::-1]
