"""Draws from their nodes: outcomes of which chance picks one."""

from collections.abc import Callable

from game.load import problems
from game.load.document import Entries, Node
from game.load.fields import Fields
from game.load.schema_effects import DRAW, DRAWN
from game.load.where import Where
from game.model.effect import Draw, Drawn, Effect
from game.model.names import is_id

_MOST_WEIGHT = 100
_NONE = ("nothing", "all")
"""What may be said for the case that no outcome may come, besides an outcome's id."""


def read_draw(node: Node, at: Where, read: Callable[[Fields, str, Where], tuple[Effect, ...]]) -> tuple[Draw, ...]:
    """One draw; ``read`` reads the effects of its outcomes."""
    known = at.known
    fields = Fields(at.document, node, DRAW, known.log)
    site = fields.id("id")
    if site:
        known.name_draw(site, fields.span(fields.nodes["id"]))
    else:
        site = known.draw(at.site)
    outcomes: list[Drawn] = []
    for key, inside in fields.pairs("draw"):
        if not is_id(key.text):
            known.log.add(problems.bad_id(fields.span(key), key.text))
        elif key.text in _NONE:
            known.log.add(problems.reserved(fields.span(key), key.text))
        drawn = Fields(at.document, inside, DRAWN, known.log, name=key)
        outcomes.append(
            Drawn(
                id=key.text,
                weight=drawn.whole("weight", 1, 1, _MOST_WEIGHT),
                when=known.condition(drawn, "when", at.constants),
                do=read(drawn, "do", at),
            )
        )
    if not outcomes and isinstance(fields.nodes.get("draw"), Entries):
        known.log.add(problems.wrong_shape(fields.at, "at least one outcome", "a draw without any"))
    if_none = fields.word("if_none", (*_NONE, *(one.id for one in outcomes)), "nothing")
    return (Draw(id=site, outcomes=tuple(outcomes), if_none=if_none, at=fields.at),)
