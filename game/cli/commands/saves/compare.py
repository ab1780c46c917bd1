"""``narrowsky saves compare``: two sessions beside each other."""

import argparse


def add(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """Declare the action."""
    parser = actions.add_parser(
        "compare",
        help="two sessions beside each other",
        description="Lay two sessions beside each other: where they part, every decision of both, the meters over "
        "time, how they ended, whom the ledger of each names.",
        epilog="example: narrowsky saves compare sample-one-minute sample-ten-minutes",
    )
    parser.add_argument("first", help="a session's name, its number, the beginning of its name, or a file")
    parser.add_argument("second", help="the other one")
    return parser


def run(options: argparse.Namespace) -> int:
    """Compare; 0, or 1 where one of them could only be read in part."""
    from game.cli.opening import open_shelf, open_story, read_session
    from game.view.comparison import beside
    from game.view.comparison_text import comparison_text

    program = open_story(options.story)
    shelf = open_shelf(program, options.saves)
    first, second = (read_session(shelf, name) for name in (options.first, options.second))
    found = beside((first.name, first.playthrough), (second.name, second.playthrough))
    if options.json:
        import json
        from dataclasses import asdict

        print(json.dumps(asdict(found), indent=2, ensure_ascii=False))
    else:
        clock = program.story.world.clock
        print(comparison_text(found, "" if clock is None else clock.unit), end="")
    return 1 if first.problem or second.problem else 0
