"""``narrowsky simulate``: many readings of a story, and what becomes of them."""

import argparse
import sys

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.analysis.readers import Reader
    from game.analysis.simulate.tally import Tally
    from game.author.simulation.report import Report
    from game.cli.progress import Interrupted
    from game.engine.program import Program

_RUNS = 1_000
_TASK = 50
"""A task has so many runs at most, so that a ctrl-C is soon heard."""
_SEVERAL = 200
"""Of fewer runs the beginning of processes would take longer than the runs."""
_AHEAD = 2
_KEPT = 3
"""So many runs of each reader are written down as sessions, where that is asked for."""
_KINDS = ("scene", "storylet", "choice", "variant", "line", "ending", "coda")
_MISUSE, _INTERRUPTED = 2, 130


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    from game.cli.counts import count

    parser = commands.add_parser(
        "simulate",
        help="read a story many times: endings, meters, length, what is met",
        description="Let readers read a story many times, on all cores: endings by reader, meters by turn, decisions "
        "and words, how often each scene, choice and variant of a text is met, choices that nobody or everybody takes. "
        "What comes out hangs on the seed alone, not on how the work was split. ctrl-C ends it with what was done.",
        epilog="example: narrowsky simulate my_story --readers all --html report.html",
    )
    parser.add_argument("story", nargs="?", help="a story's folder or file; without it, the campaign")
    parser.add_argument("--runs", type=count(1), default=_RUNS, metavar="N", help=f"runs of each reader ({_RUNS:,})")
    parser.add_argument(
        "--reader", action="append", default=[], metavar="NAME",
        help="who reads: uniform, curious, cautious, greedy:METER, a strategy of the story; may be repeated (uniform)",
    )  # fmt: skip
    parser.add_argument("--readers", choices=("all",), help="uniform, curious, cautious, and the story's strategies")
    parser.add_argument("--seed", type=count(0), default=1, metavar="N", help="other luck (1)")
    parser.add_argument("--jobs", type=count(1), metavar="N", help="so many processes (one for each core)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="hand the work to the Dask cluster there instead")
    parser.add_argument("--no-text", action="store_true", help="faster: no words, no variants of texts")
    parser.add_argument(
        "--after", action="append", default=[], metavar="SCENE",
        help="fork runs at this scene: what each of its choices changes later; may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--of", action="append", default=[], choices=_KINDS, metavar="KIND",
        help=f"list how often each was met: {', '.join(_KINDS)}; may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--margin", nargs="?", const="", metavar="FILE", help="print the sources, or one, with counts in the margin"
    )
    parser.add_argument(
        "--html", metavar="FILE", help="write a report with charts there, one page that needs no network"
    )
    parser.add_argument(
        "--sessions", metavar="FOLDER", help=f"write the first {_KEPT} runs of each reader there, to be replayed"
    )
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Simulate; 0, 2 where a reader, scene or file isn't there or can't be written, 130 after a ctrl-C."""
    from game.analysis.readers import UnknownReaderError
    from game.author.simulation.report import Report
    from game.cli.naming import UnknownError, known_name
    from game.cli.opening import open_story
    from game.cli.progress import Interrupted

    program = open_story(options.story)
    try:
        readers = _readers(program, options)
        scenes = [known_name("scene", scene, list(program.story.scenes)) for scene in options.after]
        sources = _sources(options.story) if options.margin is not None or options.html is not None else {}
        if options.margin:
            known_name("file", options.margin, list(sources))
    except (UnknownReaderError, UnknownError) as problem:
        print(problem, file=sys.stderr)
        return _MISUSE
    with Interrupted() as interrupted:
        found = _simulated(program, tuple(readers), tuple(scenes), options, interrupted)
    if not found:
        print("Stopped before any run was done.", file=sys.stderr)
        return _INTERRUPTED
    titles = {name: one.title for name, one in readers.items()}
    tallies = tuple(found[name] for name in readers if name in found)
    report = Report(
        story=program.story, tallies=tallies, titles=titles, seed=options.seed, wanted=options.runs, sources=sources
    )
    code = _told(report, options)
    if options.sessions is not None:
        from game.cli.kept_runs import keep_runs

        kept = range(min(options.runs, _KEPT))
        code = keep_runs(program, tuple(readers.values()), options.seed, kept, options.sessions) or code
    return _INTERRUPTED if interrupted.asked and not code else code


def _readers(program: "Program", options: argparse.Namespace) -> "Mapping[str, Reader]":
    """Who reads, by name, each once. Raises UnknownReaderError."""
    from game.analysis.readers import all_readers, reader_of

    asked = [reader_of(program, name) for name in options.reader]
    every = list(all_readers(program)) if options.readers else []
    return {one.name: one for one in (*every, *asked)} or {"uniform": reader_of(program, "uniform")}


def _sources(story: str | None) -> "Mapping[str, str]":
    from game.cli.opening import story_path
    from game.load.files import find

    return {file.name: file.data.decode("utf-8-sig", "replace") for file in find(story_path(story)).files}


def _simulated(
    program: "Program",
    readers: tuple[str, ...],
    scenes: tuple[str, ...],
    options: argparse.Namespace,
    interrupted: "Interrupted",
) -> "Mapping[str, Tally]":
    from pathlib import Path

    from game.analysis.simulate.task import tasks
    from game.cli.crew import cores, crew
    from game.cli.progress import Bar
    from game.cli.simulating import gathered, keep_open, worked

    wanted = options.runs * len(readers)
    jobs = options.jobs or (cores() if wanted >= _SEVERAL else 1)
    each = max(1, min(_TASK, wanted // (4 * jobs)))
    work = list(tasks(readers, options.runs, each, seed=options.seed, worded=not options.no_text, after=scenes))
    jobs = min(jobs, len(work))
    bar = Bar()

    def watch(done: int) -> bool:
        rate = round(60 * done / max(bar.seconds, 0.001))
        bar.show(done, wanted, f"{done:,} of {wanted:,} runs, {rate:,} a minute")
        return not interrupted.asked

    place = None if options.story is None else str(Path(options.story).absolute())
    keep_open(place, program)
    with crew(jobs, options.scheduler) as executor:
        fingerprint = program.story.fingerprint
        ahead = len(work) if options.scheduler is not None else 1 if jobs == 1 else _AHEAD * jobs
        try:
            return gathered(lambda one: executor.submit(worked, place, fingerprint, one), work, ahead, watch)
        finally:
            bar.clear()


def _told(report: "Report", options: argparse.Namespace) -> int:
    """Print it in the form asked for, and write the page."""
    from game.author.simulation.data import as_data
    from game.author.simulation.listing import listing
    from game.author.simulation.margin import margin_text
    from game.author.simulation.text import as_text
    from game.cli.terminal import columns

    if options.json:
        import json

        print(json.dumps(as_data(report), indent=1, ensure_ascii=False))
    elif options.margin is not None:
        print(margin_text(report, options.margin), end="")
    else:
        print(
            "\n\n".join(
                (
                    as_text(report, columns() if sys.stdout.isatty() else 0),
                    *(listing(report, kind) for kind in dict.fromkeys(options.of)),
                )
            )
        )
    if options.html is None:
        return 0
    from game.author.simulation.page import as_page
    from game.cli.output import deliver

    return deliver(as_page(report), options.html)
