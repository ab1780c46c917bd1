"""``narrowsky odds``: the chance of each ending and storylet, from the beginning or from where a session stands."""

import argparse

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from game.analysis.knowing import Standing
    from game.analysis.odds import Odds
    from game.engine.program import Program
    from game.play.playthrough import Playthrough

_RUNS, _STATES = 1_000, 20_000
_KINDS = ("ending", "storylet", "choice", "scene", "coda")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    from game.cli.counts import count

    parser = commands.add_parser(
        "odds",
        help="how likely each ending and storylet is",
        description="The chance of each ending and storylet for a reader who chooses by themselves: exact where all "
        "that lies ahead can be gone through, else by many readings, with how sure that is. From a session: from where "
        "it stands, and what the last decision changed, over all that its reader can't know.",
        epilog="example: narrowsky odds sample-ten-minutes --after 12",
    )
    parser.add_argument("what", nargs="?", help="a story's folder or file, or a session; without it, the campaign")
    parser.add_argument("--story", metavar="STORY", help="the story of the session; without it, the campaign")
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")
    parser.add_argument("--after", type=count(0), metavar="N", help="of a session: after so many decisions")
    parser.add_argument(
        "--all-knowing", action="store_true", help="of a session: with its truths as they are, told or not"
    )
    parser.add_argument(
        "--reader", default="uniform", metavar="READER", help="who reads on: uniform, curious, ... (uniform)"
    )
    parser.add_argument(
        "--of", action="append", choices=_KINDS, metavar="KIND", help=f"what of: {', '.join(_KINDS)} (the first two)"
    )
    parser.add_argument(
        "--states", type=count(1), default=_STATES, metavar="N", help=f"go through so many at most ({_STATES:,})"
    )
    parser.add_argument("--runs", type=count(1), default=_RUNS, metavar="N", help=f"readings otherwise ({_RUNS:,})")
    parser.add_argument("--seed", type=count(0), default=1, metavar="N", help="other luck for the readings (1)")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Tell the odds; 0, or 1 where what is asked about isn't there."""
    from game.author.odds_text import odds_text
    from game.cli.opening import open_shelf, open_story, read_session
    from game.play.refusal import RefusalError

    if options.story is None and _is_story(options.what):
        program, session = open_story(options.what), None
        if options.after is not None or options.all_knowing:
            raise RefusalError("--after and --all-knowing are for a session")
    else:
        program = open_story(options.story)
        if options.what is None:
            raise RefusalError("say which session")
        session = read_session(open_shelf(program, options.saves), options.what).playthrough
    now, before, said = _asked(program, session, options)
    kinds = options.of or list(_KINDS[:2])
    if options.json:
        import json

        data = {"before": before and _data(before, kinds), "now": _data(now, kinds)}
        print(json.dumps(data | {"reader": options.reader}, indent=2, ensure_ascii=False))
    else:
        print(said + odds_text(program.story, kinds, now, before))
    return 0


def _is_story(what: str | None) -> bool:
    from pathlib import Path

    return what is None or Path(what).is_dir() or Path(what).suffix in (".yaml", ".yml")


def _asked(
    program: "Program", session: "Playthrough | None", options: argparse.Namespace
) -> "tuple[Odds, Odds | None, str]":
    """The odds now and before the last decision, and what is said above them."""
    from game.analysis.readers import UnknownReaderError, reader_of
    from game.play.refusal import RefusalError
    from game.source.clean import clean_line

    try:
        reader = reader_of(program, options.reader)
    except UnknownReaderError as problem:
        raise RefusalError(str(problem)) from None
    who = f"{program.story.title}, read by one who {reader.about or reader.title}"
    if session is None:
        return _odds(program, (), options), None, f"{clean_line(who)}.\n"
    if options.after is not None:
        if options.after > session.decisions:
            raise RefusalError(f"only {session.decisions} decisions were taken")
        session = session.at(options.after)
    now = _odds(program, _standing(session, options), options)
    if not session.decisions:
        return now, None, f"{clean_line(who)}: from the first page.\n"
    taken = session.moves[-1].took
    assert taken is not None
    earlier = session.at(session.decisions - 1)
    before = _odds(program, _standing(earlier, options), options)
    place = f"after {session.decisions} decisions, the last `{taken.choice}` at `{earlier.place}`"
    return now, before, f"{clean_line(f'{who}, from here on: {place}')}.\n"


def _standing(session: "Playthrough", options: argparse.Namespace) -> "Sequence[Standing]":
    from game.analysis.knowing import Standing, as_known
    from game.view.compose import compose

    return (Standing(session.state, 1.0),) if options.all_knowing else as_known(session, compose)


def _odds(program: "Program", standing: "Sequence[Standing]", options: argparse.Namespace) -> "Odds":
    from game.analysis.odds import Asked, odds
    from game.analysis.readers import reader_of
    from game.cli.progress import Bar, Interrupted

    bar, asked = Bar(), Asked(states=options.states, runs=options.runs, seed=options.seed)
    with Interrupted() as interrupted:

        def watch(done: int) -> bool:
            bar.show(done % asked.states, asked.states, f"{done:,}")
            return not interrupted.asked

        try:
            return odds(program, reader_of(program, options.reader), standing, asked, watch)
        finally:
            bar.clear()


def _data(odds: "Odds", kinds: "Sequence[str]") -> "dict[str, Any]":
    found = {
        f"{kind}:{name}": {
            "chance": chance,
            "low": odds.between((kind, name)).low,
            "high": odds.between((kind, name)).high,
        }
        for (kind, name), chance in odds.chances.items()
        if kind in kinds
    }
    how = {"exact": odds.exact, "states": odds.states, "runs": odds.runs, "why": odds.why}
    return how | {"no_end": odds.no_end, "chances": found}
