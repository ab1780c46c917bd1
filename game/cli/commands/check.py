"""``narrowsky check``: every fault of a story, in one run."""

import argparse
import sys

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from game.load.pipeline import Loaded
    from game.source.diagnostic import Diagnostic


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "check",
        help="find the faults of a story",
        description="Read a story and print every fault with its file, line and column.",
        epilog="example: narrowsky check story/narrow_sky --fix --dry-run",
    )
    parser.add_argument("story", nargs="?", help="a story's folder or file; without it, the campaign")
    parser.add_argument("--style", action="store_true", help="hold it to its own rules of style too")
    parser.add_argument("--strict", action="store_true", help="warnings count as faults")
    parser.add_argument("--fix", action="store_true", help="mend what is sure, then check")
    parser.add_argument("--dry-run", action="store_true", help="with --fix: show what would be mended, change nothing")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Check; 1 where there are faults: errors, faults of style that were asked for, all findings where it is strict."""
    from game.cli.opening import load_story, story_path
    from game.cli.report import as_data, counted, report

    if not story_path(options.story).exists():
        print(
            "`narrowsky check STORY` takes a story's folder or file, and there is none of that name.", file=sys.stderr
        )
        return 2
    if options.fix:
        from game.cli.mending import mend_story

        mend_story(options.story, dry=options.dry_run)
    loaded = load_story(options.story)
    style, note = _style(loaded) if options.style else ((), "")
    findings = tuple(sorted((*loaded.diagnostics, *_advice(loaded), *style), key=lambda one: one.at))
    if options.json:
        import json

        print(json.dumps([as_data(finding) for finding in findings], indent=2))
    elif findings:
        print(report(findings, loaded.texts, most=200))
        print(f"What a finding means: narrowsky explain {findings[0].code}", file=sys.stderr)
    if note:
        print(note, file=sys.stderr)
    if not options.json:
        story = loaded.story
        said = counted(findings)
        if story is not None and loaded.playable:
            scenes = sum(not scene.within for scene in story.scenes.values()) - len(story.storylets)
            said = f"{story.title}: {scenes} scenes, {len(story.storylets)} storylets, {said}"
        print(said, file=sys.stderr)
    if style or (findings and options.strict):
        return 1
    return 0 if all(one.severity == "warning" for one in findings) else 1


def _advice(loaded: "Loaded") -> "tuple[Diagnostic, ...]":
    """What there is to say of a story that can be played."""
    from game.analysis.lint import lint

    return lint(loaded.story, loaded.texts) if loaded.story is not None and loaded.playable else ()


def _style(loaded: "Loaded") -> "tuple[tuple[Diagnostic, ...], str]":
    """What there is to say of a story's style, or why nothing is said of it."""
    from game.analysis.style.judge import judge

    if loaded.story is None or not loaded.playable:
        return (), "Its style was not looked at: mend the errors first."
    if loaded.story.style is None:
        return (
            (),
            "This story has no rules of style; `narrowsky reference style` says how a `style:` section gives it some.",
        )
    return judge(loaded.story, loaded.texts), ""
