"""``narrowsky migrate``: a session in its story as it is now."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "migrate",
        help="carry a session over into its story as it is now",
        description="Play a session again over its story as it is now: it arrives, or stops at the decision that no "
        "longer fits, with the reason. The session's own file is never changed.",
        epilog="example: narrowsky migrate sample-ten-minutes",
    )
    parser.add_argument("session", help="a session's name, its number, the beginning of its name, or a file")
    parser.add_argument("--go-on", action="store_true", help="begin a new session there, to be played on")
    parser.add_argument("--story", metavar="STORY", help="the story it was played in; without it, the campaign")
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Carry over; 0 if it arrived whole, 1 if it stopped or its file is damaged."""
    from game.cli.again import migrate_on, play_again
    from game.cli.carrying import as_data
    from game.cli.opening import open_shelf, open_story
    from game.view.carrying import carried_text

    shelf = open_shelf(open_story(options.story), options.saves)
    name = shelf.find(options.session)
    found = shelf.carried(name)
    branch = trouble = ""
    if options.go_on:
        session = shelf.branch(name)
        session.close()
        branch, trouble = session.name, session.trouble
    if options.json:
        import json

        print(json.dumps(as_data(found) | ({"session": branch} if branch else {}), indent=2, ensure_ascii=False))
    else:
        print(f"{found.name} {carried_text(found.migration)}")
        if branch and not trouble:
            print(f"Go on with: {play_again(options.story, options.saves, '--resume', branch)}")
        elif not branch and not found.migration.same:
            on = migrate_on(options.session, options.story, options.saves)
            print(f"Begin a new session there with: {on}", file=sys.stderr)
    for said in filter(None, (found.damage, trouble)):
        print(said, file=sys.stderr)
    return 1 if found.migration.parting is not None or found.damage or trouble else 0
