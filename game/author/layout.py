"""Where things stand on a drawn map: time runs from left to right in columns, each cluster keeps a lane of its own.

Columns are longest paths after circles are cut, and later turns stand right of earlier ones. A way over several columns
is led through an empty place in each, so that it passes no node. Within a lane the order is by the middle of the
neighbours, swept to and fro. Lanes share a height where their columns don't meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from game.author.lanes import (
    DOWN,
    GAP,
    THIN,
    WIDTH,
    Band,
    Lane,
    Place,
    packed,
    place_in,
    reach_of,
    size,
)

_SWEEPS = 6
_FAR = 40
"""Ways over more columns than this are drawn straight, under what lies between."""

Pair = tuple[str, str]


@dataclass(slots=True)
class Layout:
    """The upper left corner of each node, the stops of each way that is led through columns, the size of the whole."""

    places: dict[str, Place] = field(default_factory=dict)
    stops: dict[Pair, list[Place]] = field(default_factory=dict)
    width: float = 0
    height: float = 0


def laid_out(lanes: Sequence[Lane], pairs: Iterable[Pair], earliest: Mapping[str, int], widest: float) -> Layout:
    """Lay out the lanes' nodes; frames are set on the lanes.

    Lanes in which nothing is tied to anything or has a turn in ``earliest`` stand below, packed in rows.
    """
    lane_of = {key: index for index, lane in enumerate(lanes) for key in lane.keys}
    inner = [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]
    tied = {key for pair in inner for key in pair}
    timed = [key for key in lane_of if key in tied or earliest.get(key)]
    forward = _without_circles(timed, inner)
    column = _columns(timed, forward, earliest)
    links, chains = _led_through(forward, column, lane_of)
    order = _ordered(column, links, lane_of)
    found = Layout()
    below: list[Lane] = []
    bands: list[Band] = []
    for index, lane in enumerate(lanes):
        rows = {number: [key for key in row if lane_of[key] == index] for number, row in order.items()}
        rows = {number: row for number, row in rows.items() if row}
        loose = [key for key in lane.keys if key not in column]
        if any(key in column for key in lane.keys):
            reach = reach_of(rows, len(loose), min(order), max(order))
            place_in(bands, rows, reach).take(lane, rows, reach, _heights(rows, links), loose)
        else:
            below.append(lane)
    top = 0.0
    for band in bands:
        top = band.settle(found.places, top) + GAP
    packed(below, found.places, top, max([widest, *(lane.left + lane.width for lane in lanes)]))
    for pair, between in chains.items():
        found.stops[pair] = [stop for key in between for stop in _across(found.places.pop(key))]
    found.width = max((lane.left + lane.width for lane in lanes), default=0)
    found.height = max((lane.top + lane.height for lane in lanes), default=0)
    return found


def _across(place: Place) -> tuple[Place, Place]:
    x, y = place
    return (x, y + THIN / 2), (x + WIDTH, y + THIN / 2)


def _without_circles(keys: Sequence[str], pairs: list[Pair]) -> list[Pair]:
    """The ways without those that lead back to where a walk, begun at the first node, comes from."""
    leads: dict[str, list[str]] = defaultdict(list)
    for source, target in pairs:
        leads[source].append(target)
    done: set[str] = set()
    back: set[Pair] = set()
    for start in keys:
        walk: list[tuple[str, int]] = [] if start in done else [(start, 0)]
        on = {key for key, _ in walk}
        while walk:
            key, index = walk.pop()
            if index == len(leads[key]):
                done.add(key)
                on.discard(key)
                continue
            walk.append((key, index + 1))
            target = leads[key][index]
            if target in on:
                back.add((key, target))
            elif target not in done:
                on.add(target)
                walk.append((target, 0))
    return [pair for pair in pairs if pair not in back]


def _columns(keys: Sequence[str], pairs: list[Pair], earliest: Mapping[str, int]) -> dict[str, int]:
    """Each node right of all that lead to it; those of a later turn not left of those of an earlier one."""
    leads: dict[str, list[str]] = defaultdict(list)
    waiting = dict.fromkeys(keys, 0)
    for source, target in pairs:
        leads[source].append(target)
        waiting[target] += 1
    turns = sorted({earliest[key] for key in keys if earliest.get(key)})
    found = {key: turns.index(earliest[key]) if earliest.get(key) else 0 for key in keys}
    ready = [key for key in keys if not waiting[key]]
    for key in ready:  # it grows while it is walked
        for target in leads[key]:
            found[target] = max(found[target], found[key] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    begun = {target for _, target in pairs}
    for key in keys:
        if key not in begun and not earliest.get(key) and leads[key]:
            found[key] = min(found[target] for target in leads[key]) - 1
    return found


def _led_through(
    pairs: list[Pair], column: dict[str, int], lane_of: dict[str, int]
) -> tuple[list[Pair], dict[Pair, list[str]]]:
    """Ways cut into steps of one column, by empty places added to ``column`` and ``lane_of``; and each way's places."""
    links: list[Pair] = []
    chains: dict[Pair, list[str]] = {}
    for source, target in pairs:
        if column[target] - column[source] > _FAR:
            continue
        between = {f"\0{source}\0{target}\0{index}": index for index in range(column[source] + 1, column[target])}
        column.update(between)
        lane_of.update(dict.fromkeys(between, lane_of[target]))
        walk = [source, *between, target]
        links.extend(pairwise(walk))
        chains[source, target] = list(between)
    return links, chains


def _ordered(column: dict[str, int], links: list[Pair], lane_of: dict[str, int]) -> dict[int, list[str]]:
    """The places of each column from the top down: by lane, then so that few ways cross."""
    rows: dict[int, list[str]] = defaultdict(list)
    for key in sorted(column, key=lambda key: lane_of[key]):
        rows[column[key]].append(key)
    beside = _beside(links)
    position = {key: index for row in rows.values() for index, key in enumerate(row)}
    for sweep in range(_SWEEPS):
        step = 1 if sweep % 2 == 0 else -1
        for number in sorted(rows)[::step]:
            middle = {
                key: _mean([position[other] for other in beside[key] if column[other] == number - step], position[key])
                for key in rows[number]
            }
            rows[number].sort(key=lambda key: (lane_of[key], middle[key]))
            position.update({key: place for place, key in enumerate(rows[number])})
    return dict(sorted(rows.items()))


def _beside(links: list[Pair]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for source, target in links:
        found[source].append(target)
        found[target].append(source)
    return found


def _mean(numbers: Sequence[float], otherwise: float) -> float:
    return sum(numbers) / len(numbers) if numbers else otherwise


def _apart(one: str, other: str) -> float:
    """How far the middles of two places, one below the other, must be apart."""
    both = one.startswith("\0") or other.startswith("\0")
    return (size(one) + size(other)) / 2 + (THIN if both else DOWN)


def _heights(rows: Mapping[int, list[str]], links: list[Pair]) -> dict[str, float]:
    """How far below its lane's top each place of a lane begins; no lane is higher than its fullest column."""
    own = {key for row in rows.values() for key in row}
    beside = _beside([pair for pair in links if own.issuperset(pair)])
    full = max(sum(map(_apart, row, row[1:])) + (size(row[0]) + size(row[-1])) / 2 for row in rows.values())
    middle: dict[str, float] = {}
    for row in rows.values():
        at = size(row[0]) / 2
        for key, following in zip(row, [*row[1:], row[-1]], strict=True):
            middle[key] = at
            at += _apart(key, following)
    for _ in range(_SWEEPS):
        for row in rows.values():
            wanted = [_mean([middle[other] for other in beside[key]], middle[key]) for key in row]
            _spread(row, wanted, middle, full)
    top = min((middle[key] - size(key) / 2 for key in own), default=0.0)
    return {key: middle[key] - size(key) / 2 - top for key in own}


def _spread(row: list[str], wanted: list[float], middle: dict[str, float], full: float) -> None:
    """Put places near where they want to be, in their order, without touching, and within the lane's height."""
    found: list[float] = []
    for index, key in enumerate(row):
        least = found[-1] + _apart(row[index - 1], key) if found else size(key) / 2
        found.append(max(wanted[index], least))
    shift = _mean([place - want for place, want in zip(found, wanted, strict=True)], 0.0)
    most = full + DOWN
    for index in range(len(row) - 1, -1, -1):
        key = row[index]
        most = full - size(key) / 2 if index == len(row) - 1 else most - _apart(key, row[index + 1])
        found[index] = most = min(found[index] - shift, most)
    for index, key in enumerate(row):
        least = middle[row[index - 1]] + _apart(row[index - 1], key) if index else size(key) / 2
        middle[key] = max(found[index], least)
