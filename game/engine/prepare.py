"""Making a story ready: all conditions, effects and texts compiled once (a scene's when it is first entered)."""

from collections.abc import Iterable, Iterator

from game.engine.clock import follow
from game.engine.draft import Do
from game.engine.effects import Given, compile_effects
from game.engine.layout import planted
from game.engine.marks import compile_warning
from game.engine.offer import Offer
from game.engine.outline import Outline, outline, plans_of
from game.engine.program import (
    Program,
    ReadyChoice,
    ReadyCoda,
    ReadyConsequence,
    ReadyDrift,
    ReadyEnding,
    ReadyLine,
    ReadyLines,
    ReadyPhase,
    ReadyPlan,
    ReadyPromise,
    ReadyRule,
    ReadyScene,
    ReadyStorylet,
)
from game.engine.prose import Bands, Tell, compile_prose, fixed_words
from game.engine.reasons import compile_why
from game.engine.touches import Sight, compile_touches
from game.expr.compile import Test, compile_count, compile_test
from game.expr.types import Key, SetOf, Type, Whole, YesNo, member
from game.model.codex import PREVIOUSLY, Line
from game.model.condition import Condition
from game.model.effect import Effect, Later
from game.model.ending import Coda, Ending
from game.model.lazily import Lazily
from game.model.prose import Prose
from game.model.scene import Choice, Consequence, Scene, Storylet
from game.model.story import Story
from game.model.world import DealPhase, Fact, LinesPhase, Phase, Promise, Rule


def prepare(story: Story, known: Outline | None = None) -> Program:
    """Make a story ready. The story must have loaded without errors; ``known`` is its outline, where one is at hand."""
    return _Maker(story, known or outline(story)).program()


class _Maker:
    def __init__(self, story: Story, known: Outline) -> None:
        self.story = story
        self.outline = known
        self.slots = known.layout.slots
        world = story.world
        types: dict[Key, Type] = {meter.id: Whole(meter.low, meter.high, meter.bands) for meter in world.meters}
        types |= {fact.id: fact.type for fact in world.facts}
        types |= {
            member(fact.id, word): YesNo()
            for fact in world.facts
            if isinstance(fact.type, SetOf)
            for word in fact.type.words
        }
        types |= {person.id: Whole(person.low, person.high) for person in world.characters}
        types |= {truth.id: truth.type for truth in world.truths}
        self.given = Given(
            self.slots,
            types,
            {meter.id: meter for meter in world.meters},
            {one.id: one for one in world.promises},
            world.clock.turns if world.clock else 0,
        )
        self.sight = Sight(
            slots=self.slots,
            meters=self.given.meters,
            appears={m.id: compile_test(m.appears.checked, self.slots) for m in world.meters if m.appears is not None},
            facts=frozenset(fact.id for fact in world.facts),
            titled=frozenset(key for fact in world.facts if fact.title for key in _keys(fact)),
            people=frozenset(person.id for person in world.characters),
        )
        self.bands: Bands = {
            key: found.bands for key, found in types.items() if isinstance(found, Whole) and found.bands
        }

    def program(self) -> Program:
        story, world = self.story, self.story.world
        storylets = Lazily(story.storylets.keys(), lambda name: self.storylet(story.storylets[name]))
        lines = [self.line(one) for one in story.lines]
        endings = tuple(self.ending(one) for one in story.endings)
        decks, plans = self.outline.decks, plans_of(story, self.outline)
        return Program(
            story=story,
            layout=self.outline.layout,
            scenes=Lazily(story.scenes.keys(), lambda name: self.scene(story.scenes[name])),
            dated=self.outline.dated,
            beats=self.outline.beats,
            storylets=storylets,
            decks=Lazily(decks.keys(), lambda deck: tuple(storylets[name] for name in decks[deck])),
            lines={group: _grouped(one for one in lines if one.written.group == group) for group in _groups(story)},
            before=tuple(
                sorted((one for one in lines if one.written.group == PREVIOUSLY), key=lambda one: -one.written.priority)
            ),
            phases=tuple(self.phase(one) for one in (world.clock.phases if world.clock else ())),
            plans=Lazily(plans.keys(), lambda name: self.plan(plans[name])),
            drifts=tuple(self.drifts()),
            rules=tuple(self.rule(one) for one in world.rules),
            endings=endings,
            # An early ending without a condition comes only where an effect asks for it.
            early=tuple(one for one in endings if one.written.early and one.when is not None),
            last=tuple(one for one in endings if not one.written.early),
            codas=tuple(self.coda(one) for one in story.codas),
            promises={one.id: self.promise(one) for one in world.promises},
            shown={m.id: compile_count(m.shown_as, self.slots) for m in world.meters if m.shown_as is not None},
            appears=self.sight.appears,
            held=tuple(
                (self.slots[key], compile_test(condition, self.slots))
                for key, condition in story.held.items()
                if key in self.slots
            ),
            codex=Lazily(story.codex.keys(), lambda name: self.tell(story.codex[name].text, None)),
            note=self.maybe(story.note, None),
            events=tuple(
                (slot, self.slots[f"happened({key[6:-1]})"])
                for key, slot in self.slots.items()
                if key.startswith("event(")
            ),
        )

    def test(self, condition: Condition | None) -> Test | None:
        return None if condition is None else compile_test(condition.checked, self.slots)

    def effects(self, effects: tuple[Effect, ...], because: str) -> tuple[Do, ...]:
        return compile_effects(effects, because, self.given)

    def tell(self, prose: Prose, visits: int | None) -> Tell:
        return compile_prose(prose, self.slots, self.bands, visits)

    def maybe(self, prose: Prose | None, visits: int | None) -> Tell | None:
        return None if prose is None else self.tell(prose, visits)

    def consequence(self, written: Consequence, visits: int | None) -> ReadyConsequence:
        return ReadyConsequence(
            do=self.effects(written.effects, written.because),
            result=self.maybe(written.result, visits),
            goto=written.goto,
            call=written.call,
            summary=self.maybe(written.summary, visits),
        )

    def scene(self, written: Scene) -> ReadyScene:
        visits = self.slots.get(f"visits({written.home})")
        choices = {choice.id: self.choice(choice, written.id, visits) for choice in written.choices}
        came = self.slots.get(f"came({written.id})")
        marks = (self.slots.get(f"met({written.arc})"), came, self.slots.get(f"dealt({written.id})"))
        ordinary = tuple(one for one in choices.values() if not one.written.fallback)
        return ReadyScene(
            id=written.id,
            written=written,
            title=self.maybe(written.heading, visits),
            when=self.test(written.when),
            enter=self.effects(written.enter, ""),
            text=self.tell(written.text, visits),
            summary=None if written.content is None else self.maybe(written.content.summary, visits),
            plain=self.maybe(written.plain, visits),
            choices=choices,
            ordinary=ordinary,
            always=all(one.when is None and one.requires is None for one in ordinary),
            fallbacks=tuple(one for one in choices.values() if one.written.fallback),
            chancy=any(choice.check is not None for choice in written.choices),
            visits=None if written.within else visits,
            passes=any(choice.silent for choice in written.choices),
            silent=written.silent,
            stays=bool(written.choices),
            came=came,
            marks=tuple(slot for slot in marks if slot is not None),
        )

    def choice(self, written: Choice, scene: str, visits: int | None) -> ReadyChoice:
        check, requires = written.check, written.requires
        taken = self.slots.get(f"took({scene}.{written.id})")
        offered = Offer(
            choice=written.id,
            open=True,
            envelope=False,
            text=self.tell(written.text, visits),
            cost=self.maybe(written.cost, visits),
            locked=self.maybe(written.locked, visits),
            why=None if requires is None else compile_why(requires.checked.tree, self.sight),
        )
        when, test = _until(taken if written.once else None, self.test(written.when)), self.test(requires)
        return ReadyChoice(
            id=written.id,
            written=written,
            when=when,
            requires=test,
            opens=_both(when, test),
            label=fixed_words(written.text.parts) or "",
            then=self.consequence(written.then, visits),
            odds=None if check is None else compile_count(check.odds.checked, self.slots),
            passed=None if check is None else self.consequence(check.passed, visits),
            failed=None if check is None else self.consequence(check.failed, visits),
            taken=taken,
            offered=offered,
            locked_offer=offered._replace(open=False),
            touches=compile_touches(written.then.effects + (() if check is None else check.passed.effects), self.sight),
        )

    def storylet(self, written: Storylet) -> ReadyStorylet:
        name, envelope = written.scene.id, written.envelope
        visits = self.slots.get(f"visits({name})")
        return ReadyStorylet(
            id=name,
            written=written,
            when=self.test(written.scene.when),
            dealt=self.slots.get(f"dealt({name})"),
            envelope=None
            if envelope is None
            else Offer(choice=name, open=True, envelope=True, text=self.tell(envelope.text, visits)),
            default=None if envelope is None else self.consequence(envelope.default, visits),
        )

    def line(self, written: Line) -> ReadyLine:
        return ReadyLine(
            written=written,
            when=self.test(written.when),
            event=self.slots[f"event({written.about})"] if written.about else None,
            shown=self.slots.get(f"shown({written.id})"),
            text=self.tell(written.text, None),
            plain=self.maybe(written.plain, None),
            warn=compile_warning(written.warns, self.slots.get(f"warnings({written.warns})"))
            if written.warns
            else None,
        )

    def phase(self, written: Phase) -> ReadyPhase:
        text = written.text if isinstance(written, DealPhase) else None
        joins = written.joins if isinstance(written, DealPhase) else ()
        tests = {deck: compile_test(when.checked, self.slots) for deck, when in joins}
        return ReadyPhase(written, self.test(written.when), self.maybe(text, None), tests)

    def plan(self, written: Later) -> ReadyPlan:
        return ReadyPlan(written, self.effects(written.do, written.because))

    def drifts(self) -> Iterator[ReadyDrift]:
        for meter in self.story.world.meters:
            for drift in meter.drift:
                yield ReadyDrift(drift, meter.id, self.slots[meter.id], meter.low, meter.high, self.test(drift.when))

    def rule(self, written: Rule) -> ReadyRule:
        do = self.effects(written.do, written.because)
        return ReadyRule(written, self.test(written.when), do, self.slots.get(f"fired({written.id})"))

    def ending(self, written: Ending) -> ReadyEnding:
        slot = self.slots.get(f"warnings({written.id})")
        heading, when = self.maybe(written.heading, None), self.test(written.when)
        return ReadyEnding(written, heading, when, self.tell(written.text, None), slot)

    def coda(self, written: Coda) -> ReadyCoda:
        versions = tuple((self.test(one.when), self.tell(one.text, None)) for one in written.versions)
        title = self.maybe(written.heading, None)
        return ReadyCoda(written, title, self.test(written.when), versions, self.slots.get(planted(written.id)))

    def promise(self, written: Promise) -> ReadyPromise:
        kept = self.consequence(written.kept, None)
        self.given.kept[written.id] = lambda draft: follow(draft, kept, "result", "", "")
        return ReadyPromise(written, kept, self.consequence(written.broken, None), self.slots[f"promise({written.id})"])


def _keys(fact: Fact) -> tuple[Key, ...]:
    """What a fact is kept by: itself, or of a set each of its words."""
    return tuple(member(fact.id, word) for word in fact.type.words) if isinstance(fact.type, SetOf) else (fact.id,)


def _until(taken: int | None, when: Test | None) -> Test | None:
    """Holds while a condition does and a choice was not taken."""
    if taken is None:
        return when
    if when is None:
        return lambda values: not values[taken]
    return lambda values: not values[taken] and when(values)


def _both(when: Test | None, requires: Test | None) -> Test:
    """Holds while two conditions do, as far as there are any."""
    if when is None or requires is None:
        return when or requires or (lambda _values: True)
    return lambda values: when(values) and requires(values)


def _grouped(lines: Iterable[ReadyLine]) -> ReadyLines:
    by_id = {line.written.id: line for line in lines}
    free = (line for line in by_id.values() if not line.written.planned)
    return ReadyLines(by_id, tuple(sorted(free, key=lambda line: -line.written.priority)))


def _groups(story: Story) -> tuple[str, ...]:
    clock = story.world.clock
    return tuple(phase.lines for phase in (clock.phases if clock else ()) if isinstance(phase, LinesPhase))
