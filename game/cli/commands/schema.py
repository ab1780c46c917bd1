"""``narrowsky schema``: the format as a JSON Schema, for editors."""

import argparse

_ABOUT = """\
Print the story format as a JSON Schema (draft 2020-12), with which any editor that speaks to
yaml-language-server completes keys and shows what they are for. Write it beside your story,
  narrowsky schema --output story.schema.json
and begin each of the story's files with a line that leads to it from there:
  # yaml-language-server: $schema=story.schema.json
(in a folder below: $schema=../story.schema.json). The editor sees shapes; narrowsky check sees the rest."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "schema",
        help="the story format as a JSON Schema, for editors",
        description=_ABOUT,
        epilog="example: narrowsky schema --output story/my_story/story.schema.json",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--output", metavar="FILE", help="write it there, in place of what is there")


def run(options: argparse.Namespace) -> int:
    """Print or write; 0, or 2 where the file can't be written."""
    import json

    from game.author.editor_schema import editor_schema

    text = json.dumps(editor_schema(), indent=2, ensure_ascii=False) + "\n"
    from game.cli.output import deliver

    return deliver(text, options.output)
