"""Expressions as trees; every node keeps the offsets of its text, so that a finding can underline it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of an expression; ``start`` and ``end`` are offsets into its text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """A whole number, ``true`` or ``false``, or a word of a one-of (the checker makes those from names)."""

    value: int | bool | str


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A declared name, or a word of a one-of on the other side of a comparison."""

    name: str


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A question about something: ``visits(the_line)``; ``at`` and ``until`` bound the argument."""

    function: str
    argument: str
    at: int
    until: int


@dataclass(frozen=True, slots=True)
class Unary(Node):
    """``not x`` or ``-x``."""

    op: str
    operand: "Expr"


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """Two sides of ``and or == != < <= > >= + - * //``."""

    op: str
    left: "Expr"
    right: "Expr"


@dataclass(frozen=True, slots=True)
class Within(Node):
    """``x in low..high``, both ends included; ``band`` is the name of the range, where it was asked for by name."""

    operand: "Expr"
    low: int
    high: int
    band: str = ""


@dataclass(frozen=True, slots=True)
class Is(Node):
    """``x is Word``: a band of a number, or a word of a one-of; ``at`` is where the word begins."""

    operand: "Expr"
    word: str
    negated: bool
    at: int


@dataclass(frozen=True, slots=True)
class Has(Node):
    """``kit has phone``: whether a set holds a member; ``at`` is where the member begins."""

    operand: "Expr"
    word: str
    at: int


@dataclass(frozen=True, slots=True)
class Held(Node):
    """``held(condition)``: how many turns in a row a condition has held."""

    operand: "Expr"


@dataclass(frozen=True, slots=True)
class Members(Node):
    """What a set holds, its ``words`` beside the keys that say whether each is in it (the checker makes these)."""

    keys: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally(Node):
    """How many of these keys hold (the checker makes these)."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pick(Node):
    """The value of ``key`` within ``low..high``, mapped onto the range of the first case whose test holds."""

    key: str
    low: int
    high: int
    cases: tuple[tuple["Expr", int, int], ...]


Expr = Literal | Name | Call | Unary | Binary | Within | Is | Has | Held | Members | Tally | Pick


class ExpressionError(Exception):
    """Text that is no expression: ``code``, one sentence, the offsets of the place, and a hint."""

    def __init__(self, code: str, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.start = start
        self.end = max(end, start + 1)
        self.hint = hint


def size(tree: Expr, most: int) -> tuple[int, int]:
    """Return how many parts a tree has and how many levels; the count stops soon after ``most`` parts."""
    parts, levels = 0, 0
    stack: list[tuple[Expr, int]] = [(tree, 1)]
    while stack and parts <= most:
        node, level = stack.pop()
        parts += 1
        levels = max(levels, level)
        match node:
            case Unary() | Within() | Is() | Has() | Held():
                stack.append((node.operand, level + 1))
            case Pick():
                stack.extend((test, level + 1) for test, _, _ in node.cases)
            case Binary():
                stack.extend(((node.right, level + 1), (node.left, level + 1)))
            case _:
                pass
    return parts, levels


def walk(tree: Expr) -> list[Expr]:
    """Return ``tree`` and every node inside it, outermost first."""
    found: list[Expr] = []
    stack: list[Expr] = [tree]
    while stack:
        node = stack.pop()
        found.append(node)
        match node:
            case Unary() | Within() | Is() | Has() | Held():
                stack.append(node.operand)
            case Pick():
                stack.extend(test for test, _, _ in reversed(node.cases))
            case Binary():
                stack.extend((node.right, node.left))
            case _:
                pass
    return found


def keys_of(tree: Expr) -> frozenset[str]:
    """Return every key that a checked tree reads."""
    found: set[str] = set()
    for node in walk(tree):
        match node:
            case Name():
                found.add(node.name)
            case Members() | Tally():
                found.update(node.keys)
            case Pick():
                found.add(node.key)
            case _:
                pass
    return frozenset(found)
