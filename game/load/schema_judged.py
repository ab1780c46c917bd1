"""The keys of what judges of a story go by, and no reader ever sees: claims and strategies."""

from game.load.keys import Field, record

CLAIM = record(
    "a claim",
    always=Field("condition", "this holds wherever a reader decides, and at the end"),
    never=Field("condition", "this holds nowhere"),
    sometimes=Field("condition", "on some path this holds once"),
    eventually=Field("condition", "no path comes to its end without this having held"),
    after=Field("condition", "asked only from where this first holds"),
    before=Field("condition", "asked only until this first holds"),
    because=Field("text", "why it should be so, for who finds it broken"),
)
STRATEGY = record(
    "a strategy",
    title=Field("text", "its name", required=True),
    about=Field("text", "what such a reader is after, in one line"),
    prefers=Field("preferences", "what draws this reader, as points; what has most is taken", required=True),
    steady=Field("whole", "in how many of 100 decisions they go by it: 0 to 100; 100 unless said otherwise"),
)
PREFERENCE = record(
    "a preference",
    meter=Field("meter", "what a choice says that it moves"),
    by=Field("whole", "points for each point that it says it moves the meter up, taken off for each down"),
    tag=Field("tag", "choices and storylets with this tag"),
    choice=Field("choice", "this choice"),
    storylet=Field("storylet", "this storylet's envelope"),
    deck=Field("deck", "envelopes from this deck"),
    arc=Field("arc", "envelopes of this arc, and choices that lead into it or feed it"),
    score=Field("whole", "points for it, -1000 to 1000; of anything but a meter"),
    when=Field("condition", "only while this holds"),
)
