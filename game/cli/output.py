"""Where a command's product goes: standard output, or a file."""

import sys
from pathlib import Path

from game.cli.clean_streams import cleaned


def deliver(text: str, output: str | None) -> int:
    """Print ``text``, or write it to the file ``output``; the exit code: 0, or 2 where the file can't be written."""
    if output is None:
        print(text, end="")
        return 0
    try:
        Path(output).write_text(cleaned(text), "utf-8")
    except OSError as problem:
        print(f"{output} can't be written: {problem.strerror}", file=sys.stderr)
        return 2
    print(f"Wrote {output}", file=sys.stderr)
    return 0
