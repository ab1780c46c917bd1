"""``narrowsky explore``: what can happen in a story and what can't, each with a witness or a proof."""

import argparse
import sys

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from typing import Any

    from game.analysis.explore.board import Limits, Progress
    from game.analysis.explore.portfolio import Exploration
    from game.analysis.explore.since import Before
    from game.cli.progress import Bar, Interrupted
    from game.engine.program import Program

_MEGABYTE = 1 << 20


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "explore",
        help="what can happen in a story, and what never can",
        description="Find for every scene, storylet, choice, variant of a text, line, ending and coda a way to it, "
        "or a proof that there is none; and whether a reader can be left without a way on. What may come by "
        "chance may come: luck is explored too. ctrl-C ends it with what is known so far.",
        epilog="example: narrowsky explore story/narrow_sky --witnesses ways",
    )
    parser.add_argument("story", nargs="?", help="a story's folder or file; without it, the campaign")
    parser.add_argument("--json", action="store_true", help="as data, with the journals of all witnesses")
    parser.add_argument("--witnesses", metavar="FOLDER", help="write the journals there, for `narrowsky replay FILE`")
    parser.add_argument(
        "--since", metavar="OLD", help="what --json printed or --witnesses wrote before: check it first"
    )
    parser.add_argument("--all", action="store_true", help="list everything, however long")
    parser.add_argument("--strict", action="store_true", help="what stays unknown counts as a finding")
    parser.add_argument("--seconds", type=_count, metavar="N", help="stop after so long, with what is known")
    parser.add_argument("--states", type=_count, metavar="N", help="how many states each method may make (2,000,000)")
    parser.add_argument(
        "--checkpoint",
        action="append",
        metavar="SCENE",
        help="a scene at an act's end, to go on from in many states",
    )
    parser.add_argument("--seed", type=_count, metavar="N", help="another seed for the plays (1)")


def _count(text: str) -> int:
    digits = text.replace(",", "").replace("_", "")
    if not (digits.isascii() and digits.isdecimal()) or not 0 < int(digits) < 1 << 62:
        raise argparse.ArgumentTypeError(f"a whole number from 1, not `{text}`")
    return int(digits)


def run(options: argparse.Namespace) -> int:
    """Explore; 1 where something can never come, a claim is broken or a reader can be stuck, 130 after a ctrl-C."""
    from game.analysis.explore.since import NOTHING_BEFORE
    from game.author.exploration import is_finding, report_of
    from game.author.exploration_data import data_of
    from game.cli.exploration_files import read_stored, write_witnesses
    from game.cli.opening import open_story
    from game.cli.progress import Bar, Interrupted

    program = open_story(options.story)
    before = NOTHING_BEFORE if options.since is None else read_stored(options.since)
    limits = _limits(program, options)
    bar = Bar()
    with Interrupted() as interrupted:
        found = _explored(program, limits, before, options.seconds, (bar, interrupted))
    bar.clear()
    data = data_of(program.story, found)
    if options.json:
        import json

        print(json.dumps(data | _cost(bar), indent=1, ensure_ascii=False))
    else:
        print(report_of(program.story, found, whole=options.all))
        print(f"\n{_took(found, bar)}")
    if options.witnesses is not None and not write_witnesses(data, options.witnesses):
        return 2
    if interrupted.asked:
        return 130
    findings = any(is_finding(program.story, one, strict=options.strict) for one in found.verdicts)
    return 1 if findings or found.stuck.found in ("stuck", "hopeless") else 0


def _limits(program: "Program", options: argparse.Namespace) -> "Limits":
    """How far to go. Raises RefusalError where a checkpoint is no scene."""
    from dataclasses import replace

    from game.analysis.explore.board import Limits
    from game.play.refusal import RefusalError
    from game.source.suggest import did_you_mean

    limits = Limits(checkpoints=tuple(dict.fromkeys(options.checkpoint or ())))
    for name in limits.checkpoints:
        if name not in program.story.scenes:
            hint = did_you_mean(name, program.story.scenes)
            raise RefusalError(f"there is no scene `{name}`" + (f": {hint}" if hint else ""))
    if options.seed is not None:
        limits = replace(limits, seed=options.seed)
    return limits if options.states is None else replace(limits, states=options.states, whole=options.states)


def _explored(
    program: "Program",
    limits: "Limits",
    before: "Before",
    seconds: int | None,
    watching: "tuple[Bar, Interrupted]",
) -> "Exploration":
    from game.analysis.explore.portfolio import explore

    bar, interrupted = watching

    def watch(progress: "Progress") -> bool:
        rate = round(progress.states / max(bar.seconds, 0.001))
        settled = progress.targets - progress.open
        said = f"{progress.method}: {progress.states:,} states, {rate:,} a second, {progress.open:,} open"
        bar.show(settled, progress.targets, said)
        return not interrupted.asked and (seconds is None or bar.seconds < seconds)

    return explore(program, limits, watch, before)


def _cost(bar: "Any") -> "dict[str, Any]":
    return {"seconds": round(bar.seconds, 2), "megabytes": _megabytes()}


def _megabytes() -> int | None:
    """The most memory this process has held; nothing where the system doesn't say."""
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / _MEGABYTE if sys.platform == "darwin" else most / 1024)


def _took(found: "Exploration", bar: "Any") -> str:
    rate = round(found.states / max(bar.seconds, 0.001))
    megabytes = _megabytes()
    memory = "" if megabytes is None else f", {megabytes:,} MB at most"
    methods = ", ".join(f"{turn.method} settled {turn.settled:,}" for turn in found.turns)
    stopped = "Stopped before it was done. " if found.interrupted else ""
    return f"{stopped}{found.states:,} states in {bar.seconds:.1f} s, {rate:,} a second{memory}. {methods}."
