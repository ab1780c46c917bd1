"""What may stand behind a key: each kind of value explained once, with a place in the sample story that shows it.

Where a kind is a mapping with keys of its own, ``RECORDS`` says which; where it is one of a few words, ``WORDS`` does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.load import schema, schema_effects, schema_judged, schema_style, schema_told
from game.load.keys import Record
from game.load.style import KINDS as TEXT_KINDS
from game.model.claim import KINDS as KINDS_OF_CLAIM
from game.model.codex import SHELVES
from game.model.effect import KINDS as KINDS_OF_RETURN
from game.model.strategy import LIKINGS


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value: what is written there, and the path of an example in the sample story."""

    about: str
    example: str


KINDS: Mapping[str, Kind] = {
    "id": Kind("A name of your own, which lasts: small letters, digits and `_`, a letter first.", "story"),
    "text": Kind(
        "One line of words, shown as they stand: no links, no braces. A ` #` would cut it short, and a colon with a "
        "space behind it needs the line in quotation marks.",
        "title",
    ),
    "prose": Kind(
        "Text for readers, with links, emphasis and braces (see *Prose*). Best a block: `|`, and the words indented "
        "below. One plain line will do if it neither begins with a quotation mark nor holds a colon and a space or "
        "` #`. YAML's own quotation marks are an error here: yours would vanish.",
        "scenes.landing.choices.shake.result",
    ),
    "title": Kind(
        "One line of words. It may hold braces as prose does, and then varies; lists show how it reads first.",
        "scenes.lamp_room.title",
    ),
    "whole": Kind("A whole number, perhaps with a sign.", "version"),
    "yes_no": Kind("`true` or `false`, and nothing else.", "scenes.landing.choices.trunk.once"),
    "word": Kind("One of a few words; the key says which.", "meters.patience.shown"),
    "value": Kind(
        "A value of the fact's own: a whole number, one of its words, or of a set a list of them.", "facts.flag.start"
    ),
    "names": Kind("A list of ids: `[mail, evening]`.", "clock.phases.post.deal"),
    "range": Kind("Lowest and highest whole number, both included: `0..100`, `-3..3`.", "meters.oil.range"),
    "window": Kind("A turn, `3`, or the turns from one to another, both included: `2..4`.", "scenes.first_sight.at"),
    "bands": Kind(
        "Names for stretches of a range, each by its lowest value, from the lowest up; the first begins where the "
        "range does. Conditions ask `oil is Low`, prose prints `{band(oil)}`.",
        "meters.oil.bands",
    ),
    "factor": Kind("A fraction of whole numbers, `1/2`, or a whole number.", "meters.oil.gains.0.times"),
    "factors": Kind(
        "Distances from an end, each with the fraction by which a change toward it counts.", "meters.oil.soft"
    ),
    "gains": Kind(
        "A list: each says when a gain counts more or less. All that hold are multiplied.", "meters.oil.gains"
    ),
    "drifts": Kind("A list: each says what a meter does by itself at a turn's end.", "meters.oil.drift"),
    "sizes": Kind("Words for amounts, to be used in effects: `oil -= small`, `small * 2`.", "sizes"),
    "themes": Kind(
        "A mapping: what scenes may be about, by words of your own, and one sentence of it each, which gives nothing "
        "away. With it, scenes can be about nothing else.",
        "themes",
    ),
    "renames": Kind("A mapping of old ids to new ones.", "renamed"),
    "condition": Kind(
        "A question that is answered yes or no (see *Conditions and amounts*). Begin it with a bracket or a name, not "
        "with a quotation mark.",
        "scenes.lamp_room.choices.signal.requires",
    ),
    "amount": Kind(
        "A whole number worked out when it is needed: `40 + mate * 10`.", "scenes.lamp_room.choices.signal.check.odds"
    ),
    "effects": Kind(
        "A list of changes, done in the order written (see *Effects*).", "scenes.landing.choices.shake.effects"
    ),
    "consequence": Kind("What follows: any of `effects`, `because`, `result`, `goto`.", "promises.supper.kept"),
    "choices": Kind(
        "Choices by their ids, in the order shown. An id lasts: saved sessions speak of it.", "scenes.landing.choices"
    ),
    "outcome": Kind("A consequence that may hold `choices` of its own.", "scenes.lamp_room.choices.signal.check.pass"),
    "gather": Kind(
        "A place where choices fall together that say no `goto`: the `after` of a scene, or of choices inside a "
        "choice. Its text stands on the same page as what came of the choice.",
        "scenes.landing.after",
    ),
    "check": Kind("A random test, its odds shown to the reader.", "scenes.lamp_room.choices.signal.check"),
    "envelope": Kind(
        "How a storylet lies in a tray. Needed where a phase lays out more than it takes.", "storylets.bill.envelope"
    ),
    "clock": Kind("The calendar. A story without one goes from scene to scene by `goto` and `then` alone.", "clock"),
    "parts": Kind(
        "Stretches of turns by their ids: `act_one: 1..6`, or a mapping with a title. Conditions ask for the one that "
        "it is by its id alone: `when: act_one`.",
        "clock.parts",
    ),
    "phases": Kind(
        "The steps of a turn by their ids, in order. Each is a lines phase, a deal phase or a scene phase: it holds "
        "exactly one of `lines`, `deal`, `due`.",
        "clock.phases",
    ),
    "way": Kind(
        "Where it goes on: the id of a scene or of a storylet, or `return`, back to what called (see *Scenes*).",
        "scenes.landing.after.then",
    ),
    "scene": Kind("The id of a scene or of a storylet.", "start"),
    "achievement": Kind("The id of an achievement.", "scenes.inquiry.choices.tell.effects"),
    "chapter": Kind("The id of a chapter.", "scenes.landing.chapter"),
    "content": Kind("What a scene is about, and a sentence in its place.", "scenes.inquiry.content"),
    "arcs": Kind("A list of ids of arcs.", "scenes.lamp_room.choices.signal.feeds"),
    "scenes": Kind("A list of ids of scenes or storylets.", "scenes.lamp_room.threads"),
    "arc": Kind("The id of an arc.", "scenes.first_sight.arc"),
    "decks": Kind(
        "A list of decks by their names; `{deck: night, when: condition}` joins only while something holds.",
        "clock.phases.evening.deal",
    ),
    "storylet": Kind("The id of a storylet.", "scenes.lamp_room.choices.trim.effects.3"),
    "deck": Kind("A deck that some phase deals from.", "storylets.bill.deck"),
    "group": Kind("A group of lines.", "clock.phases.log.lines"),
    "event": Kind("Something that an effect lets `happen`.", "lines.paper.accident.about"),
    "character": Kind("The id of a character.", "promises.supper.to"),
    "narrowings": Kind("A list: in which cases a truth is read within a narrower range.", "truths.gauge_error.narrow"),
    "truth": Kind("The id of a truth.", "scenes.first_sight.choices.glass.effects"),
    "codex": Kind("The id of a codex entry.", "scenes.landing.choices.shake.effects.1"),
    "promise": Kind("The id of a promise.", "scenes.lamp_room.choices.signal.check.pass.effects"),
    "ending": Kind("The id of an ending.", "scenes.inquiry.choices.tell.effects"),
    "coda": Kind("The id of a coda.", "scenes.lamp_room.choices.signal.check.fail.effects.3"),
    "versions": Kind(
        "A list: wordings of one coda, each with its `when`; one without comes last.", "codas.rope.first_of"
    ),
    "line": Kind("The id of a line.", "scenes.lamp_room.choices.trim.effects.2"),
    "act": Kind(
        "An act by its name; with its amount in brackets if it takes one.", "scenes.lamp_room.choices.trim.effects.1"
    ),
    "memories": Kind(
        "Characters, each with what they will remember: a memory they declare, by its id, or several words of its own.",
        "scenes.first_sight.choices.leave_it.effects.0",
    ),
    "remembered": Kind("A mapping of your own ids to one line of words each.", "characters.mate.memories"),
    "ledger": Kind(
        "Who was hurt, where, and what is said of it.", "scenes.lamp_room.choices.signal.check.fail.effects.1"
    ),
    "claims": Kind(
        "Whoever says something, with what they say.",
        "scenes.lamp_room.choices.signal.check.fail.effects.1.ledger.claims",
    ),
    "preferences": Kind("A list: each gives points to some of what is open.", "strategies.dutiful.prefers"),
    "meter": Kind("The id of a meter.", "strategies.dutiful.prefers.0"),
    "tag": Kind("A word among the `tags` of a choice or a storylet.", "strategies.dutiful.prefers.1"),
    "choice": Kind(
        "A choice by its scene and its id, as `scene.choice`; of one inside another the whole way to it.",
        "strategies.dutiful.prefers.2",
    ),
    "texts": Kind("A list of words or phrases.", "style.places"),
    "style": Kind("How the story means to be written (see *Style*).", "style"),
    "lengths": Kind("A list: how many words a text of one kind has. The first that fits counts.", "style.lengths"),
    "avoided": Kind("Words or phrases, each with why not, or what instead.", "style.avoid"),
    "sparing": Kind("A list: words, and how many of them one text may hold.", "style.at_most"),
    "directions": Kind("Meters, each `high` or `low`.", "style.good"),
    "terms": Kind("Codex entries, each with a list of words that may stand for it.", "style.terms"),
    "draws": Kind("Outcomes by their ids.", "rules.weather.do.0.draw"),
    "later": Kind("A scene, a line or effects, with the turn they come in.", "scenes.lamp_room.choices.wait.effects.1"),
}

PHASES = (schema.LINES_PHASE, schema.DEAL_PHASE, schema.SCENE_PHASE)
RECORDS: Mapping[str, tuple[Record, ...]] = {
    "clock": (schema.CLOCK,),
    "phases": PHASES,
    "parts": (schema.PART,),
    "gains": (schema.GAIN,),
    "narrowings": (schema.NARROW,),
    "drifts": (schema.DRIFT,),
    "choices": (schema.CHOICE,),
    "check": (schema.CHECK,),
    "consequence": (schema.CONSEQUENCE,),
    "outcome": (schema.OUTCOME,),
    "gather": (schema.GATHER,),
    "envelope": (schema.ENVELOPE,),
    "ledger": (schema_effects.LEDGER,),
    "later": (schema_effects.LATER,),
    "draws": (schema_effects.DRAWN,),
    "decks": (schema.JOIN,),
    "content": (schema.CONTENT,),
    "versions": (schema_told.VERSION,),
    "preferences": (schema_judged.PREFERENCE,),
    "style": (schema_style.STYLE,),
    "lengths": (schema_style.LENGTH,),
    "sparing": (schema_style.SPARING,),
}
"""Kinds that are mappings (or lists, or mappings of mappings) with keys of their own."""

SECTION_RECORDS: Mapping[str, Record] = {
    "meters": schema.METER,
    "facts": schema.FACT,
    "truths": schema.TRUTH,
    "characters": schema.CHARACTER,
    "arcs": schema.ARC,
    "chapters": schema.CHAPTER,
    "scenes": schema.SCENE,
    "storylets": schema.STORYLET,
    "lines": schema_told.LINE,
    "rules": schema.RULE,
    "promises": schema.PROMISE,
    "endings": schema_told.ENDING,
    "codas": schema_told.CODA,
    "codex": schema_told.ENTRY,
    "achievements": schema_told.ACHIEVEMENT,
    "claims": schema_judged.CLAIM,
    "strategies": schema_judged.STRATEGY,
}
"""What one thing of a section is; ``conditions`` and ``acts`` hold no records."""

WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("a scene phase", "due"): ("first",),
    ("a scene phase", "else"): ("arcs", "nothing"),
    ("a meter", "shown"): ("number", "words", "pips", "never"),
    ("a meter", "better"): ("none", "high", "low"),
    ("an ending", "at"): ("any", "last"),
    ("a codex entry", "shelf"): SHELVES,
    ("a codex entry", "grade"): ("A", "B", "C"),
    ("`later`", "kind"): KINDS_OF_RETURN,
    ("a line", "kind"): KINDS_OF_RETURN,
    ("a length", "of"): TEXT_KINDS,
    ("a length", "shelf"): SHELVES,
}
"""The words that may stand behind a key of the kind ``word``, by record and key."""

ONE_OF: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "a fact": (("any_of", "one_of", "range"),),
    "a promise": (("by", "within"),),
    "`later`": (("scene", "line", "coda", "do"), ("in", "at", "coda")),
    "a coda": (("text", "first_of"),),
    "a claim": (KINDS_OF_CLAIM,),
    "a preference": (LIKINGS, ("by", "score")),
}
"""Keys of a record of which exactly one must be there."""


def records() -> tuple[Record, ...]:
    """Every record of the format, in the order of the manual."""
    found = [schema.HEADER, schema.CLOCK, *PHASES]
    found += [*SECTION_RECORDS.values(), *(record for each in RECORDS.values() for record in each)]
    found += [schema_effects.CONDITIONAL, schema_effects.DRAW]
    return tuple({record.name: record for record in found}.values())
