"""What was found of a story before it was edited, held against what it is now: the stored witnesses first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.analysis.claims import Held
from game.analysis.explore.board import Board
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.target import Kind
from game.analysis.explore.trail import beginning, cell_of
from game.analysis.explore.verdict import Found, Verdict
from game.analysis.explore.walker import ClaimSights
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.engine.start import StartError
from game.engine.state import State
from game.model.story import Story
from game.play.journal import Journal
from game.play.replay import Divergence, replay

METHOD = "stored witnesses"
_NONE: frozenset["Which"] = frozenset()
Which = tuple[Kind, str]
"""A target by its kind and name: its place may have changed since."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What was found of a target then, with the witness that was kept."""

    which: Which
    found: Found
    witness: Journal | None


@dataclass(frozen=True, slots=True)
class Before:
    """An exploration that was kept: what was found of each target, and whether readers could be stuck, with the way."""

    targets: tuple[Stored, ...] = ()
    stuck: str = ""
    witness: Journal | None = None


NOTHING_BEFORE = Before()
Became = Literal["still", "changed", "found", "lost", "proved", "open", "gone", "new", "mended", "broken"]
"""What became of a target since.

``still``: reached then, and its witness leads there still; ``changed``: reached by another way now; ``found``: not
reached then, and now it is; ``lost``: reached then, and now it is not; ``proved``: not known then, impossible now;
``open``: impossible then, not known now; ``gone``: there is no such target any more; ``new``: there was none then.
A claim that a witness broke is ``mended`` where none does now, and ``broken`` where one does that none did.
Of what was impossible or unknown and is so still, nothing is said.
"""


@dataclass(frozen=True, slots=True)
class Since:
    """One target and what became of it; ``verdict`` is how it is now, None where it is gone."""

    which: Which
    became: Became
    verdict: Verdict | None


def recheck(board: Board, stored: Iterable[Stored], stuck: Journal | None = None) -> frozenset[Which]:
    """Play every stored witness, and count what is met; return the targets whose own witness still leads to them.

    ``stuck`` is one that ended where nothing was open.
    """
    board.method = METHOD
    sightings, tree = Sightings(board.program), _Tree()
    renamed = board.program.story.renamed
    ends = [(one.which, tree.add(one.witness)) for one in stored if one.witness is not None]
    if stuck is not None:
        tree.add(stuck)
    met: dict[int, frozenset[Which]] = {}
    for journal, path in tree.longest():
        if not board.goes_on(len(path)):
            break
        met |= dict(zip(path, _along(board, sightings, journal), strict=False))
    return frozenset(
        which for which, node in ends if not met.get(node, _NONE).isdisjoint((which, _renamed(which, renamed)))
    )


class _Tree:
    """Journals that begin alike, laid upon one another, so that of many only the longest are played."""

    def __init__(self) -> None:
        self._nodes: dict[tuple[int, object], int] = {}
        self._inner: set[int] = set()
        self._journals: dict[int, tuple[Journal, list[int]]] = {}

    def add(self, journal: Journal) -> int:
        """Lay a journal upon the others; return the number of its last decision, of its beginning if it has none."""
        path = [self._node(0, (journal.opened.drew, journal.opened.fingerprint))]
        for took in journal.standing:
            self._inner.add(path[-1])
            path.append(self._node(path[-1], (took.scene, took.choice, took.drew)))
        self._journals[path[-1]] = journal, path
        return path[-1]

    def _node(self, before: int, what: object) -> int:
        return self._nodes.setdefault((before, what), len(self._nodes) + 1)

    def longest(self) -> Sequence[tuple[Journal, list[int]]]:
        """The journals that no other one goes on from, each with the numbers of its decisions."""
        return [both for node, both in self._journals.items() if node not in self._inner]


def _along(board: Board, sightings: Sightings, journal: Journal) -> list[frozenset[Which]]:
    """All that was met up to each decision, as far as the journal can be gone over the story as it is now."""
    try:
        found = replay(board.program, journal)
    except (EndlessError, StartError):
        return []
    playthrough = found.reached if isinstance(found, Divergence) else found
    claims = ClaimSights(board.program)
    trail = beginning(playthrough.journal.opened.drew)
    state: State | None = None
    held: Held = ()
    seen: frozenset[Which] = frozenset()
    result: list[frozenset[Which]] = []
    for move in playthrough.moves:
        took, now = move.took, move.step.state
        if took is not None and state is not None:
            trail = trail.then(cell_of(state), took.choice, took.drew)
            held = claims.after(held, now)
        else:
            held = claims.begin(now)
        met = sightings.met(state, "" if took is None else took.choice, move.step)
        stuck = not now.ended and not open_choices(board.program, now)
        if stuck:
            board.strand(trail)
        met += claims.decided(claims.stopped(held) if stuck else held)
        for target in met:
            board.reach(target, trail)
        seen |= {(target.kind, target.name) for target in met}
        result.append(seen)
        state = now
    return result


def since(
    stored: Iterable[Stored], verdicts: Iterable[Verdict], holds: frozenset[Which], story: Story
) -> tuple[Since, ...]:
    """What became of every target, in the order of the targets now, then those that are gone."""
    before = {one.which: one for one in stored}
    olds = {_renamed(which, story.renamed): which for which in before}
    found: list[Since] = []
    for verdict in verdicts:
        which: Which = verdict.target.kind, verdict.target.name
        old = before.pop(which, None) or before.pop(olds.get(which, which), None)
        became = "new" if old is None else _became(old, verdict, old.which in holds or which in holds)
        if which[0] == "claim" and became and story.claims[which[1]].kind != "sometimes":
            became = _OF_CLAIMS.get(became, became)
        if became:
            found.append(Since(which, became, verdict))
    return (*found, *(Since(which, "gone", None) for which in before))


_OF_CLAIMS: Mapping[Became, Became] = {"lost": "mended", "found": "broken"}


def _renamed(which: Which, renamed: Mapping[str, str]) -> Which:
    kind, name = which
    return kind, ".".join(renamed.get(part, part) for part in name.split("."))


def _became(old: Stored, now: Verdict, holds: bool) -> Became | None:
    if old.found == "reached":
        return "lost" if now.found != "reached" else "still" if holds else "changed"
    if now.found == "reached":
        return "found"
    if now.found == old.found:
        return None
    return "proved" if now.found == "impossible" else "open"
