"""Scenes as points: they are come to, a choice is awaited in them, it is taken, and it goes on."""

from collections.abc import Callable, Sequence

from game.analysis.explore.asking import all_of, holds, is_now, opposite
from game.analysis.explore.flow import Add, Forget, Guard, Move, Point, Put
from game.analysis.explore.ground import Ground
from game.analysis.explore.lowering_effects import Effects
from game.analysis.explore.lowering_texts import Texts
from game.analysis.explore.sketch import Control, Stretch
from game.analysis.explore.targets import Named, of_place
from game.expr.syntax import Expr
from game.model.effect import Goto
from game.model.names import RETURN
from game.model.scene import Choice, Scene
from game.model.story import Story
from game.model.walk import consequences, every_effect

MOST_VISITS = 99
DEEP = 2
"""So many places that wait for what was called are told apart; what waits below them may be any."""
BELOW = "*"
"""Stands for what waits below."""

On = Callable[[Stretch], None]
"""Goes on from where a stretch has come to: to a scene, to what waits, or with the turn."""


def wait(control: Control, place: str) -> Control:
    """Let a place wait until what is called returns."""
    if place in ("", RETURN):
        return control
    calls = (*control.calls, place)
    return control._replace(calls=calls if len(calls) <= DEEP + 1 else (BELOW, *calls[-DEEP:]))


def leave(stretch: Stretch, otherwise: str, called: str) -> None:
    """Leave a place as the engine's ``Draft`` does: for where it was sent, or else ``otherwise``."""
    control = stretch.control
    goto = "" if control.goto == RETURN and not control.calls else control.goto
    goto = goto or otherwise
    if called:
        control, goto = wait(control, goto), called
    stretch.control = control._replace(goto=goto)


def places_that_wait(story: Story) -> tuple[str, ...]:
    """Every place that may ever wait until what was called returns."""
    places = [place for scene in story.scenes.values() for place in (scene.then, scene.call)]
    places += [consequence.goto for consequence in consequences(story)]
    places += [effect.scene for effect in every_effect(story) if isinstance(effect, Goto)]
    return tuple(place for place in dict.fromkeys(places) if place not in ("", RETURN))


class Scenes:
    """Draws scenes. ``settle`` looks at early endings and goes on, ``finish`` ends the story; both are given."""

    def __init__(self, ground: Ground, texts: Texts, effects: Effects, settle: On, finish: On) -> None:
        self._ground, self._texts, self._effects = ground, texts, effects
        self._settle, self._finish = settle, finish
        self._opens: dict[str, tuple[Expr | None, ...]] = {}
        self._hidden: dict[str, tuple[Expr | None, ...]] = {}

    def enter(self, stretch: Stretch, on: On) -> None:
        """Come to the scene where it goes on, and to its threads; stay there or go on."""
        scene = self._ground.story.scenes[stretch.control.goto]
        stretch.change(goto="")
        gathered: list[tuple[Stretch, tuple[str, ...]]] = []
        for come in self._come(stretch, scene):
            self._gather(come, list(scene.threads), {scene.id}, (), gathered)
        for here, threads in gathered:
            control = here.control
            if control.ended:
                self._finish(here)
            elif control.goto:
                on(here)
            elif scene.choices or threads:
                self._stay(here, scene, threads)
            else:
                leave(here, scene.then, scene.call)
                on(here)

    def _come(self, stretch: Stretch, scene: Scene) -> list[Stretch]:
        ground, name = self._ground, scene.id
        visits, met, came = f"visits({name})", f"met({scene.arc})", f"came({name})"
        if not scene.within and ground.keeps(visits):
            stretch.ops.append(Add(visits, is_now(1), down=False, low=0, high=MOST_VISITS))
        for key in (met, came, f"dealt({name})"):
            if ground.keeps(key):
                stretch.ops.append(Put(key, is_now(value=True)))
        for key in ground.waiting(name, stretch.control):
            several = key in ground.several
            stretch.ops.append(Forget(key, (False, True)) if several else Put(key, is_now(value=False)))
        stretch.meets += ground.met("scene", name) + ground.met("storylet", name)
        found = self._effects.do_all(stretch, scene.enter)
        if scene.silent:
            return found
        return [self._texts.tell(one, of_place(scene), scene.home) for one in found]

    def _gather(
        self,
        stretch: Stretch,
        waiting: Sequence[str],
        met: set[str],
        threads: tuple[str, ...],
        found: list[tuple[Stretch, tuple[str, ...]]],
    ) -> None:
        """Come to the threads that wait, as the engine does; add where each way has come to, with what it brings."""
        waiting = list(waiting)
        while waiting and not stretch.control.ended and not stretch.control.goto:
            name = waiting.pop(0)
            if name in met:
                continue
            thread = self._ground.story.scenes[name]
            if thread.when is not None:
                stretch, without = self._ground.sketch.split(stretch, thread.when.checked.tree)
                self._gather(without, waiting, met, threads, found)
            met = met | {name}
            brought = (*threads, name) if any(not choice.fallback for choice in thread.choices) else threads
            for come in self._come(stretch, thread):
                self._gather(come, [*thread.threads, *waiting], met, brought, found)
            return
        found.append((stretch, threads))

    def _stay(self, stretch: Stretch, scene: Scene, threads: tuple[str, ...]) -> None:
        """Come to where a choice of this scene is awaited, or taken by itself."""
        control = stretch.control
        if any(choice.silent for choice in scene.choices):
            point = Point(scene.id)
            here = self._ground.sketch.spot(
                ("here", scene.id, threads, control), point, control, lambda one: self._pass(one, scene, threads)
            )
            self._ground.sketch.close(stretch, here)
        else:
            self._await(stretch, scene, threads)

    def _await(self, stretch: Stretch, scene: Scene, threads: tuple[str, ...]) -> None:
        control = stretch.control
        point = Point(
            scene.id, awaits=True, scene=scene.id, threads=threads, turn=control.turn, phase=control.phase,
            calls=control.calls,
        )  # fmt: skip
        here = self._ground.sketch.spot(
            ("at", scene.id, threads, control), point, control, lambda one: self._choose(one, scene, threads)
        )
        self._ground.sketch.close(stretch, here)

    def _pass(self, stretch: Stretch, scene: Scene, threads: tuple[str, ...]) -> None:
        """Take the choice that has no words, if it stands; else wait for the reader."""
        closed = self._closed(scene, threads)
        for choice, is_open in zip(scene.choices, self._open(scene), strict=True):
            if not choice.fallback:
                continue
            if closed is None:
                break
            asked = (*closed, *(() if is_open is None else (Guard(is_open),)))
            if choice.silent:
                taken = stretch.asking(*asked)
                self._take(taken, scene, choice, scene)
            else:
                self._await(stretch.asking(*asked), scene, threads)
            closed = None if is_open is None else (*closed, Guard(is_open, wanted=False))
        if closed is not None:
            self._await(stretch.asking(*closed), scene, threads)
        for guards in self._something_open(scene, threads):
            self._await(stretch.asking(*guards), scene, threads)

    def _something_open(self, scene: Scene, threads: tuple[str, ...]) -> list[tuple[Guard, ...]]:
        """What must hold for each of the choices that are no fallbacks to be the first that is open."""
        found: list[tuple[Guard, ...]] = []
        before: tuple[Guard, ...] = ()
        for tree in self._plain(scene, threads):
            if tree is None:
                return [*found, before]
            found.append((*before, Guard(tree)))
            before = (*before, Guard(tree, wanted=False))
        return found

    def _plain(self, scene: Scene, threads: tuple[str, ...]) -> list[Expr | None]:
        """When each choice that is no fallback is open, in the scene and its threads."""
        places = (scene, *(self._ground.story.scenes[name] for name in threads))
        return [
            tree
            for place in places
            for choice, tree in zip(place.choices, self._open(place), strict=True)
            if not choice.fallback
        ]

    def _closed(self, scene: Scene, threads: tuple[str, ...]) -> tuple[Guard, ...] | None:
        """What must hold for nothing but fallbacks to be open; None where something always is."""
        trees = self._plain(scene, threads)
        asked = tuple(Guard(tree, wanted=False) for tree in trees if tree is not None)
        return asked if len(asked) == len(trees) else None

    def _open(self, scene: Scene) -> tuple[Expr | None, ...]:
        """When each choice of a scene is open; None for one that always is."""
        found = self._opens.get(scene.id)
        if found is None:
            found = self._opens[scene.id] = tuple(self._opened(scene, choice) for choice in scene.choices)
        return found

    def _opened(self, scene: Scene, choice: Choice) -> Expr | None:
        requires = None if choice.requires is None else choice.requires.checked.tree
        return all_of((self._stands(scene, choice), requires))

    @staticmethod
    def _stands(scene: Scene, choice: Choice) -> Expr | None:
        """When a choice is not hidden."""
        when = None if choice.when is None else choice.when.checked.tree
        once = opposite(holds(f"took({scene.id}.{choice.id})")) if choice.once else None
        return all_of((when, once))

    def _choose(self, stretch: Stretch, scene: Scene, threads: tuple[str, ...]) -> None:
        """Every choice that a reader may take here, and what stands where none is open."""
        for name in ("", *threads):
            place = self._ground.story.scenes[name] if name else scene
            for choice, is_open in zip(place.choices, self._open(place), strict=True):
                if not choice.fallback:
                    asked = () if is_open is None else (Guard(is_open),)
                    self._offer(stretch.source, place, choice, asked)
                    taken = stretch.asking(*asked)
                    taken.moves = (Move(choice=f"{name}.{choice.id}" if name else choice.id),)
                    self._take(taken, place, choice, scene)
        closed = self._closed(scene, threads)
        for choice, is_open in zip(scene.choices, self._open(scene), strict=True):
            if closed is None:
                return
            if choice.fallback:
                asked = (*closed, *(() if is_open is None else (Guard(is_open),)))
                if not choice.silent:
                    self._texts.offer(stretch.source, asked, _said(scene, choice), scene.home)
                    taken = stretch.asking(*asked)
                    taken.moves = (Move(choice=choice.id),)
                    self._take(taken, scene, choice, scene)
                closed = None if is_open is None else (*closed, Guard(is_open, wanted=False))
        if closed is not None:
            self._stuck(stretch.asking(*closed))

    def _offer(self, source: int, place: Scene, choice: Choice, is_open: tuple[Guard, ...]) -> None:
        """The texts of a choice that is no fallback: its label while it isn't hidden, its reason while it's locked."""
        stands = self._stands(place, choice)
        shown = () if stands is None else (Guard(stands),)
        self._texts.offer(source, shown, _said(place, choice), place.home)
        if choice.requires is not None:
            locked = (*shown, Guard(choice.requires.checked.tree, wanted=False))
            name = f"{place.id}.{choice.id}.locked"
            self._texts.offer(source, locked, ((choice.locked, name),), place.home)
        assert is_open or choice.requires is None, "what is locked by something is not always open"

    def _stuck(self, stretch: Stretch) -> None:
        self._ground.sketch.close(stretch, self._ground.sketch.stuck(stretch.control))

    def _take(self, stretch: Stretch, scene: Scene, choice: Choice, host: Scene) -> None:
        """Take a choice: what follows, a check if there is one, and away."""
        name, key = f"{scene.id}.{choice.id}", f"took({scene.id}.{choice.id})"
        stretch.meets += self._ground.met("choice", name)
        if self._ground.keeps(key):
            stretch.ops.append(Put(key, is_now(value=True)))
        check = choice.check
        for followed in self._effects.follow(stretch, choice.then, f"{name}.result", scene.home):
            if check is None:
                self._go(followed, scene, choice.then.call, host)
                continue
            here = self._ground.sketch.halt(followed, name)
            for passed, outcome, label in ((True, check.passed, "pass"), (False, check.failed, "fail")):
                tested = here.asking()
                tested.odds = check.odds.checked.tree, passed
                tested.moves = (Move(site=name, outcome=label),)
                for led in self._effects.follow(tested, outcome, f"{name}.{label}", scene.home):
                    self._go(led, scene, outcome.call or choice.then.call, host)

    def _go(self, stretch: Stretch, scene: Scene, called: str, host: Scene) -> None:
        """Leave a scene after a choice. One of a thread lets the scene that it stood in wait."""
        if scene.id != host.id:
            stretch.control = wait(wait(stretch.control, host.then), host.call)
        leave(stretch, scene.then, called)
        self._settle(stretch)


def _said(scene: Scene, choice: Choice) -> tuple[Named, ...]:
    name = f"{scene.id}.{choice.id}"
    return (choice.text, f"{name}.text"), (choice.cost, f"{name}.cost")
