"""Interval arithmetic: where a comparison or a sum of two ranges must lie."""

from game.expr.types import Whole


def order(op: str, one: Whole, other: Whole) -> tuple[bool, bool]:
    """Whether ``one op other`` can never hold, and whether it always does, by the ends of their ranges."""
    match op:
        case "<":
            return one.low >= other.high, one.high < other.low
        case "<=":
            return one.low > other.high, one.high <= other.low
        case ">":
            return one.high <= other.low, one.low > other.high
        case _:
            return one.high < other.low, one.low >= other.high


def combined(op: str, one: Whole, other: Whole) -> Whole:
    """The range of ``one op other``: interval arithmetic, exact, as what runs is."""
    match op:
        case "+":
            ends = [one.low + other.low, one.high + other.high]
        case "-":
            ends = [one.low - other.high, one.high - other.low]
        case "*":
            ends = [a * b for a in (one.low, one.high) for b in (other.low, other.high)]
        case _:
            ends = [one.low // other.low, one.high // other.low]
    return Whole(min(ends), max(ends))
