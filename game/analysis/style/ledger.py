"""Where somebody is hurt, a line of the ledger is written."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.style.manuscript import Manuscript, outcomes
from game.model.effect import Effect, Ledger, effects_of
from game.model.scene import Choice
from game.source.diagnostic import Diagnostic
from game.source.span import Span


def ledger(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding a scene or choice that has the tag and writes no line, whatever holds.

    A choice writes it by itself, by its check or by what it plans; a scene on entering, or by any of its choices.
    """
    tag = manuscript.style.ledger
    if not tag:
        return
    for scene in manuscript.story.scenes.values():
        if tag in scene.tags:
            inside = [one for one in manuscript.story.scenes.values() if one.home == scene.id]
            effects = [effect for one in inside for effect in one.enter]
            effects += [effect for one in inside for choice in one.choices for effect in _effects(choice)]
            yield from _unwritten(f"`{scene.id}`", effects, tag, scene.at)
        for choice in scene.choices:
            if tag in choice.tags:
                yield from _unwritten(f"`{scene.id}.{choice.id}`", _effects(choice), tag, choice.at)


def _effects(choice: Choice) -> list[Effect]:
    return [effect for outcome in outcomes(choice) for effect in outcome.effects]


def _unwritten(owner: str, effects: list[Effect], tag: str, at: Span) -> Iterator[Diagnostic]:
    if not any(isinstance(effect, Ledger) for effect in effects_of(tuple(effects))):
        yield advice(
            "no-ledger-line",
            f"{owner} has the tag `{tag}` and writes nobody's name in the ledger",
            at,
            "say who it was, where, and doing what: `{ledger: {name: ..., place: ..., doing: ...}}`",
        )
