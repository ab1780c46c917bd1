"""Which value lies in which slot: everything a story declares, and of its history only what something asks.

What claims and strategies alone ask lies behind all that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.expr.types import Key, SetOf, Value, member
from game.model.codex import Entry, Line
from game.model.effect import Assign, Change, Conditional, Draw, Effect, Happen, Later, Reveal
from game.model.ending import Ending
from game.model.prose import Prose
from game.model.scene import Consequence, Scene, Storylet
from game.model.story import Story
from game.model.walk import every_effect
from game.model.world import DealPhase, Fact

TURN: Key = "turn"
_COUNTED = ("visits(", "held(", "warnings(")
"""How keys begin that count something, from 0."""
ENDED: Key = "ended"
"""Which ending came: known to codas and claims alone, empty before."""


def planted(coda: str) -> Key:
    """The key that says whether a coda was planted."""
    return f"planted({coda})"


@dataclass(frozen=True, slots=True)
class Layout:
    """Slots by key, in their own order, and what each holds at the start.

    Truths hold their first outcome until they are drawn. The first ``own`` slots are the story's; what lies behind
    them is there for claims and strategies, and changes nothing that is read.
    """

    slots: Mapping[Key, int]
    start: tuple[Value, ...]
    own: int


def lay_out(story: Story) -> Layout:
    """Give every value of a story its slot."""
    world = story.world
    start: dict[Key, Value] = {TURN: 1}
    start |= {meter.id: meter.start for meter in world.meters}
    for fact in world.facts:
        start |= _held(fact)
    start |= {truth.id: truth.outcomes[0][0] for truth in world.truths}
    start |= {person.id: person.start for person in world.characters}
    start |= {f"warnings({ending.id})": 0 for ending in story.endings if ending.warned}
    start |= {f"promise({promise.id})": 0 for promise in world.promises}
    start |= {f"fired({rule.id})": False for rule in world.rules if rule.once}
    start |= {f"shown({line.id})": False for line in story.lines if line.once}
    start |= {f"dealt({name})": False for name, storylet in story.storylets.items() if storylet.once}
    start |= {f"came({name})": False for name, scene in story.scenes.items() if scene.window is not None}
    for effect in every_effect(story):
        if isinstance(effect, Happen):
            start[f"event({effect.name})"] = 0
            start[f"happened({effect.name})"] = False
        elif isinstance(effect, Reveal):
            start[f"revealed({effect.truth})"] = False
        elif isinstance(effect, Later) and effect.coda:
            start[planted(effect.coda)] = False
    asked = _asked(story)
    for key in sorted(asked):
        start.setdefault(key, _nothing_yet(key))
    own = len(start)
    for key in sorted(_judged(story, asked)):
        start.setdefault(key, _nothing_yet(key))
    return Layout({key: slot for slot, key in enumerate(start)}, tuple(start.values()), own)


def _nothing_yet(key: Key) -> Value:
    """What a key of the story's history holds before anything has happened."""
    return 0 if key.startswith(_COUNTED) else "" if key == ENDED else False


def _held(fact: Fact) -> dict[Key, Value]:
    """What a fact holds at the start: a value, or of a set one for each of its words."""
    if isinstance(fact.type, SetOf):
        inside = fact.start if isinstance(fact.start, tuple) else ()
        return {member(fact.id, word): word in inside for word in fact.type.words}
    assert not isinstance(fact.start, tuple)
    return {fact.id: fact.start}


def _asked(story: Story) -> set[Key]:
    """Every key that some condition, amount or text reads, and what `once` choices and sequences count."""
    found: set[Key] = set()
    for keys in _read(story):
        found |= keys
    for scene in story.scenes.values():
        if any(prose.counts_visits for prose in scene_prose(scene)):
            found.add(f"visits({scene.home})")
        found |= {f"took({scene.id}.{choice.id})" for choice in scene.choices if choice.once}
    for name, storylet in story.storylets.items():
        if any(prose.counts_visits for prose in _envelope_prose(storylet)):
            found.add(f"visits({name})")
    return _and_held(story, found)


def _and_held(story: Story, found: set[Key]) -> set[Key]:
    """These keys, and what is read where they ask for how long something has held."""
    for key, condition in reversed(tuple(story.held.items())):
        if key in found:
            found |= condition.keys
    return found


def _judged(story: Story, asked: set[Key]) -> set[Key]:
    """What claims and strategies ask besides."""
    found: set[Key] = set()
    for claim in story.claims.values():
        conditions = (claim.what, claim.after, claim.before)
        found.update(*(condition.checked.keys for condition in conditions if condition is not None))
    for strategy in story.strategies.values():
        found.update(*(one.when.checked.keys for one in strategy.prefers if one.when is not None))
    return _and_held(story, found) - asked if found else found


def _read(story: Story) -> Iterator[frozenset[Key]]:
    if story.note is not None:
        yield story.note.keys
    for scene in story.scenes.values():
        yield from (prose.keys for prose in scene_prose(scene))
        conditions = [scene.when, *(c.when for c in scene.choices), *(c.requires for c in scene.choices)]
        yield from (condition.checked.keys for condition in conditions if condition is not None)
        yield from (choice.check.odds.checked.keys for choice in scene.choices if choice.check is not None)
    for storylet in story.storylets.values():
        yield from (prose.keys for prose in _envelope_prose(storylet))
    for conditional in every_effect(story):
        yield from _effect_reads(conditional)
    world = story.world
    for meter in world.meters:
        if meter.shown_as is not None:
            yield meter.shown_as.keys
        tests = [meter.appears, *(gain.when for gain in meter.gains), *(drift.when for drift in meter.drift)]
        yield from (test.checked.keys for test in tests if test is not None)
    for asker in (*story.lines, *story.endings, *world.rules, *(world.clock.phases if world.clock else ())):
        if asker.when is not None:
            yield asker.when.checked.keys
    for phase in world.clock.phases if world.clock else ():
        yield from (when.checked.keys for _, when in (phase.joins if isinstance(phase, DealPhase) else ()))
    tellers: list[Line | Ending | Entry] = [*story.lines, *story.endings, *story.codex.values()]
    yield from (teller.text.keys for teller in tellers)
    yield from (line.plain.keys for line in story.lines if line.plain is not None)
    for phase in world.clock.phases if world.clock else ():
        if isinstance(phase, DealPhase) and phase.text is not None:
            yield phase.text.keys
    for promise in world.promises:
        for consequence in (promise.kept, promise.broken):
            yield from _followed_by(consequence)
    for coda in story.codas:
        conditions = [coda.when, *(version.when for version in coda.versions)]
        yield from (condition.checked.keys for condition in conditions if condition is not None)
        yield from (version.text.keys for version in coda.versions)
    headings = [*(ending.heading for ending in story.endings), *(coda.heading for coda in story.codas)]
    yield from (heading.keys for heading in headings if heading is not None)


def _envelope_prose(storylet: Storylet) -> Iterator[Prose]:
    if storylet.envelope is not None:
        yield storylet.envelope.text
        default = storylet.envelope.default
        yield from (text for text in (default.result, default.summary) if text is not None)


def _followed_by(consequence: Consequence) -> Iterator[frozenset[Key]]:
    yield from (text.keys for text in (consequence.result, consequence.summary) if text is not None)


def _effect_reads(effect: Effect) -> Iterator[frozenset[Key]]:
    if isinstance(effect, Conditional):
        yield effect.when.checked.keys
    elif isinstance(effect, Change):
        yield effect.amount.checked.keys
    elif isinstance(effect, Assign):
        yield effect.value.keys
    elif isinstance(effect, Draw):
        yield from (one.when.checked.keys for one in effect.outcomes if one.when is not None)


def scene_prose(scene: Scene) -> Iterator[Prose]:
    """Every text that belongs to a scene."""
    yield scene.text
    content = None if scene.content is None else scene.content.summary
    yield from (text for text in (scene.heading, scene.plain, content) if text is not None)
    for choice in scene.choices:
        outcomes = [choice.then] + ([choice.check.passed, choice.check.failed] if choice.check else [])
        texts = [choice.text, choice.cost, choice.locked]
        texts += [text for outcome in outcomes for text in (outcome.result, outcome.summary)]
        yield from (text for text in texts if text is not None)
