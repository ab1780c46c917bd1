"""Commands called as a user types them."""

import os
import subprocess
import sys
from pathlib import Path

import game.cli.plain_streams
from game.cli.main import main

ROOT = Path(__file__).parents[2]


def narrowsky(*given, stdin=b"", env=None, **more):
    """Run the program as a program; without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "game", *map(str, given)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        cwd=ROOT,
        env=os.environ | (env or {}),
        **more,
    )


def called(capsys, *given):
    """Run a command in this process: exit code, what it printed, what it said about itself."""
    try:
        code = main(list(map(str, given)))
    except SystemExit as leaving:
        code = leaving.code
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def typed(monkeypatch, lines):
    """Let the plain game read these lines."""
    monkeypatch.setattr(game.cli.plain_streams, "lines", lambda: iter(lines))
