"""Effects as changes of keys; and those that lead elsewhere, as ways that part."""

from collections.abc import Iterator

from game.analysis.explore.asking import equals, holds, is_now
from game.analysis.explore.flow import Add, Chance, Either, Guard, Move, Op, Put
from game.analysis.explore.ground import Ground, moment
from game.analysis.explore.lowering_texts import Texts
from game.analysis.explore.own_keys import MANY, due_plan, due_scene, on_offer, until
from game.analysis.explore.sketch import Control, Stretch
from game.engine.effects import KEPT, OPEN
from game.engine.layout import planted
from game.expr.types import Whole
from game.model.effect import (
    Assign,
    Change,
    Conditional,
    Draw,
    Effect,
    End,
    Goto,
    Happen,
    Keep,
    Later,
    Pledge,
    PutUp,
    Remember,
    Reveal,
    Warn,
    effects_of,
)  # fmt: skip
from game.model.ending import MOST_WARNINGS
from game.model.names import RETURN
from game.model.scene import Consequence

_NONE: frozenset[str] = frozenset()


class Effects:
    """Does effects on stretches of ways."""

    def __init__(self, ground: Ground, texts: Texts) -> None:
        self._ground = ground
        self._texts = texts
        self._meters = {meter.id: meter for meter in ground.story.world.meters if meter.soft or meter.gains}
        self._promises = {promise.id: promise for promise in ground.story.world.promises}
        self._timeless: dict[int, tuple[Effect, tuple[Op, ...]]] = {}

    def follow(
        self, stretch: Stretch, consequence: Consequence, name: str, home: str = "", keeping: frozenset[str] = _NONE
    ) -> list[Stretch]:
        """Do what follows and go where it leads, as the engine's ``follow`` does."""
        outer = stretch.control.sent
        stretch.change(sent="")
        found: list[Stretch] = []
        for one in self.do(stretch, consequence.effects, keeping):
            told = self._texts.follow(one, consequence, name, home)
            told.change(goto=told.control.sent or consequence.goto or told.control.goto, sent=outer)
            found.append(told)
        return found

    def do_all(self, stretch: Stretch, effects: tuple[Effect, ...]) -> list[Stretch]:
        """Do effects that belong to no consequence, and go where they send."""
        found = self.do(stretch, effects)
        for one in found:
            control = one.control
            goto = control.sent or control.goto
            one.change(goto="" if goto == RETURN and not control.calls else goto, sent="")
        return found

    def do(self, stretch: Stretch, effects: tuple[Effect, ...], keeping: frozenset[str] = _NONE) -> list[Stretch]:
        """Do effects in order. Where one leads elsewhere only sometimes, the ways part."""
        stretches = [stretch]
        for effect in effects:
            if not self.leads(effect, keeping):
                for one in stretches:
                    one.ops += self.changes(effect, one.control, keeping)
            else:
                stretches = [led for one in stretches for led in self._lead(one, effect, keeping)]
                stretches = self._ground.sketch.join(stretches)
        return stretches

    def places(self, consequence: Consequence, keeping: frozenset[str] = _NONE) -> set[str]:
        """Every place that what follows may lead to."""
        found = {consequence.goto}
        for effect in effects_of(consequence.effects):
            if isinstance(effect, Goto):
                found.add(effect.scene)
            elif isinstance(effect, Keep) and effect.promise not in keeping:
                found |= self.places(self._promises[effect.promise].kept, keeping | {effect.promise})
        return found - {"", RETURN}

    def leads(self, effect: Effect, keeping: frozenset[str] = _NONE) -> bool:
        """Whether an effect may lead elsewhere, or tell something that varies."""
        match effect:
            case End() | Goto():
                return True
            case Conditional():
                return any(self.leads(each, keeping) for each in (*effect.do, *effect.otherwise))
            case Draw():
                return any(self.leads(each, keeping) for one in effect.outcomes for each in one.do)
            case Keep():
                if effect.promise in keeping:
                    return False
                kept = self._promises[effect.promise].kept
                tells = any(part is not None for part in (kept.result, kept.summary))
                return bool(kept.goto) or tells or any(self.leads(e, keeping | {effect.promise}) for e in kept.effects)
            case _:
                return False

    def _lead(self, stretch: Stretch, effect: Effect, keeping: frozenset[str]) -> list[Stretch]:
        sketch = self._ground.sketch
        match effect:
            case End():
                stretch.change(ended=stretch.control.ended or effect.ending)
                return [stretch]
            case Goto():
                stretch.change(sent=effect.scene)
                return [stretch]
            case Conditional():
                yes, no = sketch.split(stretch, effect.when.checked.tree)
                return self.do(yes, effect.do, keeping) + self.do(no, effect.otherwise, keeping)
            case Draw():
                return self._draw(stretch, effect, keeping)
            case Keep():
                yes, no = sketch.split(stretch, equals(f"promise({effect.promise})", OPEN))
                yes.ops += self._kept(effect.promise)
                kept = self._promises[effect.promise].kept
                name = f"{effect.promise}.kept"
                return [*self.follow(yes, kept, name, "", keeping | {effect.promise}), no]
            case _:
                raise AssertionError(f"{type(effect).__name__} leads nowhere")

    def _draw(self, stretch: Stretch, draw: Draw, keeping: frozenset[str]) -> list[Stretch]:
        """A way for each outcome that may come; where none may, what stands for it."""
        here = self._ground.sketch.halt(stretch, f"draw {draw.id}")
        tests = [None if one.when is None else one.when.checked.tree for one in draw.outcomes]
        chance = Chance(
            draw.id,
            tuple((one.id, one.weight, test, ()) for one, test in zip(draw.outcomes, tests, strict=True)),
            draw.if_none,
        )
        never = any(test is None for test in tests)
        none = () if never else tuple(Guard(test, wanted=False) for test in tests if test is not None)
        found: list[Stretch] = []
        for one, test in zip(draw.outcomes, tests, strict=True):
            drawn = [here.asking(*(() if test is None else (Guard(test),)))] if one.weight else []
            if not never and draw.if_none == "all" and one.weight:
                drawn.append(here.asking(*none))
            for way in drawn:
                way.moves, way.draw = (Move(site=draw.id, outcome=one.id),), chance
            if not never and draw.if_none == one.id:
                drawn.append(here.asking(*none))
            found += [led for way in drawn for led in self.do(way, one.do, keeping)]
        if not never and draw.if_none == "nothing":
            found.append(here.asking(*none))
        return found

    def changes(self, effect: Effect, control: Control, keeping: frozenset[str] = _NONE) -> tuple[Op, ...]:
        """The changes of an effect that leads nowhere."""
        match effect:
            case Later():
                return self._later(effect, control)
            case Happen():
                now = moment(control.turn, control.phase)
                return Put(f"event({effect.name})", is_now(now)), Put(f"happened({effect.name})", is_now(value=True))
            case Pledge():
                return self._pledge(effect, control)
            case Conditional():
                then, otherwise = (
                    tuple(self._each(effects, control, keeping)) for effects in (effect.do, effect.otherwise)
                )
                return (Either(effect.when.checked.tree, then, otherwise),) if then or otherwise else ()
            case Draw():
                outcomes = tuple(
                    (
                        one.id,
                        one.weight,
                        None if one.when is None else one.when.checked.tree,
                        tuple(self._each(one.do, control, keeping)),
                    )
                    for one in effect.outcomes
                )
                return (Chance(effect.id, outcomes, effect.if_none),)
            case Keep():
                if effect.promise in keeping:
                    return ()
                kept = self._promises[effect.promise].kept
                inner = tuple(self._each(kept.effects, control, keeping | {effect.promise}))
                done = (*self._kept(effect.promise), *inner)
                return (Either(equals(f"promise({effect.promise})", OPEN), done),)
            case _:
                found = self._timeless.get(id(effect))
                if found is None:
                    found = self._timeless[id(effect)] = effect, self._plain(effect)
                return found[1]

    def _each(self, effects: tuple[Effect, ...], control: Control, keeping: frozenset[str]) -> Iterator[Op]:
        for effect in effects:
            yield from self.changes(effect, control, keeping)

    def _plain(self, effect: Effect) -> tuple[Op, ...]:
        match effect:
            case Change():
                kind = self._ground.types[effect.target]
                assert isinstance(kind, Whole)
                meter = self._meters.get(effect.target)
                amount = effect.amount.checked.tree
                return (Add(effect.target, amount, effect.down, kind.low, kind.high, meter),)
            case Assign():
                return (Put(effect.target, effect.value.tree),)
            case Reveal():
                return (Put(f"revealed({effect.truth})", is_now(value=True)),)
            case Warn():
                return self.warn(effect.ending)
            case Remember():
                key = f"remembers({effect.character}.{effect.memory})"
                return (Put(key, is_now(value=True)),) if self._ground.keeps(key) else ()
            case PutUp():
                return self._put_up(effect.storylet)
            case _:
                return ()

    def warn(self, ending: str) -> tuple[Op, ...]:
        """One warning more of an ending, if anything asks."""
        key = f"warnings({ending})"
        return (Add(key, is_now(1), down=False, low=0, high=MOST_WARNINGS),) if self._ground.keeps(key) else ()

    def _put_up(self, storylet: str) -> tuple[Op, ...]:
        up = Put(self._ground.flag(on_offer(storylet)), is_now(value=True))
        dealt = f"dealt({storylet})"
        return (Either(holds(dealt), (), (up,)),) if self._ground.keeps(dealt) else (up,)

    def _later(self, effect: Later, control: Control) -> tuple[Op, ...]:
        if effect.coda:
            return (Put(planted(effect.coda), is_now(value=True)),)
        turn = effect.turn if effect.turn is not None else control.turn + (effect.after or 1)
        if not control.turn < turn <= self._ground.turns:
            return ()
        agenda = self._ground.scenes if effect.scene else self._ground.agenda
        agenda.setdefault(turn, {})[effect.scene or effect.id] = None
        if effect.scene:
            return (Put(self._ground.flag(due_scene(effect.scene, turn)), is_now(value=True)),)
        key = self._ground.keep(due_plan(effect.id, turn), Whole(0, MANY), 0)
        return (Add(key, is_now(1), down=False, low=0, high=MANY),)

    def _pledge(self, effect: Pledge, control: Control) -> tuple[Op, ...]:
        promise = self._promises[effect.promise]
        key = f"promise({promise.id})"
        turn = promise.by if promise.by is not None else control.turn + (promise.within or 1)
        done: list[Op] = [Put(key, is_now(OPEN))]
        last = self._ground.turns
        if last:
            when = self._ground.keep(until(promise.id), Whole(0, last), 0)
            done.append(Put(when, is_now(turn if turn <= last else 0)))
        return (Either(equals(key, OPEN), (), tuple(done)),)

    def _kept(self, promise: str) -> list[Op]:
        done: list[Op] = [Put(f"promise({promise})", is_now(KEPT))]
        if self._ground.turns:
            done.append(Put(self._ground.keep(until(promise), Whole(0, self._ground.turns), 0), is_now(0)))
        return done
