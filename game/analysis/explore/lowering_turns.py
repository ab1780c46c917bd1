"""Turns as points, each turn for itself: its phases in their order, and what happens between it and the next."""

from collections.abc import Callable
from typing import NamedTuple

from game.analysis.explore.asking import all_of, compares, holds, is_now, opposite
from game.analysis.explore.drifting import drift
from game.analysis.explore.flow import Add, Either, Op, Point, Put
from game.analysis.explore.ground import Ground, moment
from game.analysis.explore.lowering_deals import Deals
from game.analysis.explore.lowering_due import Due
from game.analysis.explore.lowering_dues import Dues
from game.analysis.explore.lowering_effects import Effects
from game.analysis.explore.lowering_lines import Lines
from game.analysis.explore.lowering_promises import Promises
from game.analysis.explore.lowering_texts import Texts
from game.analysis.explore.own_keys import due_scene
from game.analysis.explore.sketch import Control, Stretch
from game.engine.layout import TURN
from game.engine.state import BEFORE
from game.expr.types import MOST_TURNS_HELD
from game.model.names import RETURN
from game.model.world import DealPhase, LinesPhase, Rule, ScenePhase

On = Callable[[Stretch], None]


class Going(NamedTuple):
    """How it goes on: to the next thing, after a look at early endings, to an ending, at the end of time."""

    on: On
    settle: On
    finish: On
    end: On


class Turns:
    """Draws turns."""

    def __init__(self, ground: Ground, texts: Texts, effects: Effects, going: Going) -> None:
        self._ground, self._effects, self._texts, self._going = ground, effects, texts, going
        self._sketch, self._program = ground.sketch, ground.program
        clock = ground.story.world.clock
        self._phases = () if clock is None else clock.phases
        self._deals = Deals(ground, texts, effects, going.on, going.settle)
        self._lines = Lines(ground, texts, effects)
        self._dues = Dues(ground, effects)
        self._promises = Promises(ground, effects)
        self._due = Due(ground, going.on, self._past)

    def go_on(self, stretch: Stretch) -> None:
        """Go on in a phase: with what is still to come in it, or to the next."""
        control = stretch.control
        name = f"turn {control.turn}"
        here = self._sketch.spot(("next", control), Point(name), control, self._next)
        self._sketch.close(stretch, here)

    def _next(self, stretch: Stretch) -> None:
        control = stretch.control
        phase = self._phases[control.phase] if control.phase > BEFORE else None
        if isinstance(phase, DealPhase) and self._deals.next(stretch, phase):
            return
        if isinstance(phase, ScenePhase) and self._due.next(stretch):
            return
        self._to_phase(stretch, control.phase + 1)

    def _to_phase(self, stretch: Stretch, phase: int) -> None:
        """Come to a phase, or past the last to the end of the turn."""
        control = Control(turn=stretch.control.turn, phase=phase)
        if phase < len(self._phases):
            point, expand = Point(self._phases[phase].title or self._phases[phase].id), self._phase
        else:
            point, expand = Point(f"the end of turn {control.turn}"), self._end_turn
        self._sketch.close(stretch, self._sketch.spot(("phase", control), point, control, expand))

    def _phase(self, stretch: Stretch) -> None:
        phase = self._phases[stretch.control.phase]
        if phase.when is not None:
            stretch, without = self._sketch.split(stretch, phase.when.checked.tree)
            self._to_phase(without, stretch.control.phase + 1)
        match phase:
            case LinesPhase():
                self._lines.tell(stretch, phase)
                self._to_phase(stretch, stretch.control.phase + 1)
            case DealPhase():
                self._deals.deal(stretch, phase, self._past)
            case ScenePhase():
                self._due.come(stretch, phase)

    def _past(self, stretch: Stretch) -> None:
        self._to_phase(stretch, stretch.control.phase + 1)

    def _end_turn(self, stretch: Stretch) -> None:
        stretch.ops += drift(self._ground, stretch.control.turn)
        for key, condition in self._ground.story.held.items():
            if self._ground.keeps(key):
                more = Add(key, is_now(1), down=False, low=0, high=MOST_TURNS_HELD)
                stretch.ops.append(Either(condition.tree, (more,), (Put(key, is_now(0)),)))
        stretches = [stretch]
        for rule in self._ground.story.world.rules:
            window = rule.window
            if window is None or window.first <= stretch.control.turn <= window.last:
                stretches = self._sketch.join([done for one in stretches for done in self._rule(one, rule)])
        for one in self._promises.come_due(stretches, self._put_off):
            self._after_rules(one)

    def _after_rules(self, stretch: Stretch) -> None:
        """Early endings, then the next turn, or the endings of the last."""
        if stretch.control.ended:
            self._going.finish(stretch)
            return
        control = stretch.control
        point = Point(f"the end of turn {control.turn}")
        here = self._sketch.spot(("late", control), point, control, self._early_or_on)
        self._sketch.close(stretch, here)

    def _early_or_on(self, stretch: Stretch) -> None:
        for ending in self._ground.story.endings:
            if ending.early and ending.when is not None:
                warned = compares(f"warnings({ending.id})", ">=", ending.warned) if ending.warned else None
                asked = all_of((ending.when.checked.tree, warned))
                assert asked is not None
                ends, stretch = self._sketch.split(stretch, asked)
                ends.change(ended=ending.id)
                self._going.finish(ends)
        if stretch.control.turn >= self._ground.turns:
            self._going.end(stretch)
            return
        control = Control(turn=stretch.control.turn + 1)
        point = Point(f"turn {control.turn}")
        self._sketch.close(stretch, self._sketch.spot(("turn", control), point, control, self._begin_turn))

    def _rule(self, stretch: Stretch, rule: Rule) -> list[Stretch]:
        fired = f"fired({rule.id})"
        kept = rule.once and self._ground.keeps(fired)
        when = None if rule.when is None else rule.when.checked.tree
        asked = all_of((opposite(holds(fired)) if kept else None, when))
        first: tuple[Op, ...] = (Put(fired, is_now(value=True)),) if kept else ()
        if not any(self._effects.leads(effect) for effect in rule.do):
            ops = (*first, *(op for effect in rule.do for op in self._effects.changes(effect, stretch.control)))
            stretch.ops += ops if asked is None else (Either(asked, ops),)
            return [stretch]
        found: list[Stretch] = []
        if asked is not None:
            stretch, without = self._sketch.split(stretch, asked)
            found.append(without)
        stretch.ops += first
        return [*found, *(self._put_off(one) for one in self._effects.do_all(stretch, rule.do))]

    def _put_off(self, stretch: Stretch) -> Stretch:
        """Where something between two turns leads to a scene, it comes in the next phase that brings scenes."""
        place = stretch.control.goto
        stretch.change(goto="", sent="")
        if place not in ("", RETURN):
            stretch.ops.append(self._due.put_off(place))
        return stretch

    def _begin_turn(self, stretch: Stretch) -> None:
        turn = stretch.control.turn
        stretch.ops.append(Put(TURN, is_now(turn)))
        old = moment(turn - 1, BEFORE)
        for key in self._ground.types:
            if key.startswith("event("):
                gone = (Put(key, is_now(0)), Put(f"happened({key[6:-1]})", is_now(value=False)))
                stretch.ops.append(Either(compares(key, "<", old), gone))
        for name in self._ground.scenes.get(turn, ()):
            due = due_scene(name, turn)
            stretch.ops.append(Either(holds(due), (self._due.put_off(name), Put(due, is_now(value=False)))))
        for done in self._dues.come(stretch, self._put_off):
            if done.control.ended:
                self._going.finish(done)
            else:
                self._to_phase(done, 0)
