"""Where a reader may stand, as far as they can know: what was drawn at the start and never told may be otherwise.

Assumed is this. A reader knows the story's chances, and has seen each page so far and nothing else. Truths that were
revealed are known; the others may be any for which every page would have been the same to the letter, with the same
decisions and the same luck. How likely each is: its weight in the story, times how likely that luck was under it. Luck
is taken as seen, even where no page tells of it: a hidden draw is not averaged over.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from game.engine.going import EndlessError
from game.engine.luck import Outcome, Site
from game.engine.start import start_at
from game.engine.state import State
from game.engine.step import begin, choose
from game.play.journal import Drew
from game.play.playthrough import Move, NotOfferedError, Playthrough

MOST = 4_096
"""So many ways in which hidden truths may lie are looked at; where there are more, truths are taken as they are."""
Seen = Callable[[Playthrough], object]
"""What a reader sees after the last decision: equal where they could tell no difference."""


class Standing(NamedTuple):
    """Where a reader may stand, and how likely that is."""

    state: State
    chance: float


class _OtherwiseError(Exception):
    """It could not have come as it did."""


class _Luck:
    """Luck as it was, under other truths; ``chance`` is how likely it was under them."""

    def __init__(self, truths: dict[str, str]) -> None:
        self.chance = 1.0
        self._truths = truths
        self._left: dict[str, list[str]] = {}

    def hear(self, drew: Drew) -> None:
        """What the next decision drew."""
        self._done()
        self._left = {site: list(names) for site, names in drew if site not in self._truths}

    def _done(self) -> None:
        if any(self._left.values()):
            raise _OtherwiseError

    def __call__(self, site: Site, outcomes: tuple[Outcome, ...]) -> str:
        left = self._left.get(site.id)
        name = self._truths.get(site.id) or (left.pop(0) if left else "")
        weight = sum(one.weight for one in outcomes if one.id == name)
        if not weight:
            raise _OtherwiseError
        self.chance *= weight / sum(one.weight for one in outcomes)
        return name


def as_known(playthrough: Playthrough, seen: Seen) -> tuple[Standing, ...]:
    """Where the reader may stand now, together one; only where they do stand, where nothing is hidden from them."""
    hidden, known = _truths(playthrough)
    count = 1
    for _, names in hidden:
        count *= len(names)
    found: dict[State, float] = {}
    if 1 < count <= MOST:
        pages = [seen(playthrough.at(number)) for number in range(playthrough.pages)]
        for lie in product(*(each for _, each in hidden)):
            drawn = known | dict(zip((one for one, _ in hidden), lie, strict=True))
            for state, chance in _again(playthrough, drawn, seen, pages):
                found[state] = found.get(state, 0.0) + chance
    whole = sum(found.values())
    if not whole:
        return (Standing(playthrough.state, 1.0),)
    return tuple(Standing(state, chance / whole) for state, chance in found.items())


def _truths(playthrough: Playthrough) -> tuple[list[tuple[str, list[str]]], dict[str, str]]:
    """Those that are hidden, each with what it may be, and those that are known, with what they are."""
    program, values = playthrough.program, playthrough.state.values
    given = dict(playthrough.journal.opened.given)
    hidden: list[tuple[str, list[str]]] = []
    known: dict[str, str] = {}
    for truth in program.story.world.truths:
        if truth.id in given:
            continue
        told = program.layout.slots.get(f"revealed({truth.id})")
        if told is not None and values[told]:
            known[truth.id] = str(program.value(values, truth.id))
        else:
            hidden.append((truth.id, [str(outcome) for outcome, weight in truth.outcomes if weight]))
    return hidden, known


def _again(playthrough: Playthrough, truths: dict[str, str], seen: Seen, pages: list[object]) -> Iterator[Standing]:
    """Where the same decisions and luck lead under these truths; nothing where a page differs on the way."""
    program, opening = playthrough.program, playthrough.journal.opened
    luck = _Luck(truths)
    try:
        luck.hear(opening.drew)
        start = start_at(program, opening.at, opening.given)
        step = begin(program, luck, frozenset(opening.before), start)
        moves = [Move(step, None, {})]
        if seen(Playthrough(program, playthrough.journal, moves)) != pages[0]:
            return
        for took, page in zip(playthrough.standing, pages[1:], strict=True):
            luck.hear(took.drew)
            moves.append(Move(choose(program, moves[-1].step.state, took.choice, luck), took, {}))
            if seen(Playthrough(program, playthrough.journal, moves)) != page:
                return
        luck.hear(())
    except (_OtherwiseError, NotOfferedError, EndlessError):
        return
    yield Standing(moves[-1].step.state, luck.chance)
