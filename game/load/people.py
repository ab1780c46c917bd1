"""Effects about people: who was hurt, and who will remember what."""

from game.load.document import Document, Node
from game.load.fields import Fields
from game.load.keys import Record
from game.load.known import Known
from game.load.schema import EFFECTS, LEDGER
from game.model.effect import Ledger, Remember
from game.source.clean import clean_line


def read_ledger(document: Document, node: Node, known: Known) -> tuple[Ledger, ...]:
    """A ledger line: somebody was hurt."""
    fields = Fields(document, node, LEDGER, known.log)
    texts = ((key.text, fields.one(value, "text")) for key, value in fields.pairs("claims"))
    claims = tuple((clean_line(side), clean_line(text.text)) for side, text in texts if text is not None)
    most = 130
    age = fields.whole("age", -1, 0, most)
    return (
        Ledger(
            name=fields.text("name"),
            age=age if age >= 0 else None,
            place=fields.text("place"),
            doing=fields.text("doing"),
            claims=claims,
            at=fields.at,
        ),
    )


def read_memories(document: Document, node: Node, known: Known) -> tuple[Remember, ...]:
    """What characters will remember, one effect each."""
    names = known.census.names("characters")
    fields = Fields(document, node, Record("`remember`", dict.fromkeys(names, EFFECTS["remember"])), known.log)
    return tuple(Remember(character=name, what=fields.text(name), at=fields.at) for name in fields.nodes)
