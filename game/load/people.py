"""People: who they are, who was hurt, and who will remember what."""

from game.load import problems
from game.load.census import Declared
from game.load.document import Document, Node
from game.load.fields import Fields
from game.load.keys import Record
from game.load.known import Known
from game.load.log import Log
from game.load.schema import CHARACTER
from game.load.schema_effects import EFFECTS, LEDGER
from game.model.effect import Ledger, Remember
from game.model.names import is_id
from game.model.world import Character
from game.source.clean import clean_line


def read_character(declared: Declared, log: Log) -> Character:
    """One character."""
    fields = Fields(declared.document, declared.node, CHARACTER, log, name=declared.key)
    low, high = fields.range("regard", (-3, 3))
    return Character(
        id=declared.name,
        name=fields.text("name", declared.name),
        role=fields.text("role"),
        wants=fields.text("wants"),
        low=low,
        high=high,
        start=max(low, min(high, 0)),
        memories=_memories(fields),
        at=declared.at,
    )


def _memories(fields: Fields) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for key, node in fields.pairs("memories"):
        if not is_id(key.text):
            fields.log.add(problems.bad_id(fields.span(key), key.text))
        text = fields.one(node, "a line of words")
        if text is not None:
            fields.whole_text(text)
            found.append((key.text, clean_line(text.text)))
    return tuple(found)


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
    found = (_remembered(fields, name, known) for name in fields.nodes)
    return tuple(one for one in found if one is not None)


def _remembered(fields: Fields, name: str, known: Known) -> Remember | None:
    """What one character will remember: a declared memory by its id, or words of its own, which are more than one."""
    node = fields.scalar(name)
    if node is None:
        return None
    declared = known.census.memories(name)
    if node.text in declared:
        return Remember(character=name, memory=node.text, what=clean_line(declared[node.text]), at=fields.at)
    if is_id(node.text):
        known.log.add(problems.unknown_reference(fields.span(node), f"memory of `{name}`", node.text, declared))
        return None
    return Remember(character=name, what=fields.text(name), at=fields.at)
