"""The decision map: every session of a story as one tree, the decisions they share drawn once."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from game.engine.events import Told
from game.play.compare import decided
from game.play.playthrough import Playthrough


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A decision, or with number 0 the beginning.

    ``sessions`` came through here, ``stand`` are those of them that took no further decision, each with the id of the
    ending it reached there (empty: it can go on). ``ways`` is how many choices were open here to one of them and taken
    by none. ``parent`` and ``children`` are indices into the tree; the beginning's parent is -1.
    """

    number: int
    turn: int
    place: str
    choice: str
    parent: int
    sessions: tuple[str, ...]
    stand: tuple[tuple[str, str], ...]
    ways: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The map: ``nodes`` each before its children, the first the beginning; how many scenes were read, how many not."""

    nodes: tuple[Node, ...]
    read: int
    unread: int

    def path(self, index: int) -> tuple[int, ...]:
        """The indices from the beginning to a node, both included."""
        found = [index]
        while self.nodes[found[-1]].parent >= 0:
            found.append(self.nodes[found[-1]].parent)
        return tuple(found[::-1])

    def of(self, session: str, number: int) -> int:
        """The index of a session's ``number``-th decision. Raises KeyError if it took none of that number."""
        for index, node in enumerate(self.nodes):
            if node.number == number and session in node.sessions:
                return index
        raise KeyError(session)


@dataclass(slots=True)
class _Growing:
    """A node while sessions are still being laid into the tree."""

    number: int = 0
    turn: int = 0
    place: str = ""
    choice: str = ""
    sessions: list[str] = field(default_factory=list)
    stand: list[tuple[str, str]] = field(default_factory=list)
    ways: set[tuple[str, str]] = field(default_factory=set)
    children: dict[tuple[str, str], "_Growing"] = field(default_factory=dict)


def tree(sessions: Iterable[tuple[str, Playthrough]]) -> Tree:
    """Lay sessions of one story, each with its name, into one tree."""
    root, scenes, read = _Growing(), frozenset[str](), set[str]()
    for name, playthrough in sessions:
        _lay(root, name, playthrough)
        scenes = frozenset(scene.written.home for scene in playthrough.program.scenes.values())
        read |= _read(playthrough)
    return Tree(_flat(root), len(read & scenes), len(scenes - read))


def _lay(root: _Growing, name: str, playthrough: Playthrough) -> None:
    node = root
    for one, move in zip((None, *decided(playthrough)), playthrough.moves, strict=True):
        if one is not None:
            key = (one.place, one.choice)
            node = node.children.setdefault(key, _Growing(one.number, one.turn, one.place, one.choice))
        here = replace(playthrough, moves=(move,))  # only to ask what is offered there
        node.sessions.append(name)
        node.ways |= {(here.place, choice) for choice in here.open}
    node.stand.append((name, playthrough.state.ended))


def _read(playthrough: Playthrough) -> set[str]:
    """The scenes whose text was read."""
    events = (event for move in playthrough.moves for event in move.step.events)
    scenes = playthrough.program.scenes
    return {scenes[event.owner].written.home for event in events if isinstance(event, Told) and event.role == "scene"}


def _flat(root: _Growing) -> tuple[Node, ...]:
    """The nodes in depth-first order; without recursion, as a session may be a hundred thousand decisions deep."""
    order: list[tuple[_Growing, int]] = []
    waiting: list[tuple[_Growing, int]] = [(root, -1)]
    children: dict[int, list[int]] = {}
    while waiting:
        node, parent = waiting.pop()
        index = len(order)
        children.setdefault(parent, []).append(index)
        order.append((node, parent))
        waiting.extend((child, index) for child in reversed(node.children.values()))
    return tuple(
        Node(
            number=node.number,
            turn=node.turn,
            place=node.place,
            choice=node.choice,
            parent=parent,
            sessions=tuple(node.sessions),
            stand=tuple(node.stand),
            ways=len(node.ways - node.children.keys()),
            children=tuple(children.get(index, ())),
        )
        for index, (node, parent) in enumerate(order)
    )
