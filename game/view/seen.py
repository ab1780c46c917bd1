"""What a condition saw, line by line, in an author's words: each part, whether it held, and the values it read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from game.expr.asks import leaves
from game.expr.compile import Values, compile_ask, compile_tree
from game.expr.said import said
from game.expr.syntax import Expr, keys_of
from game.expr.types import Checked, Key, Value

Mark = Literal["", "head", "yes", "no", "fell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """One line for an author, ``depth`` steps in.

    ``mark`` is ``head`` of a heading, ``yes`` or ``no`` of what held or didn't, ``fell`` of what came by chance, or
    empty.
    """

    depth: int
    text: str
    mark: Mark = ""


def condition(name: str, asked: Checked, slots: Mapping[Key, int], values: Values, depth: int) -> Iterator[Working]:
    """What a condition saw; one of several parts is followed by them."""
    parts = list(leaves(asked.tree))
    seen = "" if parts[1:] else f"{_meant(asked)}{_values(asked.tree, slots, values)}"
    yield Working(depth=depth, text=f"{name}: {asked.text}{seen}", mark=_mark(asked.tree, slots, values))
    if parts[1:]:
        for part in parts:
            text = f"{_bare(said(part))}{_values(part, slots, values)}"
            yield Working(depth=depth + 1, text=text, mark=_mark(part, slots, values))


def amount(name: str, asked: Checked, slots: Mapping[Key, int], values: Values, depth: int) -> Working:
    """What an amount came to."""
    came = compile_ask(asked, slots)(values)
    known = "" if not asked.keys else f" = {came}{_values(asked.tree, slots, values)}"
    return Working(depth=depth, text=f"{name}: {asked.text}{known}")


def _meant(asked: Checked) -> str:
    """What a condition stands for that is asked by its name."""
    meant = _bare(said(asked.tree))
    return f", that is {meant}" if asked.text.isidentifier() and meant != asked.text else ""


def _mark(tree: Expr, slots: Mapping[Key, int], values: Values) -> Mark:
    return "yes" if compile_tree(tree, slots)(values) else "no"


def _values(tree: Expr, slots: Mapping[Key, int], values: Values) -> str:
    """The values that are read, in brackets."""
    told = ", ".join(f"{key} is {_said(values[slots[key]])}" for key in sorted(keys_of(tree)))
    return f" ({told})" if told else ""


def _said(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) or "nothing"


def _bare(text: str) -> str:
    """What is said, without the brackets around it all."""
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text
