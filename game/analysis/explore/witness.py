"""Witnesses: ways made into journals by being played on the engine, decision by decision, with the luck they met."""

from collections.abc import Iterable, Iterator, Mapping

from game.analysis.explore.sightings import Sightings
from game.analysis.explore.target import Target
from game.analysis.explore.trail import Trail
from game.analysis.explore.walker import ClaimSights
from game.engine.going import EndlessError
from game.engine.program import Program
from game.play.journal import Drew, Journal, Opened
from game.play.playthrough import NotOfferedError, Playthrough, opened


def opening(program: Program, drew: Drew) -> Opened:
    """How a witness begins: as a first-time reader does, with dice that nothing is left to."""
    story = program.story
    return Opened(
        story=story.id,
        version=story.version,
        fingerprint=story.fingerprint,
        seed=0,
        extends=tuple((base.id, base.version) for base in story.extends),
        drew=drew,
    )


def played(program: Program, trail: Trail) -> Playthrough:
    """Play a way. Raises NotOfferedError or EndlessError where it can't be gone."""
    first, *rest = trail.whole()
    playthrough = opened(program, opening(program, first.drew))
    for one in rest:
        playthrough = playthrough.choose(one.choice, one.drew)
    return playthrough


def witnesses(program: Program, trails: Mapping[Target, Trail]) -> Iterator[tuple[Target, Journal | None]]:
    """Play each way, and return its journal where its target was met at its end; None where it was not."""
    wanted: dict[Trail, list[Target]] = {}
    for target, trail in trails.items():
        wanted.setdefault(trail, []).append(target)
    sightings, claims = Sightings(program), ClaimSights(program)
    for trail in sorted(wanted, key=lambda one: -one.length):
        if trail in wanted:
            yield from _along(program, sightings, claims, trail, wanted)


def _along(
    program: Program, sightings: Sightings, claims: ClaimSights, trail: Trail, wanted: dict[Trail, list[Target]]
) -> Iterator[tuple[Target, Journal | None]]:
    """Play one way, and answer for every way that is a beginning of it."""
    whole = trail.whole()
    try:
        playthrough = opened(program, opening(program, whole[0].drew))
        before, held = None, claims.begin(playthrough.state)
        for one in whole:
            if one.before is not None:
                before = playthrough.state
                playthrough = playthrough.choose(one.choice, one.drew)
                held = claims.after(held, playthrough.state)
            met = sightings.met(before, one.choice, playthrough.moves[-1].step)
            met += claims.decided(held if playthrough.open or playthrough.ended else claims.stopped(held))
            yield from ((target, playthrough.journal if target in met else None) for target in wanted.pop(one, ()))
    except (NotOfferedError, EndlessError):
        yield from _lost(whole, wanted)


def _lost(whole: Iterable[Trail], wanted: dict[Trail, list[Target]]) -> Iterator[tuple[Target, None]]:
    for one in whole:
        yield from ((target, None) for target in wanted.pop(one, ()))
