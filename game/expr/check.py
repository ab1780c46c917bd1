"""Names and types of an expression: what each name means, and whether it can make sense.

The checked tree is simpler than the written one: named conditions stand in full, ``is Band`` has become a range,
a word of a one-of has become a literal, and ``visits(scene)`` is a name like any other.
"""

from dataclasses import replace

from game.expr.meaning import NUMBERS, Fault, Meaning
from game.expr.parse import parse
from game.expr.possible import excludes_itself
from game.expr.ranges import combined, order
from game.expr.said import said
from game.expr.syntax import (
    Binary,
    Call,
    Expr,
    ExpressionError,
    Has,
    Held,
    Is,
    Literal,
    Members,
    Name,
    Pick,
    Tally,
    Unary,
    Within,
    keys_of,
    size,
)
from game.expr.types import MOST_TURNS_HELD, Checked, OneOf, Scope, SetOf, Type, Whole, YesNo
from game.source.limits import EXPRESSION_LEVELS, EXPRESSION_PARTS
from game.source.suggest import did_you_mean, nearest

_EQUALITY = frozenset(("==", "!="))
_ORDER = frozenset(("<", "<=", ">", ">="))


class _Checker(Meaning):
    """Walks a written tree from the outside in; an inner fault keeps the rest of its part from being judged."""

    def visit(self, node: Expr, wanted: Type | None = None) -> tuple[Expr, Type]:
        match node:
            case Literal():
                return node, _literal_type(node)
            case Name():
                return self.name(node, wanted)
            case Call():
                return self.call(node)
            case Unary():
                return self.unary(node)
            case Within():
                return self.within(node)
            case Is():
                return self.band(node)
            case Has():
                return self.has(node)
            case Held():
                return self.since(node)
            case Binary():
                return self.binary(node)
            case Members() | Tally() | Pick():
                raise AssertionError(f"{type(node).__name__} is not written, but made here")

    def unary(self, node: Unary) -> tuple[Expr, Type]:
        operand, found = self.visit(node.operand)
        wanted: Type = YesNo() if node.op == "not" else NUMBERS
        self.demand(node.operand, found, wanted)
        if isinstance(found, Whole):
            return replace(node, operand=operand), Whole(-found.high, -found.low)
        return replace(node, operand=operand), found

    def within(self, node: Within) -> tuple[Expr, Type]:
        operand, found = self.visit(node.operand)
        self.demand(node.operand, found, NUMBERS)
        if node.low > node.high:
            raise self.fault(
                "empty-range",
                f"{node.low}..{node.high} holds no number",
                node,
                f"write {node.high}..{node.low}",
            )
        if isinstance(found, Whole):
            self.possible(
                node,
                found.low > node.high or found.high < node.low,
                node.low <= found.low and found.high <= node.high,
                found,
            )
        return replace(node, operand=operand), YesNo()

    def band(self, node: Is) -> tuple[Expr, Type]:
        operand, found = self.visit(node.operand)
        tree: Expr
        if isinstance(found, OneOf):
            if node.word not in found.words:
                hint = did_you_mean(node.word, found.words)
                raise self.fault(
                    "unknown-word",
                    f"`{node.word}` is none of {', '.join(found.words)}",
                    (node.at, node.end),
                    hint,
                )
            tree = Binary(node.start, node.end, "==", operand, Literal(node.at, node.end, node.word))
        elif isinstance(found, Whole) and found.bands:
            names = [band for band, _ in found.bands]
            if node.word not in names:
                hint = did_you_mean(node.word, names)
                raise self.fault("unknown-band", f"there is no band `{node.word}` here", (node.at, node.end), hint)
            low, high = found.band_range(node.word)
            tree = Within(node.start, node.end, operand, low, high, node.word)
        else:
            hint = f"ask a set with `has`: `{node.word}` is in it or not" if isinstance(found, SetOf) else ""
            raise self.fault("wrong-type", "`is` asks for a band or a word, and this has none", node.operand, hint)
        return (Unary(node.start, node.end, "not", tree) if node.negated else tree), YesNo()

    def has(self, node: Has) -> tuple[Expr, Type]:
        operand, found = self.visit(node.operand)
        if not isinstance(found, SetOf) or not isinstance(operand, Members):
            raise self.fault("wrong-type", f"`has` asks what is in a set, and this is {found}", node.operand)
        if node.word not in found.words:
            message = f"`{node.word}` is none of {', '.join(found.words)}"
            raise self.fault("unknown-word", message, (node.at, node.end), did_you_mean(node.word, found.words))
        return Name(node.start, node.end, operand.keys[found.words.index(node.word)]), YesNo()

    def since(self, node: Held) -> tuple[Expr, Type]:
        if not self.scope.ticks:
            raise self.fault("no-clock", "`held` counts turns, and this story has no clock", node)
        tree, found = self.visit(node.operand)
        self.demand(node.operand, found, YesNo())
        key = f"held({said(tree)})"
        # What is inside was noted on the way, so that it stands before this.
        self.held.setdefault(key, Checked(key, tree, found, keys_of(tree)))
        return Name(node.start, node.end, key), Whole(0, MOST_TURNS_HELD)

    def binary(self, node: Binary) -> tuple[Expr, Type]:
        if node.op in ("and", "or"):
            left, right = self.each(node, YesNo())
            return replace(node, left=left, right=right), YesNo()
        if node.op in _EQUALITY:
            return self.equality(node)
        left, right, (one, other) = self.numbers(node)
        found = replace(node, left=left, right=right)
        if node.op in _ORDER:
            never, always = order(node.op, one, other)
            self.possible(node, never, always, other if isinstance(left, Literal) else one)
            return found, YesNo()
        if node.op == "//" and not (isinstance(right, Literal) and type(right.value) is int and right.value != 0):
            raise self.fault("division", "whole division is by a written number other than 0", node.right)
        return found, combined(node.op, one, other)

    def each(self, node: Binary, wanted: Type) -> tuple[Expr, Expr]:
        sides: list[Expr] = []
        for side in (node.left, node.right):
            try:
                tree, found = self.visit(side)
                self.demand(side, found, wanted)
                sides.append(tree)
            except Fault:
                continue
        both = 2
        if len(sides) < both:
            raise Fault
        return sides[0], sides[1]

    def numbers(self, node: Binary) -> tuple[Expr, Expr, tuple[Whole, Whole]]:
        left, one = self.visit(node.left)
        right, other = self.visit(node.right)
        self.demand(node.left, one, NUMBERS)
        self.demand(node.right, other, NUMBERS)
        assert isinstance(one, Whole)
        assert isinstance(other, Whole)
        return left, right, (one, other)

    def equality(self, node: Binary) -> tuple[Expr, Type]:
        for side in (node.left, node.right):
            if isinstance(side, Name) and side.name in self.scope.unclear:
                raise Fault
        # A bare word is only known once the other side's type is: `background == diplomat`, either way round.
        if isinstance(node.left, Name) and isinstance(node.right, Name) and self.likelier(node.left, node.right):
            self.visit(node.left)
        if isinstance(node.left, Name) and node.left.name not in {**self.scope.names, **self.scope.absent}:
            right, other = self.visit(node.right)
            left, one = self.visit(node.left, other)
        else:
            left, one = self.visit(node.left)
            right, other = self.visit(node.right, one)
        if type(one) is not type(other) or isinstance(one, SetOf):
            raise self.fault("wrong-type", f"this compares {one} with {other}", node)
        if isinstance(one, Whole) and isinstance(other, Whole):
            apart = one.high < other.low or other.high < one.low
            same = one.low == one.high == other.low == other.high
            never, always = (apart, same) if node.op == "==" else (same, apart)
            self.possible(node, never, always, other if isinstance(left, Literal) else one)
        return replace(node, left=left, right=right), YesNo()

    def likelier(self, left: Name, right: Name) -> bool:
        """Whether of two names the left is misspelt: no word gets its meaning from a name that is not known."""
        scope = self.scope
        for name in (left.name, right.name):
            if any(name in known for known in (scope.names, scope.absent, scope.constants, scope.conditions)):
                return False
        return nearest(right.name, scope.names) is None or nearest(left.name, scope.names) is not None


def _literal_type(node: Literal) -> Type:
    if isinstance(node.value, bool):
        return YesNo()
    if isinstance(node.value, int):
        return Whole(node.value, node.value)
    return OneOf((node.value,))


def check(text: str, scope: Scope, wanted: Type | None = None) -> tuple[Checked | None, tuple[ExpressionError, ...]]:
    """Read and check ``text``: what it means (None where it is at fault), and all its faults.

    What always holds is a fault too, but means something all the same: it is given with what it means.
    ``wanted`` is the type the place asks for: ``YesNo()`` for a condition, a ``Whole`` for an amount, a ``OneOf``
    for a word. Ranges are not held against ``wanted``; values are cut to their range where they are stored.
    """
    try:
        tree = parse(text)
    except ExpressionError as problem:
        return None, (problem,)
    checker = _Checker(scope)
    try:
        checked, found = checker.visit(tree, wanted)
        if wanted is not None:
            checker.demand(tree, found, wanted)
    except Fault:
        return None, tuple(checker.problems)
    parts, levels = size(checked, EXPRESSION_PARTS)
    if parts > EXPRESSION_PARTS or levels > EXPRESSION_LEVELS:
        message = "with its named conditions written out this is too long or too deep"
        checker.fault("expression-too-large", message, tree)
    if isinstance(found, YesNo) and not checker.problems and excludes_itself(checked):
        checker.fault("never-holds", "this can never hold: its parts exclude each other", tree)
    if any(problem.code != "always-holds" for problem in checker.problems):
        return None, tuple(checker.problems)
    return Checked(text, checked, found, keys_of(checked), tuple(checker.held.items())), tuple(checker.problems)
