"""``narrowsky compare``: two versions of a story in a designer's terms."""

import argparse
import sys

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from typing import Any

    from game.author.moved import Odds
    from game.author.versions import Versions
    from game.cli.carried_over import CarriedOver
    from game.engine.program import Program

_RUNS = 1_000


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    from game.cli.counts import count

    parser = commands.add_parser(
        "compare",
        help="two versions of a story in a designer's terms",
        description="What was gained, lost, renamed and changed between two versions of a story; its words; which odds "
        "moved by more than noise, by readings of both with the same luck; which sessions would break.",
        epilog="example: narrowsky compare before/my_story my_story --runs 4000",
    )
    parser.add_argument("old", help="the story as it was: a folder or file")
    parser.add_argument("new", help="the story as it is: a folder or file")
    parser.add_argument(
        "--runs", type=count(0), default=_RUNS, metavar="N", help=f"readings of each ({_RUNS:,}); 0: none"
    )
    parser.add_argument(
        "--reader", default="uniform", metavar="READER", help="who reads: uniform, curious, ... (uniform)"
    )
    parser.add_argument("--seed", type=count(0), default=1, metavar="N", help="other luck for the readings (1)")
    parser.add_argument(
        "--witnesses", metavar="OLD", help="what `explore` found of the old one: do its ways still lead there?"
    )
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")
    parser.add_argument("--all", action="store_true", help="list everything, however long")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Compare; 0, or 1 where it can't be done, 130 after a ctrl-C."""
    from game.author.versions import versions
    from game.author.versions_text import odds_text, versions_text
    from game.cli.carried_over import carried_over, carried_text
    from game.cli.opening import open_shelf, open_story
    from game.play.refusal import RefusalError

    old, new = open_story(options.old), open_story(options.new)
    if old.story.id != new.story.id:
        raise RefusalError(f"`{old.story.id}` and `{new.story.id}` are two stories, by their ids")
    found = versions(old.story, new.story)
    odds, reader = _odds(old, new, options) if options.runs else (None, "")
    sessions = carried_over(open_shelf(old, options.saves), open_shelf(new, options.saves), [])
    ways = _ways(new, options.witnesses)
    if options.json:
        _as_data(found, odds, sessions, ways)
        return 0
    parts = [f"{old.story.title} → {new.story.title}" if old.story.title != new.story.title else new.story.title]
    parts.append(versions_text(found, whole=options.all))
    if odds is not None:
        parts.append(odds_text(odds, reader))
    parts.append(carried_text(sessions))
    if options.witnesses is not None:
        parts.append(_ways_text(ways))
    print("\n\n".join(parts))
    return 0


def _odds(old: "Program", new: "Program", options: argparse.Namespace) -> "tuple[Odds, str]":
    from game.analysis.paired import readings
    from game.analysis.readers import UnknownReaderError, reader_of
    from game.author.moved import odds_moved
    from game.cli.progress import Bar, Interrupted
    from game.play.refusal import RefusalError

    try:
        readers = reader_of(old, options.reader), reader_of(new, options.reader)
    except UnknownReaderError as problem:
        raise RefusalError(str(problem)) from None
    bar = Bar()
    with Interrupted() as interrupted:

        def watch(before: int, done: int) -> bool:
            bar.show(before + done, 2 * options.runs, f"reading {before + done:,} of {2 * options.runs:,}")
            return not interrupted.asked

        first = readings(old, readers[0], options.runs, options.seed, watch=lambda done: watch(0, done))
        second = readings(new, readers[1], first.runs, options.seed, watch=lambda done: watch(options.runs, done))
    bar.clear()
    if not second.runs:
        raise KeyboardInterrupt
    return odds_moved(old.story, new.story, first, second), readers[1].about or readers[1].title


def _ways(new: "Program", given: str | None) -> "dict[str, list[str]]":
    """The targets whose stored witnesses still lead to them, and those whose don't."""
    if given is None:
        return {}
    from game.analysis.explore.board import Limits, board_of, unwatched
    from game.analysis.explore.since import recheck
    from game.cli.exploration_files import read_stored

    stored = [one for one in read_stored(given).targets if one.found == "reached"]
    holds = recheck(board_of(new, Limits(), unwatched), stored)
    found: dict[str, list[str]] = {"still": [], "lost": []}
    for one in stored:
        found["still" if one.which in holds else "lost"].append(" ".join(one.which))
    return found


def _ways_text(ways: "dict[str, list[str]]") -> str:
    from game.source.clean import clean_line

    lost = [f"  {clean_line(name)}" for name in ways["lost"]]
    whole = len(ways["still"]) + len(lost)
    return "\n".join([f"Witnesses: {len(ways['still']):,} of {whole:,} still lead where they led.", *lost])


def _as_data(found: "Versions", odds: "Odds | None", sessions: "CarriedOver", ways: "dict[str, list[str]]") -> None:
    import json
    from dataclasses import asdict

    from game.cli.carried_over import carried_data

    data: dict[str, Any] = {
        "words": {"before": found.words[0], "now": found.words[1]},
        "kinds": {
            one.kind: {k: v for k, v in asdict(one).items() if k != "kind"} for one in found.kinds if not one.same
        },
        "odds": None if odds is None else asdict(odds),
        "sessions": carried_data(sessions),
        "witnesses": ways,
    }
    print(json.dumps(data, indent=2, ensure_ascii=False))
    print(f"{sum(not one.same for one in found.kinds)} kinds of things differ.", file=sys.stderr)
