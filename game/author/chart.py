"""The map of a story: scenes, storylets and endings as nodes, the ways between them, and the doors into them.

A door leads in from outside the scenes: the start, a date, an arc's beat, a deck, an ending's own moment. What nothing
leads to is an orphan; whether a condition can ever hold is not asked.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from game.author.ways import Way, ending_key, going_on, rule_key, ways_of
from game.model.ending import Ending
from game.model.scene import Scene
from game.model.story import Story
from game.model.world import DealPhase, ScenePhase
from game.source.clean import clean_line

NodeKind = Literal["scene", "storylet", "ending", "rule"]
DoorKind = Literal["start", "date", "beat", "deck", "early", "last", "rule"]
HUB = 5
"""A node with ways to or from so many others is a hub."""


@dataclass(frozen=True, slots=True)
class Door:
    """A way in from outside: its kind, how it is said, and the first turn it may open in (0 if that isn't known)."""

    kind: DoorKind
    said: str
    turn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One place. ``neighbours`` counts the others it has ways to or from.

    In a part of a map ``outside`` is set on what only borders on what was asked for, ``cut`` on what has ways that lead
    out of the part.
    """

    key: str
    kind: NodeKind
    name: str
    title: str = ""
    arc: str = ""
    deck: str = ""
    doors: tuple[Door, ...] = ()
    goes_on: bool = False
    orphan: bool = False
    neighbours: int = 0
    outside: bool = False
    cut: bool = False

    @property
    def hub(self) -> bool:
        """Whether many ways meet here."""
        return self.neighbours >= HUB

    @property
    def cluster(self) -> tuple[str, str]:
        """Where it stands on the map: its kind of cluster and that one's id."""
        if self.kind in ("ending", "rule"):
            return self.kind, ""
        if self.deck:
            return "deck", self.deck
        return ("arc", self.arc) if self.arc else ("scene", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A map. ``clusters`` says each cluster's title, in the order in which they are shown.

    ``part`` says what of the story it shows, and is empty where it shows all.
    """

    title: str
    part: str = ""
    nodes: Mapping[str, Node]
    ways: tuple[Way, ...]
    clusters: Mapping[tuple[str, str], str]

    def members(self, cluster: tuple[str, str]) -> list[Node]:
        """The nodes of a cluster, in the order written."""
        return [node for node in self.nodes.values() if node.cluster == cluster]

    def around(self, name: str, steps: int) -> "Chart":
        """The part that can be walked from a node in so many steps, along ways and against them. KeyError if none."""
        start = self._key(name)
        beside: dict[str, set[str]] = defaultdict(set)
        for way in self.ways:
            beside[way.source].add(way.target)
            beside[way.target].add(way.source)
        found = edge = {start}
        for _ in range(steps):
            edge = {other for key in edge for other in beside[key]} - found
            found = found | edge
        said = f"around `{name}`, {steps} step{'' if steps == 1 else 's'}"
        return self._part(said, lambda node: node.key in found, set())

    def of_arc(self, arc: str) -> "Chart":
        """An arc's scenes, and as outsiders what they have ways to or from."""
        return self.of_scenes(f"the arc `{arc}`", {node.key for node in self.nodes.values() if node.arc == arc})

    def of_scenes(self, part: str, names: Collection[str]) -> "Chart":
        """These scenes, and as outsiders what they have ways to or from; ``part`` says what they are together."""
        bordering = {way.target for way in self.ways if way.source in names} | {
            way.source for way in self.ways if way.target in names
        }
        own = {key for key in self.nodes if key in names}
        return self._part(part, lambda node: node.key in own | bordering, bordering - own)

    def _key(self, name: str) -> str:
        """The key of a scene, or of an ending, by its id."""
        return name if name in self.nodes else self.nodes[ending_key(name)].key

    @property
    def name(self) -> str:
        """What it is a map of: the story, or a part of it."""
        return f"{self.title}, {self.part}" if self.part else self.title

    def _part(self, part: str, wanted: Callable[[Node], bool], outside: set[str]) -> "Chart":
        own = {key for key, node in self.nodes.items() if wanted(node)}
        ways = tuple(
            way for way in self.ways if {way.source, way.target} <= own and not {way.source, way.target} <= outside
        )
        kept = set(ways)
        cut = {key for way in self.ways if way not in kept for key in (way.source, way.target)}
        nodes = {
            key: replace(node, outside=key in outside, cut=key in cut) for key, node in self.nodes.items() if key in own
        }
        return replace(self, part=part, nodes=nodes, ways=ways, clusters=_shown(self.clusters, nodes.values()))


def chart_of(story: Story) -> Chart:
    """The whole map of a story."""
    ways = ways_of(story)
    neighbours: Counter[str] = Counter()
    for source, target in {frozenset((way.source, way.target)): (way.source, way.target) for way in ways}.values():
        if source != target:
            neighbours.update((source, target))
    leads = {way.source for way in ways}
    unsaid = going_on(story)
    nodes = [_scene(story, scene, goes_on=scene.id in unsaid) for scene in story.scenes.values() if not scene.within]
    nodes += [_ending(ending) for ending in story.endings]
    nodes += [
        Node(key=rule_key(rule.id), kind="rule", name=rule.id, doors=(Door("rule", "a turn's end"),))
        for rule in story.world.rules
        if rule_key(rule.id) in leads
    ]
    reached = _reached(nodes, ways)
    placed = {
        node.key: replace(node, orphan=node.key not in reached, neighbours=neighbours[node.key]) for node in nodes
    }
    titles: dict[tuple[str, str], str] = {("scene", ""): "Scenes"}
    titles |= {("arc", arc.id): clean_line(arc.title) for arc in story.world.arcs}
    titles |= {("deck", one.deck): f"Deck: {one.deck}" for one in story.storylets.values()}
    titles |= {("rule", ""): "Rules", ("ending", ""): "Endings"}
    return Chart(title=story.title, nodes=placed, ways=ways, clusters=_shown(titles, placed.values()))


def _shown(titles: Mapping[tuple[str, str], str], nodes: Iterable[Node]) -> dict[tuple[str, str], str]:
    there = {node.cluster for node in nodes}
    return {cluster: title for cluster, title in titles.items() if cluster in there}


def _scene(story: Story, scene: Scene, *, goes_on: bool) -> Node:
    storylet = story.storylets.get(scene.id)
    return Node(
        key=scene.id,
        kind="scene" if storylet is None else "storylet",
        name=scene.id,
        title=clean_line(scene.title),
        arc=scene.arc,
        deck="" if storylet is None else storylet.deck,
        doors=tuple(_doors(story, scene)),
        goes_on=goes_on,
    )


def _doors(story: Story, scene: Scene) -> list[Door]:
    """The ways into a scene that no other scene opens."""
    found = [Door("start", "start", 1)] if scene.id == story.start else []
    phases = story.world.clock.phases if story.world.clock is not None else ()
    scene_phases = [phase for phase in phases if isinstance(phase, ScenePhase)]
    window, storylet = scene.window, story.storylets.get(scene.id)
    if window is not None and window.first == window.last and scene_phases:
        found.append(Door("date", f"turn {window.first}", window.first))
    elif window is not None and scene.arc and any(phase.arcs for phase in scene_phases):
        found.append(Door("beat", f"turns {window.first} to {window.last}", window.first))
    if storylet is not None and any(isinstance(phase, DealPhase) and storylet.deck in phase.decks for phase in phases):
        found.append(Door("deck", f"dealt from {storylet.deck}"))
    return found


def _ending(ending: Ending) -> Node:
    doors: tuple[Door, ...] = ()
    if ending.when is not None:
        when = clean_line(ending.when.checked.text)
        doors = (Door("early", f"any time: {when}") if ending.early else Door("last", f"after the last turn: {when}"),)
    elif not ending.early:
        doors = (Door("last", "after the last turn"),)
    return Node(key=ending_key(ending.id), kind="ending", name=ending.id, title=clean_line(ending.title), doors=doors)


def _reached(nodes: list[Node], ways: tuple[Way, ...]) -> set[str]:
    """What can be walked to from some door."""
    leads: dict[str, set[str]] = defaultdict(set)
    for way in ways:
        leads[way.source].add(way.target)
    found = {node.key for node in nodes if node.doors}
    edge = set(found)
    while edge:
        edge = {target for key in edge for target in leads[key]} - found
        found |= edge
    return found
