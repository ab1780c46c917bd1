"""A story's own rules of style, from their node: what is judged by them is no business of reading."""

from typing import cast, get_args

from game.load import problems
from game.load.census import Declared
from game.load.document import Items, Node
from game.load.fields import Fields, shape
from game.load.known import Known
from game.load.schema_style import LENGTH, SPARING, STYLE
from game.load.supply import decks_of, groups_of
from game.model.codex import PREVIOUSLY, SHELVES
from game.model.style import AtMost, Avoided, Direction, Length, Measured, Style

KINDS: tuple[Measured, ...] = get_args(Measured)
_DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
_ONLY = {"scene": "scenes", "storylet": "deck", "line": "group", "codex": "shelf"}
"""What narrows a length, by the kind of text."""
_MOST = 99


def read_style(declared: Declared, known: Known) -> Style:
    """The rules of style."""
    fields = Fields(declared.document, declared.node, STYLE, known.log, name=declared.key)
    return Style(
        lengths=tuple(length for node in fields.items("lengths") for length in _length(fields, node, known)),
        choices=fields.range("choices", (0, 0)) if fields.has("choices") else None,
        avoided=(*_avoided(fields, "avoid"), *_avoided(fields, "avoid_everywhere")),
        spare_documents=fields.yes_no("spare_documents", default=False),
        at_most=tuple(_sparing(fields, node) for node in fields.items("at_most")),
        new_people=fields.whole("new_people", 0, 0, _MOST) if fields.has("new_people") else None,
        new_places=fields.whole("new_places", 0, 0, _MOST) if fields.has("new_places") else None,
        places=_texts(fields, fields.items("places")),
        ledger=fields.id("ledger"),
        no_dominated=fields.yes_no("no_dominated", default=False),
        good=_good(fields, known),
        costs=fields.yes_no("costs", default=False),
        because=fields.yes_no("because", default=False),
        link_first=fields.yes_no("link_first", default=False),
        terms=_terms(fields, known),
        at=fields.at,
    )


def _length(style: Fields, node: Node, known: Known) -> tuple[Length, ...]:
    fields = Fields(style.document, node, LENGTH, known.log)
    kind = fields.word("of", KINDS, "")
    if not kind:
        return ()
    for key in _ONLY.values():
        if fields.has(key) and key != _ONLY.get(kind):
            known.log.add(problems.unknown_key(fields.span(fields.nodes[key]), key, f"the length of a {kind}", ()))
    least, most = fields.range("words", (0, 0))
    only = _only(kind, fields, known)
    if most == 0 or (fields.has(_ONLY.get(kind, "")) and not only):
        return ()
    return (Length(of=cast("Measured", kind), least=least, most=most, only=only, at=fields.at),)


def _only(kind: str, fields: Fields, known: Known) -> tuple[str, ...]:
    """What the length is about, where it is narrowed."""
    match kind:
        case "scene":
            scenes = known.census.names("scenes")
            names = [fields.reference(node, "scene", scenes) for _, node in fields.words("scenes")]
        case "storylet":
            names = [fields.name("deck", "deck", decks_of(known.census).asked)]
        case "line":
            names = [fields.name("group", "group of lines", (*groups_of(known.census).asked, PREVIOUSLY))]
        case "codex":
            names = [fields.word("shelf", SHELVES, "")]
        case _:
            return ()
    return tuple(name for name in names if name)


def _avoided(fields: Fields, key: str) -> tuple[Avoided, ...]:
    found: list[Avoided] = []
    for words, node in fields.pairs(key):
        why = fields.one(node, "the reason, as text")
        if why is not None:
            avoided = Avoided(words=words.text, why=why.text, everywhere=key != "avoid", at=fields.document.span(words))
            found.append(avoided)
    return tuple(found)


def _sparing(style: Fields, node: Node) -> AtMost:
    fields = Fields(style.document, node, SPARING, style.log)
    return AtMost(
        words=_texts(fields, fields.items("words")), times=fields.whole("times", _MOST, 0, _MOST), at=fields.at
    )


def _texts(fields: Fields, nodes: list[Node]) -> tuple[str, ...]:
    texts = (fields.one(node, "text") for node in nodes)
    return tuple(text.text for text in texts if text is not None and text.text.strip())


def _good(fields: Fields, known: Known) -> tuple[tuple[str, Direction], ...]:
    found: list[tuple[str, Direction]] = []
    for key, node in fields.pairs("good"):
        name = fields.reference(key, "meter", known.census.names("meters"))
        way = fields.one(node, "`high` or `low`")
        if way is not None and way.text not in _DIRECTIONS:
            known.log.add(problems.not_among(fields.span(way), way.text, _DIRECTIONS))
        found.extend((name, each) for each in _DIRECTIONS if name and way is not None and way.text == each)
    return tuple(found)


def _terms(fields: Fields, known: Known) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for key, node in fields.pairs("terms"):
        name = fields.reference(key, "codex entry", known.census.names("codex"))
        if not isinstance(node, Items):
            known.log.add(problems.wrong_shape(fields.span(node), "a list of words", shape(node)))
        elif name:
            found.append((name, _texts(fields, node.items)))
    return tuple(found)
