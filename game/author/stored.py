"""An exploration that was kept as data, read again: what was found, with its witnesses."""

from collections.abc import Callable, Mapping
from typing import Any, cast, get_args

from game.analysis.explore.since import Before, Stored
from game.analysis.explore.target import KINDS, Kind
from game.analysis.explore.verdict import Found
from game.play.codec import JournalError, decode
from game.play.journal import Journal


class StoredError(Exception):
    """What was kept can't be read; the message is for whoever asked for it."""


def stored_of(data: object, journal: Callable[[str], bytes | None]) -> Before:
    """Return what ``data``, as ``explore --json`` prints it, says was found.

    ``journal`` finds a witness by its name where the data doesn't hold it. Raises StoredError for anything else, and
    for a witness that is damaged or missing.
    """
    if not isinstance(data, dict) or not isinstance(data.get("verdicts"), list):
        raise StoredError("it holds no exploration")
    inside = data.get("journals")
    read: dict[str, Journal] = {}

    def witness(name: object) -> Journal | None:
        if name is None:
            return None
        if not isinstance(name, str):
            raise StoredError("a witness in it has no name")
        if name not in read:
            read[name] = _journal(name, _bytes(inside, name) or journal(name))
        return read[name]

    targets = tuple(_stored(one, witness) for one in data["verdicts"])
    stuck = data.get("stuck")
    if not isinstance(stuck, dict) or not isinstance(stuck.get("found"), str):
        return Before(targets)
    return Before(targets, stuck["found"], witness(stuck.get("witness")))


def _stored(one: Any, witness: Callable[[object], Journal | None]) -> Stored:
    if not isinstance(one, dict) or one.get("kind") not in KINDS or one.get("found") not in get_args(Found):
        raise StoredError("a verdict in it is misshapen")
    if not isinstance(one.get("name"), str):
        raise StoredError("a verdict in it has no name")
    which = cast(Kind, one["kind"]), one["name"]
    return Stored(which, cast(Found, one["found"]), witness(one.get("witness")))


def _bytes(inside: object, name: str) -> bytes | None:
    lines = inside.get(name) if isinstance(inside, Mapping) else None
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        return None
    return "".join(f"{line}\n" for line in lines).encode("ascii", "replace")


def _journal(name: str, data: bytes | None) -> Journal:
    if data is None:
        raise StoredError(f"the witness `{name}` is missing")
    try:
        decoded = decode(data)
    except JournalError as problem:
        raise StoredError(f"the witness `{name}` can't be read: {problem}") from None
    if decoded.damage:
        raise StoredError(f"in the witness `{name}` {decoded.damage}")
    return decoded.journal
