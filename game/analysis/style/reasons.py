"""What moves a meter that readers see says what it costs, before, and why it did, after."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.style.manuscript import Manuscript, outcomes
from game.analysis.style.moves import touched
from game.model.effect import Effect, Later, effects_of
from game.source.diagnostic import Diagnostic
from game.source.span import Span

_Caused = tuple[str, tuple[Effect, ...], str, Span]
"""Whose effects, the effects, their reason, and where it would stand."""


def costs(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding a choice that touches a visible meter and has no ``cost``."""
    if not manuscript.style.costs:
        return
    for scene, choice in manuscript.choices():
        effects = tuple(effect for outcome in outcomes(choice) for effect in outcome.effects)
        meters = touched(effects, manuscript.seen)
        if meters and choice.cost is None:
            yield advice(
                "no-cost",
                f"`{scene.id}.{choice.id}` moves {_titles(manuscript, meters)} and doesn't say its `cost`",
                choice.at,
            )


def because(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding for whatever touches a visible meter and has no ``because``."""
    if not manuscript.style.because:
        return
    for owner, effects, reason, at in _caused(manuscript):
        meters = touched(effects, manuscript.seen)
        if meters and not reason:
            yield advice(
                "no-because",
                f"{owner} moves {_titles(manuscript, meters)} and has no `because`",
                at,
                "say in a short noun phrase what did it: readers see it beside the change",
            )
    for meter in manuscript.story.world.meters:
        if meter.id in manuscript.seen and any(not drift.because for drift in meter.drift):
            yield advice("no-because", f"`{meter.id}` drifts and doesn't say its `because`", meter.at)


def _caused(manuscript: Manuscript) -> Iterator[_Caused]:
    for owner, effects, reason, at in _written(manuscript):
        yield owner, effects, reason, at
        for effect in effects_of(effects):
            if isinstance(effect, Later):
                yield f"what {owner} lets happen later", effect.do, effect.because, effect.at


def _written(manuscript: Manuscript) -> Iterator[_Caused]:
    for scene, choice in manuscript.choices():
        for outcome in outcomes(choice):
            yield f"`{scene.id}.{choice.id}`", outcome.effects, outcome.because, outcome.at
    for storylet in manuscript.story.storylets.values():
        if storylet.envelope is not None:
            default = storylet.envelope.default
            yield f"`{storylet.scene.id}`, left unopened,", default.effects, default.because, default.at
    for promise in manuscript.story.world.promises:
        for word, outcome in (("kept", promise.kept), ("broken", promise.broken)):
            yield f"the promise `{promise.id}`, {word},", outcome.effects, outcome.because, outcome.at
    for rule in manuscript.story.world.rules:
        yield f"the rule `{rule.id}`", rule.do, rule.because, rule.at


def _titles(manuscript: Manuscript, meters: tuple[str, ...]) -> str:
    return " and ".join(manuscript.title(meter) for meter in meters)
