"""What comes due later, from its node."""

from collections.abc import Callable
from dataclasses import replace

from game.load import problems
from game.load.document import Node
from game.load.fields import Fields
from game.load.schema_effects import LATER
from game.load.where import Where
from game.model.effect import KINDS, Effect, Kind, Later


def read_kind(fields: Fields) -> Kind:
    """How a thing comes back to what the reader did."""
    kind = fields.word("kind", KINDS, "")
    return next((one for one in KINDS if one == kind), "")


def read_later(node: Node, at: Where, read: Callable[[Fields, str, Where], tuple[Effect, ...]]) -> tuple[Later, ...]:
    """A thing that comes due later; ``read`` reads the effects behind a key."""
    known = at.known
    fields = Fields(at.document, node, LATER, known.log)
    if not fields.sound:
        return ()
    for keys in (("scene", "line", "coda", "do"), ("in", "at", "coda")):
        if sum(fields.has(key) for key in keys) != 1:
            known.log.add(problems.one_of(fields.at, "`later`", ", ".join(f"`{key}`" for key in keys)))
            break
    last = max(known.turns, 1)
    plan = known.plan(at.site)
    return (
        Later(
            id=plan,
            turn=fields.whole("at", 1, 1, last) if fields.has("at") else None,
            after=fields.whole("in", 1, 1, last) if fields.has("in") else None,
            scene=known.way(fields, "scene"),
            line=fields.name("line", "line", known.census.printed),
            coda=fields.name("coda", "coda", known.census.names("codas")),
            do=read(fields, "do", replace(at, site=plan)),
            because=fields.text("because"),
            kind=read_kind(fields),
            at=fields.at,
        ),
    )
