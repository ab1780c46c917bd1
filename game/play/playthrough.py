"""A story being read: its journal and the steps that it led to. Every change returns a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import islice

from game.engine.luck import Site
from game.engine.offer import Offer
from game.engine.offers import NotOfferedError, offers, open_choices
from game.engine.program import Program
from game.engine.start import start_at
from game.engine.state import State
from game.engine.step import Step, begin, choose
from game.play.chain import Chain
from game.play.journal import Drew, Fate, Journal, Opened, Returned, Took, never_asked

__all__ = ["Move", "NotOfferedError", "Playthrough", "opened"]


@dataclass(frozen=True, slots=True)
class Move:
    """One decision's step (the first: the beginning), and the sites it asked, each with how many had by then."""

    step: Step
    took: Took | None
    asked: Mapping[Site, int]


@dataclass(frozen=True, slots=True, eq=False)
class Playthrough:
    """A story being read. ``moves[0]`` is the beginning, ``moves[n]`` the n-th decision that stands."""

    program: Program
    journal: Journal
    moves: Sequence[Move]

    @property
    def state(self) -> State:
        """Where the reader stands."""
        return self.moves[-1].step.state

    @property
    def player(self) -> str:
        """What the reader wants to be called; empty where they didn't say."""
        return self.journal.opened.player

    @property
    def decisions(self) -> int:
        """How many decisions stand."""
        return len(self.moves) - 1

    @property
    def pages(self) -> int:
        """How many pages there are: one more than decisions."""
        return len(self.moves)

    @property
    def standing(self) -> tuple[Took, ...]:
        """The decisions that stand, as this story records them: by its names, with the states they led to in it."""
        return tuple(move.took for move in self.moves if move.took is not None)

    @property
    def ended(self) -> bool:
        """Whether the story has ended."""
        return bool(self.state.ended)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is offered now."""
        return offers(self.program, self.state)

    @property
    def open(self) -> tuple[str, ...]:
        """The ids that can be chosen now."""
        return open_choices(self.program, self.state)

    @property
    def place(self) -> str:
        """Where the next decision is taken: the scene's id, or the phase's in a tray; empty where none is awaited."""
        if self.state.scene or not self.state.hand:
            return self.state.scene
        return self.program.phases[self.state.phase].written.id

    @property
    def turn(self) -> int:
        """The turn that is being played; 0 in a story without a clock."""
        turn = self.program.value(self.state.values, "turn") if self.program.phases else 0
        assert isinstance(turn, int)
        return turn

    @property
    def where(self) -> str:
        """The place in the calendar: ``Week 2 of 24``; empty in a story without a clock."""
        clock = self.program.story.world.clock
        return "" if clock is None else f"{clock.unit.capitalize()} {self.turn} of {clock.turns}"

    def choose(self, choice: str, drew: Drew = (), *, sealed: bool = False) -> "Playthrough":
        """Take a choice; ``drew`` is the luck already recorded for it, if any, ``sealed`` says that it is all of it.

        Raises NotOfferedError if the choice is not open now.
        """
        fate = Fate(self.journal.opened.seed, self._asked, drew, sealed)
        step = choose(self.program, self.state, choice, fate.luck)
        took = Took(self.place, choice, fate.consumed, digest(self.program, step.state))
        move = Move(step, took, fate.sites)
        # Chains share what they grew from: a decision costs the same however many stand.
        return Playthrough(self.program, self.journal.with_entry(took), Chain.of(self.moves).and_then(move))

    def back(self, to: int) -> "Playthrough":
        """Take decisions back until ``to`` of them stand. Raises ValueError if fewer stand."""
        if not 0 <= to <= self.decisions:
            raise ValueError(f"{self.decisions} decisions stand, so {to} can't be gone back to")
        return replace(self, journal=self.journal.with_entry(Returned(to)), moves=self.moves[: to + 1])

    def at(self, decisions: int) -> "Playthrough":
        """The playthrough as it stood after so many decisions; the journal stays as it is."""
        return replace(self, moves=self.moves[: max(0, min(decisions, self.decisions)) + 1])

    def _asked(self, site: Site) -> int:
        """How many of the decisions that stand have asked there."""
        for move in reversed(self.moves):
            if site in move.asked:
                return move.asked[site]
            # Turns only go up: where all that was asked belongs to earlier ones, nobody asked in this one before.
            if move.asked and all(earlier.turn < site.turn for earlier in move.asked):
                break
        return 0


def opened(program: Program, opening: Opened, *, sealed: bool = False) -> Playthrough:
    """Begin a playthrough; where ``opening`` records luck it is used, and what was drawn is recorded in its journal.

    ``sealed`` says that all of it is recorded. Raises StartError if it is to begin in a scene or with values that the
    story doesn't know, EndlessError.
    """
    fate = Fate(opening.seed, never_asked, opening.drew, sealed)
    start = start_at(program, opening.at, opening.given)
    step = begin(program, fate.luck, frozenset(opening.before), start)
    journal = Journal(replace(opening, drew=fate.consumed))
    return Playthrough(program, journal, (Move(step, None, fate.sites),))


_FIRST = State._fields.index("ended") + 1
"""What a state holds from here on came later, and counts only where it is there: older digests stay."""


def digest(program: Program, state: State) -> str:
    """Eight hexadecimal digits that differ where two states of a story do, whatever order its values lie in.

    Only what differs from the start counts, so that a new fact in the story changes no digest; nor does a new claim,
    as what only claims ask does not count.
    """
    layout = program.layout  # its keys stand in the order of their slots
    by_key = islice(zip(layout.slots, state.values, layout.start, strict=True), layout.own)
    said = [f"{key}={value}" for key, value, was in by_key if value != was]
    said.sort()
    said.append(repr(state[1:9]))
    said.append(state.ended)
    said.extend(f"{name}={value}" for name, value in zip(state._fields[_FIRST:], state[_FIRST:], strict=True) if value)
    return blake2b("\x1f".join(said).encode(), digest_size=4).hexdigest()
