"""Prose fields: text as the author wrote it, read once; what YAML swallowed of it is a finding."""

import re

from game.expr.types import Key
from game.load import problems, text_problems
from game.load.document import Document, Entries, Node, Scalar
from game.load.fields import Fields, shape
from game.load.known import Known
from game.load.markup import read_markup
from game.load.places import Places
from game.model.prose import BandOf, Branch, Insert, Parts, Plain, Player, Prose, Sequence, first_words, parts_of
from game.source.clean import clean_text
from game.source.limits import PROSE_CHARACTERS

_SIGN = re.compile(r"[*\[\\{}|]")
"""What can make a text more than plain words."""


def parse(document: Document, node: Scalar, known: Known, site: str) -> Prose | None:
    """Read a scalar as prose; None where it can't be read, with the findings in the log."""
    at = document.span(node)
    if len(node.text) > PROSE_CHARACTERS:
        message = f"a text holds at most {PROSE_CHARACTERS:,} characters"
        known.log.add(problems.expression(at, "text-too-long", message, ""))
        return None
    if not node.text.strip():
        known.log.add(text_problems.empty_text(at))
        return None
    if _SIGN.search(node.text) is None:
        return Prose(parts=(Plain(clean_text(node.text.rstrip("\n"))),), at=at)
    parts, faults = read_markup(node.text.rstrip("\n"), known, site)
    places = Places(document, node)
    for fault in faults:
        where = places.span(fault.start, fault.end)
        known.log.add(problems.expression(where, fault.code, fault.message, fault.hint))
    if parts is None:
        return None
    return Prose(
        parts=parts, keys=_keys(parts), counts_visits=any(isinstance(part, Sequence) for part in parts_of(parts)), at=at
    )


def _keys(parts: Parts) -> frozenset[Key]:
    keys: set[Key] = set()
    for part in parts_of(parts):
        match part:
            case Insert():
                keys |= part.checked.keys
            case Branch():
                keys |= part.test.keys
            case BandOf():
                keys.add(part.meter)
            case _:
                pass
    return frozenset(keys)


def _braced(document: Document, node: Entries) -> bool:
    """Whether a mapping is written in braces: a text that begins with one was meant."""
    lines = document.lines[node.line - 1 : node.line]
    return any(line[node.column - 1 : node.column] == "{" for line in lines)


def prose(fields: Fields, key: str, known: Known, site: str) -> Prose | None:
    """The prose behind a key, or None; text that YAML swallowed a part of is a finding."""
    node: Node | None = fields.nodes.get(key)
    if node is None:
        return None
    if not isinstance(node, Scalar):
        at = fields.span(node)
        if isinstance(node, Entries) and _braced(fields.document, node):
            known.log.add(text_problems.brace_made_mapping(at))
        elif isinstance(node, Entries) and len(node.pairs) == 1:
            known.log.add(text_problems.colon_made_mapping(at))
        else:
            known.log.add(problems.wrong_shape(at, "text", shape(node)))
        return None
    if node.style in ("'", '"'):
        known.log.add(text_problems.swallowed_quotes(fields.span(node)))
        return None
    fields.whole_text(node)
    return parse(fields.document, node, known, site)


def needed(fields: Fields, key: str, known: Known, site: str) -> Prose:
    """The prose that must stand behind a key; where it doesn't, that was said already and an empty one stands in."""
    return prose(fields, key, known, site) or Prose(parts=(Plain(""),), at=fields.at)


def title(fields: Fields, known: Known, site: str, default: str = "") -> tuple[str, Prose | None]:
    """The title of what these fields say, as it reads first; and where it holds braces, the whole of it."""
    written, node = fields.text("title", default), fields.nodes.get("title")
    if not isinstance(node, Scalar) or not set("{}").intersection(node.text):
        return written, None
    varied = parse(fields.document, node, known, site)
    if varied is None:
        return written, None
    if any(isinstance(part, Player) for part in parts_of(varied.parts)):
        known.log.add(text_problems.name_in_title(fields.document.span(node)))
    return first_words(varied.parts), varied
