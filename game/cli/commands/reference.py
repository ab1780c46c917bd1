"""``narrowsky reference``: the manual of the story format."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "reference",
        help="the manual of the story format",
        description="Print the manual of the story format, or one chapter of it, as Markdown.",
        epilog="example: narrowsky reference scenes",
    )
    parser.add_argument("section", nargs="?", help="a chapter: scenes, effects, prose, limits, ...; without it, all")


def run(options: argparse.Namespace) -> int:
    """Print; 0, or 2 where there is no such chapter."""
    from game.author.reference import chapters, manual
    from game.source.suggest import did_you_mean

    if options.section is None:
        print(manual(), end="")
        return 0
    names = {chapter.name: chapter for chapter in chapters()}
    chapter = names.get(options.section)
    if chapter is None:
        hint = did_you_mean(options.section, names)
        print(f"No chapter is called `{options.section}`{'; ' + hint if hint else '.'}", file=sys.stderr)
        print(f"There are: {', '.join(names)}.", file=sys.stderr)
        return 2
    print(chapter, end="")
    return 0
