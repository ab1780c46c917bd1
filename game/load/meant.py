"""Which key a misspelt one was meant to be, so that what stands behind it is read and one slip makes one finding."""

from collections.abc import Collection, Iterable

from game.load import schema, schema_effects, schema_told
from game.load.document import Entries, Node
from game.load.keys import Record
from game.source.suggest import nearest

_REAL = frozenset(
    key
    for table in (schema, schema_effects, schema_told)
    for one in vars(table).values()
    if isinstance(one, Record)
    for key in one.fields
)
"""Keys that stand somewhere in the format: where they don't belong they are out of place, and no slips of the pen."""
_HOMES = 4
"""A key that stands in more kinds of mapping says nothing about where it should."""
_MOST = 50
"""So many unknown keys of one mapping are weighed; where there are more, they are no slips of the pen."""


def meant(written: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """For each written key that is not known the nearest known one that is not written itself, where there is one."""
    keys = list(written)
    unknown = [key for key in keys if key not in known and key not in _REAL][:_MOST]
    if not unknown:
        return {}
    free = [key for key in known if key not in keys]
    found: dict[str, str] = {}
    for key in unknown:
        near = nearest(key, free)
        if near is not None:
            found[key] = near
            free.remove(near)
    return found


def homes(key: str) -> tuple[str, ...]:
    """The kinds of mapping that have a key of this name, where they are few."""
    found = {
        one.name: None
        for table in (schema, schema_effects, schema_told)
        for one in vars(table).values()
        if isinstance(one, Record) and key in one.fields
    }
    return tuple(found) if len(found) <= _HOMES else ()


def behind(node: Node, key: str, known: Collection[str]) -> Node | None:
    """What stands behind ``key`` in a mapping of known keys, though it be misspelt; None where there is nothing."""
    if not isinstance(node, Entries):
        return None
    exact = next((value for name, value in node.pairs if name.text == key), None)
    if exact is not None or all(name.text in known for name, _ in node.pairs):
        return exact
    slips = meant((name.text for name, _ in node.pairs), known)
    return next((value for name, value in node.pairs if slips.get(name.text) == key), None)
