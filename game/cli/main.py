"""``narrowsky``: which command, and what happens when something of ours breaks."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from game.cli.clean_streams import CleanStreams
from game.cli.parser import parser_for

OK, FINDINGS, FAULT, INTERRUPTED = 0, 1, 70, 130


def _called(given: Sequence[str]) -> int:
    """Run the command that was given; its exit code."""
    options = parser_for(given).parse_args(given)
    command = import_module(f"game.cli.commands.{options.command or 'play'}")
    if options.command is None:
        options = argparse.Namespace(**command.DEFAULTS, debug=options.debug)
    code: int = command.run(options)
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 findings, 2 misuse, 70 our own fault, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = sys.argv[1:] if arguments is None else arguments
    with CleanStreams():
        return _answered(given)


def _answered(given: Sequence[str]) -> int:
    """Run the command that was given, whatever comes of it; its exit code."""
    try:
        code = _called(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; say nothing more, not even while Python closes down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as problem:
        from game.play.refusal import RefusalError

        if isinstance(problem, RefusalError):
            print(problem, file=sys.stderr)
            return FINDINGS
        if "--debug" in given:
            raise
        from game.cli.fault import write_down

        print(write_down(problem), file=sys.stderr)
        return FAULT
    return code


def run() -> None:
    """Run ``narrowsky`` and leave with its exit code."""
    sys.exit(main())
