"""How some reader would play: what draws them to a choice, as points."""

from dataclasses import dataclass, field
from typing import Literal

from game.model.condition import Condition
from game.source.span import Span

Liking = Literal["meter", "tag", "choice", "storylet", "deck", "arc"]
LIKINGS: tuple[Liking, ...] = ("meter", "tag", "choice", "storylet", "deck", "arc")

GENERAL = ("uniform", "curious", "cautious")
"""Readers that every story has, and no strategy may be called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """Points for some of what is open, while ``when`` holds.

    Of a ``meter`` they are points for each point by which a choice says that it moves it, up counting for and down
    against. A ``tag`` is one of a choice or of an envelope's storylet. A ``choice`` is named ``scene.choice``. A
    ``storylet`` and a ``deck`` give their points to envelopes. An ``arc`` gives them to its envelopes, to choices that
    lead into it at once, and to those that say they feed it.
    """

    likes: Liking
    name: str
    points: int
    when: Condition | None = None
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """A reader with preferences: of what is open they take what has most points, by chance among equals.

    ``steady`` is in how many of a hundred decisions they do; in the others they take anything that is open.
    """

    id: str
    title: str
    about: str = ""
    prefers: tuple[Preference, ...]
    steady: int = 100
    at: Span = field(compare=False)
