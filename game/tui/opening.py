"""How a program and a shelf become what rooms are given.

What no first page needs is imported when it is first asked for.
"""

# ruff: noqa: PLC0415 - see above

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.engine.program import Program
from game.play.playthrough import Playthrough
from game.play.shelf import Shelf
from game.settings.values import Settings
from game.tui.given import Opened
from game.view.compose import codex, met, note
from game.view.previously import previously
from game.view.telling import page_for

if TYPE_CHECKING:
    from game.play.migrate import Migration
    from game.view.comparison import Comparison
    from game.view.decision_map import DecisionMap, Spot
    from game.view.decisions import Decision
    from game.view.gallery import Gallery
    from game.view.histories import History
    from game.view.ledger import LedgerLine
    from game.view.locks import Lock
    from game.view.people import Person
    from game.view.recap import Recap
    from game.view.seen import Working


def opened(program: Program, shelf: Shelf) -> Opened:
    """Return what the screens play with."""
    return Opened(
        shelf=shelf,
        note=note(program),
        compose=page_for,
        codex=codex,
        histories=_histories,
        people=_people,
        ledger=_ledger,
        met=met,
        decision_map=_decision_map,
        comparison=_comparison,
        elsewhere=_elsewhere,
        previously=_recalled,
        recap=_recap,
        locks=_locks,
        workings=_workings,
        ways_back=_ways_back,
        gallery=partial(_gallery, program, shelf),
        parting=_parting,
        exported=_exported,
        code=_code,
    )


def _histories(playthrough: Playthrough) -> "tuple[History, ...]":
    from game.view.histories import histories

    return histories(playthrough)


def _people(playthrough: Playthrough) -> "tuple[Person, ...]":
    from game.view.people import people

    return people(playthrough)


def _ledger(playthrough: Playthrough) -> "tuple[LedgerLine, ...]":
    from game.view.ledger import ledger_lines

    return ledger_lines(playthrough)


def _decision_map(sessions: Sequence[tuple[str, Playthrough]]) -> "DecisionMap":
    from game.view.decision_map import decision_map

    return decision_map(sessions)


def _elsewhere(found: "DecisionMap", name: str) -> "dict[int, tuple[Spot, ...]]":
    from game.view.decision_map import elsewhere

    return elsewhere(found, name)


def _comparison(one: tuple[str, Playthrough], other: tuple[str, Playthrough]) -> "Comparison":
    from game.view.comparison import beside

    return beside(one, other)


def _code(playthrough: Playthrough) -> str:
    from game.play.share import code_of

    return code_of(playthrough)


def _recap(playthrough: Playthrough, others: Sequence[tuple[str, Playthrough]]) -> "Recap":
    from game.view.recap import recap

    return recap(playthrough, others)


def _locks(playthrough: Playthrough) -> "tuple[Lock, ...]":
    from game.view.locks import locks

    return locks(playthrough)


def _workings(playthrough: Playthrough) -> "tuple[Working, ...]":
    from game.view.workings import workings

    return workings(playthrough)


def _ways_back(playthrough: Playthrough) -> "tuple[Decision, ...]":
    from game.view.turnings import ways_back

    return ways_back(playthrough)


def _gallery(program: Program, shelf: Shelf) -> "Gallery":
    """What was reached in all sessions, with what is kept of them now."""
    from game.view.gallery import gallery

    kept = shelf.profile.kept
    return gallery(program.story, kept.endings, kept.achievements, shelf.listed())


def _parting(found: "Migration") -> str:
    """Where a session and its story part, in a sentence; empty where they don't."""
    from game.view.carrying import carried_text

    return "" if found.parting is None else carried_text(found)


def _exported(form: str, name: str, playthrough: Playthrough) -> tuple[str, str]:
    """A session in one of the forms: how a file of it ends, and its text."""
    from game.view.export.forms import FORMS, exported

    return FORMS[form], exported(form, name, playthrough)


def _recalled(playthrough: Playthrough, settings: Settings) -> tuple[str, ...]:
    """What went before, as the player wants it told."""
    return previously(playthrough, plain=settings.plain_briefing)
