"""The plain game's three streams: the reader's lines, what belongs to the story, what is about the program."""

import sys
from collections.abc import Iterator


def lines() -> Iterator[str]:
    """The reader's lines, whatever bytes they hold."""
    while sys.stdin is not None and (line := sys.stdin.buffer.readline()):
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def say_story(text: str) -> None:
    """Write what belongs to the story, at once."""
    sys.stdout.write(text)
    sys.stdout.flush()


def say_aside(text: str) -> None:
    """Write what is about the program, at once."""
    sys.stdout.flush()
    sys.stderr.write(text)
    sys.stderr.flush()
