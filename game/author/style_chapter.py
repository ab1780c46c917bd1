"""What the manual says of style besides its keys: the kinds of text, and how each rule judges."""

from collections.abc import Mapping

from game.author.chapter import table
from game.model.style import Measured

INTRODUCTION = """\
Rules a story gives itself. They change nothing that is read, so saved sessions don't mind them.
`narrowsky check --style` holds the story to them, and each finding is advice. The section stands once, in any file:
best in one of its own, `style.yaml`. What is left out is not asked for."""

MEASURED: Mapping[Measured, str] = {
    "scene": "the text of a scene that is no storylet",
    "storylet": "the text of a storylet",
    "choice": "a label, or the reason of a locked choice",
    "cost": "what a choice says it costs",
    "result": "what comes of a choice, a check, an unopened envelope, a promise; what is told where choices meet",
    "envelope": "the line on an envelope",
    "line": "a brief or a headline",
    "ending": "the text of an ending",
    "coda": "one wording of a coda",
    "codex": "a codex entry",
    "summary": "one sentence in place of a scene or a result, for readers who choose summaries",
    "plain": "the plain words of a scene, a storylet or a line",
    "paragraph": "each paragraph of all of these, and of notes",
    "first_choice": "all that is read before the first choice",
}
"""Every kind of text whose length can be asked for."""

_JUDGED = """\
**Ways through a text.** A text in braces may be read in several ways; its shortest and its longest are both held to
a length, and a finding says under which conditions it is so. Whether these can hold together is yours to know. A text
with more than 256 ways is found at fault only if all of them are.

**Words.** Words and phrases are found whole, whatever their case. The narrator is who speaks outside of double
quotation marks; a quotation that isn't closed ends with its paragraph. Titles and reasons are not prose, and not looked
at.

**Choices.** One with `when` may be there or not: it counts toward the fewest, and not toward the most. A `fallback`
is not counted.

**Names.** A character is spoken of by the last word of their name or by a link, a place by its name. New is who stands
in no text that could be read earlier: another scene counts as earlier unless its date is later and nothing else leads
to it. In the first scene everybody is new.

**Ledger.** A choice writes its line by itself, by its check or by what it plans; a scene on entering, or by any of its
choices. That some reader gets it is enough.

**Dominated choices.** Compared are changes as written, on meters that are not `shown: never`. Where neither `better`
nor `good` says which way is good, two choices can be compared only if both move that meter by the same. A choice
that has a check, holds choices, ends the story, moves a meter by a condition, or sets what a `shown_as` asks for is not
compared; what comes later doesn't count. A choice that may not be there makes no other pointless.

**Links.** A term is found as it is written, in the text of a scene alone. Where a variant may have linked it before,
nothing is said."""


def judged() -> str:
    """The kinds of text, and how the rules judge, as Markdown."""
    kinds = table(("of", "which texts"), [(f"`{kind}`", about) for kind, about in MEASURED.items()])
    return f"{kinds}\n\n{_JUDGED}"
