"""A small world for expressions: names with their types and slots, and a second, plain reading of what they mean."""

from collections.abc import Mapping
from itertools import product

from game.expr.check import check
from game.expr.syntax import Binary, Call, Is, Literal, Name, Unary, Within
from game.expr.types import Checked, Function, OneOf, Scope, Whole, YesNo

BANDS = (("Blind", 0), ("Contested", 3), ("Open", 6))
TYPES = {
    "sky": Whole(0, 8, BANDS),
    "regard": Whole(-3, 3),
    "met_her": YesNo(),
    "background": OneOf(("research", "diplomat", "planner")),
}
VISITS = {"the_line": Whole(0, 2)}
FUNCTIONS = {
    "visits": Function("a scene", VISITS.get, lambda: tuple(VISITS)),
    "took": Function(
        "a choice, as `scene.choice`",
        {"the_line.one": YesNo()}.get,
        lambda: ("the_line.one",),
    ),
}
SIZES = {"small": 3, "large": 10}
KEYS = (*TYPES, "visits(the_line)", "took(the_line.one)")
SLOTS = {key: slot for slot, key in enumerate(KEYS)}


def scope(conditions: Mapping[str, str] | None = None) -> Scope:
    """The small world, with these conditions named in it."""
    named: dict[str, Checked | None] = {}
    for name, text in (conditions or {}).items():
        named[name] = check(text, _scope(named))[0]
    return _scope(named)


def _scope(named: Mapping[str, Checked | None]) -> Scope:
    return Scope(names=TYPES, functions=FUNCTIONS, conditions=dict(named), constants=SIZES)


def every_state():
    """Every way the small world can be."""
    ranges = [
        range(9),
        range(-3, 4),
        (False, True),
        TYPES["background"].words,
        range(3),
        (False, True),
    ]
    return product(*ranges)


def meaning(tree, values, conditions=None):
    """What a written expression means, by walking it: no checker, no closures."""

    def of(node):
        match node:
            case Literal():
                return node.value
            case Name(name=name) if name in SLOTS:
                return values[SLOTS[name]]
            case Name(name=name) if name in SIZES:
                return SIZES[name]
            case Name(name=name) if name in (conditions or {}):
                return of(conditions[name])
            case Name(name=name):
                return name
            case Call():
                return values[SLOTS[f"{node.function}({node.argument})"]]
            case Unary(op="not"):
                return not of(node.operand)
            case Unary():
                return -of(node.operand)
            case Within():
                return node.low <= of(node.operand) <= node.high
            case Is():
                found = of(node.operand)
                if isinstance(found, str):
                    return (found == node.word) is not node.negated
                holding = [band for band, low in BANDS if found >= low]
                return (bool(holding) and holding[-1] == node.word) is not node.negated
            case Binary(op="and"):
                return of(node.left) and of(node.right)
            case Binary(op="or"):
                return of(node.left) or of(node.right)
            case Binary():
                return _ARITHMETIC[node.op](of(node.left), of(node.right))
        raise AssertionError(node)

    return of(tree)


_ARITHMETIC = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "//": lambda a, b: a // b,
}
