"""Watching a story's claims along a path: what is held so far, and what has been decided."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.engine.program import Program
from game.engine.state import State
from game.expr.compile import Test, compile_test
from game.expr.syntax import Expr
from game.model.claim import Claim
from game.model.condition import Condition

WAITING: Final = 0
"""Its ``after`` has not held yet."""
OPEN: Final = 1
"""What it says counts now, and nothing has decided it."""
SEEN: Final = 2
"""``sometimes`` or ``eventually``: what it asks for was there."""
BROKEN: Final = 3
"""A state was found that it says there is not, or a path came to its end without what it asks for."""
CLOSED: Final = 4
"""Its ``before`` has held, and nothing decided it until then."""

Held = tuple[int, ...]
"""How every claim stands on a path so far, in the order declared; hashable, so that paths that stand alike are one."""


@dataclass(frozen=True, slots=True)
class Decides:
    """What decides a claim: a state of those that count in which ``tree`` comes out as ``wanted``.

    Where it is ``at_end``, that is no state but the end of a path on which it came out so in every state that counts.
    """

    tree: Expr
    wanted: bool
    at_end: bool = False


def decides(claim: Claim) -> Decides:
    """What decides a claim: for ``sometimes`` it is what shows it true, for all others what breaks it."""
    return Decides(claim.what.checked.tree, claim.kind in ("never", "sometimes"), claim.kind == "eventually")


@dataclass(frozen=True, slots=True)
class _Watch:
    """One claim, compiled."""

    written: Claim
    what: Test
    after: Test | None
    before: Test | None

    def now(self, mark: int, state: State) -> int:
        """How it stands with one state more."""
        if mark > OPEN:
            return mark
        values, kind = state.values, self.written.kind
        if self.before is not None and self.before(values):
            return BROKEN if kind == "eventually" and mark == OPEN else CLOSED
        if mark == WAITING and self.after is not None and not self.after(values):
            return WAITING
        holds = self.what(values)
        if kind == "always":
            return OPEN if holds else BROKEN
        if kind == "never":
            return BROKEN if holds else OPEN
        if holds:
            return SEEN
        return BROKEN if kind == "eventually" and state.ended else OPEN


class Monitors:
    """All claims of a story, or some of them, watched at once.

    To be shown every state of a path in which a decision is awaited, and its end.
    """

    __slots__ = ("_watches", "names")

    def __init__(self, program: Program, wanted: Callable[[Claim], bool] = lambda _claim: True) -> None:
        slots = program.layout.slots

        def test(condition: Condition | None) -> Test | None:
            return None if condition is None else compile_test(condition.checked, slots)

        self._watches = tuple(
            _Watch(claim, compile_test(claim.what.checked, slots), test(claim.after), test(claim.before))
            for claim in program.story.claims.values()
            if wanted(claim)
        )
        self.names = tuple(watch.written.id for watch in self._watches)

    def begin(self, state: State) -> Held:
        """How the claims stand in the first state of a path."""
        return tuple([watch.now(WAITING, state) for watch in self._watches])

    def after(self, held: Held, state: State) -> Held:
        """How they stand with one state more."""
        if not held:
            return held
        return tuple([watch.now(mark, state) for watch, mark in zip(self._watches, held, strict=True)])

    def stopped(self, held: Held) -> Held:
        """How they stand where a path stops in a state in which nothing is open, though no ending came."""
        return tuple(
            BROKEN if mark == OPEN and watch.written.kind == "eventually" else mark
            for watch, mark in zip(self._watches, held, strict=True)
        )

    def broken(self, held: Held) -> tuple[str, ...]:
        """The claims that this path breaks."""
        return tuple([name for name, mark in zip(self.names, held, strict=True) if mark == BROKEN])

    def decided(self, held: Held) -> tuple[str, ...]:
        """The claims that this path decides: those it breaks, and each ``sometimes`` of which it shows a state."""
        return tuple(
            watch.written.id
            for watch, mark in zip(self._watches, held, strict=True)
            if mark == BROKEN or (mark == SEEN and watch.written.kind == "sometimes")
        )
