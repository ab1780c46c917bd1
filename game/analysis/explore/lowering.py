"""A story as a flow: all that the engine may do with it, as points and ways."""

from game.analysis.explore.asking import all_of, compares, holds, is_now
from game.analysis.explore.flow import Flow, Guard, Point, Put
from game.analysis.explore.ground import Ground, ground_of
from game.analysis.explore.lowering_effects import Effects
from game.analysis.explore.lowering_scenes import BELOW, Scenes, places_that_wait
from game.analysis.explore.lowering_texts import Texts
from game.analysis.explore.lowering_turns import Going, Turns
from game.analysis.explore.sketch import Control, Stretch
from game.analysis.explore.watched import watched
from game.engine.layout import ENDED, planted
from game.engine.program import Program
from game.engine.state import BEFORE
from game.expr.syntax import Expr
from game.model.ending import Coda, Ending
from game.model.names import RETURN


def flow_of(program: Program) -> Flow:
    """The flow of a story, every scene of which is read for it."""
    return watched(_Lowering(program).flow(), program.story)


class _Lowering:
    def __init__(self, program: Program) -> None:
        self.ground: Ground = ground_of(program)
        self.sketch, self.story = self.ground.sketch, self.ground.story
        self.texts = Texts(self.ground)
        self.effects = Effects(self.ground, self.texts)
        self.scenes = Scenes(self.ground, self.texts, self.effects, self.settle, self.finish)
        self.turns = Turns(self.ground, self.texts, self.effects, Going(self.on, self.settle, self.finish, self.end))
        self.below = places_that_wait(self.story)
        self.endings = {ending.id: ending for ending in self.story.endings}
        early = ((one, self._comes(one)) for one in self.story.endings if one.early and one.when is not None)
        self.early = tuple((one.id, asked) for one, asked in early if asked is not None)

    def flow(self) -> Flow:
        begin = self.sketch.add(Point("the beginning"))
        self.on(Stretch(begin, Control(turn=1, phase=BEFORE, goto=self.story.start)))
        self.sketch.draw()
        ground = self.ground
        points, ways = tuple(self.sketch.points), tuple(self.sketch.ways)
        return Flow(points, ways, begin, ground.types, ground.start, exact=not ground.rough)

    def on(self, stretch: Stretch) -> None:
        """Go on as the engine does, until there is something to ask."""
        control = stretch.control
        goto, calls = control.goto, control.calls
        while calls and goto in ("", RETURN):
            goto, calls = calls[-1], calls[:-1]
            if goto == BELOW:
                self._any_below(stretch)
                return
        control = control._replace(calls=calls, goto="" if goto == RETURN else goto, sent="")
        if control.goto:
            point = Point(control.goto)
            here = self.sketch.spot(("to", control), point, control, lambda one: self.scenes.enter(one, self.on))
        elif self.ground.turns:
            stretch.control = control
            self.turns.go_on(stretch)
            return
        else:
            here = self.sketch.stuck(control)
        self.sketch.close(stretch, here)

    def _any_below(self, stretch: Stretch) -> None:
        """What waits below was not counted: it may be any place that ever waits, or nothing."""
        self.ground.rough = True
        for calls in ((), (BELOW,)):
            for goto in self.below:
                one = self.sketch.again(stretch)
                one.change(goto=goto, calls=calls, sent="")
                self.on(one)

    def settle(self, stretch: Stretch) -> None:
        """End early if an effect asked for it or an ending's condition holds; else go on."""
        if stretch.control.ended:
            self.finish(stretch)
        elif not self.early:
            self.on(stretch)
        else:
            control = stretch.control._replace(sent="")
            point = Point("early endings")
            here = self.sketch.spot(("early", control), point, control, self._end_early)
            self.sketch.close(stretch, here)

    def _end_early(self, stretch: Stretch) -> None:
        for name, asked in self.early:
            ends, stretch = self.sketch.split(stretch, asked)
            ends.change(ended=name)
            self.finish(ends)
        self.on(stretch)

    def end(self, stretch: Stretch) -> None:
        """After the last turn, the endings are looked at in their order."""
        for ending in self.story.endings:
            if ending.early:
                continue
            asked = self._comes(ending)
            ends = stretch
            if asked is not None:
                ends, stretch = self.sketch.split(stretch, asked)
            ends.change(ended=ending.id)
            self.finish(ends)
            if asked is None:
                return
        self.sketch.close(stretch, self.sketch.stuck(stretch.control))

    def _comes(self, ending: Ending) -> Expr | None:
        """What must hold for an ending to come; None where nothing must."""
        when = None if ending.when is None else ending.when.checked.tree
        warned = compares(f"warnings({ending.id})", ">=", ending.warned) if ending.warned else None
        return all_of((when, warned))

    def finish(self, stretch: Stretch) -> None:
        """The story ends."""
        name = stretch.control.ended
        if self.ground.keeps(ENDED):
            stretch.ops.append(Put(ENDED, is_now(name)))
        stretch.meets += self.ground.met("ending", name)
        control = Control(ended=name)
        point = Point(name, ending=name)
        here = self.sketch.spot(("ending", name), point, control, self._tell_ending)
        self.sketch.close(stretch, here)

    def _tell_ending(self, stretch: Stretch) -> None:
        ending = self.endings[stretch.control.ended]
        here = stretch.source
        self.texts.offer(here, (), ((ending.heading, f"{ending.id}.title"), (ending.text, f"{ending.id}.text")), "")
        for coda in self.story.codas if ending.codas else ():
            self._tell_coda(here, coda)

    def _tell_coda(self, here: int, coda: Coda) -> None:
        when = None if coda.when is None else coda.when.checked.tree
        asked = () if when is None else (Guard(when),)
        key = planted(coda.id)
        if coda.planted:
            asked = (*asked, Guard(holds(key) if self.ground.keeps(key) else is_now(value=False)))
        for number, version in enumerate(coda.versions, 1):
            tree = None if version.when is None else version.when.checked.tree
            told = asked if tree is None else (*asked, Guard(tree))
            for target in self.ground.met("coda", coda.id):
                self.sketch.look(here, told, target)
            texts = ((version.text, f"{coda.id}.version{number}"), (coda.heading, f"{coda.id}.title"))
            self.texts.offer(here, told, texts, "")
            if tree is None:
                return
            asked = (*asked, Guard(tree, wanted=False))
