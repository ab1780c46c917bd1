"""Whole processes: the commands that need no screen, beside a bare interpreter."""

import subprocess
import sys
import time
from pathlib import Path

from rounds import ratios, report

ROOT = Path(__file__).parents[2]


def process(*arguments: str) -> float:
    """The seconds that one whole process takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    for name, arguments in {
        "narrowsky --version": ["-m", "game", "--version"],
        "narrowsky --help": ["-m", "game", "--help"],
        "narrowsky check": ["-m", "game", "check"],
    }.items():
        ours, bare = ratios(
            lambda arguments=arguments: process(*arguments),  # type: ignore[misc]  # mypy cannot tell a default's type
            lambda: process("-c", "pass"),
            15,
        )
        report(name, ours, bare, "bare python")


if __name__ == "__main__":
    main()
