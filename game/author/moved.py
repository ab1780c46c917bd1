"""How often things come in two versions of a story, where that differs by more than noise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.analysis.noise import Between, moved, shift
from game.analysis.paired import CUT, Fact, Readings
from game.author.parts import PLURAL, parts_of
from game.author.versions import name_now
from game.model.story import Story

KINDS = {
    "ending": "endings", "claim": "claims that were decided", "storylet": "storylets", "scene": "scenes",
    "choice": "choices taken", "pass": "checks passed", "coda": "codas", "cut": "readings without an end",
}  # fmt: skip
"""What is looked at, and how it is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One thing: in which share of the readings it came ``before`` and ``now``, and the range of the difference."""

    kind: str
    name: str
    before: float
    now: float
    by: Between


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """What moved by more than noise, the most first, of ``looked_at`` things that both versions have.

    ``gained`` and ``lost`` are the shares of what only one of them has.
    """

    runs: int
    looked_at: int
    moved: tuple[Moved, ...]
    gained: tuple[tuple[Fact, float], ...]
    lost: tuple[tuple[Fact, float], ...]


def odds_moved(old: Story, new: Story, before: Readings, now: Readings) -> Odds:
    """Hold the readings of two versions against each other, pair by pair."""
    runs = min(before.runs, now.runs)
    shared = (1 << runs) - 1
    pairs = tuple(_pairs(old, new))
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    found: list[Moved] = []
    for one, other in both:
        was, come = before.met.get(one, 0) & shared, now.met.get(other, 0) & shared
        only_old, only_new = (was & ~come).bit_count(), (come & ~was).bit_count()
        if moved(only_old, only_new, len(both)):
            by = shift(only_old, only_new, runs)
            shares = was.bit_count() / runs, come.bit_count() / runs
            found.append(Moved(kind=other[0], name=other[1], before=shares[0], now=shares[1], by=by))
    order = list(KINDS)
    return Odds(
        runs=runs,
        looked_at=len(both),
        moved=tuple(sorted(found, key=lambda one: (order.index(one.kind), -abs(one.now - one.before), one.name))),
        gained=_shares(now, [other for one, other in pairs if one is None and other is not None]),
        lost=_shares(before, [one for one, other in pairs if other is None and one is not None]),
    )


def _shares(readings: Readings, facts: Sequence[Fact]) -> tuple[tuple[Fact, float], ...]:
    return tuple((fact, readings.share(fact)) for fact in facts)


def _pairs(old: Story, new: Story) -> Iterator[tuple[Fact | None, Fact | None]]:
    """Each thing as the old version calls it and as the new one does; None where one has it not."""
    before, now = _facts(old), _facts(new)
    for kind, names in before.items():
        called = {name: name_now(name, now[kind], new.renamed) for name in names}
        for name, found in called.items():
            yield (kind, name), ((kind, found) if found else None)
        kept = set(called.values())
        for name in now[kind]:
            if name not in kept:
                yield None, (kind, name)
    yield CUT, CUT


def _facts(story: Story) -> dict[str, Mapping[str, object]]:
    """By kind, the names of all that is looked at."""
    parts = parts_of(story)
    found: dict[str, Mapping[str, object]] = {kind: parts[kind] for kind in KINDS if kind in PLURAL}
    return found | {"pass": {name: one for name, one in parts["choice"].items() if one.check is not None}}
