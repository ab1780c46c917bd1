"""``narrowsky share``: a session as one line to be pasted."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    from game.cli.commands.play import decision

    parser = commands.add_parser(
        "share",
        help="a session as one line, for another player",
        description="Print a session as one line: its story, seed, decisions and luck. Whoever has the story can watch "
        "it with `narrowsky replay --code` or go on from its end with `narrowsky play --code`.",
        epilog="example: narrowsky share sample-one-minute --at 5",
    )
    parser.add_argument("session", help="a session's name, title, number, the beginning of its name, or a file")
    parser.add_argument("--at", type=decision, metavar="N", help="only up to where its N-th decision is taken")
    parser.add_argument("--story", metavar="STORY", help="the story it was played in; without it, the campaign")
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")


def run(options: argparse.Namespace) -> int:
    """Print the code; 0, or 1 where the session could only be read in part or is too long."""
    from game.cli.opening import open_shelf, open_story, read_session
    from game.play.share import code_of

    shelf = open_shelf(open_story(options.story), options.saves)
    found = read_session(shelf, options.session)
    playthrough = found.playthrough
    if options.at is not None and options.at > playthrough.decisions + 1:
        print(
            f"`{found.name}` took {playthrough.decisions} decisions; there is no decision {options.at}", file=sys.stderr
        )
        return 1
    print(code_of(playthrough if options.at is None else playthrough.at(options.at - 1)))
    return 1 if found.problem else 0
