"""The end of the game where something went wrong: one plain sentence, and the exit code a shell expects."""

import sys
from collections.abc import Callable

OUR_FAULT = 70
_SENTENCE = "Something in the game itself went wrong. Every decision you took is kept."


def apologise(fault: BaseException, log: Callable[[BaseException], str] | None) -> int:
    """Say that the fault is ours and where it was written down; returns the exit code."""
    sys.stderr.write(f"{log(fault) if log else _SENTENCE}\n")
    return OUR_FAULT
