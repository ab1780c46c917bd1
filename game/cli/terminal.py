"""What we were started in."""

import os
import sys

_COLUMNS = 80


def columns() -> int:
    """How many columns there are to write in: as the environment says, else the terminal, else 80."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _COLUMNS if sys.__stdout__ else _COLUMNS
    except (AttributeError, ValueError, OSError):
        return _COLUMNS


def is_terminal() -> bool:
    """Whether screen and keyboard are a terminal that can draw; else the plain player plays."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    drawn = all(stream is not None and stream.isatty() for stream in streams)
    return drawn and os.environ.get("TERM", "") not in ("", "dumb")
