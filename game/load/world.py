"""What a story keeps count of, from its nodes: first the types, then the whole."""

from game.expr.types import NOTHING, OneOf, SetOf, Type, Value, Whole, YesNo
from game.load import problems
from game.load.census import Census, Declared
from game.load.document import Entries, Scalar
from game.load.effects import consequence_at, effects
from game.load.fields import Fields
from game.load.keys import Record
from game.load.known import ANY_NUMBER, Known
from game.load.log import Log
from game.load.schema import ARC, DRIFT, FACT, GAIN, METER, PROMISE, RULE, TRUTH
from game.load.unclear import Unclear
from game.load.where import where
from game.model.names import is_id
from game.model.world import Arc, Character, Drift, Fact, Factor, Gain, Meter, Promise, Rule, Truth
from game.source.clean import clean_line
from game.source.limits import WHOLE

_HUNDRED = 100
_ANY = (-WHOLE, WHOLE)
"""Stands for a range that couldn't be read, so that nothing lies outside of it."""
_SHOWN = ("number", "words", "pips", "never")


def meter_type(declared: Declared, log: Log) -> Whole:
    """The range and the bands of a meter."""
    fields = Fields(declared.document, declared.node, METER, log, name=declared.key)
    low, high = fields.range("range", _ANY)
    return Whole(low, high, _bands(fields, low, high))


def _bands(fields: Fields, low: int, high: int) -> tuple[tuple[str, int], ...]:
    found: list[tuple[str, int]] = []
    for key, node in fields.pairs("bands"):
        start = fields.number(key, low, high, "a band")
        name = fields.one(node, "a band's name")
        if name is not None and start is not None:
            if found and start <= found[-1][1]:
                fields.log.add(problems.bands(fields.span(key), "bands are written from the lowest up"))
            if not found and start != low and (low, high) != _ANY:
                fields.log.add(problems.bands(fields.span(key), f"the first band begins at {low}, the lowest value"))
            if any(name.text == band for band, _ in found):
                fields.log.add(problems.bands(fields.span(name), f"there are two bands `{name.text}`"))
            found.append((clean_line(name.text), start))
    return tuple(found)


def read_meter(declared: Declared, known: Known) -> Meter:
    """One meter, whole."""
    quiet = Log()  # its range and bands were read, and reported, when the types were
    fields = Fields(declared.document, declared.node, METER, quiet, name=declared.key)
    found = known.types[declared.name]
    assert isinstance(found, Whole)
    fields.log = known.log
    shown_as = fields.scalar("shown_as", "an amount")
    return Meter(
        id=declared.name,
        title=fields.text("title", declared.name),
        low=found.low,
        high=found.high,
        start=fields.whole("start", found.low, found.low, found.high),
        bands=found.bands,
        group=fields.text("group"),
        about=fields.text("about"),
        shown=fields.word("shown", _SHOWN, "number"),
        better=fields.word("better", ("none", "high", "low"), "none"),
        soft=_soft(fields),
        gains=tuple(gain for gain in (_gain(one, known) for one in _records(fields, "gains", GAIN)) if gain),
        drift=tuple(_drift(one, known, found) for one in _records(fields, "drift", DRIFT)),
        shown_as=None if shown_as is None else known.expression(fields.document, shown_as, ANY_NUMBER),
        appears=known.condition(fields, "appears"),
        at=fields.at,
    )


def _records(fields: Fields, key: str, record: Record) -> list[Fields]:
    return [Fields(fields.document, node, record, fields.log) for node in fields.items(key)]


def _soft(fields: Fields) -> tuple[tuple[int, Factor], ...]:
    found: list[tuple[int, Factor]] = []
    for key, node in fields.pairs("soft"):
        distance = fields.number(key, 0, _HUNDRED * _HUNDRED, "a distance")
        if distance is not None:
            found.append((distance, fields.factor(node)))
    return tuple(sorted(found, key=lambda one: one[0]))


def _gain(fields: Fields, known: Known) -> Gain | None:
    when, times = known.condition(fields, "when"), fields.nodes.get("times")
    if when is None or times is None:
        return None
    return Gain(when=when, times=fields.factor(times), because=fields.text("because"))


def _drift(fields: Fields, known: Known, meter: Whole) -> Drift:
    return Drift(
        by=fields.whole("by", 0),
        toward=fields.whole("toward", meter.low, meter.low, meter.high) if fields.has("toward") else None,
        every=fields.whole("every", 1, 1, _HUNDRED),
        when=known.condition(fields, "when"),
        because=fields.text("because"),
    )


def read_fact(declared: Declared, log: Log) -> Fact:
    """One fact: ``false``, ``{range: 0..9}``, ``{one_of: [...]}`` or ``{any_of: [...]}``."""
    node = declared.node
    if isinstance(node, Scalar):
        if node.text not in ("true", "false"):
            log.add(problems.not_yes_no(declared.document.span(node), node.text))
        return Fact(id=declared.name, type=YesNo(), start=node.text == "true", at=declared.at)
    fields = Fields(declared.document, node, FACT, log, name=declared.key)
    if fields.sound and sum(map(fields.has, ("any_of", "one_of", "range"))) != 1:
        log.add(problems.one_of(declared.at, "a fact", "`any_of`, `one_of`, `range`"))
        # Whether its start is a good one can't be told.
        fields.nodes = {key: value for key, value in fields.nodes.items() if key != "start"}
    found: Type
    start: Value | tuple[str, ...]
    if fields.has("any_of"):
        found, start = _set(fields)
    elif fields.has("one_of"):
        words = _different(fields, "one_of") or ("none",)
        found, start = OneOf(words), fields.word("start", words, words[0])
    else:
        low, high = fields.range("range", _ANY)
        found = Whole(low, high, _bands(fields, low, high))
        start = fields.whole("start", max(low, min(high, 0)), low, high)
    return Fact(id=declared.name, type=found, start=start, title=fields.text("title"), at=declared.at)


def _set(fields: Fields) -> tuple[SetOf, tuple[str, ...]]:
    """A set and what is in it at the start; ``nothing`` stands for an empty one and so can be no member."""
    for word, node in fields.words("any_of"):
        if word == NOTHING:
            fields.log.add(problems.reserved(fields.span(node), word))
    words = _different(fields, "any_of")
    start: list[str] = []
    for word, node in fields.words("start"):
        if word not in words:
            fields.log.add(problems.not_among(fields.span(node), word, words))
        start.append(word)
    return SetOf(words), tuple(start)


def _different(fields: Fields, key: str) -> tuple[str, ...]:
    """The words of a list, each once."""
    first: dict[str, Scalar] = {}
    for word, node in fields.words(key):
        if first.setdefault(word, node) is not node:
            fields.log.add(problems.declared_twice(fields.span(node), "word", word, fields.span(first[word])))
    return tuple(first)


def read_truth(declared: Declared, log: Log) -> Truth:
    """One truth: ``{outcome: odds, ...}`` adding up to 100, or ``{range: -8..8}``."""
    node = declared.node
    if isinstance(node, Entries) and any(key.text == "range" for key, _ in node.pairs):
        fields = Fields(declared.document, node, TRUTH, log, name=declared.key)
        low, high = fields.range("range", (0, 0))
        outcomes: tuple[tuple[Value, int], ...] = tuple((number, 1) for number in range(low, high + 1))
        return Truth(id=declared.name, type=Whole(low, high), outcomes=outcomes, at=declared.at)
    fields = Fields(declared.document, node, TRUTH, Log(), name=declared.key)
    fields.log = log
    words: list[tuple[Value, int]] = []
    for key, value in node.pairs if isinstance(node, Entries) else ():
        if not is_id(key.text):
            log.add(problems.bad_id(fields.span(key), key.text))
        text = fields.one(value, "odds in percent")
        odds = None if text is None else fields.number(text, 1, _HUNDRED, "odds")
        if odds is not None:
            words.append((key.text, odds))
    total = sum(odds for _, odds in words)
    if total != _HUNDRED:
        log.add(problems.weights(declared.at, total))
    return Truth(
        id=declared.name,
        type=OneOf(tuple(str(word) for word, _ in words)),
        outcomes=tuple(words),
        at=declared.at,
    )


def read_arc(declared: Declared, log: Log) -> Arc:
    """One arc."""
    fields = Fields(declared.document, declared.node, ARC, log, name=declared.key)
    return Arc(id=declared.name, title=fields.text("title", declared.name), at=declared.at)


def read_rule(declared: Declared, known: Known) -> Rule:
    """One rule."""
    fields = Fields(declared.document, declared.node, RULE, known.log, name=declared.key)
    return Rule(
        id=declared.name,
        do=effects(fields, "do", where(fields, known, f"rules.{declared.name}")),
        when=known.condition(fields, "when"),
        window=fields.window("at"),
        once=fields.yes_no("once", default=False),
        because=fields.text("because"),
        at=fields.at,
    )


def read_promise(declared: Declared, known: Known) -> Promise:
    """One promise; exactly one of ``by`` and ``within`` says when it is due."""
    fields = Fields(declared.document, declared.node, PROMISE, known.log, name=declared.key)
    if fields.sound and fields.has("by") == fields.has("within"):
        known.log.add(problems.one_of(fields.at, "a promise", "`by`, `within`"))
    last = max(known.turns, 1)
    at = where(fields, known, f"promises.{declared.name}")
    return Promise(
        id=declared.name,
        to=fields.name("to", "character", known.census.names("characters")),
        text=fields.text("text"),
        by=fields.whole("by", last, 1, last) if fields.has("by") else None,
        within=fields.whole("within", 1, 1, last) if fields.has("within") else None,
        kept=consequence_at(fields, "kept", at),
        broken=consequence_at(fields, "broken", at),
        at=fields.at,
    )


def types_of(
    census: Census, unclear: Unclear, facts: list[Fact], truths: list[Truth], people: list[Character]
) -> dict[str, Type]:
    """What each plain name of a condition is; where two have one name, the first to be looked up here."""
    meters: dict[str, Type] = {name: unclear.read(one, meter_type) for name, one in census.sections["meters"].items()}
    found: dict[str, Type] = {person.id: Whole(person.low, person.high) for person in people}
    found |= {truth.id: truth.type for truth in truths}
    found |= {fact.id: fact.type for fact in facts}
    return found | meters
