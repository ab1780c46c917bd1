"""As much of JSON Schema as our schema uses; a keyword that is not known here fails, so that nothing goes unchecked."""

import re
from collections.abc import Iterator
from typing import Any

from game.load.document import Entries, Node, Scalar

_TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
_SAID = {"$schema", "$defs", "title", "description"}


def faults(value: Any, schema: Any, whole: Any, at: str = "") -> Iterator[str]:
    """What of ``value`` doesn't fit, each with its path."""
    for keyword, wanted in schema.items():
        if keyword not in _SAID:
            yield from _KEYWORDS[keyword](value, wanted, schema, whole, at)


def _reference(value, wanted, _schema, whole, at):
    yield from faults(value, whole["$defs"][wanted.removeprefix("#/$defs/")], whole, at)


def _type(value, wanted, _schema, _whole, at):
    names = [wanted] if isinstance(wanted, str) else wanted
    if not any(_is(value, name) for name in names):
        yield f"{at}: {value!r} is none of {names}"


def _is(value: Any, name: str) -> bool:
    if name in ("integer", "number"):
        return isinstance(value, int if name == "integer" else (int, float)) and not isinstance(value, bool)
    return isinstance(value, _TYPES[name])


def _enum(value, wanted, _schema, _whole, at):
    if value not in wanted:
        yield f"{at}: {value!r} is none of {wanted}"


def _pattern(value, wanted, _schema, _whole, at):
    if isinstance(value, str) and not re.search(wanted, value):
        yield f"{at}: {value!r} is not like {wanted}"


def _longest(value, wanted, _schema, _whole, at):
    if isinstance(value, str) and len(value) > wanted:
        yield f"{at}: too long"


def _not(value, wanted, _schema, whole, at):
    if not list(faults(value, wanted, whole, at)):
        yield f"{at}: {value!r} is refused"


def _properties(value, wanted, _schema, whole, at):
    for key, inner in wanted.items():
        if isinstance(value, dict) and key in value:
            yield from faults(value[key], inner, whole, f"{at}.{key}")


def _additional(value, wanted, schema, whole, at):
    for key in value if isinstance(value, dict) else ():
        if key in schema.get("properties", ()):
            continue
        if wanted is False:
            yield f"{at}: no key {key!r}"
        else:
            yield from faults(value[key], wanted, whole, f"{at}.{key}")


def _names(value, wanted, _schema, whole, at):
    for key in value if isinstance(value, dict) else ():
        yield from faults(key, wanted, whole, f"{at}.{key}")


def _required(value, wanted, _schema, _whole, at):
    for key in wanted if isinstance(value, dict) else ():
        if key not in value:
            yield f"{at}: {key!r} is missing"


def _items(value, wanted, _schema, whole, at):
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from faults(item, wanted, whole, f"{at}[{index}]")


def _any_of(value, wanted, _schema, whole, at):
    found = [list(faults(value, one, whole, at)) for one in wanted]
    if all(found):
        yield f"{at}: fits none of {len(wanted)}, the last because {found[-1][0]}"


def _one_of(value, wanted, _schema, whole, at):
    if sum(not list(faults(value, one, whole, at)) for one in wanted) != 1:
        yield f"{at}: fits not exactly one of {len(wanted)}"


def _all_of(value, wanted, _schema, whole, at):
    for one in wanted:
        yield from faults(value, one, whole, at)


_KEYWORDS = {
    "$ref": _reference, "type": _type, "enum": _enum, "pattern": _pattern, "maxLength": _longest, "not": _not,
    "properties": _properties, "additionalProperties": _additional, "propertyNames": _names, "required": _required,
    "items": _items, "anyOf": _any_of, "oneOf": _one_of, "allOf": _all_of,
}  # fmt: skip


def as_text(node: Node) -> Any:
    """A node as our loader sees it: every scalar is text."""
    return _data(node, lambda scalar: scalar.text)


def as_resolved(node: Node) -> Any:
    """A node as an editor sees it: plain scalars resolved by YAML 1.2's core schema."""
    return _data(node, _resolved)


def _data(node: Node, scalar) -> Any:
    if isinstance(node, Scalar):
        return scalar(node)
    if isinstance(node, Entries):
        return {key.text: _data(value, scalar) for key, value in node.pairs}
    return [_data(item, scalar) for item in node.items]


def _resolved(node: Scalar) -> Any:
    text = node.text
    if node.style:
        return text
    if text.lower() in ("", "~", "null"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text
