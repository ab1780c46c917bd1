"""``narrowsky check --fix``: the files of a story, changed where that is sure, and what was changed."""

import contextlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from game.analysis.lint import lint
from game.author.mending import mend
from game.cli.opening import shelves, story_path
from game.load.bases import Bases
from game.load.files import SourceFile, find
from game.load.pipeline import load
from game.source.clean import clean_line
from game.source.diagnostic import Diagnostic

_MARK = "\ufeff"


def mend_story(story: str | None, *, dry: bool) -> None:
    """Mend what is sure in a story's own files and print each change; a ``dry`` run writes nothing."""
    path = story_path(story)
    root = path if path.is_dir() else path.parent
    found = find(path)
    bytes_of = {file.name: file.data for file in found.files}
    texts = {name: text for name, data in bytes_of.items() if (text := _text(data)) is not None}

    def findings(now: Mapping[str, str]) -> tuple[Diagnostic, ...]:
        sources = [SourceFile(name, now[name].encode() if name in now else data) for name, data in bytes_of.items()]
        loaded = load(sources, found.diagnostics, Bases(path, shelves()))
        advice = lint(loaded.story, loaded.texts) if loaded.story is not None and loaded.playable else ()
        return (*loaded.diagnostics, *advice)

    mended = mend(texts, findings)
    for fix, before in mended.changes:
        print(clean_line(f"{fix.at}: `{before}` -> `{fix.text}`"))
    if not dry:
        for name, text in mended.texts.items():
            mark = _MARK if bytes_of[name].startswith(_MARK.encode()) else ""
            _write(root / name, (mark + text).encode())
    count = len(mended.changes)
    said = "Nothing here is sure to be mended." if not count else f"{count} change{'' if count == 1 else 's'}"
    print(f"{said}, none written." if dry and count else f"{said} made." if count else said, file=sys.stderr)


def _text(data: bytes) -> str | None:
    with contextlib.suppress(UnicodeDecodeError):
        return data.decode("utf-8-sig")
    return None


def _write(path: Path, data: bytes) -> None:
    """Replace a file by a new one with the same rights, so that it is never seen half written. Raises OSError."""
    real = path.resolve()
    fresh = real.with_name(f".{real.name}.{os.getpid()}")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(real.stat().st_mode & 0o777)
        fresh.replace(real)
    finally:
        fresh.unlink(missing_ok=True)
