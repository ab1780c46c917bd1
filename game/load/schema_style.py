"""The keys of a story's own rules of style, which ``narrowsky check --style`` holds it to."""

from game.load.keys import Field, record

STYLE = record(
    "a style",
    lengths=Field("lengths", "how many words a text of each kind has"),
    choices=Field("range", "how many choices a scene offers: `2..5`"),
    avoid=Field("avoided", "words that the narrator avoids, each with the reason; people may say them"),
    avoid_everywhere=Field("avoided", "words that nobody says"),
    spare_documents=Field("yes_no", "lines of a document (`> `) may be long and say any word of `avoid`"),
    at_most=Field("sparing", "words of which one text holds only so many"),
    new_people=Field("whole", "how many characters a scene may bring in"),
    new_places=Field("whole", "how many of the `places` a scene may bring in"),
    places=Field("texts", "the names of places"),
    ledger=Field("id", "a tag: a scene or choice that has it writes a ledger line, since somebody is hurt in it"),
    no_dominated=Field("yes_no", "no choice is as good as another on every meter that readers see, and better on one"),
    good=Field("directions", "which way meters are good when choices are compared, where they don't say `better`"),
    costs=Field("yes_no", "a choice that moves a meter readers see says its `cost`"),
    because=Field("yes_no", "whatever moves a meter readers see says its `because`"),
    link_first=Field("yes_no", "a scene that speaks of a codex entry links to it where it first does"),
    terms=Field("terms", "by which words texts may call a codex entry; its title unless said otherwise"),
)
LENGTH = record(
    "a length",
    of=Field("word", "what kind of text", required=True),
    words=Field("range", "the fewest and the most words: `140..450`", required=True),
    scenes=Field("names", "of a scene: only these"),
    deck=Field("deck", "of a storylet: only those of this deck"),
    group=Field("group", "of a line: only those of this group"),
    shelf=Field("word", "of a codex entry: only those on this shelf"),
)
SPARING = record(
    "a rule of sparing",
    words=Field("texts", "the words", required=True),
    times=Field("whole", "how many of them one text may hold: 0 to 99", required=True),
)
