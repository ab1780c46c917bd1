"""How a program and a shelf become what rooms are given."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.engine.program import Program
from game.play.migrate import Migration
from game.play.playthrough import Playthrough
from game.play.share import code_of
from game.play.shelf import Shelf
from game.settings.values import Settings
from game.tui.given import Opened
from game.view.carrying import carried_text
from game.view.comparison import beside
from game.view.compose import codex, met, note
from game.view.decision_map import decision_map, elsewhere
from game.view.histories import histories
from game.view.ledger import ledger_lines
from game.view.people import people
from game.view.previously import previously
from game.view.telling import page_for

if TYPE_CHECKING:
    from game.view.decisions import Decision
    from game.view.gallery import Gallery
    from game.view.recap import Recap


def opened(program: Program, shelf: Shelf) -> Opened:
    """Return what the screens play with."""
    return Opened(
        shelf=shelf,
        note=note(program),
        compose=page_for,
        codex=codex,
        histories=histories,
        people=people,
        ledger=ledger_lines,
        met=met,
        decision_map=decision_map,
        comparison=beside,
        elsewhere=elsewhere,
        previously=_recalled,
        recap=_recap,
        ways_back=_ways_back,
        gallery=partial(_gallery, program, shelf),
        parting=_parting,
        exported=_exported,
        code=code_of,
    )


def _recap(playthrough: Playthrough, others: Sequence[tuple[str, Playthrough]]) -> "Recap":
    from game.view.recap import recap  # noqa: PLC0415 - not needed before a story has ended

    return recap(playthrough, others)


def _ways_back(playthrough: Playthrough) -> "tuple[Decision, ...]":
    from game.view.turnings import ways_back  # noqa: PLC0415 - not needed before a story has ended

    return ways_back(playthrough)


def _gallery(program: Program, shelf: Shelf) -> "Gallery":
    """What was reached in all sessions, with what is kept of them now."""
    from game.view.gallery import gallery  # noqa: PLC0415 - not needed before somebody looks at it

    kept = shelf.profile.kept
    return gallery(program.story, kept.endings, kept.achievements, shelf.listed())


def _parting(found: Migration) -> str:
    """Where a session and its story part, in a sentence; empty where they don't."""
    return "" if found.parting is None else carried_text(found)


def _exported(form: str, name: str, playthrough: Playthrough) -> tuple[str, str]:
    """A session in one of the forms: how a file of it ends, and its text."""
    from game.view.export.forms import FORMS, exported  # noqa: PLC0415 - nobody else waits for it

    return FORMS[form], exported(form, name, playthrough)


def _recalled(playthrough: Playthrough, settings: Settings) -> tuple[str, ...]:
    """What went before, as the player wants it told."""
    return previously(playthrough, plain=settings.plain_briefing)
