"""``narrowsky replay``: a saved session, step by step in a terminal, printed whole without one."""

import argparse
import sys

from game.cli.commands.play import add_debug

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from game.engine.program import Program
    from game.play.kept import Reading
    from game.play.shelf import Shelf
    from game.settings.config import Config

_LONGEST = 3600


def _settings(parser: argparse.ArgumentParser) -> None:
    from game.cli.setting_flags import add_settings

    add_settings(parser)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "replay",
        help="read a saved session again",
        description="Step through a saved session; without a terminal, or with --plain, print it whole.",
        epilog="example: narrowsky replay sample-ten-minutes --plain",
        late=_settings,
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("session", nargs="?", help="a session's name, its number, the beginning of its name, or a file")
    what.add_argument("--code", metavar="CODE", help="what was shared with you, as `narrowsky share` prints it")
    parser.add_argument("--story", metavar="STORY", help="the story it was played in; without it, the campaign")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--step", action="store_true", help="as plain text, page by page, as you ask for it (type help)")
    how.add_argument("--pace", type=_seconds, metavar="SECONDS", help="as plain text, so long a page")
    how.add_argument("--json", action="store_true", help="as data: each page with its gauges, what changed and why")
    parser.add_argument(
        "--beside", action="store_true", help="with --step or --pace: what your other sessions decided at each place"
    )
    parser.add_argument("--plain", action="store_true", help="print it as plain text")
    add_debug(parser)


def _seconds(text: str) -> float:
    if not text.replace(".", "", 1).isdecimal() or float(text) > _LONGEST:
        raise argparse.ArgumentTypeError(f"a number of seconds, to {_LONGEST}")
    return float(text)


def run(options: argparse.Namespace) -> int:
    """Show the session; 0 when it was shown whole, 1 where the file is damaged or the story has changed under it."""
    from game.cli.chosen import announced, config_of
    from game.cli.opening import open_shelf, open_story, read_session, read_shared
    from game.cli.terminal import is_terminal

    program = open_story(options.story)
    config = config_of(options)
    shelf = open_shelf(program, config.settings.saves)
    found = read_session(shelf, options.session) if options.code is None else read_shared(shelf, options.code)
    if options.json:
        _as_data(found)
    elif options.step or options.pace is not None:
        _step_by_step(shelf, found, announced(config), options)
    elif options.plain or not is_terminal():
        from game.view.transcript import transcript

        wanted = announced(config).settings
        sys.stdout.write(
            transcript(found.playthrough, wanted.width, summaries=wanted.summaries, plain=wanted.plain_briefing)
        )
    else:
        return _on_screen(program, shelf, found, config, options)
    return 1 if found.problem else 0


def _as_data(found: "Reading") -> None:
    import json

    from game.view.export.book import book
    from game.view.export.data import as_data

    pages = json.loads(as_data(book(found.name, found.playthrough), found.playthrough))
    print(json.dumps(pages | {"problem": found.problem}, indent=1, ensure_ascii=False))


def _step_by_step(shelf: "Shelf", found: "Reading", config: "Config", options: argparse.Namespace) -> None:
    import shutil
    import time

    from game.cli import plain_streams
    from game.plain.replayer import Replayer

    width = config.settings.width
    replayer = Replayer(
        found.playthrough,
        plain_streams.lines(),
        plain_streams.say_story,
        plain_streams.say_aside,
        lambda: time.sleep(options.pace or 0),
        echo=sys.stdin is None or not sys.stdin.isatty(),
        width=max(20, min(width, shutil.get_terminal_size((width, 24)).columns)),
        settings=config.settings,
        others=_others(shelf, found) if options.beside else None,
        debug=options.debug,
    )
    if options.step:
        replayer.run()
    else:
        replayer.show()
        replayer.play()


def _others(shelf: "Shelf", found: "Reading") -> dict[int, list[str]]:
    """What the player's other sessions decided where this one did."""
    from game.view.decision_map import beside_text, decision_map, elsewhere

    drawn = decision_map([(found.name, found.playthrough), *shelf.others(found.name)])
    return {number: [beside_text(spot) for spot in spots] for number, spots in elsewhere(drawn, found.name).items()}


def _on_screen(
    program: "Program", shelf: "Shelf", found: "Reading", config: "Config", options: argparse.Namespace
) -> int:
    from game.cli.chosen import keeper
    from game.cli.fault import write_down
    from game.tui.app import run as run_app
    from game.tui.first import Watch

    watch = Watch(found.playthrough, found.name)
    cover = (program.story.title, program.story.by, program.story.blurb)
    return run_app(
        cover,
        lambda: (program, shelf),
        config=config,
        keep=keeper(config),
        first=watch,
        log=write_down,
        debug=options.debug,
    )
