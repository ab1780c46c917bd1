"""Promises that come due as a turn ends and were not kept."""

from collections.abc import Callable

from game.analysis.explore.asking import all_of, compares, equals, holds, is_now
from game.analysis.explore.flow import Guard, Point, Put
from game.analysis.explore.ground import Ground
from game.analysis.explore.lowering_effects import Effects
from game.analysis.explore.own_keys import until
from game.analysis.explore.sketch import Control, Stretch
from game.engine.effects import BROKEN, OPEN
from game.expr.types import Key

PutOff = Callable[[Stretch], Stretch]


class Promises:
    """Breaks promises."""

    def __init__(self, ground: Ground, effects: Effects) -> None:
        self._ground, self._effects, self._sketch = ground, effects, ground.sketch
        self._all = ground.story.world.promises

    def come_due(self, stretches: list[Stretch], put_off: PutOff) -> list[Stretch]:
        """Promises that are due and were not kept are broken, in any order."""
        turn = stretches[0].control.turn
        known = [one for one in self._all if self._ground.keeps(until(one.id))]
        known = [one for one in known if one.by is None or one.by <= turn]
        if not known:
            return stretches
        flags = {one.id: self._ground.flag(f"breaking({one.id})") for one in known}
        for stretch in stretches:
            for one in known:
                due = all_of((
                    equals(f"promise({one.id})", OPEN),
                    compares(until(one.id), ">", 0),
                    compares(until(one.id), "<=", turn),
                ))  # fmt: skip
                assert due is not None
                stretch.ops.append(Put(flags[one.id], due))
        self._ground.rough = self._ground.rough or len(known) > 1
        ends: dict[Control, int] = {}
        self._breaking(stretches, flags, put_off, ends)
        return [Stretch(here, control) for control, here in ends.items()]

    def _breaking(
        self, stretches: list[Stretch], flags: dict[str, Key], put_off: PutOff, ends: dict[Control, int]
    ) -> None:
        """Break what is to be broken; each place that it comes to is gone on from once."""
        heres: dict[Control, int] = {}
        left = list(stretches)
        while left:
            stretch = left.pop()
            control = stretch.control
            new = control not in heres
            here = heres[control] if not new else self._sketch.add(Point("promises"))
            heres[control] = here
            self._sketch.close(stretch, here)
            if not new:
                continue
            for one in (one for one in self._all if one.id in flags):
                broken = Stretch(here, control).asking(Guard(holds(flags[one.id])))
                late = all_of((equals(f"promise({one.id})", OPEN), compares(until(one.id), "<=", control.turn)))
                assert late is not None
                open_still, over = broken.asking(Guard(late)), broken.asking(Guard(late, wanted=False))
                over.ops.append(Put(flags[one.id], is_now(value=False)))
                left.append(over)
                open_still.ops += [
                    Put(flags[one.id], is_now(value=False)),
                    Put(f"promise({one.id})", is_now(BROKEN)),
                    Put(until(one.id), is_now(0)),
                ]
                followed = self._effects.follow(open_still, one.broken, f"{one.id}.broken")
                left += [put_off(done) for done in followed]
            done = Stretch(here, control).asking(*(Guard(holds(flag), wanted=False) for flag in flags.values()))
            ends[control] = self._sketch.add(Point("promises"))
            self._sketch.close(done, ends[control])
