"""Why a condition fails, as a value: which of its parts, and what stands there now. The words are the view's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.engine.touches import Sight
from game.expr.asks import Ask, ask_of
from game.expr.compile import Values, compile_tree
from game.expr.syntax import Binary, Expr, Unary, keys_of
from game.expr.types import Key, Value


@dataclass(frozen=True, slots=True)
class Lacks:
    """One value is not as asked; ``now`` is what it is."""

    ask: Ask
    now: Value


@dataclass(frozen=True, slots=True)
class Every:
    """All of these are wanting."""

    parts: tuple["Reason", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any one of these would do."""

    parts: tuple["Reason", ...]


@dataclass(frozen=True, slots=True)
class Unseen:
    """It is about something that the reader can't see now."""


Reason = Lacks | Every | Either | Unseen
Why = Callable[[Values], Reason]
"""Says why a condition fails; to be asked only where it does."""
_Part = Callable[[Values], Reason | None]


def compile_why(tree: Expr, sight: Sight) -> Why:
    """Return why a condition fails, as a closure."""
    seen, part = sight.all_of(keys_of(tree)), _part(tree, True, sight.slots)

    def why(values: Values) -> Reason:
        return (part(values) if seen(values) else None) or Unseen()

    return why


def _part(tree: Expr, wanted: bool, slots: Mapping[Key, int]) -> _Part:
    """What is wanting for ``tree`` to be as ``wanted``; None where nothing is."""
    match tree:
        case Unary(op="not"):
            return _part(tree.operand, not wanted, slots)
        case Binary(op="and" | "or"):
            left, right = _part(tree.left, wanted, slots), _part(tree.right, wanted, slots)
            return _every(left, right) if (tree.op == "and") == wanted else _either(left, right)
        case _:
            return _leaf(tree, wanted, slots)


def _every(left: _Part, right: _Part) -> _Part:
    def every(values: Values) -> Reason | None:
        wanting = [one for one in (left(values), right(values)) if one is not None]
        found: list[Reason] = []
        for one in wanting:
            found.extend(one.parts if isinstance(one, Every) else (one,))
        return None if not found else found[0] if len(found) == 1 else Every(tuple(found))

    return every


def _either(left: _Part, right: _Part) -> _Part:
    def either(values: Values) -> Reason | None:
        one, other = left(values), right(values)
        if one is None or other is None:
            return None
        parts = [part for each in (one, other) for part in (each.parts if isinstance(each, Either) else (each,))]
        return Either(tuple(parts))

    return either


def _leaf(tree: Expr, wanted: bool, slots: Mapping[Key, int]) -> _Part:
    test, ask = compile_tree(tree, slots), ask_of(tree, wanted)
    if ask is None:
        return lambda values: None if bool(test(values)) == wanted else Unseen()
    asked, at = ask, [slots[key] for key in ask.keys]

    def leaf(values: Values) -> Reason | None:
        if bool(test(values)) == wanted:
            return None
        return Lacks(asked, sum(bool(values[slot]) for slot in at) if asked.counted else values[at[0]])

    return leaf
