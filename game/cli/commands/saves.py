"""``narrowsky saves``: the saved sessions."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "saves",
        help="list the saved sessions",
        description="List the saved sessions, the last played first.",
        epilog="example: narrowsky saves list",
    )
    parser.add_argument("action", nargs="?", choices=("list",), default="list", help="list them (the default)")
    parser.add_argument("--story", metavar="STORY", help="the story they were played in; without it, the campaign")
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """List the sessions; 0 also where there are none."""
    from game.cli.opening import open_shelf, open_story

    shelf = open_shelf(open_story(options.story), options.saves)
    listed = shelf.listed()
    if options.json:
        import json
        from dataclasses import asdict

        print(json.dumps([asdict(summary) for summary in listed], indent=2))
        return 0
    if not listed:
        print("No sessions yet. Begin one with: narrowsky play", file=sys.stderr)
        return 0
    width = max(len(summary.name) for summary in listed)
    for summary in listed:
        decisions = f"{summary.decisions} decision{'' if summary.decisions == 1 else 's'}"
        told = [f"ended: {summary.ended}" if summary.ended else summary.where, decisions]
        if summary.sample:
            told.append("sample")
        line = ", ".join(part for part in told if part) if not summary.problem or summary.decisions else ""
        print(f"{summary.name:<{width}}  {'; '.join(part for part in (line, summary.problem) if part)}")
    return 0
