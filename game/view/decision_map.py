"""The decision map as a reader may see it: decisions in words, endings by title, scenes not yet read only counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.play.playthrough import Playthrough
from game.play.tree import Node, tree
from game.view.decisions import chosen, place_title
from game.view.transcript import WIDTH, filled, how_many


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A decision on the map (with number 0 the beginning), in words.

    ``stand`` are the sessions that took no further decision, each with the title of the ending it reached (empty: it
    can go on); ``ways`` counts the choices nobody took from here. ``parent`` and ``children`` are indices.
    """

    number: int
    turn: int
    place: str
    title: str
    choice: str
    text: str
    sessions: tuple[str, ...]
    stand: tuple[tuple[str, str], ...]
    ways: int
    parent: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMap:
    """All sessions of a story as one tree; ``spots`` each before its children, the first the beginning."""

    story: str
    sessions: int
    read: int
    unread: int
    spots: tuple[Spot, ...]


def decision_map(sessions: Sequence[tuple[str, Playthrough]]) -> DecisionMap:
    """Draw the map of at least one session, each with its name."""
    found, by_name = tree(sessions), dict(sessions)
    story = sessions[0][1].program.story
    endings = {ending.id: ending.title for ending in story.endings}
    return DecisionMap(
        story=story.title,
        sessions=len(sessions),
        read=found.read,
        unread=found.unread,
        spots=tuple(_spot(node, by_name[node.sessions[0]], endings) for node in found.nodes),
    )


def _spot(node: Node, through: Playthrough, endings: dict[str, str]) -> Spot:
    return Spot(
        number=node.number,
        turn=node.turn,
        place=node.place,
        title=place_title(through.program, node.place) if node.number else "",
        choice=node.choice,
        text=chosen(through, node.number),
        sessions=node.sessions,
        stand=tuple((name, endings.get(ending, "")) for name, ending in node.stand),
        ways=node.ways,
        parent=node.parent,
        children=node.children,
    )


def elsewhere(found: DecisionMap, session: str) -> dict[int, tuple[Spot, ...]]:
    """What the others decided where this session did, by the numbers of its decisions; where none differed, nothing.

    Raises KeyError if the session isn't on the map.
    """
    if session not in found.spots[0].sessions:
        raise KeyError(session)
    others: dict[int, tuple[Spot, ...]] = {}
    here = 0
    while True:
        ways = [found.spots[child] for child in found.spots[here].children]
        taken = next((child for child in found.spots[here].children if session in found.spots[child].sessions), None)
        if taken is None:
            return others
        here = taken
        spot = found.spots[here]
        beside = tuple(way for way in ways if way.place == spot.place and way.choice != spot.choice)
        if beside:
            others[spot.number] = beside


def beside_text(spot: Spot) -> str:
    """What others decided, in a line: ``small-0002: Wait``."""
    return f"{', '.join(spot.sessions)}: {spot.text}"


def map_text(found: DecisionMap, *, whole: bool = False, width: int = WIDTH) -> str:
    """Return the map as text: where sessions part and stand; with ``whole`` every decision between as well."""
    scenes = f"{found.read} of {how_many(found.read + found.unread, 'scene')} read"
    parts = [filled(f"{found.story}: {how_many(found.sessions, 'session')}, {scenes}.", width), ""]
    waiting: list[tuple[int, int]] = [(0, 0)]
    while waiting:
        index, depth = waiting.pop()
        last = _run(found, index)
        parts.extend(filled(line, width, indent=2 * depth, hang=4) for line in _told(found, index, last, whole))
        spot = found.spots[last]
        deeper = depth + (len(spot.children) > 1 or bool(spot.stand))
        waiting.extend((child, deeper) for child in reversed(spot.children))
    return "\n".join(parts) + "\n"


def _run(found: DecisionMap, index: int) -> int:
    """The last of the decisions from here on at which nobody parts or stands."""
    while len(found.spots[index].children) == 1 and not found.spots[index].stand:
        index = found.spots[index].children[0]
    return index


def _told(found: DecisionMap, first: int, last: int, whole: bool) -> list[str]:
    """What is said of a run of decisions, and of what happens at its end."""
    begin, end = found.spots[first], found.spots[last]
    many = f" ({how_many(len(begin.sessions), 'session')})" if len(begin.sessions) > 1 else ""
    lines = [f"{begin.number}. {begin.title}: {begin.text}{many}" if begin.number else f"The beginning{many}"]
    between = found.spots[first + 1 : last + 1]  # of a run, each is the only child of the one before
    if whole:
        lines.extend(f"{spot.number}. {spot.title}: {spot.text}" for spot in between)
    elif between:
        more = len(between) - 1
        skipped = f"... {how_many(more, 'decision')} more, then " if more else ""
        lines.append(f"{skipped}{end.number}. {end.title}: {end.text}")
    for name, ending in end.stand:
        lines.append(f"= {name} ended with {ending}" if ending else f"= {name} stands here")
    if len(end.children) > 1:
        lines.append(f"* {how_many(len(end.children), 'way')} taken from here" + _untaken(end))
    elif end.stand and end.ways:
        lines.append(f"* {how_many(end.ways, 'way')} not taken from here")
    return lines


def _untaken(spot: Spot) -> str:
    return f", {spot.ways} not taken" if spot.ways else ""
