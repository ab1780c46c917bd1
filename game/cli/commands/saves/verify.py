"""``narrowsky saves verify``: what is not in order in the folder of sessions."""

import argparse
import sys


def add(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """Declare the action."""
    parser = actions.add_parser(
        "verify",
        help="look for damaged files, orphaned branches and stale locks",
        description="Look through the folder of sessions, of whatever story, for damaged files, branches whose parent "
        "is gone, and locks of sessions that are gone; and say what mending would do. With --mend it is done; nothing "
        "that can be read is ever lost by it. Sessions being played are passed over.",
        epilog="example: narrowsky saves verify --mend",
    )
    parser.add_argument("--mend", action="store_true", help="do it")
    return parser


def run(options: argparse.Namespace) -> int:
    """Look, and perhaps mend; 0 if all is in order (or is now), 1 if something needs mending."""
    from dataclasses import asdict

    from game.cli.again import saves_again
    from game.cli.opening import open_shelf, open_story
    from game.source.clean import clean_line

    shelf = open_shelf(open_story(options.story), options.saves)
    found = shelf.verify(mend=options.mend)
    left = shelf.verify() if options.mend else found
    if options.json:
        import json

        print(json.dumps([asdict(one) for one in found], indent=2, ensure_ascii=False))
    else:
        for one in found:
            done = "Done" if options.mend and one not in left else "Mending would"
            print(clean_line(f"{one.name}: {one.what}." + (f" {done}: {one.mending}." if one.mending else "")))
    needed = sum(bool(one.mending) for one in left)
    if not needed:
        print("All sessions are in order.", file=sys.stderr)
    elif not options.mend:
        print(f"Mend with: {saves_again('verify', options.story, options.saves, '--mend')}", file=sys.stderr)
    return 1 if needed else 0
