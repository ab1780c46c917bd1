"""Variants of one text that were not told yet, each with its tests."""

from collections.abc import Mapping
from typing import cast

from game.analysis.explore.flow import Guard
from game.analysis.explore.target import Target
from game.analysis.explore.variants import Turn, variants_of
from game.engine.prose import whose_turn
from game.expr.compile import Test, Values, compile_tree
from game.expr.types import Key
from game.model.prose import Prose


class Pending(dict[Target, tuple[Test, ...]]):
    """Variants with the tests that must all hold for each to be told."""

    def look(self, values: Values, enough: set[Target], found: list[Target]) -> None:
        """Find what is told of them now; those of which there was ``enough`` are dropped."""
        for target, tests in list(self.items()):
            if target in enough:
                del self[target]
            elif all(test(values) for test in tests):
                found.append(target)


def pending(prose: Prose | None, name: str, slots: Mapping[Key, int], home: str) -> Pending:
    """All variants of a text; its sequences take turns by the visits of ``home``."""
    visits = slots.get(f"visits({home})")
    return Pending(
        (one.target, tuple(_test(ask, slots, visits) for ask in one.asks)) for one in variants_of(prose, name)
    )


def _test(ask: Guard | Turn, slots: Mapping[Key, int], visits: int | None) -> Test:
    if isinstance(ask, Guard):
        test, wanted = cast(Test, compile_tree(ask.tree, slots)), ask.wanted
        return lambda values: bool(test(values)) == wanted
    if visits is None:  # nothing counts: the first stands
        first = ask.index == 0
        return lambda _values: first
    turn, index, slot = whose_turn(ask.of), ask.index, visits
    return lambda values: turn(cast(int, values[slot])) == index
