"""Endings and codas, from their nodes."""

from game.load import problems
from game.load.census import Declared
from game.load.fields import Fields
from game.load.known import Known
from game.load.prose import needed, title
from game.load.schema_told import CODA, ENDING, VERSION
from game.model.ending import MOST_WARNINGS, Coda, Ending, Version


def read_ending(declared: Declared, known: Known) -> Ending:
    """One ending."""
    fields = Fields(declared.document, declared.node, ENDING, known.log, name=declared.key)
    words, heading = title(fields, known, f"endings.{declared.name}.title", declared.name)
    early = fields.word("at", ("any", "last"), "last") == "any"
    if fields.has("warned") and not early:
        known.log.add(problems.not_early(fields.span(fields.nodes["warned"])))
    elif fields.has("warned") and not fields.has("when"):
        known.log.add(problems.missing_key(fields.at, "when", "an ending that is warned of"))
    return Ending(
        id=declared.name,
        title=words,
        heading=heading,
        order=fields.whole("order", 0),
        early=early,
        when=known.condition(fields, "when"),
        text=needed(fields, "text", known, f"endings.{declared.name}"),
        warned=fields.whole("warned", 0, 1, MOST_WARNINGS),
        codas=fields.yes_no("codas", default=True),
        hint=fields.text("hint"),
        at=fields.at,
    )


def read_coda(declared: Declared, known: Known) -> Coda:
    """One coda; ``known`` must know ``ended``."""
    fields = Fields(declared.document, declared.node, CODA, known.log, name=declared.key)
    if fields.sound and fields.has("text") == fields.has("first_of"):
        known.log.add(problems.one_of(fields.at, "a coda", "`text`, `first_of`"))
    site = f"codas.{declared.name}"
    versions: tuple[Version, ...] = ()
    if fields.has("text"):
        versions = (Version(text=needed(fields, "text", known, site)),)
    elif fields.has("first_of"):
        parts = [Fields(fields.document, node, VERSION, known.log) for node in fields.items("first_of")]
        versions = tuple(
            Version(text=needed(part, "text", known, f"{site}.{number}"), when=known.condition(part, "when"))
            for number, part in enumerate(parts, 1)
        )
    words, heading = title(fields, known, f"{site}.title")
    return Coda(
        id=declared.name,
        versions=versions,
        title=words,
        heading=heading,
        order=fields.whole("order", 0),
        planted=fields.yes_no("planted", default=False),
        when=known.condition(fields, "when"),
        at=fields.at,
    )
