"""Paths as people write them."""

from pathlib import Path


def at_home(written: str) -> Path:
    """Return a path; a ``~`` before it is the home folder, where there is one of that name."""
    path = Path(written)
    try:
        return path.expanduser()
    except RuntimeError:  # a home of nobody
        return path
