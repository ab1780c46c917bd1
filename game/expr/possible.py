"""Whether the parts of a condition exclude each other: sure where it says so, silent where it can't tell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from game.expr.syntax import Binary, Expr, Literal, Name, Unary, Within
from game.expr.types import Key, Value

_MOST = 64
"""So many ways of holding are looked at; what has more is given the benefit of the doubt."""
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_Demand = tuple[Key, str, Value]


def excludes_itself(tree: Expr) -> bool:
    """Whether no values at all can make ``tree`` hold, by what it asks of each name that stands alone in it."""
    ways = _ways(tree, wanted=True)
    return ways is not None and all(_contradictory(way) for way in ways)


def _ways(tree: Expr, *, wanted: bool) -> list[list[_Demand]] | None:
    """What must be so for ``tree`` to come out as wanted: any of these lists; None where they are too many."""
    match tree:
        case Unary(op="not", operand=operand):
            return _ways(operand, wanted=not wanted)
        case Binary(op=("and" | "or") as op, left=left, right=right):
            one, other = _ways(left, wanted=wanted), _ways(right, wanted=wanted)
            if one is None or other is None:
                return None
            either = (op == "or") == wanted
            if (len(one) + len(other) if either else len(one) * len(other)) > _MOST:
                return None
            return one + other if either else [[*first, *then] for first, then in product(one, other)]
        case Within(operand=Name(name=name), low=low, high=high):
            if wanted:
                return [[(name, ">=", low), (name, "<=", high)]]
            return [[(name, "<", low)], [(name, ">", high)]]
        case _:
            return [list(_demand(tree, wanted=wanted))]


def _demand(tree: Expr, *, wanted: bool) -> Iterator[_Demand]:
    match tree:
        case Name(name=name):
            yield name, "==", wanted
        case Binary(op=op, left=Name(name=name), right=Literal(value=value)) if op in _OPPOSITE:
            yield name, op if wanted else _OPPOSITE[op], value
        case Binary(op=op, left=Literal(value=value), right=Name(name=name)) if op in _OPPOSITE:
            sign = _TURNED.get(op, op)
            yield name, sign if wanted else _OPPOSITE[sign], value
        case _:
            pass


@dataclass(slots=True)
class _Left:
    """What is left for one name: between two numbers, one of some values, none of some."""

    low: int | None = None
    high: int | None = None
    among: set[Value] | None = None
    none_of: set[Value] = field(default_factory=set)

    def demand(self, sign: str, value: Value) -> None:
        if sign == "==":
            self.among = {value} if self.among is None else self.among & {value}
        elif sign == "!=":
            self.none_of.add(value)
        elif type(value) is int:
            if sign in (">", ">="):
                bound = value + (sign == ">")
                self.low = bound if self.low is None else max(self.low, bound)
            else:
                bound = value - (sign == "<")
                self.high = bound if self.high is None else min(self.high, bound)

    def empty(self) -> bool:
        low, high = self.low, self.high
        if self.among is not None:
            return not any(
                value not in self.none_of
                and (low is None or type(value) is not int or value >= low)
                and (high is None or type(value) is not int or value <= high)
                for value in self.among
            )
        if low is None or high is None:
            return False
        return low > high or (
            high - low < len(self.none_of) and all(one in self.none_of for one in range(low, high + 1))
        )


def _contradictory(way: list[_Demand]) -> bool:
    left: dict[Key, _Left] = {}
    for name, sign, value in way:
        left.setdefault(name, _Left()).demand(sign, value)
    return any(one.empty() for one in left.values())
