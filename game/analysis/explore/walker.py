"""Going about in a story: a spot after each decision, with all that was met there said at once."""

from collections.abc import Callable
from typing import NamedTuple

from game.analysis.claims import Held, Monitors
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.target import Target
from game.analysis.explore.trail import Trail, beginning, cell_of
from game.engine.luck import Luck
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import begin, choose
from game.play.journal import Drew


class Spot(NamedTuple):
    """Where a way has come to: its ``state``, how the claims stand on it so far, and the way itself."""

    state: State
    held: Held
    trail: Trail


class ClaimSights:
    """Which claims a path decides, as it goes on."""

    def __init__(self, program: Program) -> None:
        self._monitors = Monitors(program)
        self._targets = {name: Target("claim", name, one.at) for name, one in program.story.claims.items()}

    def begin(self, state: State) -> Held:
        """How the claims stand at the beginning."""
        return self._monitors.begin(state)

    def after(self, held: Held, state: State) -> Held:
        """How they stand with one state more."""
        return self._monitors.after(held, state) if held else held

    def stopped(self, held: Held) -> Held:
        """How they stand where a path stops without an ending."""
        return self._monitors.stopped(held)

    def decided(self, held: Held) -> list[Target]:
        """Those that are decided."""
        return [self._targets[name] for name in self._monitors.decided(held)] if held else []


class Walker:
    """Begins and takes decisions; ``meet`` is told each target that is met, with the way to it."""

    def __init__(self, program: Program, sightings: Sightings, meet: Callable[[Target, Trail], None]) -> None:
        self.program = program
        self.sightings = sightings
        self.claims = ClaimSights(program)
        self._meet = meet

    def begin(self, luck: Luck, drew: Callable[[], Drew]) -> Spot:
        """Begin; ``drew`` says afterwards what luck answered. Raises EndlessError."""
        step = begin(self.program, luck)
        trail = beginning(drew())
        spot = Spot(step.state, self.claims.begin(step.state), trail)
        for target in self.sightings.met(None, "", step):
            self._meet(target, trail)
        for target in self.claims.decided(spot.held):
            self._meet(target, trail)
        return spot

    def take(self, spot: Spot, choice: str, luck: Luck, drew: Callable[[], Drew]) -> Spot:
        """Take a choice that is open. Raises EndlessError, and what ``luck`` raises."""
        state = spot.state
        step = choose(self.program, state, choice, luck)
        trail = spot.trail.then(cell_of(state), choice, drew())
        held = self.claims.after(spot.held, step.state)
        for target in self.sightings.met(state, choice, step):
            self._meet(target, trail)
        if held != spot.held:
            for target in self.claims.decided(held):
                self._meet(target, trail)
        return Spot(step.state, held, trail)

    def stop(self, spot: Spot) -> None:
        """Stop where nothing is open, though no ending came."""
        for target in self.claims.decided(self.claims.stopped(spot.held)):
            self._meet(target, spot.trail)
