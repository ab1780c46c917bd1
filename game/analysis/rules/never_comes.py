"""What waits for a time that never comes: there is no clock, or no phase that brings it."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.model.codex import PREVIOUSLY
from game.model.effect import Later
from game.model.world import ScenePhase
from game.source.diagnostic import Diagnostic

_CLOCK = "give the story a `clock:`"
_PHASE = "give the clock a phase with `due: first`"


def never_comes(case: Case) -> Iterator[Diagnostic]:
    """Dates, plans, rules, promises and lines of a story without turns; scenes that are due, and no phase for them."""
    world = case.story.world
    plans = [effect for effect in case.effects if isinstance(effect, Later)]
    dated = [scene for scene in case.story.scenes.values() if scene.window is not None]
    if world.clock is None:
        for plan in plans:
            if not plan.coda:
                yield advice("never-comes", "this never comes due: the story has no clock", plan.at, _CLOCK)
        for scene in dated:
            at = scene.at if scene.window is None else scene.window.at
            yield advice("never-comes", f"`{scene.id}` waits for a turn, and the story has no clock", at, _CLOCK)
        things = [
            *((rule.at, f"the rule `{rule.id}` is looked at when a turn ends") for rule in world.rules),
            *(
                (line.at, f"the line `{line.id}` is printed in a phase of a turn")
                for line in case.story.lines
                if line.group != PREVIOUSLY
            ),
            *((promise.at, f"the promise `{promise.id}` comes due in a turn") for promise in world.promises),
        ]
        for at, what in things:
            yield advice("never-comes", f"{what}, and the story has no clock", at, _CLOCK)
    elif not any(isinstance(phase, ScenePhase) for phase in world.clock.phases):
        for plan in plans:
            if plan.scene:
                yield advice("never-comes", f"no phase brings `{plan.scene}` when it is due", plan.at, _PHASE)
        for scene in dated:
            at = scene.at if scene.window is None else scene.window.at
            yield advice("never-comes", f"no phase brings `{scene.id}` in its turn", at, _PHASE)
