"""From sources to a story: documents, census, types, then every section; all faults in one run."""

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from game.expr.types import OneOf, Type, Whole
from game.load import problems
from game.load.bases import NOWHERE, Bases, layered
from game.load.cast import Cast, read_cast
from game.load.census import Census, take
from game.load.clock import read_clock, turns_of
from game.load.codex import read_entry, read_line
from game.load.document import Document, Entries, Scalar
from game.load.effects import act_declarations
from game.load.endings import read_coda, read_ending
from game.load.fields import Fields
from game.load.files import SourceFile, find
from game.load.fingerprint import fingerprint
from game.load.heading import Declared
from game.load.known import Known
from game.load.late import Index, digest, index_of
from game.load.log import Enough, Log
from game.load.nodes import read
from game.load.parts import condition_of, read_parts
from game.load.people import read_character
from game.load.prose import prose
from game.load.schema import HEADER
from game.load.shelving import read_achievement, read_chapter
from game.load.structure import structure
from game.load.style import read_style
from game.load.supply import groups_of
from game.load.unclear import Unclear
from game.load.world import (
    read_arc,
    read_fact,
    read_meter,
    read_promise,
    read_rule,
    read_truth,
    types_of,
)
from game.model.codex import Line
from game.model.names import is_id
from game.model.story import Base, Story
from game.model.world import World
from game.source.diagnostic import Diagnostic, Severity
from game.source.limits import FINDINGS
from game.source.span import Span

_ELSEWHERE = 2
_REQUIRED = frozenset(("story", "title", "start"))
"""Keys of the header without which there is no story; one that extends another has its `start` from there."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading gives: a story if there is one, and every finding; ``texts`` are the sources by name.

    A story with an error among its findings is given as far as it could be read, and is not ``playable``.
    """

    story: Story | None
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]
    index: Index | None = None
    """What loading found out of a playable story, so that it can be loaded again without reading its scenes."""

    @property
    def playable(self) -> bool:
        """Whether there is a story and no error in it."""
        return self.story is not None and not any(one.severity is Severity.ERROR for one in self.diagnostics)


def load_path(path: Path, shelves: tuple[Path, ...] = ()) -> Loaded:
    """Load the story in a folder or a file. Never raises on what is in it.

    What it extends is looked for beside it, then in the folders ``shelves``.
    """
    found = find(path)
    return load(found.files, found.diagnostics, Bases(path, shelves))


def load(sources: Sequence[SourceFile], found: tuple[Diagnostic, ...] = (), bases: Bases = NOWHERE) -> Loaded:
    """Load a story from its sources. Never raises on any text.

    ``found`` are findings made before; in ``bases`` is looked for what it extends.
    """
    log = Log(FINDINGS)
    story: Story | None = None
    early: tuple[str, ...] = ()
    with no_collection():
        reading = _Reading()
        layers = layered([reading(source.name, source.data) for source in sources], bases, reading)
        documents = layers.documents
        try:
            log.add_all((*found, *layers.found))
            for document in documents:
                log.add_all(document.diagnostics)
                log.hush(document.name, document.mended)
            if documents and layers.whole:
                census = take(documents, log)
                if _has_header(census, documents, log, whole=not found and not layers.found):
                    story, early = _story(census, documents, log)
        except Enough:
            story = None
        loaded = Loaded(story, log.sorted(), {document.name: document.text for document in documents})
        if story is None or not loaded.playable or found:
            return loaded
        return replace(loaded, index=index_of(documents, reading.digests, census, story, early))


class _Reading:
    """Reads files, and keeps the digest of each."""

    def __init__(self) -> None:
        self.digests: dict[str, str] = {}

    def __call__(self, name: str, data: bytes) -> Document:
        self.digests[name] = digest(data)
        return read(name, data)


@contextmanager
def no_collection() -> Iterator[None]:
    """No garbage is made while a story is read, and looking for it costs as much as the reading.

    Nor is a story garbage once it is read: the collector passes over what is there then, from now on.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.enable()


def _has_header(census: Census, documents: list[Document], log: Log, *, whole: bool) -> bool:
    """Whether it says what a story must say; what is missing is a finding, unless it may be in what wasn't read."""
    missing = _REQUIRED - census.header.keys()
    if missing and whole and not any(document.diagnostics for document in documents):
        top = Span(next(one.name for one in documents if one.layer == 0), 1, 1, 1, 1)
        first = next((one.at for one in census.header.values() if one.document.layer == 0), top)
        log.add(problems.no_start(first, extends="extends" in census.header))
    return not missing


def _story(census: Census, documents: list[Document], log: Log) -> tuple[Story | None, tuple[str, ...]]:
    """The story, if there is one, and the scenes that can't be read late."""
    known, world = world_of(census, log)
    cast = read_cast(census, known)
    story = replace(story_of(census, known, world, cast, fingerprint(census)), idle=known.idle())
    log.add_all(structure(story))
    _renames(census, documents, log)
    del known.scope  # it holds on to what holds it, and no collector looks for that
    return story if story.start and story.id else None, cast.early


def story_of(census: Census, known: Known, world: World, cast: Cast, said: str) -> Story:
    """The story, whole; ``said`` is its fingerprint."""
    sections, log = census.sections, known.log
    endings = sorted((read_ending(one, known) for one in sections["endings"].values()), key=lambda one: one.order)

    in_codas = known.knowing(ended=OneOf(tuple(sections["endings"])))
    codas = sorted((read_coda(one, in_codas) for one in sections["codas"].values()), key=lambda one: one.order)

    def header(key: str) -> Fields:
        return _header(census, key, log)

    return Story(
        id=header("story").id("story"),
        title=header("title").text("title"),
        extends=_bases(census, log),
        version=header("version").whole("version", 1, 1),
        start=header("start").name("start", "scene", census.scenes),
        by=header("by").text("by"),
        blurb=header("blurb").text("blurb"),
        note=prose(header("note"), "note", known, "note"),
        world=world,
        scenes=cast.scenes,
        storylets=cast.storylets,
        lines=_lines(census, known),
        endings=tuple(endings),
        codas=tuple(codas),
        codex={name: read_entry(one, known) for name, one in sections["codex"].items()},
        chapters={name: read_chapter(one, log) for name, one in sections["chapters"].items()},
        achievements={name: read_achievement(one, log) for name, one in sections["achievements"].items()},
        renamed=_renamed(census, log),
        held=known.held,
        style=read_style(census.header["style"], known) if "style" in census.header else None,
        fingerprint=said,
        at=census.header["story"].at,
    )


def world_of(census: Census, log: Log) -> tuple[Known, World]:
    """What names mean, and everything the story keeps count of; the first must be known to read the second."""
    sections = census.sections
    unclear = Unclear(log)
    facts = [unclear.read(one, read_fact) for one in sections["facts"].values()]
    truths = [unclear.read(one, read_truth) for one in sections["truths"].values()]
    people = [unclear.read(one, read_character) for one in sections["characters"].values()]
    turns = turns_of(census)
    types: dict[str, Type] = types_of(census, unclear, facts, truths, people)
    if turns:
        types["turn"] = Whole(1, turns)
    parts = read_parts(census, turns, log)
    known = Known(
        census,
        log,
        types,
        _sizes(census, log),
        turns,
        {part.id: condition_of(part) for part in parts},
        frozenset(unclear.names),
    )
    act_declarations(known)
    for name in sections["conditions"]:
        known.named(name)
    known.narrowings()
    clock = census.header.get("clock")
    return known, World(
        clock=None if clock is None else read_clock(clock, known, parts),
        meters=tuple(read_meter(one, known) for one in sections["meters"].values()),
        facts=tuple(facts),
        truths=tuple(truths),
        characters=tuple(people),
        arcs=tuple(read_arc(one, log) for one in sections["arcs"].values()),
        promises=tuple(read_promise(one, known) for one in sections["promises"].values()),
        rules=tuple(read_rule(one, known) for one in sections["rules"].values()),
        sizes=tuple(known.sizes.items()),
    )


def _header(census: Census, key: str, log: Log) -> Fields:
    """One key of the header, read in the file it stands in; absent ones read as their defaults."""
    declared = census.header.get(key)
    if declared is None:
        return Fields.holding({}, Document("", "", Entries(1, 1)), HEADER, log)
    return Fields.holding({key: declared.node}, declared.document, HEADER, log)


def _bases(census: Census, log: Log) -> tuple[Base, ...]:
    """What it extends, the nearest first; the other keys of their headers are read to find what is wrong there."""
    found: list[Base] = []
    for keys in census.heading.each():
        fields = {key: Fields.holding({key: one.node}, one.document, HEADER, log) for key, one in keys.items()}
        for key in {"title", "by", "blurb"} & fields.keys():
            fields[key].text(key)
        version = fields["version"].whole("version", 1, 1) if "version" in fields else 1
        found.append(Base(fields["story"].id("story") if "story" in fields else "", version))
    return tuple(found)


def _sizes(census: Census, log: Log) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, one in census.heading.words["sizes"].items():
        fields = _word(one, log)
        if not is_id(name):
            log.add(problems.bad_id(one.at, name))
        text = fields.one(one.node, "a whole number")
        number = None if text is None else fields.number(text, 1, 1000, "a size")
        if number is not None:
            found[name] = number
    return found


def _word(declared: Declared, log: Log) -> Fields:
    return Fields.holding({}, declared.document, HEADER, log)


def _lines(census: Census, known: Known) -> tuple[Line, ...]:
    found: list[Line] = []
    groups = groups_of(census).known
    for group, declarations in census.groups.items():
        if group not in groups:
            known.log.add(problems.no_group(census.group_places[group], group, groups))
        found.extend(read_line(one, group, known) for one in declarations)
    return tuple(found)


def _renamed(census: Census, log: Log) -> dict[str, str]:
    texts = ((old, _word(one, log).one(one.node, "an id")) for old, one in census.heading.words["renamed"].items())
    return {old: new.text for old, new in texts if new is not None}


def _renames(census: Census, documents: list[Document], log: Log) -> None:
    """A new name may be a scene's, a choice's, or of anything that luck decides: it must stand somewhere else too."""
    for one in census.heading.words["renamed"].values():
        if isinstance(one.node, Scalar):
            word = re.compile(rf"\b{re.escape(one.node.text)}\b")
            if sum(len(word.findall(each.text)) for each in documents) < _ELSEWHERE:
                log.add(problems.unknown_reference(one.document.span(one.node), "scene or choice", one.node.text, ()))
