"""How one place of a story leads to another: every way that its choices, effects, promises and rules open."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.model.effect import Conditional, Draw, Effect, End, Goto, Keep, Later, Pledge, PutUp
from game.model.names import RETURN
from game.model.scene import Choice, Consequence, Scene
from game.model.story import Story
from game.model.world import Promise, ScenePhase

WayKind = Literal["goto", "call", "thread", "offer", "then", "pass", "fail", "later", "left", "promise", "ends"]


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one node to another.

    ``label`` says who takes it: a choice's id, a promise's; ``about`` what else is to be known: when it comes, what
    must hold.
    """

    source: str
    target: str
    kind: WayKind
    label: str = ""
    about: str = ""


def ending_key(name: str) -> str:
    """How an ending is named among nodes; it may have the name of a scene."""
    return f"ending({name})"


def rule_key(name: str) -> str:
    """How a rule is named among nodes."""
    return f"rule({name})"


def ways_of(story: Story) -> tuple[Way, ...]:
    """Every way of a story, in the order written, each once. Scenes within another count as that one."""
    finder = _Finder(story)
    inner = {name for name, scene in story.scenes.items() if scene.within} | {RETURN}
    found = [way for scene in story.scenes.values() for way in finder.scene(scene)]
    for rule in story.world.rules:
        found.extend(finder.effects(rule_key(rule.id), rule.do, "", ""))
    return tuple(dict.fromkeys(way for way in found if way.target not in inner))


def going_on(story: Story) -> frozenset[str]:
    """The scenes after which the turn goes on: some way through them names no place."""
    if story.world.clock is None:
        return frozenset()
    return frozenset(scene.home for scene in story.scenes.values() if _goes_on(scene))


def _goes_on(scene: Scene) -> bool:
    if scene.then:
        return False
    return any(_unsaid(choice) for choice in scene.choices) if scene.choices else not _ends(scene.enter)


class _Finder:
    """Walks what follows from what. Promises in progress are remembered, since one may keep another in a circle."""

    def __init__(self, story: Story) -> None:
        clock = story.world.clock
        self.planned = clock is not None and any(isinstance(phase, ScenePhase) for phase in clock.phases)
        self.promises: dict[str, Promise] = {promise.id: promise for promise in story.world.promises}
        self.storylets = story.storylets
        self.within: list[tuple[str, str]] = []

    def scene(self, scene: Scene) -> Iterator[Way]:
        """The ways out of a scene."""
        yield from self.effects(scene.home, scene.enter, "", "on entering")
        for choice in scene.choices:
            yield from self.choice(scene, choice)
        for thread in scene.threads:
            yield Way(scene.home, thread, "thread")
        if scene.call:
            yield Way(scene.home, scene.call, "call")
        if scene.then and (not scene.choices or any(_unsaid(choice) for choice in scene.choices)):
            yield Way(scene.home, scene.then, "then")
        storylet = self.storylets.get(scene.id)
        if storylet is not None and storylet.envelope is not None:
            yield from self.consequence(scene.id, storylet.envelope.default, "left", "", "left unopened")

    def choice(self, scene: Scene, choice: Choice) -> Iterator[Way]:
        """The ways that a choice opens."""
        asked = [("if ", choice.when), ("needs ", choice.requires)]
        holds = [word + condition.checked.text for word, condition in asked if condition is not None]
        about = ", ".join(["if nothing else is open", *holds] if choice.fallback else holds)
        home, label = scene.home, f"{scene.id}.{choice.id}".removeprefix(f"{scene.home}.")
        yield from self.consequence(home, choice.then, "goto", label, about)
        if choice.check is not None:
            odds = f"odds {choice.check.odds.checked.text}"
            said = f"{odds}, {about}" if about else odds
            yield from self.consequence(home, choice.check.passed, "pass", label, said)
            yield from self.consequence(home, choice.check.failed, "fail", label, said)

    def consequence(
        self, source: str, consequence: Consequence, kind: WayKind, label: str, about: str
    ) -> Iterator[Way]:
        """The ways that a consequence opens."""
        if consequence.call:
            yield Way(source, consequence.call, "call", label, about)
        if consequence.goto:
            yield Way(source, consequence.goto, kind, label, about)
        how = {"pass": "when it passes", "fail": "when it fails"}.get(kind, "")
        yield from self.effects(source, consequence.effects, label, _also(how, about))

    def effects(self, source: str, effects: tuple[Effect, ...], label: str, about: str) -> Iterator[Way]:
        """The ways that effects open."""
        for effect in effects:
            match effect:
                case Conditional():
                    asked = effect.when.checked.text
                    yield from self.effects(source, effect.do, label, _also(about, f"if {asked}"))
                    yield from self.effects(source, effect.otherwise, label, _also(about, f"unless {asked}"))
                case PutUp():
                    yield Way(source, effect.storylet, "offer", label, about)
                case Draw():
                    for one in effect.outcomes:
                        yield from self.effects(source, one.do, label, _also(about, f"if {one.id} is drawn"))
                case Goto():
                    yield Way(source, effect.scene, "goto", label, about)
                case End():
                    yield Way(source, ending_key(effect.ending), "ends", label, about)
                case Later():
                    when = f"turn {effect.turn}" if effect.turn is not None else f"{effect.after} later"
                    if effect.scene and self.planned:
                        yield Way(source, effect.scene, "later", label, _also(when, about))
                    yield from self.effects(source, effect.do, label, _also(when, about))
                case Pledge():
                    yield from self.promise(source, effect.promise, "broken")
                case Keep():
                    yield from self.promise(source, effect.promise, "kept")
                case _:
                    pass

    def promise(self, source: str, name: str, how: Literal["kept", "broken"]) -> Iterator[Way]:
        """The ways that a promise opens when it is kept or broken."""
        promise = self.promises.get(name)
        if promise is None or (name, how) in self.within:
            return
        self.within.append((name, how))
        consequence = promise.kept if how == "kept" else promise.broken
        yield from self.consequence(source, consequence, "promise", name, how)
        self.within.pop()


def _also(one: str, other: str) -> str:
    return ", ".join(part for part in (one, other) if part)


def _unsaid(choice: Choice) -> bool:
    """Whether a choice leaves the way on unsaid, in some outcome."""
    if choice.then.goto or _ends(choice.then.effects):
        return False
    if choice.check is None:
        return True
    outcomes = (choice.check.passed, choice.check.failed)
    return not all(outcome.goto or _ends(outcome.effects) for outcome in outcomes)


def _ends(effects: tuple[Effect, ...]) -> bool:
    """Whether these effects end the story or lead elsewhere whatever holds."""
    return any(isinstance(effect, End | Goto) for effect in effects)
