"""The keys of effects: those that mark them, and those inside."""

from collections.abc import Mapping

from game.load.keys import Field, record

CONDITIONAL = record(
    "a conditional effect",
    when=Field("condition", "if this holds", required=True),
    do=Field("effects", "these", required=True),
    else_=Field("effects", "and if not, these"),
)
DRAW = record(
    "a draw",
    draw=Field("draws", "the outcomes by their ids, which last; chance picks one", required=True),
    if_none=Field(
        "id", "what comes where none may: `nothing` (unless said otherwise), `all` of them, or one by its id"
    ),
    id=Field("id", "its name in saved sessions; the place where it is written unless said otherwise"),
)
DRAWN = record(
    "an outcome of a draw",
    when=Field("condition", "it takes part only if this holds"),
    weight=Field("whole", "how likely beside the others: 1 to 100; 1 unless said otherwise"),
    do=Field("effects", "what it does"),
)
LEDGER = record(
    "a ledger line",
    name=Field("text", "who", required=True),
    age=Field("whole", "how old: 0 to 130"),
    place=Field("text", "where", required=True),
    doing=Field("text", "doing what", required=True),
    claims=Field("claims", "what each side says: `{one_side: ..., other_side: ...}`"),
)
LATER = record(
    "`later`",
    scene=Field("scene", "a scene that comes due"),
    line=Field("line", "a line that is sure to be printed"),
    coda=Field("coda", "a coda with `planted: true` that is told at the end; it takes neither `in` nor `at`"),
    do=Field("effects", "effects"),
    in_=Field("whole", "so many turns from now"),
    at=Field("whole", "in this turn"),
    kind=Field("word", "echo, bill or ghost"),
    because=Field("text", "the reason, for the log"),
)

EFFECTS: Mapping[str, Field] = {
    "when": Field("condition", "`{when: ..., do: [...], else: [...]}`"),
    "act": Field("act", "a named group: `{act: strike(some)}`"),
    "reveal": Field("truth", "the reader learns a truth"),
    "unlock": Field("codex", "the reader learns a codex entry"),
    "happen": Field("event", "something happened, of which lines may speak"),
    "promise": Field("promise", "a word is given"),
    "keep": Field("promise", "a word is kept"),
    "remember": Field("memories", "`{character: a memory of theirs}`, or words of its own"),
    "achieve": Field("achievement", "the reader has earned an achievement"),
    "end": Field("ending", "the story ends here"),
    "warn": Field("ending", "the reader has been warned of an ending once more"),
    "goto": Field("way", "it goes on there, whatever else is said: `{goto: court}`; the last one counts"),
    "ledger": Field("ledger", "somebody was hurt"),
    "offer": Field("storylet", "a storylet is dealt for sure, when its deck is dealt from next and its `when` holds"),
    "draw": Field("draws", "chance picks one of several outcomes: `{draw: {one: {do: [...]}, other: {...}}}`"),
    "later": Field("later", "something comes due at a later turn"),
}
"""The structured effects, by the key that marks them."""
