"""A story's files, found and read: only ordinary files inside its folder, within the limits."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from game.load import yaml_problems as problems
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


def find(path: Path) -> Found:
    """Read the story at ``path``: a folder of ``.yaml`` files, or one file.

    Nothing outside the folder is read: links that lead out, devices and pipes are findings, as is every limit hit.
    """
    if not path.exists():
        return Found((), (problems.no_story(str(path)),))
    root = path if path.is_dir() else path.parent
    names = [path] if path.is_file() else _yaml_files(path)
    if not names:
        return Found((), (problems.no_files(path.name or str(path)),))
    found: list[SourceFile] = []
    diagnostics: list[Diagnostic] = []
    if len(names) > FILES:
        diagnostics.append(problems.too_many_files(path.name, len(names)))
        names = names[:FILES]
    for name in names:
        shown = name.relative_to(root).as_posix()
        if not name.resolve().is_relative_to(root.resolve()):
            diagnostics.append(problems.outside(shown))
            continue
        try:
            found.append(SourceFile(shown, _read(name)))
        except _Unreadable as problem:
            diagnostics.append(problems.unreadable(shown, str(problem)))
    return Found(tuple(found), tuple(diagnostics))


class _Unreadable(Exception):
    """Why a file was left out."""


def _yaml_files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for current, folders, files in os.walk(folder):
        here = Path(current)
        if len(here.relative_to(folder).parts) >= FOLDER_DEPTH:
            folders.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(here / name for name in files if name.endswith((".yaml", ".yml")) and not name.startswith("."))
    return sorted(found, key=lambda name: name.relative_to(folder).as_posix())


def _read(path: Path) -> bytes:
    try:
        # O_NONBLOCK: opening a pipe must not wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as problem:
        raise _Unreadable(problem.strerror or "it can't be opened") from None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _Unreadable("it is no ordinary file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(FILE_BYTES + 1)
    except OSError as problem:
        raise _Unreadable(problem.strerror or "it can't be read") from None
    finally:
        os.close(handle)
    if len(data) > FILE_BYTES:
        raise _Unreadable(f"it is larger than {FILE_BYTES:,} bytes")
    return data
