"""Plays that look for what nobody met yet: from the beginning, and from places where others have been.

A play goes where it was least, or anywhere, or after a wish: what some open target asks for. Luck is asked as it is
weighted, at times for what came least. What is met is met on the engine itself.
"""

from collections import Counter

from game.analysis.chance import Stream
from game.analysis.explore.board import Board, Endless
from game.analysis.explore.checkpoints import Checkpoints
from game.analysis.explore.fortune import Fortune
from game.analysis.explore.trail import Cell, cell_of
from game.analysis.explore.walker import Spot, Walker
from game.analysis.explore.wishes import Wish, Wishes
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.engine.state import State

PLAYS, SEEKING = "plays", "seeking plays"
_KEPT = 4
"""So many states are kept of one place in one turn, to begin from again."""
_QUIET = 3_000, 12_000
_QUIET_A_TARGET = 20
"""States that may come to nothing new before plays stop: between those, by how many targets a story has."""
_STATES_A_FIND = 150
"""Where more states than these are made for each new thing, others find it sooner."""
_SOUGHT = 12_000, 60_000
_SOUGHT_A_TARGET = 300
"""The same for those that seek, by how many targets are left."""
_RARE, _ELSEWHERE, _WISHLESS = 5, 3, 4
"""Of how many plays one has rare luck, begins in another place, goes after nothing while the others do."""
_ANYHOW = 5
"""Of so many plays one is by readers who choose without any aim."""
_CURIOUS = 4
"""Of so many decisions one is taken without an aim by the others."""
_STEADY = 8
"""Of so many decisions one goes against the wish."""


class Plays:
    """Plays over one program; what they learn of its places is kept from one round to the next."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.program = board.program
        self.stream = Stream(board.limits.seed)
        self.fortune = Fortune(self.stream)
        self.walker = Walker(board.program, board.sightings, board.reach)
        self.wishes = Wishes(self.program)
        self.checkpoints = Checkpoints(board, self.stream)
        self.taken: Counter[tuple[str, str]] = Counter()
        self.cells: dict[Cell, list[Spot]] = {}
        self.order: list[Cell] = []
        self.begun = 0
        self.timeless = not self.program.phases
        self.seeking = False

    def look_around(self, board: Board) -> None:
        """Play wherever few have been, until little that is new comes."""
        quiet = board.limits.quiet or _between(_QUIET, _QUIET_A_TARGET * len(board.targets))
        self._run(quiet, quiet // _STATES_A_FIND)

    def seek(self, board: Board) -> None:
        """Play after what the targets that are left ask for, until nothing new comes."""
        self.seeking = True
        self._run(board.limits.quiet or _between(_SOUGHT, _SOUGHT_A_TARGET * len(board.open)), 0)

    def _run(self, quiet: int, few: int) -> None:
        """Play until nothing is open, only ``few`` new things came in the last ``quiet`` states, or a limit is met."""
        board, begins, number = self.board, self.board.states, 0
        since, open_then = begins, len(board.open)
        while board.open and board.goes_on(0):
            made = board.states - begins
            if made >= board.limits.states:
                board.give_up(board.open, f"stopped after {made:,} states")
                return
            if board.states - since >= quiet:
                if open_then - len(board.open) <= few:
                    board.give_up(board.open, f"not met in {made:,} states")
                    return
                since, open_then = board.states, len(board.open)
            self._play(number)
            number += 1
        if board.open:
            board.give_up(board.open, f"interrupted after {board.states - begins:,} states")

    def _play(self, number: int) -> None:
        """One play."""
        self.fortune.rare = not (number + 1) % _RARE
        wish = self._wish(number)
        choice = ""
        spot: Spot | None = None
        self.board.goes_on()
        try:
            spot = self._start(number)
            while not self._over(spot, wish) and self.board.goes_on():
                choice = self._choice(spot.state, wish, number)
                if not choice:
                    self.walker.stop(spot)
                    self.board.strand(spot.trail)
                    return
                spot = self.walker.take(spot, choice, self.fortune, self.fortune.drew)
                self._keep(spot)
        except EndlessError as problem:
            self.fortune.drew()
            self.board.endless = self.board.endless or Endless(
                None if spot is None else spot.trail, choice, str(problem)
            )

    def _over(self, spot: Spot, wish: Wish | None) -> bool:
        """Whether a play ends: with the story, at the longest, or where its wish came true or can't any more."""
        if spot.state.ended or spot.trail.length >= self.board.limits.longest:
            return True
        return wish is not None and (wish.target not in self.board.open or self._astray(spot.state, wish))

    def _astray(self, state: State, wish: Wish) -> bool:
        """Whether no way leads from here to where the wish is; by the calendar any scene may come."""
        return self.timeless and bool(wish.distance) and state.scene not in wish.distance

    def _start(self, number: int) -> Spot:
        kept_there = self.checkpoints.start(number)
        if kept_there is not None:
            return kept_there
        if (number + 1) % _ELSEWHERE or not self.cells:
            return self.walker.begin(self.fortune, self.fortune.drew)
        kept = self.cells[self.order[self.begun % len(self.order)]]
        self.begun += 1
        return kept[self.stream.below(len(kept))]

    def _wish(self, number: int) -> Wish | None:
        board = self.board
        if not self.seeking or not (number + 1) % _WISHLESS or not board.open:
            return None
        names = list(board.open)
        return self.wishes.of(names[self.stream.below(len(names))])

    def _choice(self, state: State, wish: Wish | None, number: int) -> str:
        """A choice after the wish; without one, in one play anyhow, in the others often where few went."""
        open_now = open_choices(self.program, state)
        if not open_now:
            return ""
        if len(open_now) == 1:
            choice = open_now[0]
        elif wish is not None and self.stream.below(_STEADY):
            choice = self._best(open_now, [wish.score(state, one) for one in open_now])
        elif number % _ANYHOW and self.stream.below(_CURIOUS):
            choice = self._best(open_now, [-self.taken[state.scene, one] for one in open_now])
        else:
            choice = open_now[self.stream.below(len(open_now))]
        self.taken[state.scene, choice] += 1
        return choice

    def _best(self, names: tuple[str, ...], scores: list[int]) -> str:
        top = max(scores)
        best = [name for name, score in zip(names, scores, strict=True) if score == top]
        return best[0] if len(best) == 1 else best[self.stream.below(len(best))]

    def _keep(self, spot: Spot) -> None:
        if spot.state.ended:
            return
        self.checkpoints.keep(spot)
        cell = cell_of(spot.state)
        if cell not in self.cells:
            self.cells[cell] = []
            self.order.append(cell)
        kept = self.cells[cell]
        if len(kept) < _KEPT:
            kept.append(spot)
        elif not self.stream.below(_STEADY):
            kept[self.stream.below(_KEPT)] = spot


def _between(bounds: tuple[int, int], wanted: int) -> int:
    return max(bounds[0], min(bounds[1], wanted))
