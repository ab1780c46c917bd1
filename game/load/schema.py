"""Every key of the format, what stands behind it and what it is for: the one table that readers and manuals use.

What is told besides scenes (lines, endings, codas, the codex) stands in
``schema_told``, effects in ``schema_effects``.
"""

from collections.abc import Mapping

from game.load.keys import Field, Record, record

HEADER = record(
    "a story",
    story=Field("id", "the story's id, in journals and on the command line"),
    title=Field("text", "the title players see"),
    extends=Field("id", "the id of the story that this one adds to"),
    version=Field("whole", "counts up with each release; 1 unless said otherwise"),
    by=Field("text", "who wrote it"),
    blurb=Field("text", "one line for the title screen"),
    note=Field("prose", "the content note"),
    themes=Field("themes", "what scenes are about that readers may want to know before: a sentence a word of `about`"),
    player=Field("text", "what people call readers who give no name: `Adviser`; with it, texts may say `{player}`"),
    start=Field("scene", "where a session begins"),
    clock=Field("clock", "the calendar and the phases of a turn"),
    sizes=Field("sizes", "words for amounts: `small: 3`"),
    renamed=Field("renames", "`old_id: new_id`, so that saved sessions survive a rename"),
    style=Field("style", "how the story means to be written; `narrowsky check --style` holds it to that"),
)

SECTIONS: Mapping[str, str] = {
    "meters": "bounded numbers with named ranges",
    "facts": "yes/no, one-of, any-of and small counts",
    "truths": "facts drawn once, at the start, by stated odds",
    "characters": "people, with a regard for the reader",
    "conditions": "conditions named once and used anywhere",
    "acts": "named groups of effects, with one parameter",
    "arcs": "chains of scenes",
    "chapters": "parts of the story as readers know them",
    "scenes": "places in the story",
    "storylets": "scenes that come when they may, from decks",
    "choices": "choices added to scenes that are declared elsewhere",
    "lines": "briefs and headlines, by group",
    "rules": "what is done at a turn's end when something holds",
    "promises": "words given to someone by a date",
    "endings": "declared ends",
    "codas": "tail pieces told after an ending",
    "codex": "glossary entries",
    "achievements": "what readers may earn, kept from session to session",
    "claims": "what should be true of the whole story, on every path",
    "strategies": "readers who play by themselves, each by what draws them",
}

CLOCK = record(
    "a clock",
    unit=Field("text", "what a turn is called: week, day; `turn` unless said otherwise"),
    turns=Field("whole", "how many turns there are: 1 to 1000", required=True),
    starts=Field("text", "when the first turn is: early November"),
    parts=Field("parts", "stretches of turns with names; each name is a condition"),
    phases=Field("phases", "the steps of every turn, in order", required=True),
)
PART = record(
    "a part",
    title=Field("text", "its name for players, shown as it begins"),
    turns=Field("window", "which turns it has: `1..6`; no other part has them", required=True),
)

LINES_PHASE = record(
    "a lines phase",
    title=Field("text", "its heading"),
    lines=Field("group", "the group of lines it prints", required=True),
    at_most=Field("whole", "how many lines at most: 1 to 9; 3 unless said otherwise"),
    one_event=Field("yes_no", "print lines about one event only, each from another source"),
    when=Field("condition", "left out unless this holds"),
)

DEAL_PHASE = record(
    "a deal phase",
    title=Field("text", "its heading"),
    deal=Field("decks", "the decks dealt from", required=True),
    hand=Field("whole", "how many storylets are laid out: 1 to 9; as many as are taken unless said otherwise"),
    take=Field("whole", "how many of them are read, 1 unless said otherwise; the others' defaults follow"),
    text=Field("prose", "shown above the envelopes"),
    when=Field("condition", "left out unless this holds"),
)

JOIN = record(
    "a deck that joins",
    deck=Field("deck", "the deck", required=True),
    when=Field("condition", "it is dealt from only while this holds", required=True),
)

SCENE_PHASE = record(
    "a scene phase",
    title=Field("text", "its heading"),
    due=Field("word", "`first`: what was scheduled for this turn comes first", required=True),
    else_=Field("word", "`arcs`: where nothing was scheduled, the arcs' next beat; `nothing` unless said otherwise"),
    when=Field("condition", "left out unless this holds"),
)

METER = record(
    "a meter",
    title=Field("text", "its name for players", required=True),
    range=Field("range", "lowest and highest value: `0..100`", required=True),
    start=Field("whole", "its value at the start", required=True),
    bands=Field("bands", "named ranges by their lowest value: `{0: Blind, 20: Contested}`"),
    group=Field("text", "meters of one group stand together"),
    about=Field("text", "one line of help"),
    shown=Field("word", "number (unless said otherwise), words, pips or never"),
    better=Field("word", "which way is good: none (unless said otherwise), high or low"),
    soft=Field("factors", "near an end a change toward it counts less: `{25: 1/2, 10: 1/4}`"),
    gains=Field("gains", "when a gain counts more or less"),
    drift=Field("drifts", "what it does by itself at each turn's end"),
    shown_as=Field("amount", "what readers see instead of the value"),
    appears=Field("condition", "not shown unless this holds"),
)
GAIN = record(
    "a gain",
    when=Field("condition", "while this holds", required=True),
    times=Field("factor", "a gain counts so much: `1/2`", required=True),
    because=Field("text", "the reason, for the log"),
)
DRIFT = record(
    "a drift",
    by=Field("whole", "by how much", required=True),
    toward=Field("whole", "toward this value, and no further"),
    every=Field("whole", "only every so many turns: 1 to 100"),
    when=Field("condition", "only while this holds"),
    because=Field("text", "the reason, for the log"),
)
FACT = record(
    "a fact",
    one_of=Field("names", "the words it may be; the first is the start unless `start` says otherwise"),
    any_of=Field("names", "the words that may be in it: any of them, also none"),
    range=Field("range", "a small count: `0..9`"),
    bands=Field("bands", "named ranges of a count"),
    title=Field("text", "its name for players; with one, a locked choice may say what it needs of it"),
    start=Field("value", "its value at the start; of `any_of` a list"),
)
TRUTH = record(
    "a truth",
    range=Field("range", "one of these whole numbers, all equally likely"),
    narrow=Field("narrowings", "in which cases it is read more narrowly"),
)
NARROW = record(
    "a narrowing",
    when=Field("condition", "while this holds, and none before it does", required=True),
    to=Field("range", "what was drawn is read in proportion within this range: `-4..4`", required=True),
)
CHARACTER = record(
    "a character",
    name=Field("text", "as readers see it", required=True),
    role=Field("text", "what they are"),
    wants=Field("text", "what they want"),
    regard=Field("range", "how they may come to think of the reader, beginning at 0; `-3..3` unless said otherwise"),
    memories=Field("remembered", "what they may come to remember, by ids: `{late: You came late.}`"),
)
CHAPTER = record("a chapter", title=Field("text", "its name", required=True))
ARC = record("an arc", title=Field("text", "its name", required=True))
RULE = record(
    "a rule",
    when=Field("condition", "what must hold"),
    at=Field("window", "in which turns: `3` or `9..12`"),
    once=Field("yes_no", "only the first time"),
    do=Field("effects", "what is done", required=True),
    because=Field("text", "the reason, for the log"),
)
PROMISE = record(
    "a promise",
    to=Field("character", "to whom", required=True),
    text=Field("text", "what was promised", required=True),
    by=Field("whole", "due in this turn"),
    within=Field("whole", "due so many turns after it was given"),
    kept=Field("consequence", "what follows when it is kept"),
    broken=Field("consequence", "what follows when it comes due unkept", required=True),
)

_CONSEQUENCE = {
    "effects": Field("effects", "what changes"),
    "because": Field("text", "the reason, for the log: a short noun phrase"),
    "result": Field("prose", "what the reader sees come of it"),
    "summary": Field("prose", "one sentence in place of `result`, for readers who choose summaries"),
    "goto": Field("way", "where it goes on; without it, to the scene's `then` or the next phase"),
}
CONSEQUENCE = Record("a consequence", _CONSEQUENCE)
_INSIDE = {
    "call": Field("scene", "a scene that is read first; when it has no way on it returns, and this goes on"),
    "choices": Field("choices", "choices of its own, offered after the result; then it has no `goto`"),
    "after": Field("gather", "where these choices fall together without a `goto`, or a `call` comes back to"),
}
OUTCOME = Record("an outcome", _CONSEQUENCE | _INSIDE)

_SCENE = {
    "title": Field("title", "its heading"),
    "text": Field("prose", "what the reader reads", required=True),
    "plain": Field("prose", "the same in words that ask for no knowledge of the subject, for readers who choose them"),
    "choices": Field("choices", "what the reader may do; the key is the choice's lasting id"),
    "after": Field("gather", "where its choices fall together, if they say no `goto`"),
    "then": Field("way", "where it goes on when a choice doesn't say"),
    "call": Field("scene", "in a scene without choices: a scene that is read first, and returns"),
    "threads": Field("scenes", "scenes that are told here too, if their `when` holds, and whose choices join these"),
    "arc": Field("arc", "the arc it belongs to"),
    "at": Field("window", "due in this turn: `3`; or a beat that may come within `2..4`"),
    "when": Field("condition", "it doesn't come unless this holds"),
    "enter": Field("effects", "what changes on entering"),
    "chapter": Field("chapter", "the chapter it belongs to; its title is shown when it begins"),
    "tags": Field("names", "words of your own, for `narrowsky words --tag` and `graph --tag`"),
    "content": Field("content", "what it is about that readers may want to know before"),
}
CONTENT = record(
    "a content note",
    about=Field(
        "names", "what it is about: `[death, children]`; of the `themes`, where the story says those", required=True
    ),
    summary=Field("prose", "one sentence in place of `text`, for readers who choose summaries"),
)
SCENE = Record("a scene", _SCENE)
STORYLET = Record(
    "a storylet",
    {key: value for key, value in _SCENE.items() if key != "at"}
    | {
        "deck": Field("deck", "the deck it waits in", required=True),
        "weight": Field("whole", "how likely beside the others: 1 to 100; 1 unless said otherwise"),
        "priority": Field("whole", "higher tiers are dealt first: -9 to 9; 0 unless said otherwise"),
        "once": Field("yes_no", "dealt at most once a session; true unless said otherwise"),
        "offered": Field("yes_no", "comes only where an effect puts it on offer"),
        "envelope": Field("envelope", "how it lies in a tray"),
    },
)
ENVELOPE = record(
    "an envelope",
    text=Field("prose", "the line on it", required=True),
    handler=Field("character", "who deals with it if the reader doesn't", required=True),
    likely=Field("text", "what they will probably do", required=True),
    default=Field("consequence", "what follows when they do", required=True),
)
CHOICE = Record(
    "a choice",
    {
        "text": Field("prose", "its label; a fallback may do without", required=True),
        "cost": Field("prose", "what it may cost, said before"),
        "when": Field("condition", "hidden unless this holds"),
        "requires": Field("condition", "locked unless this holds"),
        "locked": Field("prose", "the reason shown while it is locked; without it, what it needs"),
        "once": Field("yes_no", "may be taken only once; unless it says so it stays"),
        "fallback": Field("yes_no", "stands only where no other choice is open; without `text` it is taken by itself"),
        "tags": Field("names", "words of your own, for `narrowsky words --tag` and `graph --tag`"),
        "check": Field("check", "a random test with its odds"),
        "feeds": Field("arcs", "arcs that it feeds, besides those of the scenes it leads to; shown with hints"),
    }
    | _CONSEQUENCE
    | _INSIDE,
)
FALLBACK = Record("a choice", {**CHOICE.fields, "text": Field("prose", "its label")})
"""A choice that may do without a text."""
GATHER = record(
    "a gather",
    text=Field("prose", "what the reader reads there"),
    enter=Field("effects", "what changes on coming there"),
    choices=Field("choices", "what the reader may do there"),
    after=Field("gather", "where those choices fall together in their turn"),
    then=Field("way", "where it goes on; without it, as what it stands in does"),
    call=Field("scene", "in a gather without choices: a scene that is read first, and returns"),
)
CHECK = record(
    "a check",
    odds=Field("amount", "the chance in percent", required=True),
    pass_=Field("outcome", "what follows when it passes", required=True),
    fail=Field("outcome", "what follows when it fails", required=True),
)
