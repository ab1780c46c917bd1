"""Reading a story that was found sound before: its scenes are read when they are first asked for.

A ``Body`` says where the entries of a section stand, so that each can be read by itself, at its own place. An ``Index``
says all that can't be known of a story without reading its scenes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from game.load.census import Census
from game.load.document import At, Document, Entries, Late, Scalar
from game.load.nodes import read_sound
from game.model.story import Story

_SECTIONS = ("scenes", "storylets", "claims", "strategies")
_HEAD = re.compile(r"(\w+):\s*(#.*)?")


class StaleError(Exception):
    """What an index tells of a file is not about this file."""


@dataclass(frozen=True, slots=True)
class Body:
    """The entries of a section, each on lines of its own: their names, with the line each begins on.

    ``column`` is where all the names begin; ``end`` is the line behind the last entry. All count from 1.
    """

    section: str
    column: int
    names: tuple[tuple[str, int], ...]
    end: int


@dataclass(frozen=True, slots=True)
class Early:
    """What must be read at once, for what it asks of all turns: scenes, and sections of what judges go by."""

    scenes: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What a whole reading of a sound story found out.

    ``files`` gives by the name of each file the digest of its bytes and the bodies in it; ``inside`` by scene the ids
    of the scenes inside it; ``early`` is what must not wait until it is asked for.
    """

    fingerprint: str
    files: Mapping[str, tuple[str, tuple[Body, ...]]]
    events: tuple[str, ...]
    inside: Mapping[str, tuple[str, ...]]
    early: Early


def digest(data: bytes) -> str:
    """What tells one file from another."""
    return blake2b(data, digest_size=16).hexdigest()


def index_of(
    documents: list[Document], digests: Mapping[str, str], census: Census, story: Story, early: Early
) -> Index:
    """The index of a story that was read whole and found sound."""
    inside: dict[str, tuple[str, ...]] = {}
    for scene in story.scenes.values():
        if scene.within:
            inside[scene.within] = (*inside.get(scene.within, ()), scene.id)
    return Index(
        fingerprint=story.fingerprint,
        files={one.name: (digests[one.name], tuple(_bodies(one))) for one in documents},
        events=tuple(census.events),
        inside=inside,
        early=early,
    )


def _bodies(document: Document) -> Iterator[Body]:
    pairs = document.top.pairs
    for number, (key, value) in enumerate(pairs):
        if key.text in _SECTIONS and isinstance(value, Entries) and value.pairs:
            end = pairs[number + 1][0].line if number + 1 < len(pairs) else len(document.lines) + 1
            first = value.pairs[0][0]
            body = Body(key.text, first.column, tuple((name.text, name.line) for name, _ in value.pairs), end)
            if _apart(document, key, value, end):
                yield body


def _apart(document: Document, section: Scalar, entries: Entries, end: int) -> bool:
    """Whether the section and every entry in it begin on lines of their own, as blocks."""
    lines, column = document.lines, entries.pairs[0][0].column
    before = lines[section.line : entries.pairs[0][0].line - 1]
    nothing = all(not line.strip() or line.lstrip().startswith("#") for line in before)
    alone = _HEAD.fullmatch(lines[section.line - 1].rstrip()) is not None and section.column == 1
    names = [name for name, _ in entries.pairs]
    return (
        (nothing and alone and end > names[-1].line)
        and all(isinstance(value, Entries) for _, value in entries.pairs)
        and all(one.column == column and one.style == "" and one.line == one.end_line for one in names)
        and all(not lines[one.line - 1][: column - 1].strip(" ") for one in names)
    )


def read_late(name: str, data: bytes, index: Index) -> Document:
    """Read a file but for the entries that can be read later. Raises StaleError where the index knows another file."""
    known, bodies = index.files.get(name, ("", ()))
    if known != digest(data):
        raise StaleError(name)
    document = Document(name, data.decode("utf-8-sig"), Entries(1, 1))
    head = list(document.lines)
    for body in bodies:
        first, end = body.names[0][1] - 1, body.end - 1
        head[first:end] = [""] * (end - first)
    document.top = read_sound(name, "\n".join(head))
    late = {body.section: body for body in bodies}
    document.top.pairs = [
        (key, _late(document, late[key.text]) if key.text in late else value) for key, value in document.top.pairs
    ]
    document.top.nodes = {key.text: value for key, value in document.top.pairs}
    return document


def _late(document: Document, body: Body) -> Entries:
    """The entries of a body, not read."""
    entries = Entries(body.names[0][1], body.column)
    ends = [line for _, line in body.names[1:]] + [body.end]
    for (name, line), end in zip(body.names, ends, strict=True):
        at, until = At(line - 1, body.column - 1), At(line - 1, body.column - 1 + len(name))
        entries.pairs.append((Scalar(name, "", at, until), Late(_Part(document, body.column, line, end, body.end))))
    entries.nodes = {key.text: value for key, value in entries.pairs}
    return entries


@dataclass(frozen=True, slots=True)
class _Part:
    """One entry, to be read from its lines: with a head like its section's, and whatever follows, so that all places
    are those of the whole file.
    """

    document: Document
    column: int
    line: int
    end: int
    last: int
    """The line behind the whole section."""

    def __call__(self) -> Entries:
        lines = self.document.lines
        part = ["x:", *lines[self.line - 1 : self.end - 1]]
        if self.end <= len(lines):
            part.append("x:" if self.end == self.last else " " * (self.column - 1) + "x:")
        section = read_sound(self.document.name, "\n" * (self.line - 2) + "\n".join(part)).pairs[0][1]
        assert isinstance(section, Entries)
        found = section.pairs[0][1]
        assert isinstance(found, Entries)
        return found
