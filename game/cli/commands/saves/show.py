"""``narrowsky saves show``: one session, every decision of it by number."""

import argparse


def add(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """Declare the action."""
    parser = actions.add_parser(
        "show",
        help="one session, with its decisions by number",
        description="Show one session: where it stands, where it came from, what branches it has, and every decision "
        "by its number.",
        epilog="example: narrowsky saves show sample-one-minute",
    )
    parser.add_argument("session", help="a session's name, title, number, the beginning of its name, or a file")
    return parser


def run(options: argparse.Namespace) -> int:
    """Show it; 0, or 1 where it could only be read in part."""
    from dataclasses import asdict

    from game.cli.opening import open_shelf, open_story, read_session
    from game.view.decisions import decisions
    from game.view.session_text import session_text

    shelf = open_shelf(open_story(options.story), options.saves)
    found = read_session(shelf, options.session)
    branches = tuple(one.name for one in shelf.listed() if one.parent == found.name)
    called = shelf.called(found.name)
    if options.json:
        import json

        opening = found.playthrough.journal.opened
        data = {
            "name": found.name,
            "called": called,
            "story": opening.story,
            "seed": opening.seed,
            "started": opening.started,
            "branched": None if opening.branched is None else asdict(opening.branched),
            "branches": branches,
            "ended": found.playthrough.state.ended,
            "decisions": [asdict(one) for one in decisions(found.playthrough)],
            "problem": found.problem,
        }
        print(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        print(session_text(found.name, called, found.playthrough, branches), end="")
    return 1 if found.problem else 0
