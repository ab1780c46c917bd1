"""What players call their sessions: one small file beside the journals, whose names stay ours."""

import json
from pathlib import Path

from game.disk.whole import read_up_to, write_whole
from game.play.refusal import ShelfError, why_not
from game.play.writing import HeldError, Lock
from game.source.clean import clean_name
from game.source.limits import JOURNAL_BYTES, TITLE_CHARACTERS

FILE = "titles.json"
_TAIL = 6
"""So many characters of a title are left for a number."""


class Titles:
    """The titles kept in a folder; a file that can't be read holds none."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def read(self) -> dict[str, str]:
        """Every title by the name of its session, cleaned."""
        try:
            found = json.loads(read_up_to(self.path, JOURNAL_BYTES).decode("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: cleaned(title) for name, title in found.items() if isinstance(title, str) and cleaned(title)}

    def untaken(self, title: str) -> str:
        """A title that no session has yet: this one, or this one with a number."""
        taken = {one.casefold() for one in self.read().values()}
        many = (f"{cleaned(title)[: TITLE_CHARACTERS - _TAIL]} {number}" for number in range(2, len(taken) + 3))
        return next(one for one in (cleaned(title), *many) if one.casefold() not in taken)

    def write(self, name: str, title: str) -> str:
        """Call a session so, and return the title as it is kept; an empty one takes its title away.

        Raises ShelfError where that can't be written.
        """
        kept = cleaned(title)
        try:
            lock = Lock(self.path)
        except (HeldError, OSError):
            raise ShelfError(f"`{name}` can't be renamed just now; try again") from None
        try:
            titles = self.read() | {name: kept}
            write_whole(self.path, json.dumps({one: said for one, said in titles.items() if said}, indent=0) + "\n")
        except OSError as problem:
            raise ShelfError(f"`{name}` can't be renamed: {why_not(problem)}") from None
        finally:
            lock.free()
        return kept


def cleaned(title: str) -> str:
    """A title without anything that acts on a terminal, on one line, of a bearable length."""
    return clean_name(title, TITLE_CHARACTERS)
