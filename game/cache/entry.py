"""What is kept of a story: its index, its outline and its findings, as lines of plain text with a check value."""

import json
from dataclasses import dataclass
from hashlib import blake2b

from game.cache.plain import made, plain
from game.engine.outline import Outline
from game.load.late import Index
from game.source.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What opening a story found out, but for its scenes."""

    index: Index
    outline: Outline
    findings: tuple[Diagnostic, ...]


def written(entry: Entry) -> bytes:
    """Return an entry as bytes."""
    body = json.dumps(plain(entry), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _check(body) + b"\n" + body


def read(data: bytes) -> Entry:
    """Return the entry that these bytes are. Raises ValueError where they are none, or not as they were written."""
    check, _, body = data.partition(b"\n")
    if check != _check(body):
        raise ValueError("the check value is another")
    found = made(Entry, json.loads(body.decode("utf-8", "surrogatepass")))
    assert isinstance(found, Entry)
    return found


def _check(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).hexdigest().encode()
