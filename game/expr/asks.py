"""Conditions taken apart into questions about one value each, as far as they are made of such."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.expr.syntax import Binary, Expr, Literal, Name, Tally, Unary, Within

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


@dataclass(frozen=True, slots=True)
class Ask:
    """What one value should be: within a range (either end may be open), a word, or just so.

    ``keys`` are the value's own, or those of a set whose members are counted. Where ``inside`` is false it should be
    anything else. ``band`` is the name of the range, if the question was asked by name.
    """

    keys: tuple[str, ...]
    counted: bool = False
    low: int | None = None
    high: int | None = None
    word: str = ""
    band: str = ""
    inside: bool = True


def ask_of(tree: Expr, wanted: bool) -> Ask | None:
    """The question that a checked tree without ``and``, ``or`` and ``not`` asks; None where it is about more values."""
    match tree:
        case Name():
            return Ask((tree.name,), inside=wanted)
        case Within(operand=Name() | Tally() as operand):
            return Ask(*_value(operand), low=tree.low, high=tree.high, band=tree.band, inside=wanted)
        case Binary(left=Name() | Tally() as left, right=Literal() as right):
            return _compared(left, tree.op, right.value, wanted)
        case Binary(left=Literal() as left, right=Name() | Tally() as right):
            return _compared(right, _MIRRORED.get(tree.op, tree.op), left.value, wanted)
        case _:
            return None


def leaves(tree: Expr) -> Iterator[Expr]:
    """The parts between ``and``, ``or`` and ``not``."""
    match tree:
        case Unary(op="not"):
            yield from leaves(tree.operand)
        case Binary(op="and" | "or"):
            yield from leaves(tree.left)
            yield from leaves(tree.right)
        case _:
            yield tree


def _value(operand: Name | Tally) -> tuple[tuple[str, ...], bool]:
    return ((operand.name,), False) if isinstance(operand, Name) else (operand.keys, True)


def _compared(operand: Name | Tally, op: str, value: object, wanted: bool) -> Ask | None:
    keys, counted = _value(operand)
    op = op if wanted else _OPPOSITE.get(op, op)
    if op in ("==", "!="):
        inside = op == "=="
        if isinstance(value, bool):
            return Ask(keys, inside=inside == value)
        if isinstance(value, int):
            return Ask(keys, counted, low=value, high=value, inside=inside)
        return Ask(keys, word=str(value), inside=inside)
    if not isinstance(value, int):
        return None
    match op:
        case ">=":
            return Ask(keys, counted, low=value)
        case ">":
            return Ask(keys, counted, low=value + 1)
        case "<=":
            return Ask(keys, counted, high=value)
        case "<":
            return Ask(keys, counted, high=value - 1)
        case _:
            return None
