"""The format as a JSON Schema, for editors: completes keys, shows what they are for, marks what is misplaced.

Made from the same table as the readers and the manual. Editors resolve plain values (``3``, ``true``) where our loader
keeps text, so every value that is written as a number or as yes/no may be either.
"""

from collections.abc import Mapping
from typing import Any

from game.author.kinds import KINDS, ONE_OF, RECORDS, SECTION_RECORDS, WORDS
from game.load import schema, schema_effects
from game.load.keys import Field, Record
from game.model.names import RESERVED
from game.source.limits import EXPRESSION_CHARACTERS, ID_CHARACTERS, PROSE_CHARACTERS

Json = dict[str, Any]

_WHOLE = r"^[+-]?[0-9]{1,16}$"
_RANGE = r"^\s*-?[0-9]{1,9}\s*\.\.\s*-?[0-9]{1,9}\s*$"
_FACTOR = r"^\s*[0-9]{1,4}\s*(/\s*[0-9]{1,4}\s*)?$"
_CHANGE = r"^\s*[A-Za-z_]\w*\s*(\+=|-=|=)\s*[^=\s]"
_ID = r"^[a-z][a-z0-9_]*$"
_CHOICE = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$"
_ACT = r"^\s*\w+\s*(\(.*\))?\s*$"

_NAME: Json = {"type": "string", "pattern": _ID, "maxLength": ID_CHARACTERS}
_DECLARED: Json = _NAME | {"not": {"enum": sorted(RESERVED)}}
_TEXT: Json = {"type": ["string", "number", "boolean"]}
_WHOLE_NUMBER: Json = {"type": ["integer", "string"], "pattern": _WHOLE}
_CONDITION: Json = {"type": ["string", "boolean"], "maxLength": EXPRESSION_CHARACTERS}

_REFERENCES = (
    "id", "way", "storylet", "scene", "arc", "deck", "group", "event", "character", "truth", "codex", "promise",
    "ending", "line", "coda", "chapter", "achievement", "meter", "tag",
)  # fmt: skip
_SCALARS: Mapping[str, Json] = {
    "text": _TEXT,
    "title": _TEXT,
    "prose": _TEXT | {"maxLength": PROSE_CHARACTERS},
    "whole": _WHOLE_NUMBER,
    "yes_no": {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
    "word": {"type": "string"},
    "range": {"type": "string", "pattern": _RANGE},
    "window": {"type": ["integer", "string"], "pattern": f"{_WHOLE}|{_RANGE}"},
    "factor": {"type": ["integer", "string"], "pattern": _FACTOR},
    "condition": _CONDITION,
    "amount": {"type": ["string", "integer"], "maxLength": EXPRESSION_CHARACTERS},
    "choice": {"type": "string", "pattern": _CHOICE},
    "act": {"type": "string", "pattern": _ACT},
} | dict.fromkeys(_REFERENCES, _NAME)


def _mapping(values: Json, names: Json | None = None) -> Json:
    found: Json = {"type": "object", "additionalProperties": values}
    return found if names is None else found | {"propertyNames": names}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _slug(record: Record) -> str:
    return record.name.replace("`", "").removeprefix("a ").removeprefix("an ").replace(" ", "_")


_NUMBERS_AS_KEYS: Json = {"pattern": _WHOLE}
_SHAPES: Mapping[str, Json] = {
    "names": _list(_NAME),
    "scenes": _list(_NAME),
    "arcs": _list(_NAME),
    "decks": _list({"anyOf": [_NAME, _ref("deck_that_joins")]}),
    "draws": _mapping(_ref("outcome_of_a_draw"), _NAME),
    "value": {"anyOf": [{"type": ["string", "integer", "boolean"]}, _list(_NAME)]},
    "bands": _mapping(_TEXT, _NUMBERS_AS_KEYS),
    "factors": _mapping(_SCALARS["factor"], _NUMBERS_AS_KEYS),
    "sizes": _mapping(_WHOLE_NUMBER, _DECLARED),
    "renames": _mapping(_TEXT),
    "themes": _mapping(_TEXT, _NAME),
    "memories": _mapping(_TEXT),
    "remembered": _mapping(_TEXT, _NAME),
    "claims": _mapping(_TEXT),
    "texts": _list(_TEXT),
    "avoided": _mapping(_TEXT),
    "directions": _mapping({"enum": ["high", "low"]}, _NAME),
    "terms": _mapping(_list(_TEXT), _NAME),
    "lengths": _list(_ref("length")),
    "sparing": _list(_ref("rule_of_sparing")),
    "effects": _ref("effects"),
    "parts": _mapping({"anyOf": [_SCALARS["window"], _ref("part")]}, _DECLARED),
    "gains": _list(_ref("gain")),
    "narrowings": _list(_ref("narrowing")),
    "preferences": _list(_ref("preference")),
    "versions": _list(_ref("version_of_a_coda")),
    "drifts": _list(_ref("drift")),
    "choices": _mapping(_ref("choice"), _NAME),
    "phases": _mapping(_ref("phase"), _NAME),
} | {
    kind: _ref(_slug(RECORDS[kind][0]))
    for kind in (
        "clock",
        "check",
        "consequence",
        "outcome",
        "gather",
        "envelope",
        "ledger",
        "later",
        "style",
        "content",
    )
}


def editor_schema() -> Json:
    """The whole schema."""
    top = {key: _field(schema.HEADER, key, field) for key, field in schema.HEADER.fields.items()}
    top |= {name: _section(name) | {"description": about} for name, about in schema.SECTIONS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A story file",
        "description": "One file of a story; any file may hold any of these sections.",
        "type": "object",
        "properties": top,
        "additionalProperties": False,
        "$defs": _definitions(),
    }


def _definitions() -> Json:
    found = {_slug(record): _record(record) for kind in RECORDS.values() for record in kind}
    found |= {_slug(record): _record(record) for record in SECTION_RECORDS.values()}
    choice = found["choice"]
    del choice["required"]
    found["choice"] = choice | {"anyOf": [{"required": ["text"]}, {"required": ["fallback"]}]}
    found["phase"] = {"anyOf": [_ref(_slug(record)) for record in RECORDS["phases"]]}
    found["fact"] = {"anyOf": [_SCALARS["yes_no"], found["fact"]]}
    found["truth"] = {"anyOf": [_record(schema.TRUTH, required=("range",)), _mapping(_WHOLE_NUMBER, _NAME)]}
    found["effects"] = _list(_ref("effect"))
    found["effect"] = {"anyOf": [_change(), *(_effect(key, field) for key, field in schema_effects.EFFECTS.items())]}
    return found


def _section(section: str) -> Json:
    record = SECTION_RECORDS.get(section)
    match section:
        case "conditions":
            filled = _mapping(_CONDITION, _DECLARED)
        case "acts":
            filled = _mapping(_ref("effects"), {"pattern": _ACT})
        case "choices":
            filled = _mapping(_shape("choices"), _NAME)
        case "lines":
            filled = _mapping(_mapping(_ref("line"), _DECLARED))
        case _:
            filled = _mapping(_ref(_slug(record)) if record else {}, _DECLARED)
    return filled | {"type": ["object", "null"]}  # a heading with nothing below it yet is no fault


def _record(record: Record, required: tuple[str, ...] = ()) -> Json:
    found: Json = {
        "type": "object",
        "description": record.name.replace("`", ""),
        "properties": {key: _field(record, key, field) for key, field in record.fields.items()},
        "additionalProperties": False,
    }
    must = [key for key, field in record.fields.items() if field.required or key in required]
    if must:
        found["required"] = must
    groups = ONE_OF.get(record.name, ())
    if groups:
        found["allOf"] = [{"oneOf": [{"required": [key]} for key in group]} for group in groups]
    return found


def _field(record: Record, key: str, field: Field) -> Json:
    words = WORDS.get((record.name, key))
    if words:
        return {"enum": list(words), "description": field.about}
    return _shape(field.kind) | {"description": f"{field.about}\n\n{field.kind}: {KINDS[field.kind].about}"}


def _shape(kind: str) -> Json:
    return _SCALARS[kind] if kind in _SCALARS else _SHAPES[kind]


def _change() -> Json:
    return {
        "type": "string",
        "pattern": _CHANGE,
        "description": "`meter += amount`, `meter -= amount`, `fact = value`",
    }


def _effect(key: str, field: Field) -> Json:
    if key == "when":
        return _record(schema_effects.CONDITIONAL)
    if key == "draw":
        return _record(schema_effects.DRAW)
    return {
        "type": "object",
        "description": field.about,
        "properties": {key: _shape(field.kind) | {"description": field.about}},
        "required": [key],
        "additionalProperties": False,
    }
