"""What can still be told apart: of every value, wherever a reader decides, what some later condition may ask.

Two states that no later condition can tell apart have one future. Found backward over a flow, as compilers find which
variables live (strongly live variables, Nielson, Nielson and Hankin, *Principles of Program Analysis*, 2.1.4), but for
each boundary between two values: ``sky >= 40`` asks for one of a hundred, and before ``sky += 5`` it lies at 35. A
value that nothing asks for any more, or only to change itself, has no boundaries left.
"""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from game.analysis.explore.circles import circles
from game.analysis.explore.flow import Add, Chance, Either, Flow, Forget, Op, Put, Way
from game.analysis.explore.target import Target
from game.engine.layout import ENDED, TURN
from game.engine.program import Program
from game.engine.state import State
from game.expr.syntax import Binary, Expr, Literal, Name, Unary, Within, keys_of
from game.expr.types import Key, Type, Value, Whole, YesNo

Cuts = dict[Key, int]
"""Of each key the boundaries that matter, as bits: of a number bit n parts value n - 1 of its range from value n, of a
word bit n parts word n from the others."""
_Place = tuple[str, tuple[str, ...], int, int, tuple[str, ...]]
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


class Living:
    """What is alive at every point of a flow, if of all targets only ``wanted`` ones count (None: all of them)."""

    def __init__(self, flow: Flow, wanted: Iterable[Target] | None = None) -> None:
        self._types = flow.types
        self._whole = {key: _every(kind) for key, kind in flow.types.items()}
        self.at: list[Cuts] = [{} for _ in flow.points]
        asked = None if wanted is None else frozenset(wanted)
        self._spread([way for way in flow.ways if asked is None or _counts(way, asked)])

    def _spread(self, ways: list[Way]) -> None:
        """Carry what is asked backward along the ways until nothing new comes anywhere."""
        into: list[list[Way]] = [[] for _ in self.at]
        for way in ways:
            into[way.to].append(way)
        # Circles come in the order of their numbers, the last that one can come to first: nearly every point once.
        order = circles([[way.to for way in leaving] for leaving in _leaving(ways, len(self.at))])
        waiting = [(circle, point) for point, circle in enumerate(order)]
        heapify(waiting)
        waits = [True] * len(self.at)
        while waiting:
            point = heappop(waiting)[1]
            waits[point] = False
            for way in into[point]:
                if self._merge(self.at[way.source], self.before(way)) and not waits[way.source]:
                    waits[way.source] = True
                    heappush(waiting, (order[way.source], way.source))

    @staticmethod
    def _merge(into: Cuts, found: Cuts) -> bool:
        grew = False
        for key, bits in found.items():
            known = into.get(key, 0)
            if bits & ~known:
                into[key] = known | bits
                grew = True
        return grew

    def before(self, way: Way) -> Cuts:
        """What is alive where a way begins, as far as it and what lies behind it ask."""
        found = {} if way.looks else self.at[way.to].copy()
        self._ops(way.ops, found)
        if way.odds is not None:
            self._read_all(way.odds[0], found)
        if way.draw is not None:
            for _, _, when, _ in way.draw.outcomes:
                if when is not None:
                    self._test(when, found)
        for guard in way.guards:
            self._test(guard.tree, found)
        return found

    def _ops(self, ops: tuple[Op, ...], alive: Cuts) -> None:
        for op in reversed(ops):
            match op:
                case Add():
                    self._add(op, alive)
                case Put():
                    if alive.pop(op.key, 0) and not isinstance(op.value, Literal):
                        self._read_all(op.value, alive)
                case Forget():  # what it hides may go by what was there
                    if alive.get(op.key):
                        alive[op.key] = self._whole[op.key]
                case Either():
                    matters = _matters(op.then, alive) or _matters(op.otherwise, alive)
                    otherwise = alive.copy()
                    self._ops(op.then, alive)
                    self._ops(op.otherwise, otherwise)
                    self._merge(alive, otherwise)
                    if matters:
                        self._test(op.when, alive)
                case Chance():
                    self._chance(op, alive)

    def _chance(self, op: Chance, alive: Cuts) -> None:
        after = alive.copy()
        for _, _, when, ops in op.outcomes:
            one = after.copy()
            self._ops(ops, one)
            self._merge(alive, one)
            if when is not None:  # which outcomes may come is asked of luck, whatever they do
                self._test(when, alive)

    def _add(self, op: Add, alive: Cuts) -> None:
        bits = alive.get(op.key, 0)
        if not bits:
            return
        by = op.amount.value if isinstance(op.amount, Literal) else None
        meter = op.meter
        if not isinstance(by, int) or (meter is not None and (meter.soft or meter.gains)):
            alive[op.key] = self._whole[op.key]
            self._read_all(op.amount, alive)
            for gain in meter.gains if meter is not None else ():
                self._test(gain.when.checked.tree, alive)
            return
        # What is cut to a range narrower than the key's own may leave it, so its ends are boundaries as well.
        kind = self._types[op.key]
        if isinstance(kind, Whole) and (op.low > kind.low or op.high < kind.high):
            alive[op.key] = self._whole[op.key]
            return
        down = by if op.down else -by
        shifted = bits << down if down >= 0 else bits >> -down
        left = shifted & self._whole[op.key]
        if left:
            alive[op.key] = left
        else:
            del alive[op.key]

    def _read_all(self, tree: Expr, alive: Cuts) -> None:
        for key in keys_of(tree):
            if key in self._whole:
                alive[key] = self._whole[key]

    def _test(self, tree: Expr, alive: Cuts) -> None:
        """What a condition asks."""
        match tree:
            case Literal():
                pass
            case Binary(op="and" | "or"):
                self._test(tree.left, alive)
                self._test(tree.right, alive)
            case Unary(op="not"):
                self._test(tree.operand, alive)
            case Binary(left=Name(name=key), right=Literal(value=value)) if tree.op in _MIRRORED:
                self._cut(key, tree.op, value, alive)
            case Binary(left=Literal(value=value), right=Name(name=key)) if tree.op in _MIRRORED:
                self._cut(key, _MIRRORED[tree.op], value, alive)
            case Within(operand=Name(name=key)):
                self._cut(key, ">=", tree.low, alive)
                self._cut(key, "<=", tree.high, alive)
            case _:
                self._read_all(tree, alive)

    def _cut(self, key: Key, sign: str, value: Value, alive: Cuts) -> None:
        kind = self._types[key]
        if isinstance(kind, Whole) and isinstance(value, int):
            at = value - kind.low
            bits = (1 << at if at > 0 else 0) if sign in ("<", ">=", "==", "!=") else 0
            bits |= (1 << at + 1 if at >= 0 else 0) if sign in (">", "<=", "==", "!=") else 0
            bits &= self._whole[key]
        elif sign in ("==", "!=") and not isinstance(kind, Whole | YesNo) and value in kind.words:
            bits = 1 << kind.words.index(str(value))
        else:
            bits = self._whole[key]
        if bits:
            alive[key] = alive.get(key, 0) | bits


def _counts(way: Way, wanted: frozenset[Target]) -> bool:
    """Whether what a way asks matters, if only these targets do.

    Lines crowd one another out, which a flow does not follow: what one of them asks matters to the others.
    """
    return not way.looks or any(one in wanted or one.kind == "line" for one in way.meets)


def _matters(ops: tuple[Op, ...], alive: Cuts) -> bool:
    """Whether some change is of what is alive."""
    for op in ops:
        match op:
            case Either():
                if _matters(op.then, alive) or _matters(op.otherwise, alive):
                    return True
            case Chance():
                if any(_matters(inner, alive) for _, _, _, inner in op.outcomes):
                    return True
            case _:
                if alive.get(op.key):
                    return True
    return False


def _leaving(ways: list[Way], points: int) -> list[list[Way]]:
    found: list[list[Way]] = [[] for _ in range(points)]
    for way in ways:
        found[way.source].append(way)
    return found


def _every(kind: Type) -> int:
    """Every boundary of a type."""
    match kind:
        case Whole():
            return (1 << kind.high - kind.low + 1) - 2
        case YesNo():
            return 3
        case _:
            return (1 << len(kind.words)) - 1


class _Form(NamedTuple):
    """How states of one place are written: slots that are set, and slots whose values stand for others."""

    dead: tuple[tuple[int, Value], ...]
    alike: tuple[tuple[int, Mapping[Value, Value]], ...]


class Normal:
    """Writes states so that those which nothing that lies ahead can tell apart are equal.

    ``flow`` must be of ``program``. Only ``wanted`` targets need be met alike (None: all). What stands where no point
    of the flow is, is left as it stands.
    """

    def __init__(self, program: Program, flow: Flow, wanted: Iterable[Target] | None = None) -> None:
        self._living = Living(flow, wanted)
        self._flow, self._slots, self._start = flow, program.layout.slots, program.layout.start
        self._places: dict[_Place, list[int]] = {}
        for number, point in enumerate(flow.points):
            if point.awaits:
                place = point.scene, point.threads, point.turn, point.phase, point.calls
                self._places.setdefault(place, []).append(number)
        self._forms: dict[_Place, _Form | None] = {}

    def __call__(self, state: State) -> State:
        """The state that stands for this one and all that have its future."""
        if state.ended:
            return state._replace(values=self._start)
        turn = state.values[0]
        assert isinstance(turn, int)
        place = state.scene, state.threads, turn, state.phase, state.calls
        if place not in self._forms:
            self._forms[place] = self._form(self._places.get(place, []))
        form = self._forms[place]
        if form is None:
            return state
        values = list(state.values)
        for slot, value in form.dead:
            values[slot] = value
        for slot, alike in form.alike:
            values[slot] = alike[values[slot]]
        return State(tuple(values), *state[1:])

    def _form(self, points: list[int]) -> _Form | None:
        if not points:
            return None
        alive: Cuts = {}
        for point in points:
            for key, bits in self._living.at[point].items():
                alive[key] = alive.get(key, 0) | bits
        dead, alike = [], []
        for key, slot in self._slots.items():
            if key in (TURN, ENDED) or key not in self._flow.types:
                continue
            bits, kind = alive.get(key, 0), self._flow.types[key]
            if not bits:
                dead.append((slot, self._start[slot]))
            elif bits != _every(kind):
                alike.append((slot, _alike(kind, bits)))
        return _Form(tuple(dead), tuple(alike))


def _alike(kind: Type, bits: int) -> dict[Value, Value]:
    """Which value stands for each: of numbers the least of those that are not parted, of words the first."""
    found: dict[Value, Value] = {}
    match kind:
        case Whole():
            first = kind.low
            for at in range(kind.high - kind.low + 1):
                if bits >> at & 1:
                    first = kind.low + at
                found[kind.low + at] = first
        case YesNo():
            found = {False: False, True: bits & 2 != 0}
        case _:
            rest = next((word for at, word in enumerate(kind.words) if not bits >> at & 1), "")
            found = {word: word if bits >> at & 1 else rest for at, word in enumerate(kind.words)}
    return found
