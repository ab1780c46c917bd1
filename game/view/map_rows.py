"""The decision map line by line, as a screen draws it: what two sessions share once, beneath it where they part."""

from dataclasses import dataclass
from typing import Literal

from game.view.decision_map import DecisionMap, Spot

_ON, _LAST, _BESIDE, _UNDER = "├ ", "└ ", "│ ", "  "
_FEW = 2
"""So many decisions after the first of a stretch need no folding: the fold would take the line it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """One line of the map.

    A ``decision`` is the spot itself; a ``fold`` stands for ``more`` decisions between which nobody parts; ``stand`` is
    where ``session`` took no further decision, with the title of the ending it reached, and ``more`` folded decisions
    before it. ``spot`` is an index into the map, ``run`` that of the first decision of the stretch the line belongs
    to, ``guide`` the lines drawn before it. A stretch that one session went alone to where it stands is one line: a
    ``stand`` that is ``alone``, and tells of its first decision too.
    """

    kind: Literal["decision", "fold", "stand"]
    spot: int
    run: int
    guide: str
    more: int = 0
    session: str = ""
    ending: str = ""
    alone: bool = False

    @property
    def id(self) -> str:
        """A name for the line that no other line has, and that folding doesn't change."""
        return f"{self.kind}-{self.spot}-{self.session}"


def map_rows(found: DecisionMap, unfolded: frozenset[int] = frozenset()) -> tuple[MapRow, ...]:
    """Return the lines of a map, in order; the stretches whose first spots are ``unfolded`` show every decision."""
    rows: list[MapRow] = []
    waiting: list[tuple[int, str, str]] = [(0, "", "")]
    while waiting:
        first, guide, below = waiting.pop()
        last = _end(found, first)
        here = found.spots[last]
        if first and first not in unfolded and not here.children and len(here.stand) == 1:
            rows.append(_alone(here, first, last, guide))
            continue
        rows.append(MapRow(kind="decision", spot=first, run=first, guide=guide))
        more = 0
        if first in unfolded or (here.children and last - first == _FEW):
            rows += [MapRow(kind="decision", spot=one, run=first, guide=below) for one in range(first + 1, last + 1)]
        elif not here.children:
            more = last - first
        elif last > first:
            rows += _folded(first, last, below)
        for at, (session, ending) in enumerate(here.stand, 1):
            is_last = at == len(here.stand) and not here.children
            rows.append(
                MapRow(
                    kind="stand",
                    spot=last,
                    run=first,
                    guide=below + (_LAST if is_last else _ON),
                    more=more,
                    session=session,
                    ending=ending,
                )
            )
        waiting.extend(
            (child, below + (_LAST if child == here.children[-1] else _ON), below + _beside(here, child))
            for child in reversed(here.children)
        )
    return tuple(rows)


def _alone(here: Spot, first: int, last: int, guide: str) -> MapRow:
    """The one line of a session that goes its own way to where it stands."""
    session, ending = here.stand[0]
    return MapRow(
        kind="stand", spot=last, run=first, guide=guide, more=last - first, session=session, ending=ending, alone=True
    )


def _beside(spot: Spot, child: int) -> str:
    return _UNDER if child == spot.children[-1] else _BESIDE


def _folded(first: int, last: int, below: str) -> list[MapRow]:
    """The lines of a stretch that sessions part at the end of: what lies between, and its last decision."""
    end = MapRow(kind="decision", spot=last, run=first, guide=below)
    between = last - first - 1
    return [MapRow(kind="fold", spot=last - 1, run=first, guide=below, more=between), end] if between else [end]


def _end(found: DecisionMap, index: int) -> int:
    """The last of the decisions from here on at which nobody parts or stands; each comes right after the one before."""
    while len(found.spots[index].children) == 1 and not found.spots[index].stand:
        index = found.spots[index].children[0]
    return index
