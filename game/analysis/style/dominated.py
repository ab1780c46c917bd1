"""No choice is at least as good as another of its scene on every meter that readers see, and better on one."""

from collections.abc import Iterator, Mapping
from itertools import permutations

from game.analysis.advice import advice
from game.analysis.style.manuscript import Manuscript
from game.analysis.style.moves import moves, touched
from game.model.effect import End, effects_of
from game.model.scene import Choice
from game.source.diagnostic import Diagnostic


def dominated(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding a choice that some other makes pointless.

    Compared are the changes as written. Where a meter has no good direction, two choices can only be compared if both
    move it by the same. A choice that has a check, holds choices, ends the story, or moves a meter by
    what happened before is not compared.
    """
    if not manuscript.style.no_dominated:
        return
    for scene in manuscript.story.scenes.values():
        said: set[str] = set()
        for better, worse in permutations(scene.choices, 2):
            if worse.id in said or not _always_beside(better, worse):
                continue
            why = _outdone(manuscript, better, worse)
            if why:
                said.add(worse.id)
                yield advice(
                    "dominated-choice",
                    f"nobody who looks at the gauges takes `{scene.id}.{worse.id}`: `{better.id}` is better on {why} "
                    "and worse on none",
                    worse.at,
                    "give it something that the other has not, or the other a price",
                    ("the other is here", better.at),
                )


def _always_beside(better: Choice, worse: Choice) -> bool:
    """Whether whoever can take the worse one can take the better one instead."""
    if worse.fallback or better.fallback or (better.once and not worse.once):
        return False
    asked = {one.checked.text for one in (worse.when, worse.requires) if one is not None}
    return all(one is None or one.checked.text in asked for one in (better.when, better.requires))


def _outdone(manuscript: Manuscript, better: Choice, worse: Choice) -> str:
    """The meters on which the better choice is better, as one phrase; empty if it is worse on some, or unsure."""
    one, other = _moved(manuscript, better), _moved(manuscript, worse)
    if one is None or other is None:
        return ""
    directions = {meter.id: meter.better for meter in manuscript.story.world.meters} | dict(manuscript.style.good)
    gained: list[str] = []
    for meter in (each.id for each in manuscript.story.world.meters if each.id in one.keys() | other.keys()):
        by = one.get(meter, 0) - other.get(meter, 0)
        if by == 0:
            continue
        if directions[meter] == "none" or (by > 0) != (directions[meter] == "high"):
            return ""
        gained.append(manuscript.title(meter))
    return " and ".join(gained)


def _moved(manuscript: Manuscript, choice: Choice) -> Mapping[str, int] | None:
    effects = choice.then.effects
    inner = manuscript.story.scenes.get(choice.then.goto)
    if (
        choice.check is not None
        or (inner is not None and inner.within and inner.choices)
        or any(isinstance(effect, End) for effect in effects_of(effects))
    ):
        return None
    if touched(effects, manuscript.behind):
        return None
    return moves(effects, manuscript.seen)
