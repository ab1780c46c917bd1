"""``narrowsky saves``: the saved sessions. One action a file, as commands are: ``add`` and ``run``."""

import argparse
from importlib import import_module

_ACTIONS = ("list", "show", "rename", "delete", "compare", "map", "branch", "verify")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command and its actions."""
    parser = commands.add_parser(
        "saves",
        help="the saved sessions: list them, compare two, and more",
        description="What can be done with saved sessions. Without an action they are listed, the last played first.",
        epilog="example: narrowsky saves list",
    )
    _common(parser, story=None, saves=None, json=False)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    for name in _ACTIONS:
        action = import_module(f"game.cli.commands.saves.{name}").add(actions)
        # What was said before the action holds unless it is said again after it.
        _common(action, story=argparse.SUPPRESS, saves=argparse.SUPPRESS, json=argparse.SUPPRESS)


def _common(parser: argparse.ArgumentParser, *, story: str | None, saves: str | None, json: bool | str) -> None:
    parser.add_argument(
        "--story", metavar="STORY", default=story, help="the story they were played in; without it, the campaign"
    )
    parser.add_argument(
        "--saves", metavar="DIR", default=saves, help="the folder of saved sessions (or set NARROWSKY_SAVES)"
    )
    parser.add_argument("--json", action="store_true", default=json, help="as data")


def run(options: argparse.Namespace) -> int:
    """Do the action; its exit code."""
    code: int = import_module(f"game.cli.commands.saves.{options.action or 'list'}").run(options)
    return code
