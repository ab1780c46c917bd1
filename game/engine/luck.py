"""Chance as a question: at this site, which of these? The engine asks; dice, a journal or an explorer answers."""

from collections.abc import Callable
from typing import NamedTuple


class Site(NamedTuple):
    """Where chance is asked: an id that lasts (``trucks``, ``tray``, ``the_line.handset``) and the turn."""

    id: str
    turn: int


class Outcome(NamedTuple):
    """One answer: an id that lasts, and its weight. Weight 0: never by chance, yet allowed to a journal's record."""

    id: str
    weight: int


NOTHING = "-"
"""The outcome of weight 0 by which a record says that no more was dealt, though by now there is more to deal."""

Luck = Callable[[Site, tuple[Outcome, ...]], str]
"""Answers with the id of one of the outcomes. Must be deterministic for a given playthrough."""


def first_outcome(_site: Site, outcomes: tuple[Outcome, ...]) -> str:
    """The plainest luck: the first outcome that can happen."""
    return next(outcome.id for outcome in outcomes if outcome.weight)
