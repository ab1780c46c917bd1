"""``narrowsky check``: every fault of a story, in one run."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "check",
        help="find the faults of a story",
        description="Read a story and print every fault with its file, line and column.",
        epilog="example: narrowsky check story/narrow_sky",
    )
    parser.add_argument("story", nargs="?", help="a story's folder or file; without it, the campaign")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Check; 0 without findings, 1 with."""
    from game.cli.opening import load_story
    from game.cli.report import as_data, counted, report

    loaded = load_story(options.story)
    if options.json:
        import json

        print(json.dumps([as_data(diagnostic) for diagnostic in loaded.diagnostics], indent=2))
        return 1 if loaded.diagnostics else 0
    if loaded.diagnostics:
        print(report(loaded.diagnostics, loaded.texts, most=200))
        print(f"What a finding means: narrowsky explain {loaded.diagnostics[0].code}", file=sys.stderr)
    story = loaded.story
    said = counted(loaded.diagnostics)
    if story is not None and loaded.playable:
        scenes = sum(not scene.within for scene in story.scenes.values()) - len(story.storylets)
        said = f"{story.title}: {scenes} scenes, {len(story.storylets)} storylets, {said}"
    print(said, file=sys.stderr)
    return 1 if loaded.diagnostics else 0
