"""Order on the shelf: sessions put into the bin, and what is wrong in the folder, found and mended."""

import contextlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from game.disk.whole import read_up_to
from game.play.codec import Decoded, JournalError, NewerError, decode
from game.play.folder import BIN, Folder, is_sample
from game.play.refusal import ShelfError, why_not
from game.play.writing import SUFFIX, HeldError, Lock, set_aside
from game.source.limits import JOURNAL_BYTES

_LOCK = re.compile(r"\.(.+)\.lock")
_HALF_WRITTEN = re.compile(r"\.(?:last-played|(?:titles|profile|\.listed-.+)\.json)\.(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in the folder that is not as it should be: which file, what is wrong with it, what mending does.

    ``mending`` is empty where nothing needs to be done.
    """

    name: str
    what: str
    mending: str


@dataclass(frozen=True, slots=True)
class _Found:
    finding: Finding
    mend: Callable[[], None] | None


def throw_away(folder: Folder, name: str) -> Path:
    """Put a session into the bin, and return where it lies. Raises ShelfError for a sample or one being played."""
    path = folder.path / f"{name}{SUFFIX}"
    if is_sample(path) or not path.is_file():
        raise ShelfError(f"`{name}` was shipped with the game, or lies elsewhere; it is not yours to delete here")
    try:
        lock = Lock(path)
    except HeldError as problem:
        raise ShelfError(f"`{name}` is open elsewhere ({problem}); it can't be deleted now") from None
    except OSError as problem:
        raise ShelfError(f"`{name}` can't be deleted: {why_not(problem)}") from None
    try:
        into = _free(folder.path / BIN / path.name)
        path.rename(into)
    except OSError as problem:
        raise ShelfError(f"`{name}` can't be deleted: {why_not(problem)}") from None
    else:
        with contextlib.suppress(OSError):
            _lock_of(path).unlink()
    finally:
        lock.free()
    return into


def verify(folder: Folder, *, mend: bool = False) -> tuple[Finding, ...]:
    """Look through the folder; with ``mend`` what can be mended is. Nothing is ever lost by it.

    What another program is writing is passed over.
    """
    found = [*_journals(folder), *_leftovers(folder)]
    if mend:
        for one in found:
            if one.mend is not None:
                with contextlib.suppress(OSError, HeldError):  # found again by the next look
                    one.mend()
    return tuple(one.finding for one in found)


def _journals(folder: Folder) -> list[_Found]:
    known = {path.stem for path in folder.journals()}
    binned = {path.stem for path in (folder.path / BIN).glob(f"*{SUFFIX}")}
    found: list[_Found] = []
    for path in folder.journals():
        if is_sample(path) or _is_held(path):
            continue
        one = _journal(path, known, binned)
        if one is not None:
            found.append(one)
    return found


def _journal(path: Path, known: set[str], binned: set[str]) -> _Found | None:
    try:
        decoded = decode(read_up_to(path, JOURNAL_BYTES + 1))
    except OSError as problem:
        return _told(path, f"it can't be read: {why_not(problem)}")
    except NewerError as problem:
        return _told(path, f"it can't be opened: {problem}")
    except JournalError as problem:
        if path.stat().st_size == 0:
            return _told(path, "it is empty: nothing was ever written to it", "remove it", partial(_remove_empty, path))
        return _told(path, f"it can't be opened: {problem}", "put it into the bin", partial(_bin, path))
    if decoded.damage:
        mending = f"keep its {len(decoded.journal.entries)} whole records, and what comes after in a file of its own"
        return _told(path, decoded.damage, mending, partial(_cut, path, decoded))
    branched = decoded.journal.opened.branched
    if branched is not None and branched.session not in known:
        lies = " lies in the bin" if branched.session in binned else " is gone"
        return _told(path, f"`{branched.session}`, of which it is a branch,{lies}; it is whole without it")
    return None


def _leftovers(folder: Folder) -> list[_Found]:
    """Locks of journals that are gone, and what a crash left of a small file being written."""
    found: list[_Found] = []
    for path in sorted(folder.path.glob(".*")):
        lock, half = _LOCK.fullmatch(path.name), _HALF_WRITTEN.fullmatch(path.name)
        of_nothing = lock is not None and not (folder.path / f"{lock[1]}{SUFFIX}").exists()
        if of_nothing and lock is not None and lock[1] != "titles" and not _is_held(path.with_name(lock[1] + SUFFIX)):
            found.append(_told(path, "it locks a session that is gone", "remove it", partial(_unlock, path, lock[1])))
        elif half is not None and not _is_running(int(half[1])):
            found.append(_told(path, "it was never written to its end", "remove it", path.unlink))
    return found


def _told(path: Path, what: str, mending: str = "", mend: Callable[[], None] | None = None) -> _Found:
    return _Found(Finding(name=path.stem if path.suffix == SUFFIX else path.name, what=what, mending=mending), mend)


def _cut(path: Path, decoded: Decoded) -> None:
    lock = Lock(path)
    try:
        set_aside(path, decoded.size)
    finally:
        lock.free()


def _bin(path: Path) -> None:
    path.rename(_free(path.parent / BIN / path.name))


def _unlock(path: Path, name: str) -> None:
    journal = path.with_name(name + SUFFIX)
    lock = Lock(journal)
    try:
        if not journal.exists():
            path.unlink()
    finally:
        lock.free()


def _remove_empty(path: Path) -> None:
    lock = Lock(path)
    try:
        if path.stat().st_size == 0:
            path.unlink()
            _lock_of(path).unlink()
    finally:
        lock.free()


def _free(path: Path) -> Path:
    """That path, or where it is taken the next with a number behind it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}.{number}{path.suffix}")
    return free


def _is_held(journal: Path) -> bool:
    """Whether a program is writing this journal. No lock is made where there is none."""
    if not _lock_of(journal).exists():
        return False
    try:
        Lock(journal).free()
    except HeldError:
        return True
    except OSError:
        return False
    return False


def _lock_of(journal: Path) -> Path:
    return journal.with_name(f".{journal.stem}.lock")


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
