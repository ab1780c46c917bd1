"""A small file, read and replaced as a whole; a folder, synced."""

import contextlib
import errno
import os
import stat
from pathlib import Path


def read_up_to(path: Path, most: int) -> bytes:
    """Return the first ``most`` bytes of a file. Raises OSError, also where something else lies in its place.

    A pipe there, which a folder that was handed on may hold, would keep its reader waiting for ever.
    """
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(handle)


def write_whole(path: Path, text: str) -> None:
    """Replace a small file by a new one, so that it is never seen half written; a link stays a link.

    Raises OSError; what was there is there still.
    """
    target = Path(os.path.realpath(path))
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with fresh.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):  # a new file has the rights that new files have
            fresh.chmod(target.stat().st_mode & 0o777)
        fresh.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Let the names in a folder last, where the file system can."""
    with contextlib.suppress(OSError):  # some file systems can't sync a folder; the file itself is synced
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
