"""Explorations as files: their witnesses in a folder, and what was found before, read again."""

import json
import re
import sys
from pathlib import Path
from typing import Any

from game.analysis.explore.since import Before
from game.author.stored import StoredError, stored_of
from game.disk.whole import read_up_to
from game.play.refusal import RefusalError
from game.play.writing import SUFFIX
from game.source.limits import JOURNAL_BYTES

_INDEX = "exploration.json"
_LARGEST = 1 << 28
_NAME = re.compile(r"witness-\d{4,9}")


class CannotReadError(RefusalError):
    """What was found before can't be read; the message is whole."""


def write_witnesses(data: dict[str, Any], folder: str) -> bool:
    """Write each journal as a file, and beside them what was found; whether that could be done."""
    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        for old in place.glob(f"witness-*{SUFFIX}"):
            if _NAME.fullmatch(old.stem):
                old.unlink()
        for name, lines in data["journals"].items():
            (place / f"{name}{SUFFIX}").write_text("".join(f"{line}\n" for line in lines), "ascii")
        index = {key: value for key, value in data.items() if key != "journals"}
        (place / _INDEX).write_text(json.dumps(index, indent=1, ensure_ascii=False), "utf-8")
    except OSError as problem:
        print(f"{folder} can't be written: {problem.strerror}", file=sys.stderr)
        return False
    count = len(data["journals"])
    journals = "1 journal" if count == 1 else f"{count:,} journals"
    print(f"Wrote {journals} to {folder}; {_INDEX} there says what each shows.", file=sys.stderr)
    return True


def read_stored(given: str) -> Before:
    """What was found before: a file that ``--json`` printed, or a folder of ``--witnesses``. Raises CannotReadError."""
    path = Path(given)
    index = path / _INDEX if path.is_dir() else path

    def journal(name: str) -> bytes | None:
        if not _NAME.fullmatch(name):
            return None
        try:
            return read_up_to(index.parent / f"{name}{SUFFIX}", JOURNAL_BYTES + 1)
        except OSError:
            return None

    try:
        return stored_of(json.loads(read_up_to(index, _LARGEST)), journal)
    except OSError as problem:
        raise CannotReadError(f"{index} can't be read: {problem.strerror}") from None
    except (ValueError, RecursionError):
        raise CannotReadError(f"{index} can't be read: it is no JSON") from None
    except StoredError as problem:
        raise CannotReadError(f"{index} can't be read: {problem}") from None
