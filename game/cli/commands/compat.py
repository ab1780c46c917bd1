"""``narrowsky compat``: which sessions a new version of a story would break, and where."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "compat",
        help="which sessions a new version of a story would break, and where",
        description="Play sessions of a story over its next version, before that is released, and say which of them "
        "would stop, at which decision and why. Nothing is written.",
        epilog="example: narrowsky compat story/narrow_sky story/narrow_sky sample-one-minute",
    )
    parser.add_argument("old", help="the story as its players have it: a folder or file")
    parser.add_argument("new", help="the story as it will be: a folder or file")
    parser.add_argument(
        "sessions", nargs="*", default=[], help="which sessions, by name or file; without any, all there are"
    )
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Play them over; 0 if all arrive, 1 if any stops or can't be read."""
    from game.cli.carried_over import carried_data, carried_over, lines_of
    from game.cli.opening import open_shelf, open_story
    from game.play.refusal import RefusalError

    old, new = (open_shelf(open_story(path), options.saves) for path in (options.old, options.new))
    if old.program.story.id != new.program.story.id:
        raise RefusalError(f"`{old.program.story.id}` and `{new.program.story.id}` are two stories, by their ids")
    sessions = carried_over(old, new, options.sessions)
    if options.json:
        import json

        print(json.dumps(carried_data(sessions), indent=2, ensure_ascii=False))
    else:
        for one, before in sessions.found:
            print("\n".join(lines_of(one, before)))
    for said in sessions.unread.values():
        print(said, file=sys.stderr)
    print(f"{sessions.arrived} of {sessions.whole} sessions arrive.", file=sys.stderr)
    return 0 if sessions.arrived == sessions.whole else 1
