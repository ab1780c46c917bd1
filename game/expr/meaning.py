"""What a name or a question means in a scope, and what may stand where: the words of a checked expression.

``check`` walks the tree; what is found at fault is noted here, with its place.
"""

from dataclasses import replace

from game.expr.syntax import Call, Expr, ExpressionError, Literal, Members, Name, Node, Pick, Tally
from game.expr.types import Checked, Key, OneOf, Scope, SetOf, Type, Whole, YesNo, member
from game.source.limits import WHOLE
from game.source.suggest import did_you_mean

NUMBERS = Whole(-WHOLE, WHOLE)


class Fault(Exception):
    """Thrown inside one expression when a part can't be typed; its problem is already noted."""


class Meaning:
    """A scope, and what was found at fault in it."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.problems: list[ExpressionError] = []
        self.held: dict[Key, Checked] = {}

    def fault(self, code: str, message: str, node: Node | tuple[int, int], hint: str = "") -> Fault:
        """Note a problem at a node or between two offsets; what is returned may be raised where nothing can follow."""
        start, end = node if isinstance(node, tuple) else (node.start, node.end)
        self.problems.append(ExpressionError(code, message, start, end, hint))
        return Fault()

    def name(self, node: Name, wanted: Type | None) -> tuple[Expr, Type]:
        """What a name means: a word that is ``wanted`` here, a number, a value, or a condition in full."""
        if isinstance(wanted, OneOf) and node.name in wanted.words:
            return Literal(node.start, node.end, node.name), wanted
        if node.name in self.scope.unclear:
            raise Fault
        constant = self.scope.constants.get(node.name)
        if constant is not None:
            low, high = (-WHOLE, WHOLE) if node.name in self.scope.loose else (constant, constant)
            return Literal(node.start, node.end, constant), Whole(low, high)
        known = self.scope.names.get(node.name)
        if isinstance(known, SetOf):
            keys = tuple(member(node.name, word) for word in known.words)
            return Members(node.start, node.end, keys, known.words), known
        if isinstance(known, Whole) and node.name in self.scope.narrowed:
            return self.narrowed(node, known), known
        if known is not None:
            return node, known
        if node.name in self.scope.conditions:
            named = self.scope.conditions[node.name]
            if named is None:
                raise Fault
            self.held.update(named.held)
            return _moved(named.tree, node), named.type
        if isinstance(wanted, SetOf) and node.name in wanted.words:
            hint = f"ask with `has`: `... has {node.name}`"
            raise self.fault("wrong-type", "a set is compared with nothing, not even a word", node, hint)
        if isinstance(wanted, OneOf):
            raise self.fault(
                "unknown-word",
                f"`{node.name}` is none of {', '.join(wanted.words)}",
                node,
                did_you_mean(node.name, wanted.words),
            )
        every = [*self.scope.constants, *self.scope.names, *self.scope.conditions]
        hint = did_you_mean(node.name, every)
        if isinstance(wanted, Whole) and any(node.name == band for band, _ in wanted.bands):
            hint = f"ask for a band with `is`: `... is {node.name}`"
        if node.name in self.scope.functions or node.name == "held":
            hint = f"`{node.name}` wants a name in brackets: `{node.name}(...)`"
        if node.name in self.scope.absent:
            message = f"`{node.name}` has no meaning here"
            raise self.fault("unknown-name", message, node, self.scope.absent[node.name])
        raise self.fault(
            "unknown-name",
            f"no meter, fact, truth, character or condition is called `{node.name}`",
            node,
            hint,
        )

    def narrowed(self, node: Name, known: Whole) -> Expr:
        """A name whose value is read more narrowly in some cases."""
        cases = self.scope.narrowed[node.name]
        for case in cases:
            self.held.update(case.when.held)
        narrow = tuple((case.when.tree, case.low, case.high) for case in cases)
        return Pick(node.start, node.end, node.name, known.low, known.high, narrow)

    def call(self, node: Call) -> tuple[Expr, Type]:
        """What a question with brackets means."""
        function = self.scope.functions.get(node.function)
        if function is None:
            hint = did_you_mean(node.function, [*self.scope.functions, "held"])
            raise self.fault("unknown-function", f"there is no `{node.function}(...)`", node, hint)
        if node.argument in self.scope.unclear:
            raise Fault
        known = function.type_of(node.argument)
        if known is None:
            hint = did_you_mean(node.argument, function.arguments())
            message = f"`{node.function}` asks about {function.about}, and none is called `{node.argument}`"
            raise self.fault("unknown-name", message, (node.at, node.until), hint)
        if isinstance(known, SetOf):
            keys = tuple(member(node.argument, word) for word in known.words)
            return Tally(node.start, node.end, keys), Whole(0, len(keys))
        return Name(node.start, node.end, f"{node.function}({node.argument})"), known

    def demand(self, node: Expr, found: Type, wanted: Type) -> None:
        """Raise Fault, its problem noted, unless ``found`` is of the kind that is wanted."""
        if type(found) is type(wanted):
            return
        hint = ""
        if isinstance(wanted, YesNo) and isinstance(found, Whole):
            hint = "compare it: `> 0`, `>= 10`, `in 20..40`"
        elif isinstance(wanted, YesNo) and isinstance(found, OneOf) and found.words:
            hint = f"compare it: `== {found.words[0]}`"
        elif isinstance(found, SetOf):
            hint = "ask for one member with `has`, or how many there are with `count(...)`"
        raise self.fault("wrong-type", f"this is {found}, and {wanted} is wanted here", node, hint)

    def possible(self, node: Node, never: bool, always: bool, found: Whole) -> None:
        """Note a comparison that can never hold, or always does."""
        if never or always:
            code, verb = ("never-holds", "can never hold") if never else ("always-holds", "always holds")
            low, high = max(found.low, -WHOLE), min(found.high, WHOLE)
            self.fault(code, f"this {verb}: the value runs from {low} to {high}", node)


def _moved(tree: Expr, node: Node) -> Expr:
    """A named condition's tree, standing where its name stands."""
    return replace(tree, start=node.start, end=node.end)
