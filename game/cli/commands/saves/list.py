"""``narrowsky saves list``: every session."""

import argparse
import sys


def add(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """Declare the action."""
    return actions.add_parser(
        "list",
        help="list the sessions (the default)",
        description="List the saved sessions, the last played first.",
        epilog="example: narrowsky saves list --json",
    )


def run(options: argparse.Namespace) -> int:
    """List the sessions; 0 also where there are none."""
    from game.cli.again import play_again
    from game.cli.opening import open_shelf, open_story
    from game.view.session_text import summary_text

    shelf = open_shelf(open_story(options.story), options.saves)
    listed = shelf.listed()
    if options.json:
        import json
        from dataclasses import asdict

        print(json.dumps([asdict(summary) for summary in listed], indent=2))
        return 0
    if not listed:
        print(f"No sessions yet. Begin one with: {play_again(options.story, options.saves)}", file=sys.stderr)
        return 0
    width = max(len(summary.name) for summary in listed)
    for summary in listed:
        print(f"{summary.name:<{width}}  {summary_text(summary)}")
    return 0
