"""The phases that bring scenes: those that were planned, those that have a date, else the arcs' next beat."""

from collections.abc import Callable

from game.analysis.explore.asking import all_of, any_of, holds, is_now, opposite
from game.analysis.explore.flow import Either, Guard, Op, Put
from game.analysis.explore.ground import Ground
from game.analysis.explore.own_keys import on_date, queued, waits
from game.analysis.explore.sketch import Stretch
from game.expr.syntax import Expr
from game.expr.types import Key
from game.model.world import ScenePhase

On = Callable[[Stretch], None]
_COUNTED = 4
"""Of so many planned scenes of one turn it is followed how many have come; of more, any may have come before any."""


class Due:
    """Draws the phases that bring scenes. ``on`` goes on in a phase, ``past`` comes to the next one."""

    def __init__(self, ground: Ground, on: On, past: On) -> None:
        self._ground, self._sketch, self._program = ground, ground.sketch, ground.program
        self._on, self._past = on, past
        self._may_wait: dict[str, None] = {}
        self._queues: dict[tuple[int, int], tuple[tuple[str, ...], tuple[str, ...]]] = {}
        """By turn and phase: the planned scenes that may come in it, and the dated ones."""

    def put_off(self, name: str) -> Op:
        """Let a scene wait for the next of these phases."""
        self._may_wait[name] = None
        return Put(self._ground.flag(waits(name)), is_now(value=True))

    def come(self, stretch: Stretch, phase: ScenePhase) -> None:
        """What is due in a turn: planned scenes, then dated ones; where nothing is, the arcs' next beat."""
        turn = stretch.control.turn
        planned = tuple(self._may_wait)
        if phase.when is None:
            self._may_wait = {}
        dated = self._program.dated.get(turn, ())
        self._queues[turn, stretch.control.phase] = planned, dated
        self._ground.rough = self._ground.rough or len(planned) > 1
        for name in planned:
            comes = Put(self._ground.flag(queued(name)), is_now(value=True))
            stretch.ops.append(Either(_and(holds(waits(name)), self._when(name)), (comes,)))
            stretch.ops.append(Put(waits(name), is_now(value=False)))
        for name in dated:
            asked = all_of((
                opposite(holds(f"came({name})")),
                self._when(name),
                opposite(holds(queued(name))) if name in planned else None,
            ))  # fmt: skip
            assert asked is not None
            stretch.ops.append(Either(asked, (Put(self._ground.flag(on_date(name)), is_now(value=True)),)))
        for name in dict.fromkeys((*planned, *dated)):
            keys = (*((queued(name),) if name in planned else ()), *((on_date(name),) if name in dated else ()))
            self._ground.waits[turn, stretch.control.phase, name] = keys
        flags = [*map(queued, planned), *map(on_date, dated)]
        if flags:
            some, stretch = self._sketch.split(stretch, any_of([holds(flag) for flag in flags]))
            some.change(place=1)
            self._on(some)
        if phase.arcs:
            self._beats(stretch)
        else:
            self._past(stretch)

    def _beats(self, stretch: Stretch) -> None:
        turn = stretch.control.turn
        for name, window in self._program.beats:
            if window.first <= turn <= window.last:
                asked = all_of((opposite(holds(f"came({name})")), self._when(name)))
                assert asked is not None
                comes, stretch = self._sketch.split(stretch, asked)
                comes.change(goto=name)
                self._on(comes)
        self._past(stretch)

    def next(self, stretch: Stretch) -> bool:
        """The next scene that is still to come; false where none is left.

        In place 1 come the planned ones, in any order, then the dated ones, each in a place of its own.
        """
        place, count = stretch.control.place, stretch.control.came
        planned, dated = self._queues[stretch.control.turn, stretch.control.phase]
        if place == 0 or place > len(dated) + 1:
            return False
        rest = stretch
        if place == 1 and count < len(planned):
            for name in planned:
                self._pop(stretch, name, queued(name), (1, count + 1 if len(planned) <= _COUNTED else 0))
            rest = stretch.asking(*(Guard(holds(queued(name)), wanted=False) for name in planned))
        if place <= len(dated):
            name = dated[place - 1]
            self._pop(rest, name, on_date(name), (place + 1, 0))
            rest = rest.asking(Guard(holds(on_date(name)), wanted=False))
            rest.ops += [Put(queued(name), is_now(value=False)) for name in (planned if place == 1 else ())]
            rest.change(place=place + 1, came=0)
            self._on(rest)
        else:
            rest.ops += [Put(queued(name), is_now(value=False)) for name in (planned if place == 1 else ())]
            self._past(rest)
        return True

    def _pop(self, stretch: Stretch, name: str, flag: Key, after: tuple[int, int]) -> None:
        """A scene's turn comes: it is entered if its ``when`` holds now too."""
        when = self._when(name)
        comes = stretch.asking(Guard(holds(flag)))
        if when is not None:
            late = comes.asking(Guard(when, wanted=False))
            late.ops.append(Put(flag, is_now(value=False)))
            late.change(place=after[0], came=after[1])
            self._on(late)
            comes = comes.asking(Guard(when))
        comes.ops.append(Put(flag, is_now(value=False)))
        comes.change(goto=name, place=after[0], came=after[1])
        self._on(comes)

    def _when(self, name: str) -> Expr | None:
        when = self._ground.story.scenes[name].when
        return None if when is None else when.checked.tree


def _and(tree: Expr, other: Expr | None) -> Expr:
    both = all_of((tree, other))
    assert both is not None
    return both
