"""Conditions over keys, made where an author wrote none: that something holds, is so much, or that nothing is so."""

from collections.abc import Iterable, Sequence

from game.expr.syntax import Binary, Expr, Literal, Name, Unary, Within
from game.expr.types import Key, Value


def is_now(value: Value) -> Literal:
    """Only this value."""
    return Literal(0, 0, value)


def holds(key: Key) -> Expr:
    """It is so."""
    return Name(0, 0, key)


def equals(key: Key, value: Value) -> Expr:
    """It is this."""
    return Binary(0, 0, "==", Name(0, 0, key), is_now(value))


def compares(key: Key, sign: str, value: int) -> Expr:
    """It stands so to a number: ``<``, ``>=``..."""
    return stands(Name(0, 0, key), sign, value)


def stands(amount: Expr, sign: str, value: int) -> Expr:
    """An amount stands so to a number."""
    return Binary(0, 0, sign, amount, is_now(value))


def opposite(tree: Expr) -> Expr:
    """It is not so."""
    return Unary(0, 0, "not", tree)


def all_of(trees: Iterable[Expr | None]) -> Expr | None:
    """All of it is so; None where nothing is asked."""
    asked = [tree for tree in trees if tree is not None]
    return _joined("and", asked) if asked else None


def any_of(trees: Sequence[Expr]) -> Expr:
    """Something of it is so."""
    return _joined("or", trees) if trees else is_now(value=False)


def _joined(sign: str, trees: Sequence[Expr]) -> Expr:
    """All of them in one tree that is no deeper than it must be: a deck may hold thousands."""
    if len(trees) == 1:
        return trees[0]
    half = len(trees) // 2
    return Binary(0, 0, sign, _joined(sign, trees[:half]), _joined(sign, trees[half:]))


def one_of(key: Key, numbers: Sequence[int]) -> Expr:
    """It is one of these numbers, which stand in order."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return any_of([Within(0, 0, Name(0, 0, key), low, high) for low, high in runs])
