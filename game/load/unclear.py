"""Declarations whose type could not be read: nothing is known of their names, so nothing about these can be wrong."""

from collections.abc import Callable
from typing import TypeVar

from game.load.census import Declared
from game.load.log import Log
from game.source.diagnostic import Diagnostic

_Read = TypeVar("_Read")
_BLURRING = frozenset(("bad-range", "bad-bands", "bad-id", "not-yes-no", "one-of-these", "wrong-shape"))


class Unclear:
    """Reads declarations into a log, and keeps the ``names`` of those in which what was found blurs the type."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self.names: set[str] = set()

    def read(self, declared: Declared, read: Callable[[Declared, Log], _Read]) -> _Read:
        """What ``read`` makes of a declaration."""
        log = Log()
        made = read(declared, log)
        self._log.add_all(log.found)
        if any(_blurs(one) for one in log.found):
            self.names.add(declared.name)
        return made


def _blurs(finding: Diagnostic) -> bool:
    return finding.code in _BLURRING or (finding.code == "missing-key" and "`range`" in finding.message)
