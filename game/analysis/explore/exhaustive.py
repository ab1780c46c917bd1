"""Every state that a reader can come to, by every choice and every luck, on the engine itself.

States are gone through by the number of decisions, so that what is met is met by a shortest way; those that nothing
which lies ahead can tell apart are one. Where all of them were seen, what was not met is impossible; and whether a
reader can be stuck, or past every ending, is known.
"""

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial

from game.analysis.claims import Held
from game.analysis.explore.board import Board, Endless, Limits
from game.analysis.explore.branching import branches
from game.analysis.explore.living import Normal
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.target import Target
from game.analysis.explore.trail import Trail, beginning, cell_of
from game.analysis.explore.walker import ClaimSights
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.engine.state import State
from game.engine.step import Step, begin, choose
from game.play.journal import Drew

METHOD = "all states"
_EARLY, _GROWING = 10_000, 2
"""After so many states it is seen whether they grow ever more: one in so many of them is still to go on from."""
_OVERHEAD, _SLOT = 900, 8
"""Bytes that a state takes, besides those of each of its values."""
_IMPOSSIBLE = "every state that a reader can come to was seen, {count:,} of them, and none meets it"
_NEVER = "every state that a reader can come to was seen, {count:,} of them, and from each an ending can be reached"

_USUAL = Limits()
Node = tuple[State, Held]


class Exhaustive:
    """One search; ``run`` goes through all states, or as many as the limits allow."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.program = board.program
        self.sightings = Sightings(board.program)
        self.claims = ClaimSights(board.program)
        self.left = set(board.open)
        self.normal = Normal(board.program, board.flow, board.open)
        for target in board.targets:
            if target not in self.left:
                self.sightings.enough(target)
        self.numbers: dict[Node, int] = {}
        self.trails: list[Trail] = []
        self.sources: list[list[int]] = []
        self.ended: list[int] = []
        self.waiting: deque[tuple[int, Node]] = deque()
        self.sound = True
        self.most = 0

    def run(self) -> None:
        """Go through the states."""
        board = self.board
        if not board.open and board.known_about_stuck:
            return
        begins, most = board.states, min(board.limits.states, board.limits.whole)
        self.most = begins + most
        room = board.limits.memory // (_OVERHEAD + _SLOT * len(self.program.layout.start))
        for step, drew in self._begun():
            self._come(None, step, partial(beginning, drew), self.claims.begin(step.state))
        while self.waiting:
            made = board.states - begins
            limit = self._limit(made, most, room)
            if limit:
                board.give_up(board.open, f"{limit}, with {len(self.waiting):,} states yet to go on from")
                return
            self._go_on_from(*self.waiting.popleft())
        self._whole()

    def _limit(self, made: int, most: int, room: int) -> str:
        """Why not to go on; nothing where there is no reason."""
        if made >= most:
            return f"stopped after {made:,} states"
        if len(self.numbers) >= room:
            return f"stopped where {room:,} states fill the memory"
        if made >= _EARLY and most == _USUAL.whole and len(self.waiting) * _GROWING > len(self.numbers):
            return f"stopped after {made:,} states, for they grow ever more"
        return "" if self.board.goes_on(0) else f"interrupted after {made:,} states"

    def _begun(self) -> Iterator[tuple[Step, Drew]]:
        try:
            yield from branches(partial(begin, self.program))
        except EndlessError as problem:
            self._circle(None, "", problem)

    def _go_on_from(self, number: int, node: Node) -> None:
        """Take every choice here, with every luck."""
        state, held = node
        choices = open_choices(self.program, state)
        trail = self.trails[number]
        if not choices:
            self.board.strand(trail)
            self._reach(self.claims.decided(self.claims.stopped(held)), trail)
        at = cell_of(state)
        for choice in choices:
            try:
                for step, drew in branches(partial(choose, self.program, state, choice)):
                    if self.board.states >= self.most or self.board.halted:
                        self.sound = False  # the rest of what luck may bring here is not seen
                        return
                    after = self.claims.after(held, step.state)
                    self._come((number, state, choice), step, partial(trail.then, at, choice, drew), after)
            except EndlessError as problem:
                self._circle(trail, choice, problem)

    def _circle(self, trail: Trail | None, choice: str, problem: EndlessError) -> None:
        # What luck would bring after this was not seen, so nothing is proved.
        self.sound = False
        self.board.endless = self.board.endless or Endless(trail, choice, str(problem))

    def _come(self, source: tuple[int, State, str] | None, step: Step, way: Callable[[], Trail], held: Held) -> None:
        board = self.board
        board.goes_on()
        before, choice = (None, "") if source is None else source[1:]
        met = [one for one in self.sightings.met(before, choice, step) if one in self.left]
        met += [one for one in self.claims.decided(held) if one in self.left] if held else ()
        trail = way() if met else None
        if trail is not None:
            self._reach(met, trail)
        node = self.normal(step.state), held
        number = self.numbers.get(node)
        if number is None:
            number = self.numbers[node] = len(self.trails)
            self.trails.append(trail or way())
            self.sources.append([])
            if step.state.ended:
                self.ended.append(number)
            else:
                self.waiting.append((number, node))
        if source is not None:
            self.sources[number].append(source[0])

    def _reach(self, met: list[Target], trail: Trail) -> None:
        """What is met first is met by a shortest way; what is settled, states that stand for others say nothing of."""
        for target in met:
            if target in self.left:
                self.left.remove(target)
                self.sightings.enough(target)
                self.board.reach(target, trail)

    def _whole(self) -> None:
        """All states were seen."""
        board, count = self.board, len(self.trails)
        if not self.sound:
            board.give_up(board.open, "not all that luck may bring could be seen")
            return
        for target in list(board.open):
            board.prove(target, _IMPOSSIBLE.format(count=count))
        if board.stuck is None:
            hopeless = self._hopeless()
            if hopeless is None:
                board.never_stuck = METHOD, _NEVER.format(count=count)
            else:
                board.hopeless = hopeless, METHOD

    def _hopeless(self) -> Trail | None:
        """The shortest way to a state from which no ending can be reached; None where there is none."""
        hopeful = set(self.ended)
        edge = list(self.ended)
        while edge:
            for source in self.sources[edge.pop()]:
                if source not in hopeful:
                    hopeful.add(source)
                    edge.append(source)
        return next((trail for number, trail in enumerate(self.trails) if number not in hopeful), None)
