"""``narrowsky saves delete``: a session into the bin."""

import argparse
import sys


def add(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """Declare the action."""
    parser = actions.add_parser(
        "delete",
        help="put sessions into the bin",
        description="Put sessions into the bin, a folder beside them; from there they can be moved back. Branches of "
        "them are whole without them. Samples, and sessions being played, are refused.",
        epilog="example: narrowsky saves delete 3 4",
    )
    parser.add_argument("sessions", nargs="+", help="sessions, by name, title, number or the beginning of the name")
    return parser


def run(options: argparse.Namespace) -> int:
    """Delete; 0 if all lie in the bin, 1 if one was refused."""
    from game.cli.opening import open_shelf, open_story
    from game.play.refusal import ShelfError
    from game.source.clean import clean_line

    shelf = open_shelf(open_story(options.story), options.saves)
    code, gone = 0, []
    for name in options.sessions:
        try:
            found = shelf.find(name)
            gone.append((found, str(shelf.delete(found))))
        except ShelfError as problem:
            print(clean_line(str(problem)), file=sys.stderr)
            code = 1
    if options.json:
        import json

        print(json.dumps([{"name": name, "lies": path} for name, path in gone], indent=2))
    else:
        for name, path in gone:
            print(f"{name} lies in the bin: {clean_line(path)}", file=sys.stderr)
    return code
