"""Readers who choose by themselves: general ones, and those that a story declares as its strategies.

A reader takes of what is open what draws it most, by chance among equals; in the decisions in which it isn't steady,
anything that is open. It goes by what a choice says that it moves, as people do, not by what comes of it.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.analysis.chance import Stream
from game.analysis.likings import Points, points_of, seen_change
from game.engine.offers import open_choices, touches
from game.engine.program import Program
from game.engine.state import State
from game.model.strategy import GENERAL as NAMES
from game.source.suggest import did_you_mean

_HUNDRED = 100
Liked = Callable[[State, tuple[str, ...]], tuple[str, ...]]
"""Which of the open choices draw a reader most: one at least."""


class Share(NamedTuple):
    """How likely a choice is: ``over`` in ``under``."""

    choice: str
    over: int
    under: int


class UnknownReaderError(Exception):
    """No reader of that name; the message lists those there are."""


class Reader:
    """Somebody who reads a program's story and chooses.

    What a reader takes depends on where it stands alone, unless it ``remembers`` what it took before: then the shares
    are those of now, and a ``fresh`` one begins each run.
    """

    __slots__ = ("_liked", "_program", "about", "name", "remembers", "steady", "title")

    def __init__(
        self, program: Program, name: str, liked: Liked | None, *, title: str = "", about: str = "", steady: int = 100
    ) -> None:
        self._program = program
        self._liked = liked
        self.name = name
        self.title = title or name
        self.about = about
        self.steady = steady if liked is not None else 0
        self.remembers = False

    @property
    def uniform(self) -> bool:
        """Whether all that is open is as likely, wherever it stands."""
        return self._liked is None

    def pick(self, state: State, stream: Stream) -> str:
        """Choose one of what is open: its id, as ``choose`` wants it. Raises IndexError where nothing is."""
        found = open_choices(self._program, state)
        if len(found) == 1:
            return found[0]
        if self._liked is not None and (self.steady == _HUNDRED or stream.below(_HUNDRED) < self.steady):
            found = self._liked(state, found)
        return found[stream.below(len(found))] if len(found) > 1 else found[0]

    @property
    def weighs(self) -> bool:
        """Whether it goes by what choices say and are, alone."""
        return self._liked is not None and not self.remembers

    def drawn(self, state: State, found: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the open choices that draw it most: all of them where none does more than another."""
        return found if self._liked is None else self._liked(state, found)

    def shares(self, state: State) -> tuple[Share, ...]:
        """How likely each choice is that may be taken here: exact, together one; nothing where nothing is open."""
        found = open_choices(self._program, state)
        if self._liked is None or not found:
            return tuple(Share(name, 1, len(found)) for name in found)
        liked = found if len(found) == 1 else self._liked(state, found)
        under = _HUNDRED * len(found) * len(liked)
        parts = (
            (name, self.steady * len(found) * (name in liked) + (_HUNDRED - self.steady) * len(liked)) for name in found
        )
        return tuple(Share(name, part, under) for name, part in parts if part)

    def fresh(self) -> "Reader":
        """The same reader at the beginning of a run: itself, as it remembers nothing."""
        return self


class Curious(Reader):
    """Takes what it took least often so far; it remembers that within a run."""

    __slots__ = ("_often",)

    def __init__(self, program: Program) -> None:
        super().__init__(program, "curious", self._least, title="Curious", about="takes what they took least so far")
        self._often: dict[tuple[str, str], int] = {}
        self.remembers = True

    def _least(self, state: State, found: tuple[str, ...]) -> tuple[str, ...]:
        often = [self._often.get(_site(state, name), 0) for name in found]
        least = min(often)
        return tuple(name for name, count in zip(found, often, strict=True) if count == least)

    def pick(self, state: State, stream: Stream) -> str:
        """Choose, and remember it."""
        name = super().pick(state, stream)
        site = _site(state, name)
        self._often[site] = self._often.get(site, 0) + 1
        return name

    def fresh(self) -> "Curious":
        """One that has taken nothing yet."""
        return Curious(self._program)


def uniform(program: Program) -> Reader:
    """Takes anything that is open, each as likely as the others."""
    return Reader(program, "uniform", None, title="Uniform", about="takes anything, each as likely as the others")


def curious(program: Program) -> Reader:
    """Takes what it took least often so far."""
    return Curious(program)


def cautious(program: Program) -> Reader:
    """Takes what says that it moves least; what may move something unsaid only where all of it may."""

    def cost(state: State, name: str) -> int:
        if not state.scene:
            return 0
        found = touches(program, state, name)
        return sum(abs(one.written) for one in found.seen.values()) + (1_000_000 if found.hidden else 0)

    liked = _most(lambda state, name: -cost(state, name))
    return Reader(program, "cautious", liked, title="Cautious", about="takes what moves least, as far as it says so")


def greedy(program: Program, meter: str, *, down: bool = False) -> Reader:
    """Takes what says that it moves ``meter`` up most, or down. Raises UnknownReaderError if there is none."""
    meters = program.story.world.meters
    titles = {one.id: one.title for one in meters if one.shown != "never"}
    if meter not in titles:
        if any(one.id == meter for one in meters):
            raise UnknownReaderError(f"no choice says that it moves `{meter}`, so nobody can be greedy for it")
        hint = did_you_mean(meter, titles)
        raise UnknownReaderError(f"there is no meter `{meter}`" + (f": {hint}" if hint else ""))
    sign = -1 if down else 1
    liked = _most(lambda state, name: sign * seen_change(program, state, name, meter))
    about = f"takes what moves {titles[meter]} {'down' if down else 'up'} most, as far as it says so"
    return Reader(
        program, f"greedy:{'-' if down else ''}{meter}", liked, title=f"Greedy for {titles[meter]}", about=about
    )


GENERAL: Mapping[str, Callable[[Program], Reader]] = dict(zip(NAMES, (uniform, curious, cautious), strict=True))
"""Readers who can read every story; besides them there is ``greedy:METER`` and ``greedy:-METER``."""


def declared(program: Program, name: str) -> Reader:
    """The reader that a strategy of the story describes. Raises KeyError if it has none of that name."""
    strategy = program.story.strategies[name]
    points: Points = points_of(program, strategy)
    return Reader(program, name, _most(points), title=strategy.title, about=strategy.about, steady=strategy.steady)


def reader_of(program: Program, name: str) -> Reader:
    """The reader of a name: one of the story's strategies, or a general one. Raises UnknownReaderError."""
    if name in program.story.strategies:
        return declared(program, name)
    if name in GENERAL:
        return GENERAL[name](program)
    if name.startswith("greedy:"):
        meter = name.removeprefix("greedy:")
        return greedy(program, meter.removeprefix("-"), down=meter.startswith("-"))
    known = (*program.story.strategies, *GENERAL, "greedy:METER", "greedy:-METER")
    raise UnknownReaderError(f"no reader is called `{name}`; there are {', '.join(known)}")


def all_readers(program: Program) -> tuple[Reader, ...]:
    """Uniform, curious and cautious readers, and each that the story declares."""
    return (
        *(made(program) for made in GENERAL.values()),
        *(declared(program, one) for one in program.story.strategies),
    )


def _most(points: Points) -> Liked:
    def liked(state: State, found: tuple[str, ...]) -> tuple[str, ...]:
        scored = [points(state, name) for name in found]
        most = max(scored)
        return tuple([name for name, one in zip(found, scored, strict=True) if one == most])

    return liked


def _site(state: State, name: str) -> tuple[str, str]:
    """A choice, wherever it stands; an envelope by its storylet."""
    scene, _, own = name.rpartition(".")
    return (scene or state.scene, own) if state.scene else ("", name)
