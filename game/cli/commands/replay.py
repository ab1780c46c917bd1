"""``narrowsky replay``: a saved session, step by step in a terminal, printed whole without one."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "replay",
        help="read a saved session again",
        description="Step through a saved session; without a terminal, or with --plain, print it whole.",
        epilog="example: narrowsky replay sample-ten-minutes --plain",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("session", nargs="?", help="a session's name, its number, the beginning of its name, or a file")
    what.add_argument("--code", metavar="CODE", help="what was shared with you, as `narrowsky share` prints it")
    parser.add_argument("--story", metavar="STORY", help="the story it was played in; without it, the campaign")
    parser.add_argument("--summaries", action="store_true", help="show scenes that have one by their summary")
    parser.add_argument("--plain", action="store_true", help="print it as plain text")
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")


def run(options: argparse.Namespace) -> int:
    """Show the session; 0 when it was shown whole, 1 when the file is damaged or the story has changed under it."""
    from game.cli.opening import open_shelf, open_story, read_session, read_shared
    from game.cli.terminal import is_terminal

    program = open_story(options.story)
    shelf = open_shelf(program, options.saves)
    found = read_session(shelf, options.session) if options.code is None else read_shared(shelf, options.code)
    if options.plain or not is_terminal():
        from game.view.transcript import transcript

        sys.stdout.write(transcript(found.playthrough, summaries=options.summaries))
        return 1 if found.problem else 0
    from game.cli.fault import write_down
    from game.tui.app import run as run_app
    from game.tui.first import Watch

    watch = Watch(found.playthrough, found.name)
    cover = (program.story.title, program.story.by, program.story.blurb)
    return run_app(
        cover,
        lambda: (program, shelf),
        summaries=options.summaries,
        first=watch,
        log=write_down,
        debug=options.debug,
    )
