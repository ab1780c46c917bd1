"""Whether every place of a story without a clock has a way on: exact as far as ways go, conditions left aside."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.load import problems
from game.model.effect import Effect, End, Goto, Keep, effects_of
from game.model.names import RETURN
from game.model.scene import Choice, Consequence, Scene
from game.model.story import Story
from game.source.diagnostic import Diagnostic
from game.source.span import Span

_LEAVING: frozenset[type[object]] = frozenset((Goto, End))
_SENDING: frozenset[type[object]] = frozenset((Goto, Keep))


class Exit(NamedTuple):
    """One way to leave a scene.

    ``ways`` are where it may go on: scenes, ``return``, and an empty one where nothing is said. ``call`` is read
    before. ``otherwise`` is where a ``return`` goes on if nobody called.
    """

    name: str
    ways: frozenset[str]
    at: Span
    call: str = ""
    otherwise: str = ""

    @property
    def ends(self) -> bool:
        """Whether it may go back to what called."""
        return not self.ways.isdisjoint(("", RETURN))

    @property
    def places(self) -> frozenset[str]:
        """The scenes it goes on at while somebody waits."""
        return self.ways - {"", RETURN}


def ways_on(story: Story) -> Iterator[Diagnostic]:
    """Every place that a reader may come to, or none may, and that has no way on there."""
    finder = _Finder(story)
    exits = {scene.id: tuple(finder.exits(scene)) for scene in story.scenes.values()}
    if not any(one.ends for ways in exits.values() for one in ways):
        return
    returns = _returning(exits)
    alone = _reached(exits, returns, {story.start}, called=False)
    threads = {name for scene in story.scenes.values() for name in scene.threads}
    inside = _reached(exits, returns, _callees(exits) | threads, called=True)
    for name, ways in exits.items():
        for one in ways:
            if one.call and one.call not in returns:
                continue
            if "" in one.ways and (name in alone or name not in inside):
                yield problems.goes_nowhere(one.at, one.name)
            elif RETURN in one.ways and not one.otherwise and name in alone:
                yield problems.returns_nowhere(one.at, one.name)


Exits = dict[str, tuple[Exit, ...]]


def _returning(exits: Exits) -> set[str]:
    """The scenes from which it may go back to what called them."""
    asking: dict[str, list[tuple[str, Exit]]] = {}
    for name, ways in exits.items():
        for one in ways:
            for other in one.places | {one.call}:
                asking.setdefault(other, []).append((name, one))
    found: set[str] = set()
    waiting = [name for name, ways in exits.items() if any(_returns(one, found) for one in ways)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(other for other, one in asking.get(name, ()) if _returns(one, found))
    return found


def _returns(one: Exit, returning: set[str]) -> bool:
    if one.call and one.call not in returning:
        return False
    return one.ends or not returning.isdisjoint(one.places)


def _callees(exits: Exits) -> set[str]:
    return {one.call for ways in exits.values() for one in ways if one.call}


def _reached(exits: Exits, returns: set[str], begin: set[str], *, called: bool) -> set[str]:
    """What can be walked to from there; ``called``: while somebody waits, so that calls made on the way count too."""
    found: set[str] = set()
    edge = set(begin)
    while edge:
        found |= edge
        edge = {place for name in edge for one in exits.get(name, ()) for place in _next(one, returns, called)} - found
    return found


def _next(one: Exit, returns: set[str], called: bool) -> Iterable[str]:
    places = set(one.places)
    if not called and one.otherwise and RETURN in one.ways:
        places.add(one.otherwise)
    if not one.call:
        return places
    if called:
        return {one.call, *(places if one.call in returns else ())}
    return places if one.call in returns else ()


class _Finder:
    """The exits of scenes."""

    def __init__(self, story: Story) -> None:
        self.scenes = story.scenes
        self.kept = {promise.id: promise.kept for promise in story.world.promises}

    def exits(self, scene: Scene) -> Iterator[Exit]:
        """Every way to leave a scene."""
        sent = self.sent(scene.enter)
        if sent:
            yield Exit(name=scene.id, ways=frozenset(sent), at=scene.at)
        threads = [name for name in scene.threads if name in self.scenes and _offers(self.scenes[name])]
        for name in threads:
            yield Exit(name=scene.id, ways=frozenset((scene.then,)), call=name, at=scene.at)
        stays = scene.choices or any(self.scenes[name].when is None for name in threads)
        if not stays and not _surely(scene.enter):
            ways = {scene.then} if scene.then or not (sent or _may_end(scene.enter)) else set()
            yield Exit(name=scene.id, ways=frozenset(ways), call=scene.call, at=scene.at)
        for choice in scene.choices:
            for outcome in (choice.then,) if choice.check is None else (choice.check.passed, choice.check.failed):
                yield self.exit(scene, choice, outcome)

    def exit(self, scene: Scene, choice: Choice, outcome: Consequence) -> Exit:
        """The way out by a choice, in one outcome of it."""
        effects = choice.then.effects + (outcome.effects if outcome is not choice.then else ())
        said = outcome.goto or choice.then.goto
        ways = self.sent(effects)
        if not _surely(effects):
            if said or scene.then:
                ways.add(said or scene.then)
            elif not ways and not _may_end(effects):
                ways.add("")
        return Exit(
            name=f"{scene.id}.{choice.id}",
            ways=frozenset(ways),
            call=outcome.call or choice.then.call,
            otherwise="" if scene.then == RETURN else scene.then,
            at=choice.at,
        )

    def sent(self, effects: tuple[Effect, ...]) -> set[str]:
        """Where these effects may send a reader."""
        found: set[str] = set()
        every = effects_of(effects)
        if _SENDING.isdisjoint(map(type, every)):
            return found
        for effect in every:
            if isinstance(effect, Goto):
                found.add(effect.scene)
            elif isinstance(effect, Keep) and effect.promise in self.kept:
                kept = self.kept[effect.promise]
                found |= {kept.goto, *(one.scene for one in effects_of(kept.effects) if isinstance(one, Goto))} - {""}
        return found


def _offers(thread: Scene) -> bool:
    """Whether a thread can hold the reader where it is told: its fallbacks don't count there."""
    return any(not choice.fallback for choice in thread.choices)


def _surely(effects: tuple[Effect, ...]) -> bool:
    """Whether these effects lead elsewhere, or end the story, whatever holds."""
    return not _LEAVING.isdisjoint(map(type, effects))


def _may_end(effects: tuple[Effect, ...]) -> bool:
    return End in map(type, effects_of(effects))
