"""``narrowsky completion``: what makes a shell complete this program's commands, options and sessions."""

import argparse

SHELLS = ("bash", "zsh", "fish")
_ANSWER = "answer"
_HOW = """\
bash: put  eval "$(narrowsky completion bash)"  into your .bashrc
zsh:  put  eval "$(narrowsky completion zsh)"  into your .zshrc, below compinit
fish: narrowsky completion fish > ~/.config/fish/completions/narrowsky.fish
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "completion",
        help="let a shell complete commands, options and sessions",
        description="Print what lets a shell complete commands, options, their values, and the names of your sessions.",
        epilog=_HOW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("shell", choices=(*SHELLS, _ANSWER), metavar="SHELL", help=", ".join(SHELLS))
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Print the script; or, when such a script asks, what could come next. 0."""
    if options.shell == _ANSWER:
        from game.cli.completing import answer
        from game.source.clean import clean_line

        kind, found = answer(options.words or [""])
        print(kind)
        for word, about in found:
            print(clean_line(word) + (f"\t{clean_line(about)}" if about else ""))
        return 0
    from pathlib import Path

    print((Path(__file__).parents[1] / "shells" / f"narrowsky.{options.shell}").read_text("utf-8"), end="")
    return 0
