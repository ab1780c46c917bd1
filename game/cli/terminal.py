"""What we were started in."""

import os
import sys


def is_terminal() -> bool:
    """Whether screen and keyboard are a terminal that can draw; else the plain player plays."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    drawn = all(stream is not None and stream.isatty() for stream in streams)
    return drawn and os.environ.get("TERM", "dumb") != "dumb"
