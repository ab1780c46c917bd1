"""The doors to the rooms. A room is imported when its door is first opened, so that the title need not wait for it."""

# ruff: noqa: PLC0415 - see above

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.settings.values import Settings
from game.tui.commands import Command
from game.tui.given import Game
from game.tui.screens.room import Room
from game.view.page import CodexPage, Gauge

if TYPE_CHECKING:
    from textual.screen import ModalScreen

    from game.play.playthrough import Playthrough
    from game.play.session import Session
    from game.tui.messages import Record
    from game.view.comparison import Comparison
    from game.view.locks import Lock
    from game.view.recap import Recap


def play(game: Game, session: "Session") -> Room:
    """Where a session is played."""
    from game.tui.screens.play import PlayRoom

    return PlayRoom(game, session)


def replay(game: Game, playthrough: "Playthrough", name: str, number: int = 0) -> Room:
    """Where a playthrough is watched."""
    from game.tui.screens.replay import ReplayRoom

    return ReplayRoom(game, playthrough, name, number)


def sessions(game: Game, *, watch: bool) -> Room:
    """Where sessions are chosen."""
    from game.tui.screens.sessions import SessionsRoom

    return SessionsRoom(game, watch=watch)


def decision_map(game: Game, name: str, number: int) -> Room:
    """Where the decisions of all sessions are seen at once."""
    from game.tui.screens.decision_map import MapRoom

    return MapRoom(game, name, number)


def compare(found: "Comparison", names: tuple[str, str]) -> Room:
    """Where two sessions are seen beside each other."""
    from game.tui.screens.compare import CompareRoom

    return CompareRoom(found, names)


def codex(entries: tuple[CodexPage, ...], entry: str) -> Room:
    """Where the codex is read."""
    from game.tui.screens.codex import CodexRoom

    return CodexRoom(entries, entry)


def record(game: Game, which: "Record", playthrough: "Playthrough", name: str) -> Room:
    """Where something that is known of a session is looked up."""
    match which:
        case "log":
            from game.tui.screens.log import LogRoom

            return LogRoom(game, playthrough, name)
        case "gauges":
            from game.tui.screens.meters import MetersRoom

            return MetersRoom(game, playthrough, name)
        case "people":
            from game.tui.screens.people import PeopleRoom

            return PeopleRoom(game, playthrough, name)
        case "ledger":
            from game.tui.ledger_pieces import EMPTY, ledger_pieces
            from game.tui.screens.reading import ReadingRoom

            return ReadingRoom(game.title, "Ledger", ledger_pieces(game.opened.ledger(playthrough)) or EMPTY)


def term(entries: tuple[CodexPage, ...], terms: tuple[str, ...], name: str) -> Room:
    """Where a term is looked up in place."""
    from game.tui.screens.term import TermRoom

    return TermRoom(entries, terms, name)


def why(locks: "tuple[Lock, ...]", choice: str) -> Room:
    """Where is told why a choice is locked."""
    from game.tui.screens.locked import LockedRoom

    return LockedRoom(locks, choice)


def guide(game: Game, commands: Iterable[Command], gauges: tuple[Gauge, ...]) -> Room:
    """Where help is read."""
    from game.tui.guide import help_pieces
    from game.tui.screens.reading import HelpRoom

    return HelpRoom(game.title, "Help", help_pieces(commands, gauges))


def recap(found: "Recap", playthrough: "Playthrough", name: str) -> Room:
    """Where a session that has ended is looked back on."""
    from game.tui.screens.recap import RecapRoom

    return RecapRoom(found, playthrough, name)


def stories(game: Game) -> Room:
    """Where a story is chosen."""
    from game.tui.screens.stories import StoriesRoom

    return StoriesRoom(game.stories())


def endings(game: Game) -> Room:
    """Where endings and achievements are."""
    from game.tui.screens.endings import EndingsRoom

    return EndingsRoom(game.gallery())


def settings(game: Game) -> Room:
    """Where settings are changed."""
    from game.tui.screens.settings import SettingsRoom

    return SettingsRoom(game)


def keys(game: Game) -> Room:
    """Where every command is told with its name and its keys."""
    from game.tui.keyring import key_pieces
    from game.tui.screens.reading import ReadingRoom

    return ReadingRoom(game.title, "Keys", key_pieces(game.settings.keys))


def about(game: Game) -> Room:
    """Where the story tells about itself."""
    from game.tui.guide import about_pieces
    from game.tui.screens.reading import ReadingRoom

    return ReadingRoom(game.title, "About", about_pieces(game))


def new_game(game: Game, settings: Settings) -> Room:
    """Where a game is begun."""
    from game.tui.screens.new_game import NewGameRoom

    return NewGameRoom(game, settings)


def line(
    question: str, more: str = "", *, value: str = "", most: int = 80, given: bool = False
) -> "ModalScreen[str | None]":
    """A question answered in a line; or a line that is ``given``."""
    from game.tui.screens.asking import LineAsked

    return LineAsked(question, more, value=value, most=most, given=given)


def one_of(question: str, more: str, answers: tuple[tuple[str, str], ...]) -> "ModalScreen[str | None]":
    """A question answered by choosing; each answer is an id and its words."""
    from game.tui.screens.asking import OneAsked

    return OneAsked(question, more, answers)
