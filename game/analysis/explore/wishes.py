"""What a play may go after: what an open target asks for, and which choices lead toward that."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.explore.leads import Leads, leads_of
from game.analysis.explore.target import Kind, Target
from game.analysis.explore.targets import every_variant
from game.analysis.explore.variants import Turn
from game.engine.layout import planted
from game.engine.program import Program
from game.engine.state import State
from game.expr.asks import Ask, ask_of
from game.expr.syntax import Binary, Expr, Unary
from game.expr.types import Value
from game.model.condition import Condition

_NEARER, _ASTRAY = 4, -40


@dataclass(frozen=True, slots=True)
class Wish:
    """Questions that should come out well for a target, and how far each scene is from the one that is wanted."""

    target: Target
    leads: Leads
    asks: tuple[Ask, ...]
    distance: dict[str, int]

    def score(self, state: State, choice: str) -> int:
        """How much a choice would do for the wish, as far as can be told from what is written."""
        found = 0
        own = choice if "." in choice else f"{state.scene}.{choice}" if state.scene else choice
        moves = self.leads.moves.get(own, {})
        if moves:
            slots, values = self.leads.slots, state.values
            for ask in self.asks:
                key = ask.keys[0]
                if key in moves and key in slots:
                    found += _help(ask, values[slots[key]], moves[key])
        if self.distance and state.scene:
            found += self._nearer(state.scene, own)
        return found

    def _nearer(self, scene: str, choice: str) -> int:
        here, places = self.distance.get(scene), self.leads.places.get(choice, ())
        if here is None or not places:
            return 0
        there = min((self.distance[place] for place in places if place in self.distance), default=None)
        return _ASTRAY if there is None else _NEARER * (here - there)


class Wishes:
    """The wishes of one story's targets."""

    def __init__(self, program: Program) -> None:
        story = program.story
        self._leads = leads_of(program)
        self._scenes = story.scenes
        self._whens: dict[Target, list[tuple[Expr, bool]]] = {}
        for scene in story.scenes.values():
            of_scene = list(_trees(scene.when))
            kind: Kind = "storylet" if scene.id in story.storylets else "scene"
            self._whens[Target(kind, scene.id)] = of_scene
            for choice in scene.choices:
                target = Target("choice", f"{scene.id}.{choice.id}")
                self._whens[target] = [*_trees(choice.when), *_trees(choice.requires), *of_scene]
        for line in story.lines:
            self._whens[Target("line", line.id)] = list(_trees(line.when))
        for ending in story.endings:
            self._whens[Target("ending", ending.id)] = list(_trees(ending.when))
        for coda in story.codas:
            self._whens[Target("coda", coda.id)] = list(_trees(coda.when))
        self._again: dict[Target, int] = {}
        """How often the scene of a text must be entered for its turn to come, at least."""
        self._planted = {Target("coda", one.id): planted(one.id) for one in story.codas if one.planted}
        owners = {target.name: whens for target, whens in self._whens.items()}
        for variant in every_variant(story):
            asked = [(ask.tree, ask.wanted) for ask in variant.asks if not isinstance(ask, Turn)]
            turns = [ask.index for ask in variant.asks if isinstance(ask, Turn)]
            if turns:
                self._again[variant.target] = max(turns) + 1
            self._whens[variant.target] = [*asked, *_owned(variant.target.name, owners)]
        self._tries: dict[Target, int] = {}
        self._distances: dict[str, dict[str, int]] = {}

    def of(self, target: Target) -> Wish:
        """What would help to meet a target; where it could be met in several ways, another one each time."""
        tries = self._tries[target] = self._tries.get(target, -1) + 1
        asks = [ask for tree, wanted in self._whens.get(target, ()) for ask in _needs(tree, wanted, tries)]
        if target in self._planted:
            asks.append(Ask((self._planted[target],)))
        scene = self._scene(target.name)
        if target in self._again and scene:
            asks.append(Ask((f"visits({self._scenes[scene].home})",), low=self._again[target]))
        return Wish(target, self._leads, tuple(asks), self._distance(scene))

    def _scene(self, name: str) -> str:
        """The scene that a thing stands in, by the thing's name; empty where it stands in none."""
        while name and name not in self._scenes:
            name = name.rpartition(".")[0]
        return name

    def _distance(self, scene: str) -> dict[str, int]:
        """How many decisions each scene is from this one, at least."""
        if not scene:
            return {}
        if scene not in self._distances:
            found, waiting = {scene: 0}, deque([scene])
            while waiting:
                at = waiting.popleft()
                for before in self._leads.sources.get(at, ()):
                    if before not in found:
                        found[before] = found[at] + 1
                        waiting.append(before)
            self._distances[scene] = found
        return self._distances[scene]


def _trees(when: Condition | None) -> Iterator[tuple[Expr, bool]]:
    if when is not None:
        yield when.checked.tree, True


def _owned(name: str, owners: dict[str, list[tuple[Expr, bool]]]) -> list[tuple[Expr, bool]]:
    """What the thing asks for whose text this is: ``hall.ask`` of ``hall.ask.result#2``."""
    while name and name not in owners:
        name = name.rpartition(".")[0]
    return owners.get(name, [])


def _needs(tree: Expr, wanted: bool, tries: int) -> Iterator[Ask]:
    """The questions that would make a condition come out as wanted; of alternatives one, by ``tries``."""
    match tree:
        case Unary(op="not"):
            yield from _needs(tree.operand, not wanted, tries)
        case Binary(op="and" | "or") if (tree.op == "and") == wanted:
            yield from _needs(tree.left, wanted, tries)
            yield from _needs(tree.right, wanted, tries)
        case Binary(op="and" | "or"):
            yield from _needs((tree.left, tree.right)[tries % 2], wanted, tries // 2)
        case _:
            ask = ask_of(tree, wanted)
            if ask is not None:
                yield ask


def _help(ask: Ask, now: Value, move: Value | tuple[int]) -> int:
    """2 where a move brings what is asked for nearer, less where it leads away from it."""
    holds = _holds(ask, now)
    if not isinstance(move, tuple):
        after = _holds(ask, move)
        return 0 if after == holds else 3 if after else -3
    if isinstance(now, str) or ask.inside is False:
        return 0
    by = move[0]
    if holds:
        return 0 if _holds(ask, now + by) else -2
    low = ask.low is not None and now < ask.low
    return 2 if (by > 0) == low else -2


def _holds(ask: Ask, value: Value) -> bool:
    if ask.word:
        return (value == ask.word) == ask.inside
    if isinstance(value, str) or (ask.low is None and ask.high is None):
        return bool(value) == ask.inside
    inside = (ask.low is None or value >= ask.low) and (ask.high is None or value <= ask.high)
    return inside == ask.inside
