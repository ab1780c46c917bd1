"""``narrowsky saves rename``: what a session is called in the list."""

import argparse
import sys


def add(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """Declare the action."""
    parser = actions.add_parser(
        "rename",
        help="give a session a title of your own",
        description="Give a session a title, by which it is listed and found; an empty one takes it away. The file "
        "keeps its name, so that branches still know their parent.",
        epilog="example: narrowsky saves rename sample-one-minute first-try",
    )
    parser.add_argument("session", help="a session's name, title, number, or the beginning of its name")
    parser.add_argument("title", help="what it is called from now on")
    return parser


def run(options: argparse.Namespace) -> int:
    """Rename; 0."""
    from game.cli.opening import open_shelf, open_story

    shelf = open_shelf(open_story(options.story), options.saves)
    name = shelf.find(options.session)
    called = shelf.rename(name, options.title)
    if options.json:
        import json

        print(json.dumps({"name": name, "called": called}, indent=2, ensure_ascii=False))
    else:
        print(f"{name} is called “{called}” now." if called else f"{name} has no title now.", file=sys.stderr)
    return 0
