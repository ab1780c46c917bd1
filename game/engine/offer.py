"""A choice as a reader is offered it."""

from typing import NamedTuple

from game.engine.prose import Tell
from game.engine.reasons import Why


class Offer(NamedTuple):
    """A choice as it stands now. Its texts are made when they are read, from the values of the state it stands in.

    A locked one says why by ``locked``, its author's words, if there are any; ``why`` says which part of the condition
    fails. ``odds`` is the chance of a check, in percent.
    In a tray the offer is an envelope: ``choice`` is the storylet's id and ``envelope`` is true.
    """

    choice: str
    open: bool
    envelope: bool
    text: Tell
    cost: Tell | None = None
    locked: Tell | None = None
    why: Why | None = None
    odds: int | None = None
