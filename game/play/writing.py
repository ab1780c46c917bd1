"""One journal file being written: appended, synced, locked; what can't be written yet is kept and tried again."""

import contextlib
import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without it plays on, with no guard against a second writer
    fcntl = None  # type: ignore[assignment]

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
            os.ftruncate(self._handle, 0)
            os.write(self._handle, str(os.getpid()).encode())
        except BlockingIOError:
            holder = os.read(self._handle, 20).decode("ascii", "replace")
            os.close(self._handle)
            raise HeldError(f"process {holder}" if holder.isdigit() else "another process") from None

    def free(self) -> None:
        """Let go."""
        with contextlib.suppress(OSError):
            os.close(self._handle)


class JournalFile:
    """The open end of a journal. ``trouble`` is empty, or says why the last lines are not on the disk yet."""

    def __init__(self, path: Path, *, size: int = 0) -> None:
        """Write to ``path`` from byte ``size`` on; a new file is made by the first ``append``."""
        self.path = path
        self.trouble = ""
        self._size = size
        self._pending: list[str] = []
        self._handle = -1
        self._lock: Lock | None = None

    def hold(self) -> None:
        """Take the lock. Raises HeldError."""
        self._lock = Lock(self.path)

    def append(self, line: str) -> None:
        """Write a line and sync it; on failure keep it, say so in ``trouble``, and try again with the next one."""
        self._pending.append(line)
        try:
            self._open()
            self._write("".join(self._pending).encode("ascii"))
        except OSError as problem:
            self.trouble = f"Not saved: {(problem.strerror or 'the file can not be written').lower()}."
            with contextlib.suppress(OSError):
                if self._handle >= 0:
                    os.ftruncate(self._handle, self._size)
        else:
            self._pending.clear()
            self.trouble = ""

    def _open(self) -> None:
        if self._handle >= 0:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = not self.path.exists()
        self._handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        if new:
            _sync_folder(self.path.parent)

    def _write(self, data: bytes) -> None:
        """Write all of it or none: a full disk writes a part without an error, which must not stay."""
        written = os.write(self._handle, data)
        if written != len(data):
            os.ftruncate(self._handle, self._size)
            raise OSError(28, "no space left on device")
        os.fsync(self._handle)
        self._size += written

    def close(self) -> None:
        """Try once more to write what is kept, then let go of the file and its lock."""
        if self._pending:
            last = self._pending.pop()
            self.append(last)
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
    _sync_folder(path.parent)
    with path.open("r+b") as file:
        file.truncate(size)
        file.flush()
        os.fsync(file.fileno())
    return aside


def write_whole(path: Path, text: str) -> None:
    """Replace a small file by a new one, so that it is never seen half written. Raises OSError."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # some file systems can't sync a folder; the file itself is synced
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
