"""``narrowsky saves branch``: a new session that begins at a decision of another."""

import argparse


def add(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """Declare the action."""
    from game.cli.commands.play import decision

    parser = actions.add_parser(
        "branch",
        help="begin a new session at a decision of another",
        description="Begin a new session that stands where another took a decision, to take it anew. Both are kept. "
        "Without a number it begins where the other stands. `narrowsky saves show` numbers the decisions.",
        epilog="example: narrowsky saves branch sample-ten-minutes 4",
    )
    parser.add_argument("session", help="a session's name, its number, the beginning of its name, or a file")
    parser.add_argument("decision", nargs="?", type=decision, help="the number of the decision to take anew")
    return parser


def run(options: argparse.Namespace) -> int:
    """Branch, and print the new session's name; 0, or 1 where it could not be written."""
    import sys

    from game.cli.again import play_again
    from game.cli.opening import open_shelf, open_story

    shelf = open_shelf(open_story(options.story), options.saves)
    session = shelf.branch(shelf.find(options.session), None if options.decision is None else options.decision - 1)
    session.close()
    if session.trouble:
        print(session.trouble, file=sys.stderr)
        return 1
    kept = session.playthrough.decisions
    if options.json:
        import json

        print(json.dumps({"name": session.name, "decisions": kept}, indent=2))
    else:
        print(session.name)
        print(f"Go on with: {play_again(options.story, options.saves, '--resume', session.name)}", file=sys.stderr)
    return 0
