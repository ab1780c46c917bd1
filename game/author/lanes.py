"""Lanes of a drawn map: the frames of arcs and decks, put beside and below one another.

Lanes share a height where their columns don't meet. What nothing ties to a column stands in rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 190, 46
"""Size of a node."""
ACROSS, DOWN, THIN = 74, 22, 12
"""Between two columns; between two nodes, one below the other; the height of a way led through a column."""
SIDE, HEAD, GAP = 16, 40, 26
"""Inside a frame at its sides and at its head; between two frames."""
_BROAD = 6
"""Nodes of no column stand at least so many beside one another, where there are so many."""

Place = tuple[float, float]


@dataclass(slots=True)
class Lane:
    """One cluster as it is drawn: its nodes in the order written, its frame (left, top, width, height)."""

    keys: Sequence[str]
    left: float = 0
    top: float = 0
    width: float = 0
    height: float = 0


def size(key: str) -> float:
    """How high a place is: a node's, or that of a way led through."""
    return THIN if key.startswith("\0") else HEIGHT


class Band:
    """Lanes that stand beside one another, since their columns don't meet."""

    def __init__(self) -> None:
        self.taken: set[int] = set()
        self.lanes: list[tuple[Lane, dict[str, Place]]] = []

    def take(
        self,
        lane: Lane,
        rows: Mapping[int, list[str]],
        reach: range,
        heights: Mapping[str, float],
        loose: list[str],
    ) -> None:
        """Put a lane in, framed over the columns of ``reach``; nodes of no column fill rows below the others."""
        self.taken |= _columns_of(rows, reach)
        first, last = reach[0], reach[-1]
        places: dict[str, Place] = {
            key: (number * (WIDTH + ACROSS), heights[key]) for number, row in rows.items() for key in row
        }
        bottom = max(y + size(key) for key, (_, y) in places.items())
        for index, key in enumerate(loose):
            row, number = divmod(index, last - first + 1)
            y = bottom + DOWN + row * (HEIGHT + DOWN)
            places[key] = ((first + number) * (WIDTH + ACROSS), y)
        lane.left = first * (WIDTH + ACROSS) - SIDE
        lane.width = (last - first) * (WIDTH + ACROSS) + WIDTH + 2 * SIDE
        lane.height = max(y + size(key) for key, (_, y) in places.items()) + HEAD + SIDE
        self.lanes.append((lane, places))

    def settle(self, found: dict[str, Place], top: float) -> float:
        """Set the places down below ``top``; returns the band's lower end."""
        for lane, places in self.lanes:
            lane.top = top
            found.update({key: (x, y + top + HEAD) for key, (x, y) in places.items()})
        return max(lane.top + lane.height for lane, _ in self.lanes)


def reach_of(rows: Mapping[int, list[str]], loose: int, lowest: int, highest: int) -> range:
    """The columns that a lane's frame covers: those of its nodes, and as many more as its loose ones want."""
    own = [number for number, row in rows.items() if any(not key.startswith("\0") for key in row)]
    wide = max(max(own) - min(own) + 1, min(loose, _BROAD))
    first = max(min(*own, highest - wide + 1), min(lowest, *own))
    return range(first, first + wide)


def _columns_of(rows: Mapping[int, list[str]], reach: range) -> set[int]:
    return set(range(min(*rows, reach[0]), max(*rows, reach[-1]) + 1))


def place_in(bands: list[Band], rows: Mapping[int, list[str]], reach: range) -> Band:
    """The first band with room in these columns, or a new one."""
    wanted = _columns_of(rows, reach)
    for band in bands:
        if not band.taken & wanted:
            return band
    bands.append(Band())
    return bands[-1]


def packed(lanes: list[Lane], found: dict[str, Place], top: float, widest: float) -> None:
    """Frames of nodes that nothing ties, in rows no wider than ``widest``."""
    x, y, tallest = -float(SIDE), top, 0.0
    for lane in lanes:
        across = max(1, min(4, len(lane.keys)))
        lane.width = across * (WIDTH + DOWN) - DOWN + 2 * SIDE
        lane.height = -(-len(lane.keys) // across) * (HEIGHT + DOWN) - DOWN + HEAD + SIDE
        if x > 0 and x + lane.width > widest:
            x, y, tallest = -float(SIDE), y + tallest + GAP, 0.0
        lane.left, lane.top = x, y
        for index, key in enumerate(lane.keys):
            row, number = divmod(index, across)
            found[key] = (x + SIDE + number * (WIDTH + DOWN), y + HEAD + row * (HEIGHT + DOWN))
        x, tallest = x + lane.width + GAP, max(tallest, lane.height)
