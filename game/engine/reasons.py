"""Why a condition fails, as a value: which of its parts, and what stands there now. The words are the view's.

What is said follows from what a reader sees and from the choice being locked, and from nothing else: of what can't be
seen it is never told whether it is so.
"""

from collections.abc import Callable
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
    """It is about something that the reader can't see now: it may be what is wanting."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Several values that a reader sees don't go together as asked."""

    keys: tuple[Key, ...]


Reason = Lacks | Every | Either | Unseen | Unsaid
Why = Callable[[Values], Reason]
"""Says why a condition fails; to be asked only where it does."""
_Part = Callable[[Values], Reason | None]
"""Says what is wanting, or may be; nothing where what can be seen is enough."""


def is_sure(reason: Reason) -> bool:
    """Whether it is wanting by what can be seen alone."""
    match reason:
        case Lacks() | Unsaid():
            return True
        case Every():
            return any(is_sure(part) for part in reason.parts)
        case Either():
            return all(is_sure(part) for part in reason.parts)
        case Unseen():
            return False


def compile_why(tree: Expr, sight: Sight) -> Why:
    """Return why a condition fails, as a closure."""
    part = _part(tree, True, sight)
    return lambda values: part(values) or Unseen()


def _part(tree: Expr, wanted: bool, sight: Sight) -> _Part:
    """What is wanting for ``tree`` to be as ``wanted``; None where nothing is."""
    match tree:
        case Unary(op="not"):
            return _part(tree.operand, not wanted, sight)
        case Binary(op="and" | "or"):
            left, right = _part(tree.left, wanted, sight), _part(tree.right, wanted, sight)
            return _every(left, right) if (tree.op == "and") == wanted else _either(left, right)
        case _:
            return _leaf(tree, wanted, sight)


def _every(left: _Part, right: _Part) -> _Part:
    def every(values: Values) -> Reason | None:
        parts = _parts((left(values), right(values)), Every)
        return None if not parts else parts[0] if len(parts) == 1 else Every(parts)

    return every


def _either(left: _Part, right: _Part) -> _Part:
    def either(values: Values) -> Reason | None:
        found = left(values), right(values)
        if None in found:
            return None
        parts = _parts(found, Either)
        return parts[0] if len(parts) == 1 else Either(parts)

    return either


def _parts(found: tuple[Reason | None, ...], kind: type[Every] | type[Either]) -> tuple[Reason, ...]:
    """Reasons side by side, each once; those of a kind that is within its own are all of one."""
    each = (part for one in found if one is not None for part in (one.parts if isinstance(one, kind) else (one,)))
    return tuple(dict.fromkeys(each))


def _leaf(tree: Expr, wanted: bool, sight: Sight) -> _Part:
    told = sight.told(keys_of(tree))
    test, ask = compile_tree(tree, sight.slots), ask_of(tree, wanted)
    at = [] if ask is None else [sight.slots[key] for key in ask.keys]

    def leaf(values: Values) -> Reason | None:
        if not told(values):
            return Unseen()
        if bool(test(values)) == wanted:
            return None
        if ask is None:
            return Unsaid(tuple(sorted(keys_of(tree))))
        return Lacks(ask, sum(bool(values[slot]) for slot in at) if ask.counted else values[at[0]])

    return leaf
