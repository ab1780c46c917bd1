"""Why a target can't be met, in a sentence that an author can check."""

from collections import deque
from collections.abc import Iterable

from game.analysis.explore.flow import Guard, Way
from game.analysis.explore.target import Target
from game.analysis.explore.values import Values, asked
from game.analysis.explore.watched import is_mark
from game.expr.syntax import Binary, Expr, Literal, Members, Name, Pick, Tally, Unary, Within, keys_of
from game.expr.types import NOTHING, Key, Value

NOWHERE = "nothing leads to it"
_TOLD = 2
"""Of so many values, what they may be is told beside a condition that can't hold."""
_STRENGTH = {"or": 1, "and": 2, "not": 3}


def proofs(values: Values, targets: Iterable[Target]) -> dict[Target, str]:
    """Why each of these targets that can't be met can't be; those that perhaps can be are left out."""
    ways: dict[Target, list[Way]] = {}
    for way in values.flow.ways:
        for target in way.meets:
            ways.setdefault(target, []).append(way)
    into: dict[int, list[Way]] = {}
    for way in values.flow.ways:
        if not way.looks:
            into.setdefault(way.to, []).append(way)
    found: dict[Target, str] = {}
    for target in targets:
        leading = ways.get(target, [])
        if not any(values.open(way) for way in leading):
            found[target] = _why(values, leading, into)
    return found


def _why(values: Values, ways: list[Way], into: dict[int, list[Way]]) -> str:
    """What stands between what can be reached and these ways: on the ways themselves, or the nearest before them."""
    for way in ways:
        if values.reached(way.source):
            return _closed(values, way, "here")
    waiting, seen = deque(way.source for way in ways), {way.source for way in ways}
    while waiting:
        for way in into.get(waiting.popleft(), []):
            if values.reached(way.source):
                return _closed(values, way, f"in `{values.flow.points[way.source].name}`, before it,")
            if way.source not in seen:
                seen.add(way.source)
                waiting.append(way.source)
    return NOWHERE


def _closed(values: Values, way: Way, where: str) -> str:
    guard = values.failing(way)
    assert guard is not None, "a way from a point that is reached is closed by something"
    sets = values.sets[way.source]
    assert sets is not None
    left = sets.copy()
    for one in asked(way):
        if one is guard:
            break
        values.domains.narrow(one.tree, wanted=one.wanted)(left)
    tree, wanted = _kernel(values, left, guard)
    if any(map(is_mark, keys_of(tree))):
        return f"{where} it does not count yet, or was settled before"
    verb = "never" if wanted else "always"
    told = [_may_be(values, left, key) for key in sorted(keys_of(tree))]
    if len(told) > _TOLD or not all(told):
        told = []
    because = f": {' and '.join(told)}" if told else ""
    return f"{where} `{spoken(tree)}` {verb} holds{because}"


def _kernel(values: Values, left: list[int], guard: Guard) -> tuple[Expr, bool]:
    """The smallest part of a condition that fails by itself."""
    tree, wanted = guard.tree, guard.wanted
    while True:
        if isinstance(tree, Unary) and tree.op == "not":
            tree, wanted = tree.operand, not wanted
        elif isinstance(tree, Binary) and tree.op in ("and", "or") and (tree.op == "and") == wanted:
            trial = left.copy()
            if not values.domains.narrow(tree.left, wanted=wanted)(trial):
                tree = tree.left
            else:
                left[:] = trial
                tree = tree.right
        else:
            return tree, wanted


def _may_be(values: Values, left: list[int], key: Key) -> str:
    domain = values.domains[key]
    if domain.wide:
        return ""
    found = list(domain.inside(left[values.domains.places[key]]))
    numbers = [value for value in found if isinstance(value, int) and not isinstance(value, bool)]
    if numbers:
        low, high = min(numbers), max(numbers)
        return f"`{key}` is {low}" if low == high else f"`{key}` lies within {low}..{high}"
    if len(found) == 1:
        return f"`{key}` is {_plain(found[0])}"
    return f"`{key}` is one of {', '.join(map(_plain, found))}"


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) or NOTHING


def spoken(tree: Expr, around: int = 0) -> str:
    """A condition as an author would write it, with no more brackets than it needs."""
    match tree:
        case Literal():
            return _plain(tree.value)
        case Name():
            return _name(tree.name)
        case Unary():
            return (
                f"not {spoken(tree.operand, _STRENGTH['not'])}" if tree.op == "not" else f"-{spoken(tree.operand, 9)}"
            )
        case Binary():
            strength = _STRENGTH.get(tree.op, 4 if tree.op in ("+", "-", "*", "//") else 3)
            words = f"{spoken(tree.left, strength)} {tree.op} {spoken(tree.right, strength + (strength > 3))}"  # noqa: PLR2004  # signs bind to the left
            return f"({words})" if strength < around else words
        case Within():
            return f"{spoken(tree.operand, 4)} in {tree.low}..{tree.high}"
        case Members() | Tally():
            sets = dict.fromkeys(key.partition("(")[2].partition(".")[0] for key in tree.keys)
            return f"count({', '.join(sets)})" if isinstance(tree, Tally) else ", ".join(sets)
        case Pick():
            return _name(tree.key)
        case _:
            raise AssertionError(f"{type(tree).__name__} does not outlive checking")


def _name(key: Key) -> str:
    if key.startswith("has("):
        of, _, word = key[4:-1].partition(".")
        return f"{of} has {word}"
    return key
