"""Truths read more narrowly while something holds: each read when an expression first asks for it."""

from collections.abc import Callable, Iterator, Mapping

from game.expr.types import Case, Type, Whole
from game.load import problems
from game.load.census import Census, Declared
from game.load.document import Document, Entries, Scalar
from game.load.fields import Fields
from game.load.log import Log
from game.load.schema import NARROW, TRUTH
from game.model.condition import Condition
from game.source.limits import EXPRESSION_LEVELS

Read = Callable[[Document, Scalar], Condition | None]


class Narrowings(Mapping[str, tuple[Case, ...]]):
    """The cases of every truth that has some, in the order written; none for one that leads back to itself."""

    def __init__(self, census: Census, types: Mapping[str, Type], log: Log, condition: Read) -> None:
        truths = census.sections["truths"]
        self._declared = {
            name: one
            for name, one in truths.items()
            if isinstance(types.get(name), Whole)
            and isinstance(one.node, Entries)
            and any(key.text == "narrow" for key, _ in one.node.pairs)
        }
        self._types = types
        self._log = log
        self._condition = condition
        self._read: dict[str, tuple[Case, ...]] = {}
        self._reading: set[str] = set()

    def __getitem__(self, name: str) -> tuple[Case, ...]:
        declared = self._declared[name]
        if name in self._reading or len(self._reading) > EXPRESSION_LEVELS:
            self._log.add(problems.condition_circle(declared.at, name))
            return ()
        if name not in self._read:
            self._reading.add(name)
            self._read[name] = tuple(self._cases(declared))
            self._reading.discard(name)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._declared)

    def __len__(self) -> int:
        return len(self._declared)

    def _cases(self, declared: Declared) -> Iterator[Case]:
        found = self._types[declared.name]
        assert isinstance(found, Whole)
        # The truth itself was read, and its faults reported, before any expression was.
        truth = Fields(declared.document, declared.node, TRUTH, Log(), name=declared.key)
        truth.log = self._log
        for node in truth.items("narrow"):
            fields = Fields(declared.document, node, NARROW, self._log)
            when, written = fields.scalar("when", "a condition"), fields.nodes.get("to")
            low, high = fields.range("to", (found.low, found.high))
            if written is not None and not found.low <= low <= high <= found.high:
                self._log.add(
                    problems.out_of_range(fields.span(written), "what a truth is narrowed to", found.low, found.high)
                )
                continue
            test = None if when is None else self._condition(declared.document, when)
            if test is not None:
                yield Case(test.checked, low, high)
