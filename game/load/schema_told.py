"""The keys of what is told besides scenes: lines, endings, codas, codex entries, achievements."""

from game.load.keys import Field, record

LINE = record(
    "a line",
    text=Field("prose", "its words", required=True),
    plain=Field("prose", "the same in words that ask for no knowledge of the subject, for readers who choose them"),
    about=Field("event", "comes only in the turn this happened, or the turn after"),
    from_=Field("text", "whose words they are: a city, a paper"),
    when=Field("condition", "comes only while this holds"),
    priority=Field("whole", "higher first: -99 to 99; 0 unless said otherwise"),
    once=Field("yes_no", "at most once a session; true unless said otherwise"),
    warns=Field("ending", "when it is told, the reader has been warned of this ending once more"),
    planned=Field("yes_no", "comes only where a `later` plans it"),
    kind=Field("word", "how it comes back to what the reader did: echo, bill or ghost; said with the turn of that"),
)
ENDING = record(
    "an ending",
    title=Field("title", "its name", required=True),
    order=Field("whole", "endings are looked at in this order", required=True),
    at=Field("word", "`any`: after every choice; `last`: after the last turn", required=True),
    when=Field("condition", "it comes when this holds"),
    text=Field("prose", "what the reader reads", required=True),
    warned=Field("whole", "it doesn't come by its `when` before it was warned of so often: 1 to 9; `at: any` only"),
    codas=Field("yes_no", "whether codas follow it; true unless said otherwise"),
    hint=Field("text", "one sentence toward it, for the gallery of endings: gives a way to it and nothing away"),
)
CODA = record(
    "a coda",
    title=Field("title", "its heading"),
    order=Field("whole", "codas are told in this order, and where it is the same as written; 0 unless said otherwise"),
    when=Field("condition", "left out unless this holds; may ask for `ended`"),
    planted=Field("yes_no", "left out unless a `later` has planted it"),
    text=Field("prose", "what the reader reads"),
    first_of=Field("versions", "several wordings: the first whose `when` holds is told; none: nothing"),
)
VERSION = record(
    "a version of a coda",
    when=Field("condition", "told if this holds; may ask for `ended`"),
    text=Field("prose", "what the reader reads", required=True),
)
ENTRY = record(
    "a codex entry",
    title=Field("text", "its heading", required=True),
    shelf=Field("word", "record, campaign, people or outside", required=True),
    date=Field("text", "when"),
    grade=Field("word", "how well it is known: A, B or C"),
    source=Field("text", "where it is found"),
    text=Field("prose", "its words", required=True),
)
ACHIEVEMENT = record(
    "an achievement",
    title=Field("text", "its name", required=True),
    text=Field("text", "what was done, in one line", required=True),
    hidden=Field("yes_no", "not listed before it is earned"),
)
