"""Codex entries and lines, from their nodes."""

from game.load import problems
from game.load.census import Declared
from game.load.document import Entries
from game.load.fields import Fields
from game.load.known import Known
from game.load.plans import read_kind
from game.load.prose import needed, prose
from game.load.schema_told import ENTRY, LINE
from game.model.codex import PREVIOUSLY, SHELVES, Entry, Line

_TIERS = 99
_OF_BEFORE = ("text", "plain", "when", "priority")
"""What a line may have that tells what went before: no phase prints it, and nothing brings it."""


def read_entry(declared: Declared, known: Known) -> Entry:
    """One codex entry; those of our world need a grade and a source."""
    fields = Fields(declared.document, declared.node, ENTRY, known.log, name=declared.key)
    shelf = fields.word("shelf", SHELVES, "campaign")
    if shelf in ("record", "outside"):
        for key in ("grade", "source"):
            if not fields.has(key):
                known.log.add(problems.missing_key(fields.at, key, "an entry about our world"))
    return Entry(
        id=declared.name,
        title=fields.text("title", declared.name),
        shelf=shelf,
        text=needed(fields, "text", known, f"codex.{declared.name}"),
        date=fields.text("date"),
        grade=fields.word("grade", ("A", "B", "C"), ""),
        source=fields.text("source"),
        at=fields.at,
    )


def read_line(declared: Declared, group: str, known: Known) -> Line:
    """One brief or headline."""
    fields = Fields(declared.document, declared.node, LINE, known.log, name=declared.key)
    if group == PREVIOUSLY and isinstance(declared.node, Entries):
        for key in (key for key, _ in declared.node.pairs if key.text in LINE.fields and key.text not in _OF_BEFORE):
            found = problems.unknown_key(fields.span(key), key.text, f"a line of `{PREVIOUSLY}`", _OF_BEFORE)
            known.log.add(found)
    return Line(
        id=declared.name,
        group=group,
        text=needed(fields, "text", known, f"lines.{declared.name}"),
        plain=prose(fields, "plain", known, f"lines.{declared.name}.plain"),
        about=fields.name("about", "thing that happens", known.census.events),
        source=fields.text("from"),
        when=known.condition(fields, "when"),
        priority=fields.whole("priority", 0, -_TIERS, _TIERS),
        once=fields.yes_no("once", default=group != PREVIOUSLY),
        warns=fields.name("warns", "ending", known.census.names("endings")),
        planned=fields.yes_no("planned", default=False),
        kind=read_kind(fields),
        at=fields.at,
    )
