"""A story's claims as a part of its flow: what decides one is met there like any other target.

A claim about single states is looked for wherever a reader decides, and where a path ends. One that goes by what came
before has a key of its own, which says how it stands; it is kept on a way of its own into each such place.
"""

from collections.abc import Iterator
from dataclasses import replace

from game.analysis.claims import OPEN, WAITING, decides
from game.analysis.explore.flow import Either, Flow, Guard, Op, Point, Put, Way
from game.analysis.explore.target import Target
from game.expr.syntax import Binary, Expr, Literal, Name
from game.expr.types import Key, Type, Value, Whole
from game.model.claim import Claim
from game.model.story import Story

_DONE = 2
"""Nothing can decide it any more, or it was decided."""


def mark_of(claim: Claim) -> Key:
    """The key that says how a claim stands."""
    return f"claim({claim.id})"


def is_mark(key: Key) -> bool:
    """Whether a key says how a claim stands."""
    return key.startswith("claim(")


def watched(flow: Flow, story: Story) -> Flow:
    """The same flow, with every claim of its story watched; without claims, itself."""
    claims = tuple(story.claims.values())
    if not claims:
        return flow
    marked = tuple(claim for claim in claims if _has_mark(claim))
    counted = [number for number, point in enumerate(flow.points) if _counts(point)]
    gates = {number: len(flow.points) + at for at, number in enumerate(counted)} if marked else {}
    plain = tuple(claim for claim in claims if not _has_mark(claim))
    ways = [_redirected(way, gates) for way in flow.ways]
    for number in counted:
        ways += [_look(number, guards, claim) for claim in plain for guards in _deciding(claim, flow.points[number])]
    for number, gate in gates.items():
        ways += [_look(gate, guards, claim) for claim in marked for guards in _deciding(claim, flow.points[number])]
        ways.append(Way(gate, number, ops=tuple(op for claim in marked for op in _kept(claim))))
    types: dict[Key, Type] = {mark_of(claim): Whole(WAITING, _DONE) for claim in marked}
    start: dict[Key, tuple[Value, ...]] = {
        mark_of(claim): (OPEN if claim.after is None else WAITING,) for claim in marked
    }
    return Flow(
        points=(*flow.points, *(Point(flow.points[number].name) for number in gates)),
        ways=tuple(ways),
        begin=gates.get(flow.begin, flow.begin),
        types={**flow.types, **types},
        start={**flow.start, **start},
        exact=flow.exact,
    )


def _has_mark(claim: Claim) -> bool:
    """Whether it goes by more than the state that is looked at."""
    return claim.after is not None or claim.before is not None or claim.kind == "eventually"


def _counts(point: Point) -> bool:
    """Whether claims speak of what is so here."""
    return point.awaits or bool(point.ending) or point.stuck


def _redirected(way: Way, gates: dict[int, int]) -> Way:
    """A way into a place leads to the gate before it; what only looks at a place still does."""
    return way if way.to not in gates or way.looks else replace(way, to=gates[way.to])


def _look(at: int, guards: tuple[Guard, ...], claim: Claim) -> Way:
    return Way(at, at, guards, meets=(Target("claim", claim.id, claim.at),))


def _deciding(claim: Claim, point: Point) -> Iterator[tuple[Guard, ...]]:
    """What must hold at a place to decide a claim: any of these."""
    what = decides(claim)
    decisive = Guard(what.tree, what.wanted)
    if not _has_mark(claim):
        yield (decisive,)
        return
    still = () if claim.before is None else (Guard(claim.before.checked.tree, wanted=False),)
    if not what.at_end or point.ending or point.stuck:
        yield (decisive, Guard(_stands(claim, OPEN)), *still)
        if claim.after is not None:
            yield (decisive, Guard(claim.after.checked.tree), Guard(_stands(claim, WAITING)), *still)
    if what.at_end and claim.before is not None:
        yield (Guard(_stands(claim, OPEN)), Guard(claim.before.checked.tree))


def _kept(claim: Claim) -> Iterator[Op]:
    """How a claim stands from here on."""
    mark = mark_of(claim)
    if claim.before is not None:
        yield Either(claim.before.checked.tree, (Put(mark, Literal(0, 0, _DONE)),))
    if claim.after is not None:
        begun = Either(claim.after.checked.tree, (Put(mark, Literal(0, 0, OPEN)),))
        yield Either(_stands(claim, WAITING), (begun,))
    if claim.kind == "eventually":
        seen = Either(claim.what.checked.tree, (Put(mark, Literal(0, 0, _DONE)),))
        yield Either(_stands(claim, OPEN), (seen,))


def _stands(claim: Claim, mark: int) -> Expr:
    return Binary(0, 0, "==", Name(0, 0, mark_of(claim)), Literal(0, 0, mark))
