"""One journal file being written: appended, synced, locked; what can't be written yet is kept and tried again."""

import contextlib
import errno
import os
from pathlib import Path

from game.disk.whole import sync_folder

try:
    import fcntl
except ImportError:  # a system without it plays on, with no guard against a second writer
    fcntl = None  # type: ignore[assignment]  # asked for before it is used

SUFFIX = ".jsonl"


class HeldError(Exception):
    """Another program is writing this journal; the message says which process, where it is known."""


class Lock:
    """The right to write one journal, by a lock on a file of its own; freed when the process ends, however it does."""

    def __init__(self, journal: Path) -> None:
        """Take the lock. Raises HeldError if another program has it, OSError if there can be none."""
        path = journal.with_name(f".{journal.stem}.lock")
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            if fcntl is not None:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self._handle, 20).decode("ascii", "replace")
            os.close(self._handle)
            raise HeldError(f"process {holder}" if holder.isdigit() else "another process") from None
        except OSError:
            os.close(self._handle)
            raise
        with contextlib.suppress(OSError):  # who holds it is only said for the others; a full disk must not forbid it
            os.ftruncate(self._handle, 0)
            os.write(self._handle, str(os.getpid()).encode())

    def free(self) -> None:
        """Let go."""
        with contextlib.suppress(OSError):
            os.close(self._handle)


class JournalFile:
    """The open end of a journal. ``trouble`` is empty, or says why the last lines are not on the disk yet."""

    def __init__(self, path: Path, *, size: int = 0, lock: Lock | None = None) -> None:
        """Write to ``path`` from byte ``size`` on; a new file is made by the first ``append``.

        ``lock`` is freed with the file.
        """
        self.path = path
        self.trouble = ""
        self._size = size
        self._pending: list[str] = []
        self._handle = -1
        self._torn = False
        self._lock = lock

    def append(self, line: str) -> None:
        """Write a line and sync it; on failure keep it, say so in ``trouble``, and try again with the next one."""
        self._pending.append(line)
        try:
            self._open()
            self._write("".join(self._pending).encode("ascii"))
        except OSError as problem:
            self.trouble = f"Not saved: {(problem.strerror or 'the file can not be written').lower()}."
            self._torn = self._handle >= 0
            with contextlib.suppress(OSError):
                self._mend()
        else:
            self._pending.clear()
            self.trouble = ""

    def _open(self) -> None:
        if self._handle >= 0:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        if os.fstat(handle).st_size != self._size:
            os.close(handle)
            raise OSError(errno.EBUSY, "another program has written to the file")
        self._handle = handle
        if not self._size:
            # A new name lasts once its folder is synced, and a new folder once its own is.
            sync_folder(self.path.parent)
            sync_folder(self.path.parent.parent)

    def _write(self, data: bytes) -> None:
        """Write all of it or none: a full disk writes a part without an error, which must not stay."""
        self._mend()
        written = os.write(self._handle, data)
        if written != len(data):
            raise OSError(errno.ENOSPC, "no space left on device")
        os.fsync(self._handle)
        self._size += written

    def _mend(self) -> None:
        """Cut off what a write that failed may have left."""
        if self._torn:
            os.ftruncate(self._handle, self._size)
            self._torn = False

    def close(self) -> None:
        """Try once more to write what is kept, then let go of the file and its lock."""
        if self._pending:
            last = self._pending.pop()
            self.append(last)
        if self._pending and not self._size:
            with contextlib.suppress(OSError):  # of a session never written no empty file stays behind
                if self.path.stat().st_size == 0:
                    self.path.unlink()
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
        if self._lock is not None:
            self._lock.free()
            self._lock = None


def set_aside(path: Path, size: int) -> Path:
    """Copy what stands behind the first ``size`` bytes into a file of its own, then cut it off. Raises OSError."""
    data = path.read_bytes()
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}")).exists():
        number += 1
    with aside.open("xb") as file:
        file.write(data[size:])
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)
    with path.open("r+b") as file:
        file.truncate(size)
        file.flush()
        os.fsync(file.fileno())
    return aside
