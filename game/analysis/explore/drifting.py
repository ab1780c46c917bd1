"""What meters do by themselves as a turn ends, as changes."""

from game.analysis.explore.asking import compares, holds, is_now
from game.analysis.explore.flow import Add, Either, Op, Put
from game.analysis.explore.ground import Ground
from game.expr.syntax import keys_of
from game.expr.types import Key
from game.model.world import Drift, Meter


def drift(ground: Ground, turn: int) -> list[Op]:
    """What meters do by themselves; whether they do is judged for all of them before any has moved."""
    first: list[Op] = []
    then: list[Op] = []
    moved: set[Key] = set()
    for meter in ground.story.world.meters:
        for number, one in enumerate(meter.drift):
            if turn % one.every:
                continue
            tree = None if one.when is None else one.when.checked.tree
            if tree is not None and not moved.isdisjoint(keys_of(tree)):
                flag = ground.flag(f"drifts({meter.id}.{number})")
                first.append(Put(flag, tree))
                tree = holds(flag)
            moves = _drifts(meter, one)
            then.append(moves if tree is None else Either(tree, (moves,)))
            moved.add(meter.id)
    return first + then


def _drifts(meter: Meter, drift: Drift) -> Op:
    key, size = meter.id, abs(drift.by)
    if drift.toward is None:
        return Add(key, is_now(size), down=drift.by < 0, low=meter.low, high=meter.high)
    up = Add(key, is_now(size), down=False, low=meter.low, high=drift.toward)
    down = Add(key, is_now(size), down=True, low=drift.toward, high=meter.high)
    return Either(compares(key, "<", drift.toward), (up,), (down,))
