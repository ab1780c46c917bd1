"""Plans that come due as a turn begins: in an order that depends on when they were made, which no point tells apart."""

from collections.abc import Callable, Iterable

from game.analysis.explore.asking import compares, is_now
from game.analysis.explore.flow import Add, Chance, Either, Forget, Guard, Op, Point, Put
from game.analysis.explore.ground import Ground
from game.analysis.explore.lowering_effects import Effects
from game.analysis.explore.own_keys import MANY, due_plan, line_waits
from game.analysis.explore.shifts import keys_changed
from game.analysis.explore.sketch import Control, Stretch
from game.expr.syntax import keys_of
from game.expr.types import Key
from game.model.effect import Later

PutOff = Callable[[Stretch], Stretch]


class Dues:
    """Does what was planned for a turn."""

    def __init__(self, ground: Ground, effects: Effects) -> None:
        self._ground, self._effects, self._sketch = ground, effects, ground.sketch

    def come(self, stretch: Stretch, put_off: PutOff) -> list[Stretch]:
        """Do all that comes due in the turn that begins; gives where that may lead."""
        control = stretch.control
        plans: list[Later] = []
        for name in self._ground.agenda.get(control.turn, ()):
            plan = self._ground.program.plans[name].written
            if plan.line:
                waiting = Put(self._ground.flag(line_waits(plan.line)), is_now(value=True))
                key = due_plan(name, control.turn)
                stretch.ops.append(Either(compares(key, ">", 0), (waiting, Put(key, is_now(0)))))
            else:
                plans.append(plan)
        stretches = [stretch]
        for together in self._groups(plans, control):
            heres: _Heres = {}
            done = [done for one in stretches for done in self._all(one, together, (), put_off, heres)]
            stretches = self._sketch.join(done)
        return stretches

    def _groups(self, plans: list[Later], control: Control) -> list[tuple[Later, ...]]:
        """Plans in groups: what those of different groups do does not depend on which comes first."""
        touched = {plan.id: self._touched(plan, control) for plan in plans}
        groups: list[set[str]] = []
        for plan in plans:
            near = [group for group in groups if any(_meet(touched[plan.id], touched[other]) for other in group)]
            groups = [group for group in groups if group not in near]
            groups.append({plan.id}.union(*near))
        return [tuple(plan for plan in plans if plan.id in group) for group in groups]

    def _touched(self, plan: Later, control: Control) -> tuple[frozenset[Key], frozenset[Key]]:
        """What a plan changes, and what it reads; one that may lead elsewhere touches the end of the story."""
        changed: set[Key] = set()
        read: set[Key] = set()
        for effect in plan.do:
            if self._effects.leads(effect):
                changed.add("")
        plain = [effect for effect in plan.do if not self._effects.leads(effect)]
        ops = [op for effect in plain for op in self._effects.changes(effect, control)]
        changed |= keys_changed(ops)
        read |= _keys_read(ops)
        if "" in changed:  # what it does is not looked into: it is held to touch everything
            changed |= self._ground.types.keys()
        return frozenset(changed), frozenset(read)

    def _all(
        self, stretch: Stretch, plans: tuple[Later, ...], done: tuple[str, ...], put_off: PutOff,
        heres: "_Heres",
    ) -> list[Stretch]:  # fmt: skip
        """Each order in which these plans may come; one that waits oftener than once may come again between others."""
        if len(plans) > _FOLLOWED:
            return self._counted(stretch, plans, 0, put_off, heres)
        key = frozenset(done), stretch.control
        known = heres.get(key)
        here = known if known is not None else self._sketch.add(Point(f"turn {stretch.control.turn}"))
        heres[key] = here
        self._sketch.close(stretch, here)
        if known is not None:
            return []
        self._ground.rough = self._ground.rough or len(plans) > 1
        left = [plan for plan in plans if plan.id not in done]
        found: list[Stretch] = []
        turn = stretch.control.turn
        none = tuple(Guard(compares(due_plan(plan.id, turn), ">", 0), wanted=False) for plan in left)
        for plan in left:
            count = due_plan(plan.id, turn)
            once = Stretch(here, stretch.control).asking(Guard(compares(count, "==", 1)))
            once.ops.append(Put(count, is_now(0)))
            for one in self._sketch.join([put_off(led) for led in self._effects.do_all(once, plan.do)]):
                found += self._all(one, plans, (*done, plan.id), put_off, heres)
            often = Stretch(here, stretch.control).asking(Guard(compares(count, ">", 1)))
            found += self._in_any_order(often, plans, put_off, heres)
        found.append(Stretch(here, stretch.control).asking(*none))
        return self._sketch.join(found)

    def _counted(
        self, stretch: Stretch, plans: tuple[Later, ...], count: int, put_off: PutOff, heres: "_Heres"
    ) -> list[Stretch]:
        """Plans that come in any order, of which only is followed how many have come."""
        self._ground.rough = True
        control = stretch.control
        known = heres.get((count, control))
        here = known if known is not None else self._sketch.add(Point(f"turn {control.turn}"))
        heres[count, control] = here
        self._sketch.close(stretch, here)
        if known is not None:
            return []
        if count == len(plans):
            return [Stretch(here, control)]
        found: list[Stretch] = []
        for plan in plans:
            key = due_plan(plan.id, control.turn)
            once = Stretch(here, control).asking(Guard(compares(key, "==", 1)))
            once.ops.append(Put(key, is_now(0)))
            for led in self._effects.do_all(once, plan.do):
                found += self._counted(put_off(led), plans, count + 1, put_off, heres)
            often = Stretch(here, control).asking(Guard(compares(key, ">", 1)))
            found += self._in_any_order(often, plans, put_off, heres)
        rest = tuple(Guard(compares(due_plan(plan.id, control.turn), ">", 0), wanted=False) for plan in plans)
        return [*found, Stretch(here, control).asking(*rest)]

    def _in_any_order(
        self, stretch: Stretch, plans: tuple[Later, ...], put_off: PutOff, heres: "_Heres"
    ) -> list[Stretch]:
        """Plans that come in any order, as often as they wait."""
        self._ground.rough = True
        control = stretch.control
        known = heres.get((None, control))
        here = known if known is not None else self._sketch.add(Point(f"turn {control.turn}"))
        heres[None, control] = here
        self._sketch.close(stretch, here)
        if known is not None:
            return []
        found: list[Stretch] = []
        for plan in plans:
            count = due_plan(plan.id, control.turn)
            few, many = compares(count, ">", 0), compares(count, ">=", MANY)
            for guards, op in (
                ((Guard(few), Guard(many, wanted=False)), Add(count, is_now(1), down=True, low=0, high=MANY)),
                ((Guard(many),), Forget(count, (MANY - 1, MANY))),
            ):
                comes = Stretch(here, control).asking(*guards)
                comes.ops.append(op)
                for led in self._effects.do_all(comes, plan.do):
                    found += self._in_any_order(put_off(led), plans, put_off, heres)
        rest = tuple(Guard(compares(due_plan(plan.id, control.turn), ">", 0), wanted=False) for plan in plans)
        return [*found, Stretch(here, control).asking(*rest)]


_FOLLOWED = 4
"""Of so many plans that touch one another every order is followed; of more, only how many have come."""

_Heres = dict[tuple[frozenset[str] | int | None, Control], int]
"""The points drawn, by which plans came, or how many; None where that is not followed."""
_Touched = tuple[frozenset[Key], frozenset[Key]]


def _meet(one: _Touched, other: _Touched) -> bool:
    return not (one[0].isdisjoint(other[0] | other[1]) and other[0].isdisjoint(one[1]))


def _keys_read(ops: Iterable[Op]) -> set[Key]:
    found: set[Key] = set()
    for op in ops:
        match op:
            case Add():
                found |= keys_of(op.amount)
                if op.meter is not None:
                    found.update(*(keys_of(gain.when.checked.tree) for gain in op.meter.gains))
            case Put():
                found |= keys_of(op.value)
            case Either():
                found |= keys_of(op.when) | _keys_read((*op.then, *op.otherwise))
            case Chance():
                for _, _, when, inner in op.outcomes:
                    found |= (set() if when is None else keys_of(when)) | _keys_read(inner)
            case Forget():
                pass
    return found
