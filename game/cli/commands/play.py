"""``narrowsky play``: the game, in a terminal or as plain text."""

import argparse
import sys
from functools import partial

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from game.engine.program import Program
    from game.play.session import Session
    from game.play.shelf import Shelf
    from game.settings.config import Config
    from game.tui.shelved import Shelved

DEFAULTS: dict[str, object] = {
    "command": None,
    "story": None,
    "plain": False,
    "seed": None,
    "saves": None,
    "resume": None,
    "branch": None,
    "code": None,
    "name": None,
    "at": None,
    "given": None,
}
_LATEST = "\0"
_NARROWEST = 20


def _settings(parser: argparse.ArgumentParser) -> None:
    from game.cli.setting_flags import add_settings

    add_settings(parser)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "play",
        help="play the campaign, or a story of your own",
        description="Play. Without a terminal, or with --plain, as text: numbered choices and a > prompt.",
        epilog="example: narrowsky play --at concert --with turn=3,home=30",
        late=_settings,
    )
    parser.add_argument("story", nargs="?", help="a story's folder or file; without it, the campaign")
    parser.add_argument("--plain", action="store_true", help="plain text, made for screen readers and pipes")
    parser.add_argument("--seed", type=_seed, help="a whole number: the same seed and choices, the same game")
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument(
        "--resume",
        nargs="?",
        const=_LATEST,
        metavar="SESSION",
        help="go on with a session; without a name, the last one",
    )
    begin.add_argument("--branch", metavar="SESSION", help="begin a new session where this one stands")
    begin.add_argument("--code", metavar="CODE", help="begin where a share code leads, as `narrowsky share` prints it")
    parser.add_argument(
        "--at", metavar="SCENE", help="begin in this scene; with --branch: N, where that session took its N-th decision"
    )
    parser.add_argument(
        "--with",
        dest="given",
        action="append",
        metavar="VALUES",
        help='begin with these values: "moscow=30, rung=2, background=diplomat, turn=3"',
    )
    add_debug(parser)


def add_debug(parser: argparse.ArgumentParser) -> None:
    """Let ``--debug`` stand behind the command as well as before it."""
    parser.add_argument(
        "--debug",
        action="store_true",
        default=argparse.SUPPRESS,
        help="for authors: why cards were dealt and what conditions saw (F9, or the word debug); and tracebacks",
    )


def decision(text: str) -> int:
    """The number of a decision, as typed."""
    if not text.isdecimal() or not 0 < int(text) < 10**6:
        raise argparse.ArgumentTypeError("a decision is a whole number from 1")
    return int(text)


def _seed(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) < 2**64:
        raise argparse.ArgumentTypeError("a seed is a whole number from 0 to 2^64-1")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Play; 0 when the reader left or the story ended, 2 where it can't begin as was asked."""
    from game.cli.beginning import BeginningError

    try:
        return _play(options)
    except BeginningError as problem:
        from game.source.clean import clean_line

        print(clean_line(str(problem)), file=sys.stderr)
        return 2


def _play(options: argparse.Namespace) -> int:
    from game.cli.chosen import announced, config_of, keeper
    from game.cli.terminal import is_terminal

    config = config_of(options)
    if options.plain or not is_terminal():
        return _plain(announced(config), options)
    from game.cli import places
    from game.cli.again import play_again
    from game.cli.fault import write_down
    from game.load.cover import Cover, cover_of
    from game.tui.app import run as run_app
    from game.tui.first import Play, Title

    first: Play | Title
    asked = (options.story, options.resume, options.branch, options.code, options.seed, options.at, options.given)
    if all(given is None for given in asked):
        # The title is drawn from the cover; the story opens behind it.
        found, first, opening = cover_of(places.campaign()), Title(), partial(_open, config, options)
    else:
        program, shelf = _open(config, options)
        story = program.story
        found, first = Cover(title=story.title, by=story.by, blurb=story.blurb), Play(_session(shelf, config, options))
        opening = partial(lambda *game: game, program, shelf)
    cover = (found.title, found.by, found.blurb)
    return run_app(
        cover,
        opening,
        seed=options.seed,
        config=config,
        keep=keeper(config),
        stories=partial(_stories, options.story, config.settings.saves),
        first=first,
        log=partial(write_down, again=play_again(options.story, options.saves)),
        debug=options.debug,
    )


def _stories(asked: str | None, saves: str) -> "tuple[Shelved, ...]":
    from game.cli.stories import stories

    return stories(asked, saves)


def _open(config: "Config", options: argparse.Namespace) -> "tuple[Program, Shelf]":
    from game.cli.opening import open_shelf, open_story

    program = open_story(options.story)
    return program, open_shelf(program, config.settings.saves)


def _session(shelf: "Shelf", config: "Config", options: argparse.Namespace) -> "Session":
    from game.cli.again import play_again
    from game.cli.beginning import BeginningError
    from game.play.refusal import ShelfError

    if options.resume is not None and (options.at is not None or options.given):
        raise BeginningError("--resume goes on where a session stands; --at and --with begin a new one")
    if options.name is not None and (options.resume is not None or options.branch is not None):
        raise BeginningError("a session keeps the name it was begun with; --name begins a new one")
    if options.code is not None and (options.at is not None or options.given):
        raise BeginningError("--code begins where the code leads; --at and --with begin a new session")
    if options.code is not None:
        return shelf.from_code(options.code, player=config.settings.name)
    if options.branch is not None:
        return shelf.branch(shelf.find(options.branch), _decisions(options))
    if options.resume is None:
        return _begun(shelf, config, options)
    if options.resume != _LATEST:
        return shelf.resume(shelf.find(options.resume))
    for summary in shelf.listed():
        if not summary.sample and not summary.ended:
            return shelf.resume(summary.name)
    raise ShelfError(f"There is no session to go on with; begin one with: {play_again(options.story, options.saves)}")


def _decisions(options: argparse.Namespace) -> int | None:
    """How many decisions a branch keeps; None: all."""
    from game.cli.beginning import BeginningError

    if options.given:
        raise BeginningError("--branch takes a session as it stood; --with begins a new one")
    try:
        return None if options.at is None else decision(options.at) - 1
    except argparse.ArgumentTypeError as problem:
        raise BeginningError(f"--branch SESSION --at N: {problem}, not `{options.at}`") from None


def _begun(shelf: "Shelf", config: "Config", options: argparse.Namespace) -> "Session":
    from game.cli.beginning import BeginningError, values_given
    from game.engine.start import StartError

    try:
        given = values_given(options.given or [])
        return shelf.begin(options.seed, at=options.at or "", given=given, player=config.settings.name)
    except StartError as problem:
        raise BeginningError(f"It can't begin so: {problem}") from None


def _plain(config: "Config", options: argparse.Namespace) -> int:
    import shutil

    from game.cli import plain_streams
    from game.cli.again import play_again
    from game.cli.chosen import keeper
    from game.cli.fault import broken
    from game.plain.player import Player
    from game.plain.reader import WIDEST

    shelf = _open(config, options)[1]
    session = _session(shelf, config, options)
    columns = shutil.get_terminal_size((WIDEST, 24)).columns
    player = Player(
        session,
        plain_streams.lines(),
        plain_streams.say_story,
        plain_streams.say_aside,
        shelf,
        echo=sys.stdin is None or not sys.stdin.isatty(),
        width=max(_NARROWEST, min(config.settings.width, columns)),
        settings=config.settings,
        keep=keeper(config),
        columns=max(_NARROWEST, columns),
        debug=options.debug,
        again=play_again(options.story, options.saves),
    )
    plain_streams.say_aside(f"{session.playthrough.program.story.title}. Type a number to choose, or help.\n\n")
    try:
        player.play()
    except Exception as fault:  # noqa: BLE001 - whatever it is, the player is told what is kept
        return broken(fault, player.session, player.again, debug=options.debug)
    finally:
        player.session.close()  # perhaps a branch of the one it began with
    return 0
