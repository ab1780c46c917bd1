"""The parser of the command line: every command, and of the one that was called all it takes."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module

from game import __version__
from game.cli.terminal import columns

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from typing import Any

COMMANDS = (
    "play", "replay", "saves", "share", "export", "migrate", "compat", "compare",
    "check", "explain", "new", "reference", "schema", "graph", "words", "explore", "tune", "odds", "simulate",
    "achievements", "paths", "completion",
)  # fmt: skip


def _needed(arguments: Sequence[str]) -> tuple[str, ...]:
    """The commands whose arguments must be known to read these: the one named, or all where a list may be shown."""
    named = next((argument for argument in arguments if not argument.startswith("-")), None)
    if named in COMMANDS:
        return (named,)
    return COMMANDS if named is not None or {"-h", "--help"} & set(arguments) else ()


class _Formatter(argparse.HelpFormatter):
    """Help as wide as the terminal; asking for its width in the usual way loads much that help needs for nothing."""

    def __init__(self, prog: str, *, width: int | None = None) -> None:
        super().__init__(prog, width=width or columns() - 2)


class Parser(argparse.ArgumentParser):
    """A parser, and those of its commands, with that help.

    ``late`` adds what only this command needs to know, once it is this command that was called.
    """

    def __init__(
        self, *given: "Any", late: Callable[[argparse.ArgumentParser], None] | None = None, **more: "Any"
    ) -> None:
        super().__init__(*given, **more)
        self._late = late

    def complete(self) -> None:
        """Add what is added late."""
        late, self._late = self._late, None
        if late is not None:
            late(self)

    def parse_known_args(self, *given: "Any", **more: "Any") -> "Any":
        """Read the arguments; what is known to no one is said with the usage of the command that was called."""
        self.complete()
        known, left = super().parse_known_args(*given, **more)
        if left:
            from game.cli.misuse import unknown_words

            self.error(unknown_words(left, self._option_string_actions))
        return known, left

    def _check_value(self, action: argparse.Action, value: "Any") -> None:
        if action.choices is None or value in action.choices:
            return
        from game.cli.misuse import unknown_choice

        is_word = action.nargs == argparse.PARSER
        told = unknown_choice(str(value), "".join(str(action.metavar)).lower() if is_word else "choice", action.choices)
        raise argparse.ArgumentError(None if is_word else action, told)

    def _get_formatter(self) -> argparse.HelpFormatter:
        return _Formatter(self.prog)


def parser_for(arguments: Sequence[str]) -> Parser:
    """Return the parser that these arguments need."""
    parser = Parser(
        prog="narrowsky",
        description="Narrow Sky: twenty-four weeks between two great powers. Without a command the title screen opens.",
        epilog="example: narrowsky play --plain --seed 7",
    )
    parser.add_argument("-V", "--version", action="version", version=f"narrowsky {__version__}")
    parser.add_argument("--debug", action="store_true", help="show a traceback when something of ours breaks")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in _needed(arguments):
        import_module(f"game.cli.commands.{name}").add(commands)
    return parser
