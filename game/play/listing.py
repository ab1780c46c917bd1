"""What the list says of each session, kept beside the journals, so that none is played again only to be listed.

A copy to be thrown away: it is believed only about the very files, story and program it was made from, nothing is ever
opened or ordered by it, and where it can't be read or written it is as if there were none.
"""

import contextlib
import json
import os
import time
from collections.abc import Callable
from dataclasses import astuple, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import game
from game.disk.whole import read_up_to, write_whole
from game.model.story import Story
from game.source.limits import JOURNAL_BYTES

_FORMAT = 1
_ROOMS = ("engine", "expr", "load", "model", "play")
"""What a session leads to depends on this code."""
_SETTLED = 2.0
"""A file changed so few seconds ago may change again within one tick of its clock, and is looked at anew."""
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a session stands: in the calendar, after how many decisions, ended how (an id), branched from what.

    ``problem`` says why it can't be opened (then not ``opened``), or only in part; ``foreign`` that it is of another
    story.
    """

    where: str = ""
    decisions: int = 0
    ended: str = ""
    parent: str = ""
    kept: int = 0
    problem: str = ""
    opened: bool = True
    foreign: bool = False


_KINDS = tuple(type(value) for value in astuple(Stands()))
_Stamp = tuple[Any, ...]


class Listing:
    """What is known of the journals in ``folder``, as a story leads them."""

    def __init__(self, folder: Path, story: Story) -> None:
        self.path = folder / f".listed-{story.id}.json"
        self._of = [_FORMAT, story.fingerprint, _program()]

    def of(self, paths: list[Path], look: Callable[[Path], Stands]) -> list[Stands]:
        """Where each of these sessions stands: as it is kept, or, of a file that has changed since, as ``look`` finds.

        What was found is kept for the next time.
        """
        before = self._read()
        now: dict[str, tuple[_Stamp, Stands]] = {}
        found: list[Stands] = []
        for path in paths:
            stamp = _stamp(path)  # before it is looked at: what is written meanwhile has another
            kept = before.get(path.stem)
            stands = kept[1] if kept is not None and kept[0] == stamp else look(path)
            found.append(stands)
            if stamp is not None and (stands.opened or stands.foreign):  # what can't be read now may be later
                now[path.stem] = (stamp, stands)
        if now != before:
            with contextlib.suppress(OSError):  # a folder that can't be written to is listed all the same
                self._write(now)
        return found

    def _write(self, now: dict[str, tuple[_Stamp, Stands]]) -> None:
        sessions = {name: [stamp, astuple(stands)] for name, (stamp, stands) in now.items()}
        write_whole(self.path, json.dumps({"of": self._of, "sessions": sessions}) + "\n")

    def _read(self) -> dict[str, tuple[_Stamp, Stands]]:
        try:
            body = json.loads(read_up_to(self.path, JOURNAL_BYTES))
            if body["of"] != self._of:
                return {}
            said = {name: (tuple(stamp), tuple(stands)) for name, (stamp, stands) in body["sessions"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return {}
        return {name: (stamp, Stands(*stands)) for name, (stamp, stands) in said.items() if _sound(stands)}


def _sound(stands: tuple[Any, ...]) -> bool:
    """Whether this can be what was kept, of whoever the file comes."""
    texts = (one for one in stands if isinstance(one, str))
    return tuple(map(type, stands)) == _KINDS and all(len(one) <= _LONGEST and one.isprintable() for one in texts)


def _stamp(path: Path) -> _Stamp | None:
    """What tells a file from the same with other bytes; None where that can't be said yet."""
    try:
        known = path.stat()
    except OSError:
        return None
    if abs(time.time() - known.st_mtime) < _SETTLED:
        return None
    return (known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino)


def _program() -> str:
    """What tells this program from the same with other code: each file's size and time."""
    root = Path(game.__file__).parent
    with contextlib.suppress(OSError):
        files = (one for room in _ROOMS for one in os.scandir(root / room) if one.name.endswith(".py"))
        told = sorted((one.path, one.stat().st_size, one.stat().st_mtime_ns) for one in files)
        return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return game.__version__
