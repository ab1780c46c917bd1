"""What a story extends: the stories under it, found by their ids, read, and laid under it as layers of documents."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from game.load import base_problems as problems
from game.load.document import Document, Scalar
from game.load.files import find
from game.load.nodes import read
from game.load.problems import bad_id
from game.model.names import is_id
from game.source.diagnostic import Diagnostic
from game.source.limits import BASES
from game.source.span import Span


@dataclass(frozen=True, slots=True)
class Bases:
    """Where the stories lie that a story may extend: beside ``story`` (its folder or file), then in ``shelves``."""

    story: Path | None = None
    shelves: tuple[Path, ...] = ()

    def places(self, last: Path | None) -> tuple[Path, ...]:
        """The folders in which the base of the story at ``last`` is looked for, in order."""
        beside = () if last is None else (_resolved(last).parent,)
        return (*beside, *(_resolved(shelf) for shelf in self.shelves))


NOWHERE = Bases()


@dataclass(slots=True)
class Layers:
    """The documents of a story and of all it extends, the undermost story's first.

    ``whole`` is False where a story that is extended is missing: then nothing can be said about names.
    """

    documents: list[Document]
    found: list[Diagnostic] = field(default_factory=list)
    whole: bool = True


Reader = Callable[[str, bytes], Document]


def layered(own: list[Document], bases: Bases, reading: Reader = read) -> Layers:
    """Find and read whatever the story of these documents extends, and what that extends, and so on.

    A base's files are named behind their story's id, ``narrow_sky/world.yaml``, and know their layer: 0 is the story
    itself, 1 what it extends. ``reading`` makes a document of a file. Never raises by itself.
    """
    layers = Layers(list(own))
    newest, paths = own, [] if bases.story is None else [_resolved(bases.story)]
    for layer in range(1, BASES + 2):
        asked = _header(newest, "extends")
        if asked is None:
            return layers
        name, at = asked
        layers.whole = False
        if not is_id(name):
            layers.found.append(bad_id(at, name))
            return layers
        if layer > BASES:
            layers.found.append(problems.too_many_bases(at))
            return layers
        places = bases.places(paths[-1] if paths else None)
        base, again = _find(name, places, paths, layers.documents, reading)
        if base is None:
            layers.found.append(problems.circle(at, name) if again else problems.no_base(at, name, places))
            return layers
        layers.whole = True
        for document in base.documents:
            document.layer = layer
        layers.documents[:0] = newest = base.documents
        layers.found.extend(base.diagnostics)
        paths.append(base.path)
    return layers


@dataclass(frozen=True, slots=True)
class _Base:
    """One story that is extended, read."""

    path: Path
    documents: list[Document]
    diagnostics: tuple[Diagnostic, ...]


def _find(
    name: str, places: tuple[Path, ...], paths: list[Path], upper: list[Document], reading: Reader
) -> tuple[_Base | None, bool]:
    """The story of that name, and whether the only one there is stands above it already.

    A folder of that name whose story says another id is passed by.
    """
    under = f"{name}/"
    while any(document.name.startswith(under) for document in upper):
        under = f"../{under}"  # a folder of the upper story is called so too
    again = False
    for place in places:
        for path in (place / name, place / f"{name}.yaml"):
            if not _there(path):
                continue
            files = find(path, under)
            documents = [reading(source.name, source.data) for source in files.files]
            said = _header(documents, "story")
            if said is not None and said[0] != name:
                continue
            if _resolved(path) not in paths:
                return _Base(_resolved(path), documents, files.diagnostics), False
            again = True
    return None, again


def _header(documents: list[Document], key: str) -> tuple[str, Span] | None:
    for document in documents:
        for name, value in document.top.pairs:
            if name.text == key and isinstance(value, Scalar):
                return value.text, document.span(value)
    return None


def _there(path: Path) -> bool:
    try:
        return path.is_dir() or (path.suffix == ".yaml" and path.is_file())
    except OSError:
        return False


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path
