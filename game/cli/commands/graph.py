"""``narrowsky graph``: the map of a story."""

import argparse
import sys

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from game.author.chart import Chart

_FORMATS = ("text", "dot", "mermaid", "html")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "graph",
        help="the map of a story: scenes and the ways between them",
        description="Draw the map of a story: scenes, storylets and endings, the ways between them, what nothing "
        "leads to and where many ways meet. Conditions are shown, and not asked whether they can hold.",
        epilog="example: narrowsky graph --format html --output map.html",
    )
    parser.add_argument("story", nargs="?", help="a story's folder or file; without it, the campaign")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="text (as it is), dot, mermaid or html")
    parser.add_argument("--output", metavar="FILE", help="write it there, in place of what is there")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--arc", metavar="ARC", help="one arc, and what borders on it")
    part.add_argument("--tag", metavar="TAG", help="the scenes with a tag, and what borders on them")
    part.add_argument("--around", metavar="SCENE", help="one scene or ending, and what is near it")
    parser.add_argument("--steps", type=_steps, default=1, metavar="N", help="how near, for --around (1)")


def _steps(text: str) -> int:
    if not text.isdecimal() or len(text) > 4:  # noqa: PLR2004 - no story is so long
        raise argparse.ArgumentTypeError("a whole number")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Draw; 0, or 2 where there is no such arc, tag or scene, or the file can't be written."""
    from game.author.chart import chart_of
    from game.cli.naming import UnknownError, known_name
    from game.cli.opening import open_story

    story = open_story(options.story).story
    chart = chart_of(story)
    try:
        if options.arc is not None:
            chart = chart.of_arc(known_name("arc", options.arc, [arc.id for arc in story.world.arcs]))
        elif options.tag is not None:
            from game.author.tags import tagged, tags_of

            tag = known_name("tag", options.tag, list(tags_of(story)))
            chart = chart.of_scenes(f"what is tagged `{tag}`", tagged(story, tag))
        elif options.around is not None:
            scenes = [name for name, scene in story.scenes.items() if not scene.within]
            names = [*scenes, *(ending.id for ending in story.endings)]
            chart = chart.around(known_name("scene", options.around, names), options.steps)
    except UnknownError as problem:
        print(problem, file=sys.stderr)
        return 2
    from game.cli.output import deliver

    return deliver(_drawn(chart, options.format), options.output)


def _drawn(chart: "Chart", form: str) -> str:
    if form == "text":
        from game.author.chart_text import as_text

        return as_text(chart)
    if form == "html":
        from game.author.chart_page import as_page

        return as_page(chart)
    from game.author.chart_code import as_dot, as_mermaid

    return as_dot(chart) if form == "dot" else as_mermaid(chart)
