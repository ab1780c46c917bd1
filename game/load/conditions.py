"""Conditions named once: each read when it is first asked for, whatever the order they are written in."""

from collections.abc import Callable, Iterator, Mapping

from game.expr.parse import parse
from game.expr.syntax import ExpressionError, Name, walk
from game.expr.types import Checked, Type, YesNo
from game.load import problems
from game.load.census import Census
from game.load.document import Document, Scalar
from game.load.fields import shape
from game.load.log import Log
from game.source.limits import EXPRESSION_LEVELS

Expression = Callable[[Document, Scalar, Type], Checked | None]


class Conditions(Mapping[str, Checked | None]):
    """Named conditions by name; None for one that is at fault or leads back to itself.

    ``given`` are conditions that stand from the beginning: the parts of the clock.
    """

    def __init__(self, census: Census, log: Log, expression: Expression, given: Mapping[str, Checked]) -> None:
        self._declared = census.sections["conditions"]
        self._log = log
        self._expression = expression
        self._given = given
        self._read: dict[str, Checked | None] = dict(given)
        self._reading: dict[str, None] = {}
        self.asked: set[str] = set()
        """Those that something in the story asks for."""

    def __getitem__(self, name: str) -> Checked | None:
        if name not in self._declared and name not in self._given:
            raise KeyError(name)
        self.asked.add(name)
        return self.read(name)

    def read(self, name: str) -> Checked | None:
        """One of them, though nothing in the story asks for it."""
        if name not in self._read:
            self._read_with_those_before(name)
        return self._read.get(name)

    def __iter__(self) -> Iterator[str]:
        return iter({**self._given, **self._declared})

    def __len__(self) -> int:
        return len(self._given.keys() | self._declared.keys())

    def _read_with_those_before(self, name: str) -> None:
        """Read the conditions that ``name`` mentions before it, so that none is read from inside another.

        A mention may be no question (a word of a one-of is written alike); a circle shows when it is asked.
        """
        if name in self._reading or len(self._reading) > EXPRESSION_LEVELS:
            asking = next(reversed(self._reading))
            self._log.add(problems.condition_circle(self._declared[asking].at, asking))
            return
        opened = {name}
        stack = [name]
        while stack:
            current = stack[-1]
            waiting = [one for one in self._mentions(current) if one not in self._read and one not in opened]
            if waiting:
                opened.update(waiting[:1])
                stack.extend(waiting[:1])
                continue
            stack.pop()
            if current not in self._read and current not in self._reading:
                self._reading[current] = None
                self._read[current] = self._one(current)
                del self._reading[current]

    def _mentions(self, name: str) -> list[str]:
        node = self._declared[name].node
        try:
            tree = parse(node.text) if isinstance(node, Scalar) else None
        except ExpressionError:
            tree = None
        names = (part.name for part in walk(tree) if isinstance(part, Name)) if tree is not None else ()
        return [one for one in names if one in self._declared]

    def _one(self, name: str) -> Checked | None:
        declared = self._declared[name]
        if isinstance(declared.node, Scalar):
            return self._expression(declared.document, declared.node, YesNo())
        at = declared.document.span(declared.node)
        self._log.add(problems.wrong_shape(at, "a condition", shape(declared.node)))
        return None
