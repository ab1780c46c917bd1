"""A story's files, found and read: only ordinary files inside its folder, within the limits."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from game.load import yaml_problems as problems
from game.source.clean import clean_line
from game.source.diagnostic import Diagnostic
from game.source.limits import FILE_BYTES, FILES, FOLDER_DEPTH


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file's name, as shown to the author, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """The files of a story, in a fixed order, and what could not be read."""

    files: tuple[SourceFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def find(path: Path, under: str = "") -> Found:
    """Read the story at ``path``: a folder of ``.yaml`` files, or one file; ``under`` goes before each file's name.

    Nothing outside the folder is read: links that lead out, devices and pipes are findings, as is every limit hit.
    """
    try:
        there, folder = path.exists(), path.is_dir()
    except (OSError, ValueError):
        there = folder = False
    if not there:
        return Found((), (problems.no_story(_shown(path)),))
    diagnostics: list[Diagnostic] = []
    root = path if folder else path.parent
    names = _yaml_files(path, under, diagnostics) if folder else [path]
    if not names:
        return Found((), (*diagnostics, problems.no_files(_shown(path))))
    found: list[SourceFile] = []
    if len(names) > FILES:
        diagnostics.append(problems.too_many_files(_shown(path), len(names)))
        names = names[:FILES]
    for name in names:
        called = under + _shown(name.relative_to(root))
        try:
            found.append(SourceFile(called, read_inside(name, root)))
        except Outside:
            diagnostics.append(problems.outside(called))
        except Unreadable as problem:
            diagnostics.append(problems.unreadable(called, str(problem)))
    return Found(tuple(found), tuple(diagnostics))


class Unreadable(Exception):
    """Why a file was left out."""


class Outside(Unreadable):
    """It lies outside the story's folder."""


def read_inside(path: Path, root: Path) -> bytes:
    """Return what an ordinary file inside ``root`` holds. Raises Unreadable with the reason; never waits."""
    if not _inside(path, root):
        raise Outside("it lies outside the story's folder")
    return _read(path)


def _shown(path: Path) -> str:
    """A path as authors see it; what it is called may come from anywhere."""
    return clean_line(path.as_posix())


def _inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        raise Unreadable("its links lead round in a circle") from None


def _yaml_files(folder: Path, under: str, diagnostics: list[Diagnostic]) -> list[Path]:
    def closed(problem: OSError) -> None:
        where = Path(problem.filename or folder)
        diagnostics.append(problems.unreadable(_shown(where), problem.strerror or "it can't be opened"))

    found: list[Path] = []
    for current, folders, files in os.walk(folder, onerror=closed):
        here = Path(current)
        if folders and len(here.relative_to(folder).parts) >= FOLDER_DEPTH:
            diagnostics.append(problems.too_deep_folder(under + _shown(here.relative_to(folder))))
            folders.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(here / name for name in files if name.endswith((".yaml", ".yml")) and not name.startswith("."))
    return sorted(found, key=lambda name: name.relative_to(folder).as_posix())


def _read(path: Path) -> bytes:
    try:
        # O_NONBLOCK: opening a pipe must not wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as problem:
        raise Unreadable(problem.strerror or "it can't be opened") from None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Unreadable("it is no ordinary file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(FILE_BYTES + 1)
    except OSError as problem:
        raise Unreadable(problem.strerror or "it can't be read") from None
    finally:
        os.close(handle)
    if len(data) > FILE_BYTES:
        raise Unreadable(f"it is larger than {FILE_BYTES:,} bytes")
    return data
