"""Findings about a story as a whole, once every part of it has been read."""

import re
from collections.abc import Iterator

from game.expr.asks import ask_of, leaves
from game.expr.syntax import Expr, keys_of
from game.expr.types import SetOf, member
from game.load import problems
from game.load.ways_on import ways_on
from game.model.effect import Achieve, Effect, End, Later, PutUp, Warn
from game.model.story import Story
from game.model.walk import every_effect
from game.model.world import Clock, DealPhase, World
from game.source.diagnostic import Diagnostic

_MEMBER = re.compile(r"has\((\w+)\..*\)")
"""A word in a set, as it is kept; an author knows the set."""


def structure(story: Story) -> Iterator[Diagnostic]:
    """Every finding about ways on, last endings, envelopes and dates."""
    clock = story.world.clock
    effects = every_effect(story)
    yield from _locks(story)
    yield from _planted(story, effects)
    yield from _unearnable(story, effects)
    yield from _warned(story, effects)
    yield from _preferred(story)
    if clock is None:
        yield from ways_on(story)
        return
    if not any(not ending.early and ending.when is None for ending in story.endings):
        yield problems.no_last_ending(story.endings[-1].at if story.endings else clock.at)
    yield from _envelopes(story, clock)
    yield from _dates(story, clock)
    yield from _rules(story, clock)


def _locks(story: Story) -> Iterator[Diagnostic]:
    """A locked choice is shown, so it must say why it is; where its author doesn't, it must be about what is seen."""
    seen = _seen(story.world)
    for scene in story.scenes.values():
        for choice in scene.choices:
            if choice.requires is not None and choice.locked is None and not choice.fallback:
                unsaid = _unsaid(choice.requires.checked.tree, seen)
                if unsaid is not None:
                    yield problems.needs_locked(choice.at, unsaid)


def _seen(world: World) -> frozenset[str]:
    """The values whose state a reader can be told: meters as they are, titled facts, the turn."""
    found = {meter.id for meter in world.meters if meter.shown != "never" and meter.shown_as is None}
    for fact in (one for one in world.facts if one.title):
        words = fact.type.words if isinstance(fact.type, SetOf) else ()
        found |= {fact.id, *(member(fact.id, word) for word in words)}
    return frozenset(found | {"turn"})


def _unsaid(tree: Expr, seen: frozenset[str]) -> tuple[str, ...] | None:
    """What a condition asks for that the engine has no words for; None where it can say everything."""
    dark = [leaf for leaf in leaves(tree) if ask_of(leaf, True) is None or not keys_of(leaf) <= seen]
    asked = {_MEMBER.sub(r"\1", key) for leaf in dark for key in keys_of(leaf)}
    return tuple(sorted(asked)) if dark else None


def _unearnable(story: Story, effects: list[Effect]) -> Iterator[Diagnostic]:
    """Every achievement can be earned."""
    given = {effect.achievement for effect in effects if isinstance(effect, Achieve)}
    for achievement in story.achievements.values():
        unread = not achievement.text  # which was said already, and what it is for is not known
        if achievement.id not in given and "" not in given and not unread:
            yield problems.unearnable(achievement.at, achievement.id)


def _planted(story: Story, effects: list[Effect]) -> Iterator[Diagnostic]:
    """What comes only when it is planted is planted somewhere, and what is planted doesn't come by itself."""
    plans = [effect for effect in effects if isinstance(effect, Later)]
    codas = {coda.id: coda for coda in story.codas}
    planted = {plan.coda for plan in plans}
    mistaken = False
    for plan in plans:
        if plan.coda and not codas[plan.coda].planted:
            mistaken = True
            yield problems.comes_anyway(plan.at, "coda", plan.coda, codas[plan.coda].at)
    unclear = any(not (plan.scene or plan.line or plan.coda or plan.do) for plan in plans)
    lines = {plan.line for plan in plans}
    for line in story.lines:
        if line.planned and line.id not in lines and not unclear:
            yield problems.never_planted(line.at, "line", line.id)
    for coda in story.codas:
        if coda.planted and coda.id not in planted and not (unclear or mistaken):
            yield problems.never_planted(coda.at, "coda", coda.id)
    offered = {effect.storylet for effect in effects if isinstance(effect, PutUp)}
    for name, storylet in story.storylets.items():
        if storylet.offered and name not in offered and "" not in offered:
            yield problems.never_offered(storylet.scene.at, name)


def _warned(story: Story, effects: list[Effect]) -> Iterator[Diagnostic]:
    """What waits for warnings is warned of somewhere, unless an effect brings it."""
    named = {effect.ending for effect in effects if isinstance(effect, Warn | End)}
    unclear = "" in named
    named |= {line.warns for line in story.lines}
    for ending in story.endings:
        if ending.warned and ending.id not in named and not unclear:
            yield problems.never_warned(ending.at, ending.id)


def _preferred(story: Story) -> Iterator[Diagnostic]:
    """Every tag that a strategy goes by is one of a choice or a storylet."""
    asked = [one for strategy in story.strategies.values() for one in strategy.prefers if one.likes == "tag"]
    if not asked:
        return
    tags = {tag for scene in story.scenes.values() for choice in scene.choices for tag in choice.tags}
    tags |= {tag for storylet in story.storylets.values() for tag in storylet.scene.tags}
    for one in asked:
        if one.name not in tags:
            yield problems.unknown_reference(one.at, "choice's or storylet's tag", one.name, sorted(tags))


def _dates(story: Story, clock: Clock) -> Iterator[Diagnostic]:
    """A dated scene comes within the clock; one that may come within a window is an arc's beat."""
    for scene in story.scenes.values():
        window = scene.window
        if window is None:
            continue
        if not 1 <= window.first <= window.last <= clock.turns:
            yield problems.out_of_range(window.at, "`at`", 1, clock.turns)
        if window.first < window.last and not scene.arc:
            yield problems.missing_key(scene.at, "arc", "a scene that may come within several turns")


def _rules(story: Story, clock: Clock) -> Iterator[Diagnostic]:
    """A rule's turns lie within the clock."""
    for rule in story.world.rules:
        window = rule.window
        if window is not None and not 1 <= window.first <= window.last <= clock.turns:
            yield problems.out_of_range(window.at, "`at`", 1, clock.turns)


def _envelopes(story: Story, clock: Clock) -> Iterator[Diagnostic]:
    """A storylet that may lie unopened needs someone who deals with it."""
    trays = {
        deck
        for phase in clock.phases
        if isinstance(phase, DealPhase) and phase.hand > phase.take
        for deck in phase.decks
    }
    for storylet in story.storylets.values():
        if storylet.deck in trays and storylet.envelope is None:
            yield problems.no_envelope(storylet.scene.at, storylet.scene.id)
