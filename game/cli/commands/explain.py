"""``narrowsky explain``: what a finding means, with a bad and a good sample."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "explain",
        help="what a finding of check means, and how it is mended",
        description="Print the page of a code, as check shows it in brackets; without a code, all codes.",
        epilog="example: narrowsky explain cut-by-hash",
    )
    parser.add_argument("code", nargs="?", help="the code of a finding, as check shows it in brackets")


def run(options: argparse.Namespace) -> int:
    """Print; 0, or 2 where no finding has this code."""
    from game.author.explain import UnknownCodeError, contents, page

    if options.code is None:
        print(contents())
        return 0
    try:
        print(page(options.code), end="")
    except UnknownCodeError as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0
