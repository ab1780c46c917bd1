"""From sources to a story: documents, census, the story; all faults in one run."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from game.load import problems
from game.load.bases import NOWHERE, Bases, layered
from game.load.cast import read_cast
from game.load.census import Census, take
from game.load.document import Document
from game.load.files import SourceFile, find
from game.load.fingerprint import fingerprint
from game.load.judged import read_judged
from game.load.late import Early, Index, digest, index_of
from game.load.log import Enough, Log
from game.load.nodes import read
from game.load.story import check_renames, story_of, world_of
from game.load.structure import structure
from game.model.story import Story
from game.source.diagnostic import Diagnostic, Severity
from game.source.limits import FINDINGS
from game.source.span import Span

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
    early = Early()
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


def _story(census: Census, documents: list[Document], log: Log) -> tuple[Story | None, Early]:
    """The story, if there is one, and what of it can't be read late."""
    known, world = world_of(census, log)
    cast = read_cast(census, known)
    judged = read_judged(census, known)
    story = story_of(census, known, world, cast, fingerprint(census))
    story = replace(story, claims=judged.claims, strategies=judged.strategies, idle=known.idle())
    log.add_all(structure(story))
    check_renames(census, documents, log)
    del known.scope  # it holds on to what holds it, and no collector looks for that
    return story if story.start and story.id else None, Early(cast.early, judged.early)
