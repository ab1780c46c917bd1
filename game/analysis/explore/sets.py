"""Sets of values as the bits of a number, one for each key; and what conditions leave of them.

A state of sets is a list of numbers, by the place of each key. What is left of one may be more than can be (two keys
are never told to belong together), never less.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from math import gcd, prod

from game.expr.compile import compile_tree
from game.expr.syntax import Binary, Expr, Literal, Name, Unary, Within, keys_of
from game.expr.types import Key, OneOf, SetOf, Type, Value, Whole, YesNo

_RANGES: dict[str, Callable[[int], tuple[int | None, int | None]]] = {
    "<": lambda number: (None, number),
    "<=": lambda number: (None, number + 1),
    ">": lambda number: (number + 1, None),
    ">=": lambda number: (number, None),
    "==": lambda number: (number, number + 1),
}
"""From where to below where the numbers lie that stand so to one."""
Sets = list[int]
Narrow = Callable[[Sets], bool]
"""Takes away what a condition excludes; whether anything is left."""
MOST = 4_096
"""So many combinations of values are looked at one by one; of more, anything is held possible."""
WIDE = 1 << 14
"""A whole number of a wider range than this is not followed: it may be anything."""


class Domain:
    """The values that a key may have, by their places; ``wide`` where they are not followed."""

    __slots__ = ("full", "high", "key", "low", "values", "wide")

    def __init__(self, key: Key, kind: Type) -> None:
        self.key = key
        self.low = self.high = 0
        match kind:
            case Whole():
                self.wide = kind.high - kind.low >= WIDE
                self.low, self.high = kind.low, kind.high
                self.values: Sequence[Value] = range(kind.low, kind.high + 1)
            case YesNo():
                self.wide, self.values = False, (False, True)
            case OneOf():
                self.wide, self.values = False, kind.words
            case SetOf():
                raise AssertionError(f"`{key}` is a set: its members have keys of their own")
        self.full = 1 if self.wide else (1 << len(self.values)) - 1

    def bit(self, value: Value) -> int:
        """The set of this one value; a number is cut to the range first."""
        if self.wide:
            return 1
        if isinstance(self.values, range):
            place = int(value) - self.low
            return 1 << max(0, min(len(self.values) - 1, place))
        return 1 << self.values.index(value)

    def inside(self, bits: int) -> Iterator[Value]:
        """The values of a set, in order."""
        while bits:
            lowest = bits & -bits
            yield self.values[lowest.bit_length() - 1]
            bits ^= lowest

    def of(self, values: Sequence[Value]) -> int:
        """The set of these values."""
        found = 0
        for value in values:
            found |= self.bit(value)
        return found

    def that(self, tree: Expr) -> int:
        """The values with which a condition on this key alone holds."""
        match tree:
            case Binary(op="and"):
                return self.that(tree.left) & self.that(tree.right)
            case Binary(op="or"):
                return self.that(tree.left) | self.that(tree.right)
            case Unary(op="not"):
                return self.full ^ self.that(tree.operand)
            case Binary(left=Name(), right=Literal(value=value)) if tree.op in _RANGES and type(value) is int:
                if isinstance(self.values, range):
                    return self._between(*_RANGES[tree.op](value))
            case Within(operand=Name()) if isinstance(self.values, range):
                return self._between(tree.low, tree.high + 1)
            case _:
                pass
        test, found = compile_tree(tree, {self.key: 0}), 0
        for index, value in enumerate(self.values):
            if test((value,)):
                found |= 1 << index
        return found

    def _between(self, low: int | None, high: int | None) -> int:
        """The numbers from ``low`` to below ``high``; None: without an end."""
        first = 0 if low is None else min(max(low - self.low, 0), len(self.values))
        after = len(self.values) if high is None else min(max(high - self.low, 0), len(self.values))
        return (1 << after) - (1 << first) if after > first else 0

    def strides(self, bits: int) -> int:
        """Of numbers, all that lie on the same steps as these, however far; of anything else, just these."""
        if not isinstance(self.values, range) or self.wide:
            return bits
        places = [place for place in range(bits.bit_length()) if bits >> place & 1]
        step = gcd(*(place - places[0] for place in places))
        return sum(1 << place for place in range(places[0] % step, len(self.values), step)) if step else bits


class Domains:
    """The domains of all keys of a flow, each with its place in a state."""

    def __init__(self, types: Mapping[Key, Type]) -> None:
        self.places = {key: place for place, key in enumerate(types)}
        self.all = [Domain(key, kind) for key, kind in types.items()]
        self._narrows: dict[tuple[int, bool], tuple[Expr, Narrow]] = {}

    def __getitem__(self, key: Key) -> Domain:
        return self.all[self.places[key]]

    def narrow(self, tree: Expr, *, wanted: bool) -> Narrow:
        """What a condition that comes out as ``wanted`` leaves, made once for each tree."""
        found = self._narrows.get((id(tree), wanted))
        if found is None:
            found = self._narrows[id(tree), wanted] = tree, self._narrow(tree, wanted)
        return found[1]

    def _narrow(self, tree: Expr, wanted: bool) -> Narrow:  # it is an argument, not a switch
        if isinstance(tree, Unary) and tree.op == "not":
            return self.narrow(tree.operand, wanted=not wanted)
        keys = sorted(keys_of(tree))
        if not keys:
            holds = bool(compile_tree(tree, {})(())) == wanted
            return lambda _sets: holds
        if len(keys) == 1:
            return self._of_one(tree, keys[0], wanted)
        if isinstance(tree, Binary) and tree.op in ("and", "or"):
            left, right = self.narrow(tree.left, wanted=wanted), self.narrow(tree.right, wanted=wanted)
            if (tree.op == "and") == wanted:
                return lambda sets: left(sets) and right(sets)
            return self._either(left, right, keys)
        return self._of_several(tree, keys, wanted)

    def _of_one(self, tree: Expr, key: Key, wanted: bool) -> Narrow:  # it is an argument, not a switch
        domain, place = self[key], self.places[key]
        if domain.wide:
            return lambda _sets: True
        mask = domain.that(tree) if wanted else domain.full ^ domain.that(tree)

        def narrow(sets: Sets) -> bool:
            sets[place] = left = sets[place] & mask
            return left != 0

        return narrow

    def _either(self, left: Narrow, right: Narrow, keys: list[Key]) -> Narrow:
        places = [self.places[key] for key in keys]

        def narrow(sets: Sets) -> bool:
            before = [sets[place] for place in places]
            one = [sets[place] for place in places] if left(sets) else None
            for place, bits in zip(places, before, strict=True):
                sets[place] = bits
            if not right(sets):
                if one is None:
                    return False
                for place, bits in zip(places, one, strict=True):
                    sets[place] = bits
            elif one is not None:
                for place, bits in zip(places, one, strict=True):
                    sets[place] |= bits
            return True

        return narrow

    def _of_several(self, tree: Expr, keys: list[Key], wanted: bool) -> Narrow:  # an argument
        """By every combination of values, where they are not too many."""
        if any(self[key].wide for key in keys):
            return lambda _sets: True
        test = compile_tree(tree, {key: number for number, key in enumerate(keys)})
        places, domains = [self.places[key] for key in keys], [self[key] for key in keys]
        known: dict[tuple[int, ...], tuple[int, ...] | None] = {}

        def narrow(sets: Sets) -> bool:
            before = tuple([sets[place] for place in places])
            if before not in known:
                known[before] = self._supported(before, domains, lambda values: bool(test(values)) == wanted)
            left = known[before]
            if left is None:
                return False
            for place, bits in zip(places, left, strict=True):
                sets[place] = bits
            return True

        return narrow

    @staticmethod
    def _supported(
        before: tuple[int, ...], domains: list[Domain], holds: Callable[[tuple[Value, ...]], bool]
    ) -> tuple[int, ...] | None:
        """Of each set, the values with which something in the others makes it hold; None where nothing does."""
        if prod(bits.bit_count() for bits in before) > MOST:
            return before
        left = [0] * len(before)
        for values in product(*(domain.inside(bits) for domain, bits in zip(domains, before, strict=True))):
            if holds(values):
                for number, (domain, value) in enumerate(zip(domains, values, strict=True)):
                    left[number] |= domain.bit(value)
        return tuple(left) if left[0] else None

    def results(self, tree: Expr) -> Callable[[Sets], frozenset[Value] | None]:
        """What an expression may come out as; None where there is too much to look at."""
        if isinstance(tree, Literal):
            always = frozenset((tree.value,))
            return lambda _sets: always
        keys = sorted(keys_of(tree))
        ask = compile_tree(tree, {key: number for number, key in enumerate(keys)})
        places, domains = [self.places[key] for key in keys], [self[key] for key in keys]
        wide = any(domain.wide for domain in domains)
        known: dict[tuple[int, ...], frozenset[Value] | None] = {}

        def results(sets: Sets) -> frozenset[Value] | None:
            before = tuple([sets[place] for place in places])
            if before not in known:
                few = not wide and prod(bits.bit_count() for bits in before) <= MOST
                inside = product(*(one.inside(bits) for one, bits in zip(domains, before, strict=True)))
                known[before] = frozenset(ask(values) for values in inside) if few else None
            return known[before]

        return results
