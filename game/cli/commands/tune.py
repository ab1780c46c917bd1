"""``narrowsky tune``: the value of a number that gives a wanted share; what would open a choice."""

import argparse

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from game.analysis.paired import Readings
    from game.analysis.readers import Reader
    from game.analysis.tuning import Aim, Tuned
    from game.author.dials import Dial
    from game.engine.program import Program
    from game.model.story import Story

_RUNS = 1_000
_HUNDRED = 100
_KINDS = ("ending", "choice", "scene", "storylet", "coda", "claim", "pass")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    from game.cli.counts import count

    parser = commands.add_parser(
        "tune",
        help="the value of a number that gives a wanted share; what would open a choice",
        description="For a check or a number in a condition: the value that gives a wanted share of an ending, a "
        "choice or a check passed, by readings with the same luck for every value. For a choice that is shut: the "
        "nearest change that would open it, over many readings or along a session. Nothing is written.",
        epilog="example: narrowsky tune my_story --check pier.rope --for ending:island --share 30",
    )
    parser.add_argument("story", nargs="?", help="a story's folder or file; without it, the campaign")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", metavar="CHOICE", help="turn the odds of this check: scene.choice")
    what.add_argument(
        "--threshold",
        metavar="NAME",
        help="turn a number in this condition: its name, or that of the choice, scene, ending, line or rule that asks",
    )
    what.add_argument("--open", metavar="CHOICE", help="what would open this choice: scene.choice")
    parser.add_argument(
        "--for", dest="aim", metavar="WHAT", help="ending:ID, choice:ID, storylet:ID, claim:ID, pass:ID, ...; or pass"
    )
    parser.add_argument("--share", type=_share, metavar="PERCENT", help="the share that is wanted, in percent")
    parser.add_argument("--number", type=count(1), default=0, metavar="N", help="which number, where there are several")
    parser.add_argument("--from", dest="low", type=_whole, metavar="N", help="the least value to try")
    parser.add_argument("--to", dest="high", type=_whole, metavar="N", help="the greatest value to try")
    parser.add_argument("--session", metavar="SESSION", help="with --open: along this session, by name or file")
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")
    parser.add_argument("--runs", type=count(1), default=_RUNS, metavar="N", help=f"readings of each value ({_RUNS:,})")
    parser.add_argument(
        "--reader", default="uniform", metavar="READER", help="who reads: uniform, curious, ... (uniform)"
    )
    parser.add_argument("--seed", type=count(0), default=1, metavar="N", help="other luck for the readings (1)")
    parser.add_argument("--json", action="store_true", help="as data")


def _whole(text: str) -> int:
    if not text.removeprefix("-").isdecimal() or not text.isascii() or abs(int(text)) >= 1 << 53:
        raise argparse.ArgumentTypeError(f"a whole number, not `{text}`")
    return int(text)


def _share(text: str) -> float:
    digits = text.strip().removesuffix("%").strip()
    if not digits.replace(".", "", 1).isdecimal() or not 0 <= float(digits) <= _HUNDRED:
        raise argparse.ArgumentTypeError(f"a share from 0 to 100 percent, not `{text}`")
    return float(digits) / _HUNDRED


def run(options: argparse.Namespace) -> int:
    """Tune; 0 where a value was found, 1 where none gives that or it can't be looked for."""
    from game.analysis.readers import UnknownReaderError, reader_of
    from game.analysis.tuning import CannotTuneError
    from game.author.dials import NoDialError
    from game.cli.opening import open_story
    from game.play.refusal import RefusalError

    program = open_story(options.story)
    try:
        reader = reader_of(program, options.reader)
        if options.open is not None:
            return _open(program, reader, options)
        return _tune(program, reader, options)
    except (UnknownReaderError, NoDialError, CannotTuneError) as problem:
        raise RefusalError(str(problem)) from None


def _tune(program: "Program", reader: "Reader", options: argparse.Namespace) -> int:
    from game.author.tuning_text import tuned_text

    dial = _dial(program, options)
    aim = _aim(program, options)
    found = _search(dial, aim, options)
    if options.json:
        _print(_data(dial, aim, found))
    else:
        print(tuned_text(dial, aim, found, reader.about or reader.title))
    return 0 if found.fits is not None else 1


def _dial(program: "Program", options: argparse.Namespace) -> "Dial":
    from dataclasses import replace

    from game.author.dials import check_dial, number_dial

    if options.check is not None:
        dial = check_dial(program.story, options.check)
    else:
        texts, remake = _remade(options.story)
        dial = number_dial(program.story, texts, options.threshold, options.number, remake)
    low = dial.low if options.low is None else options.low
    high = dial.high if options.high is None else options.high
    return replace(dial, low=min(low, high), high=max(low, high))


def _remade(story: str | None) -> "tuple[Mapping[str, str], Any]":
    """The texts of a story's own files, and what makes the story of changed ones."""
    from game.cli.opening import shelves, story_path
    from game.engine.prepare import prepare
    from game.load.bases import Bases
    from game.load.files import SourceFile, find
    from game.load.pipeline import load

    path = story_path(story)
    files = find(path).files

    def remake(texts: "Mapping[str, str]") -> "Program | None":
        loaded = load([SourceFile(name, text.encode()) for name, text in texts.items()], (), Bases(path, shelves()))
        return prepare(loaded.story) if loaded.story is not None and loaded.playable else None

    return {file.name: file.data.decode("utf-8-sig") for file in files}, remake


def _aim(program: "Program", options: argparse.Namespace) -> "Aim":
    from game.analysis.tuning import Aim
    from game.cli.naming import UnknownError, known_name
    from game.play.refusal import RefusalError

    if options.share is None:
        raise RefusalError("say which share is wanted: --share 30")
    wanted = options.aim or ("pass" if options.check is not None else "")
    if wanted == "pass" and options.check is not None:
        return Aim(("pass", options.check), ("choice", options.check), options.share)
    kind, _, name = wanted.partition(":")
    if kind not in _KINDS or not name:
        raise RefusalError(f"say what of: --for ending:ID; of {', '.join(_KINDS)}")
    try:
        return Aim((kind, known_name(kind, name, _names(program.story, kind))), None, options.share)
    except UnknownError as problem:
        raise RefusalError(str(problem)) from None


def _names(story: "Story", kind: str) -> list[str]:
    from game.author.parts import parts_of

    parts = parts_of(story)
    if kind == "pass":
        return [name for name, one in parts["choice"].items() if one.check is not None]
    return list(parts[kind])


def _search(dial: "Dial", aim: "Aim", options: argparse.Namespace) -> "Tuned":
    from game.analysis.paired import readings
    from game.analysis.readers import reader_of
    from game.analysis.tuning import tune
    from game.cli.progress import Bar

    bar = Bar()

    def read(value: int) -> "Readings | None":
        program = dial.at(value)
        if program is None:
            return None

        def watch(done: int) -> bool:
            bar.show(done, options.runs, f"{value}: {done:,} of {options.runs:,} readings")
            return True

        return readings(program, reader_of(program, options.reader), options.runs, options.seed, watch=watch)

    try:
        return tune(read, dial.value, dial.low, dial.high, aim)
    finally:
        bar.clear()


def _open(program: "Program", reader: "Reader", options: argparse.Namespace) -> int:
    from game.analysis.paired import readings
    from game.analysis.shut import Shut, along
    from game.author.shut_text import along_text, shut_text
    from game.cli.naming import UnknownError, known_name
    from game.cli.opening import open_shelf, read_session
    from game.cli.progress import Bar
    from game.play.refusal import RefusalError

    try:
        name = known_name("choice", options.open, _names(program.story, "choice"))
    except UnknownError as problem:
        raise RefusalError(str(problem)) from None
    scene, _, own = name.rpartition(".")
    if options.session is not None:
        playthrough = read_session(open_shelf(program, options.saves), options.session).playthrough
        found = along(playthrough, scene, own)
        if options.json:
            _print_lacks(found)
        else:
            print(along_text(name, playthrough, found))
        return 0
    bar, shut = Bar(), Shut(program, scene, own)

    def watch(done: int) -> bool:
        bar.show(done, options.runs, f"{done:,} of {options.runs:,} readings")
        return True

    readings(program, reader, options.runs, options.seed, watch=watch, look=shut.look)
    bar.clear()
    if options.json:
        from dataclasses import asdict

        lacks = [{"reading": number, "lacks": [asdict(one) for one in found]} for number, found in shut.lacks.items()]
        _print({"choice": name, "runs": options.runs, "open": shut.open.bit_count(), "shut": lacks})
    else:
        print(shut_text(name, shut, options.runs, reader.about or reader.title))
    return 0


def _print_lacks(found: "Any") -> None:
    from dataclasses import asdict

    _print(asdict(found))


def _data(dial: "Dial", aim: "Aim", found: "Tuned") -> "dict[str, Any]":
    from dataclasses import asdict

    numbers = {"name": dial.name, "value": dial.value, "low": dial.low, "high": dial.high}
    fits = None if found.fits is None else {"least": found.fits[0], "greatest": found.fits[1]}
    written = dial.written(found.best.value)
    return {"dial": numbers, "aim": asdict(aim), "write": written, **asdict(found), "fits": fits}


def _print(data: "dict[str, Any]") -> None:
    import json

    print(json.dumps(data, indent=2, ensure_ascii=False))
