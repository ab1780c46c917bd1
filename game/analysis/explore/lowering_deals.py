"""Deals as ways: of one card, each that may be dealt; of a hand, that each may lie in it that may come."""

from collections import Counter
from collections.abc import Callable

from game.analysis.explore.asking import all_of, any_of, holds, is_now, opposite
from game.analysis.explore.flow import Either, Forget, Guard, Move, Op, Point, Put
from game.analysis.explore.ground import Ground
from game.analysis.explore.lowering_effects import Effects
from game.analysis.explore.lowering_texts import Texts
from game.analysis.explore.own_keys import in_hand, left_over, on_offer
from game.analysis.explore.sketch import Control, Stretch
from game.expr.syntax import Binary, Expr, Tally
from game.expr.types import Key
from game.model.names import RETURN
from game.model.scene import Storylet
from game.model.world import DealPhase

On = Callable[[Stretch], None]
DONE, QUEUE, PLACES, TRAY = 0, -1, -2, 1
"""The places of a phase that dealt: nothing is left; what was dealt comes by itself; what others' dealings led to
comes; a tray from which nothing more may be taken, and above it those from which one, two... may."""
_SEVERAL = 3


class Deals:
    """Draws the phases that deal from decks."""

    def __init__(self, ground: Ground, texts: Texts, effects: Effects, on: On, settle: On) -> None:
        self._ground, self._texts, self._effects, self._sketch = ground, texts, effects, ground.sketch
        self._on, self._settle = on, settle
        self._cards: dict[str, tuple[tuple[Storylet, Expr | None], ...]] = {}
        self._places: dict[str, Counter[str]] = {}

    def deal(self, stretch: Stretch, phase: DealPhase, past: On) -> None:
        """Deal a hand; where nothing may come, go ``past``."""
        cards = self._of(phase)
        if phase.hand == 1:
            self._deal_one(stretch, cards, past)
            return
        self._ground.rough = True
        for card, asked in cards:
            name = card.scene.id
            here = self._ground.flag(in_hand(name))
            dealt = Either(holds(here), self._dealt(card))
            lies = Forget(here, (False, True))
            stretch.ops += (lies, dealt) if asked is None else (Either(asked, (lies, dealt)),)
        keys = tuple(in_hand(card.scene.id) for card, _ in cards)
        self._wait(stretch.control, phase, cards)
        few, many = self._sketch.split(stretch, _at_most(keys, phase.take))
        few.change(place=QUEUE)
        self._sketch.close(few, self._spot(few.control, phase))
        if phase.hand <= phase.take:
            return
        many = many.asking(Guard(_at_most(keys, phase.hand)))
        if phase.text is not None:
            many = self._texts.tell(many, ((phase.text, f"{phase.id}.text"),))
        many.change(place=TRAY + phase.take)
        self._tray(many, phase)

    def _wait(self, control: Control, phase: DealPhase, cards: tuple[tuple[Storylet, Expr | None], ...]) -> None:
        """Note which keys say that something still waits in this phase."""
        where = control.turn, control.phase
        waiting: dict[str, tuple[Key, ...]] = {card.scene.id: (in_hand(card.scene.id),) for card, _ in cards}
        for place, often in self._leading(phase).items():
            key = self._ground.flag(left_over(place))
            waiting[place] = (*waiting.get(place, ()), key)
            if often >= _SEVERAL:
                self._ground.several.add(key)
        for name, keys in waiting.items():
            self._ground.waits[(*where, name)] = keys

    def _leading(self, phase: DealPhase) -> Counter[str]:
        """The places to which it may lead that others deal with envelopes, and with how many of them."""
        found = self._places.get(phase.id)
        if found is None:
            found = self._places[phase.id] = Counter(
                place
                for card, _ in self._of(phase)
                if card.envelope is not None
                for place in self._effects.places(card.envelope.default)
            )
        return found

    def _deal_one(self, stretch: Stretch, cards: tuple[tuple[Storylet, Expr | None], ...], past: On) -> None:
        """One card: of those that may come, one of the highest priority; one that was put on offer before all."""
        offers = [all_of((holds(key), asked)) for card, asked in cards if (key := self._offered(card))]
        first = any_of([tree for tree in offers if tree is not None]) if offers else None
        above: list[Expr] = []
        sure = False
        tiers = sorted({card.priority for card, _ in cards}, reverse=True)
        self._ground.rough = self._ground.rough or bool(offers)
        for card, asked in cards:
            key = self._offered(card)
            if key:
                self._come(stretch, card, (Guard(holds(key)), *_asked(asked)))
        for priority in tiers:
            tier = [(card, asked) for card, asked in cards if card.priority == priority and not card.offered]
            before = tuple(Guard(tree, wanted=False) for tree in (*above, *(() if first is None else (first,))))
            for card, asked in () if sure else tier:
                self._come(stretch, card, (*before, *_asked(asked)))
            trees = [asked for _, asked in tier if asked is not None]
            sure = sure or len(trees) < len(tier)
            if trees:
                above.append(any_of(trees))
        if not sure:
            none = tuple(Guard(tree, wanted=False) for tree in (*above, *(() if first is None else (first,))))
            past(stretch.asking(*none))

    def _come(self, stretch: Stretch, card: Storylet, asked: tuple[Guard, ...]) -> None:
        """A card is dealt, and comes by itself."""
        comes = stretch.asking(*asked)
        comes.moves = (*comes.moves, Move(site=self._site(stretch.control), outcome=card.scene.id))
        comes.ops += self._dealt(card)
        comes.change(goto=card.scene.id, place=DONE)
        self._on(comes)

    def next(self, stretch: Stretch, phase: DealPhase) -> bool:
        """What is still to come in a phase that dealt; false where nothing is."""
        place = stretch.control.place
        if place == DONE:
            return False
        if place >= TRAY:
            self._tray(stretch, phase)
        else:
            self._sketch.close(stretch, self._spot(stretch.control, phase))
        return True

    def _spot(self, control: Control, phase: DealPhase) -> int:
        return self._sketch.spot(("dealt", control), Point(phase.title), control, lambda one: self._queue(one, phase))

    def _queue(self, stretch: Stretch, phase: DealPhase) -> None:
        """What comes by itself, in any order, as much of it as there can be; then the next phase."""
        place, count = stretch.control.place, stretch.control.came
        names = tuple(self._leading(phase)) if place == PLACES else tuple(c.scene.id for c, _ in self._of(phase))
        keys = [left_over(name) if place == PLACES else in_hand(name) for name in names]
        if count < (phase.hand - phase.take if place == PLACES else phase.take):
            for name, key in zip(names, keys, strict=True):
                comes = stretch.asking(Guard(holds(key)))
                several = key in self._ground.several
                comes.ops.append(Forget(key, (False, True)) if several else Put(key, is_now(value=False)))
                comes.change(goto=name, came=count + 1)
                self._on(comes)
            stretch = stretch.asking(*(Guard(holds(key), wanted=False) for key in keys))
        self._done(stretch, keys)
        stretch.change(place=DONE, came=0)
        self._on(stretch)

    @staticmethod
    def _done(stretch: Stretch, keys: list[Key]) -> None:
        """All that could come has come: nothing waits any more."""
        stretch.ops += [Put(key, is_now(value=False)) for key in keys]

    def _tray(self, stretch: Stretch, phase: DealPhase) -> None:
        """Where a reader takes one of what lies there; where nothing more may be taken, others deal with it."""
        keys = [in_hand(card.scene.id) for card, _ in self._of(phase)]
        some, none = self._sketch.split(stretch, any_of([holds(key) for key in keys]))
        none.change(place=DONE)
        self._on(none)
        control = some.control
        if control.place == TRAY:
            self._hand_over(some, phase)
            return
        point = Point(phase.title, awaits=True, turn=control.turn, phase=control.phase)
        here = self._sketch.spot(("tray", control), point, control, lambda one: self._take(one, phase))
        self._sketch.close(some, here)

    def _take(self, stretch: Stretch, phase: DealPhase) -> None:
        place = stretch.control.place
        for card, _ in self._of(phase):
            name = card.scene.id
            when = card.scene.when if place == TRAY + phase.take else None  # nothing has changed since it was dealt
            asked = (Guard(holds(in_hand(name))), *(() if when is None else (Guard(when.checked.tree),)))
            if card.envelope is not None:
                self._texts.offer(stretch.source, asked, ((card.envelope.text, f"{name}.envelope"),), name)
            taken = stretch.asking(*asked)
            taken.moves = (Move(choice=name),)
            taken.ops.append(Put(in_hand(name), is_now(value=False)))
            taken.change(goto=name, place=place - 1)
            self._on(taken)

    def _hand_over(self, stretch: Stretch, phase: DealPhase) -> None:
        """Others deal with what was not taken."""
        control = stretch.control
        here = self._sketch.spot(("over", control), Point(phase.title), control, lambda one: self._handled(one, phase))
        self._sketch.close(stretch, here)

    def _handled(self, stretch: Stretch, phase: DealPhase) -> None:
        """Others deal with one more, each of those that may lie there; there are only so many."""
        keys, count = [in_hand(card.scene.id) for card, _ in self._of(phase)], stretch.control.came
        if count < phase.hand - phase.take:
            for (card, _), key in zip(self._of(phase), keys, strict=True):
                over = stretch.asking(Guard(holds(key)))
                over.ops.append(Put(key, is_now(value=False)))
                over.change(came=count + 1)
                self._deal_with(over, card, phase)
            stretch = stretch.asking(*(Guard(holds(key), wanted=False) for key in keys))
        self._done(stretch, keys)
        stretch.change(place=PLACES, came=0)
        self._settle(stretch)

    def _deal_with(self, stretch: Stretch, card: Storylet, phase: DealPhase) -> None:
        if card.envelope is None:
            self._hand_over(stretch, phase)
            return
        name = card.scene.id
        for led in self._effects.follow(stretch, card.envelope.default, f"{name}.handled", name):
            place = led.control.goto
            if place not in ("", RETURN):
                led.ops.append(Put(left_over(place), is_now(value=True)))
            led.change(goto="")
            self._hand_over(led, phase)

    def _of(self, phase: DealPhase) -> tuple[tuple[Storylet, Expr | None], ...]:
        """The cards of a phase, each with what must hold for it to be dealt."""
        found = self._cards.get(phase.id)
        if found is None:
            joins = {deck: when.checked.tree for deck, when in phase.joins}
            storylets = self._ground.story.storylets.values()
            found = self._cards[phase.id] = tuple(
                (card, self._comes(card, joins.get(deck)))
                for deck in phase.decks
                for card in storylets
                if card.deck == deck
            )
        return found

    def _comes(self, card: Storylet, joins: Expr | None) -> Expr | None:
        name, when = card.scene.id, card.scene.when
        dealt = f"dealt({name})"
        return all_of((
            joins,
            opposite(holds(dealt)) if self._ground.keeps(dealt) else None,
            None if when is None else when.checked.tree,
            holds(self._ground.flag(on_offer(name))) if card.offered else None,
        ))  # fmt: skip

    def _offered(self, card: Storylet) -> Key:
        """The key that says whether a card was put on offer; none where nothing ever puts it there."""
        key = on_offer(card.scene.id)
        return key if self._ground.keeps(key) else ""

    def _dealt(self, card: Storylet) -> tuple[Op, ...]:
        """What it changes that a card is dealt."""
        key, dealt = self._offered(card), f"dealt({card.scene.id})"
        return (
            *((Put(dealt, is_now(value=True)),) if self._ground.keeps(dealt) else ()),
            *((Put(key, is_now(value=False)),) if key else ()),
        )

    def _site(self, control: Control) -> str:
        phases = self._ground.program.phases
        return phases[control.phase].written.id


def _asked(tree: Expr | None) -> tuple[Guard, ...]:
    return () if tree is None else (Guard(tree),)


def _at_most(keys: tuple[Key, ...], count: int) -> Expr:
    return Binary(0, 0, "<=", Tally(0, 0, keys), is_now(count))
