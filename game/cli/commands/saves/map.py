"""``narrowsky saves map``: the decisions of all sessions as one tree."""

import argparse
import sys


def add(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """Declare the action."""
    parser = actions.add_parser(
        "map",
        help="the decisions of all sessions as one tree",
        description="Draw the decisions of all your sessions as one tree: what they share once, where they part, where "
        "each stands or how it ended. Scenes that none has read are counted, never named.",
        epilog="example: narrowsky saves map sample-one-minute sample-ten-minutes",
    )
    parser.add_argument("sessions", nargs="*", help="only these sessions; without any, all but the samples")
    parser.add_argument("--all", action="store_true", help="every decision, also where nobody parts")
    return parser


def run(options: argparse.Namespace) -> int:
    """Draw the map; 0 (also of nothing), or 1 where a session could only be read in part or not at all."""
    from game.cli.again import play_again
    from game.cli.opening import open_shelf, open_story, read_session
    from game.play.refusal import ShelfError
    from game.view.decision_map import decision_map, map_text

    shelf = open_shelf(open_story(options.story), options.saves)
    sessions, code = [], 0
    for name in options.sessions or [one.name for one in shelf.listed() if not one.sample]:
        try:
            found = read_session(shelf, name)
        except ShelfError as problem:
            if options.sessions:
                raise
            print(f"{problem}; it is left out.", file=sys.stderr)
            code = 1
        else:
            code = 1 if found.problem else code
            sessions.append((found.name, found.playthrough))
    if not sessions:
        print(f"No sessions to draw. Begin one with: {play_again(options.story, options.saves)}", file=sys.stderr)
        return code
    drawn = decision_map(list(dict(sessions).items()))
    if options.json:
        import json
        from dataclasses import asdict

        print(json.dumps(asdict(drawn), indent=2, ensure_ascii=False))
    else:
        print(map_text(drawn, whole=options.all), end="")
    return code
