"""Places from which a long story is gone on with, act by act: states kept there that have different futures.

Plays from the beginning seldom bring together what a last act asks for. Where an author names the scenes between the
acts, as many unlike states are kept at each as there is room for, and every other play begins at one of them.
"""

from game.analysis.chance import Stream
from game.analysis.explore.board import Board
from game.analysis.explore.living import Normal
from game.analysis.explore.walker import Spot
from game.engine.state import State

_ROOM = 200
"""States kept at one checkpoint."""
_EVERY = 2
"""Of so many plays one begins at a checkpoint, once somebody came to one."""


class Checkpoints:
    """The checkpoints that the limits of a board name; without any, nothing is kept."""

    def __init__(self, board: Board, stream: Stream) -> None:
        self._board, self._stream = board, stream
        self._kept: dict[str, dict[State, Spot]] = {name: {} for name in board.limits.checkpoints}
        self._normal: Normal | None = None
        self._begun = 0

    def keep(self, spot: Spot) -> None:
        """Keep a state at a checkpoint, if none is kept there whose future is the same; at times in another's place."""
        kept = self._kept.get(spot.state.scene)
        if kept is None:
            return
        if self._normal is None:
            self._normal = Normal(self._board.program, self._board.flow, self._board.open)
        form = self._normal(spot.state)
        if form in kept:
            return
        if len(kept) >= _ROOM:
            if self._stream.below(_EVERY):
                return
            del kept[list(kept)[self._stream.below(_ROOM)]]
        kept[form] = spot

    def start(self, number: int) -> Spot | None:
        """Where the play of this number begins: at each checkpoint in its turn; None: not at one."""
        come = [kept for kept in self._kept.values() if kept]
        if not come or number % _EVERY:
            return None
        kept = come[self._begun % len(come)]
        self._begun += 1
        return list(kept.values())[self._stream.below(len(kept))]
