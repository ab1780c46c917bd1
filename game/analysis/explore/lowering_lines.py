"""Lines as what may be told: which of those that may be, is followed only where there is room for all of them."""

from game.analysis.explore.asking import all_of, compares, holds, is_now, opposite
from game.analysis.explore.flow import Chance, Either, Forget, Guard, Op, Put
from game.analysis.explore.ground import Ground, moment
from game.analysis.explore.lowering_effects import Effects
from game.analysis.explore.lowering_texts import Texts
from game.analysis.explore.own_keys import line_waits
from game.analysis.explore.sketch import Stretch
from game.engine.draft import PHASES
from game.expr.syntax import Expr
from game.model.codex import Line
from game.model.world import LinesPhase

PERHAPS = "perhaps"
"""Where a flow doesn't follow whether something is done, it asks chance at this site."""


class Lines:
    """Draws the phases that tell lines."""

    def __init__(self, ground: Ground, texts: Texts, effects: Effects) -> None:
        self._ground, self._texts, self._effects = ground, texts, effects
        self._groups: dict[str, list[Line]] = {}
        for line in ground.story.lines:
            self._groups.setdefault(line.group, []).append(line)

    def tell(self, stretch: Stretch, phase: LinesPhase) -> None:
        """Tell the lines of a phase, or some of them."""
        group = self._groups.get(phase.lines, [])
        self._ground.rough = self._ground.rough or len(group) > 1
        crowded = len(group) > phase.at_most
        for line in group:
            comes = self._comes(line, stretch)
            waiting = line_waits(line.id)
            for asked in (comes, holds(waiting) if self._ground.keeps(waiting) else None):
                if asked is not None:
                    self._look(stretch, line, asked)
        warning = [line for line in group if line.warns]
        for line in (*(line for line in group if not line.warns), *warning):
            done = self._told(line)
            waiting = line_waits(line.id)
            if self._ground.keeps(waiting):
                left: Op = Forget(waiting, (False, True)) if crowded else Put(waiting, is_now(value=False))
                perhaps = (_perhaps(done),) if crowded and done else done
                self._ground.rough = self._ground.rough or crowded
                stretch.ops.append(Either(holds(waiting), (left, *perhaps)))
            comes = self._comes(line, stretch)
            if comes is not None and done:
                # Whether it comes was asked before any of them warned: what was changed since must not decide it.
                sure = len(warning) > 1 and line.warns
                self._ground.rough = True
                stretch.ops.append(_perhaps(done) if sure else Either(comes, (_perhaps(done),)))

    def _told(self, line: Line) -> tuple[Op, ...]:
        """What it changes that a line was told."""
        warned = self._effects.warn(line.warns) if line.warns else ()
        shown = f"shown({line.id})"
        return (*((Put(shown, is_now(value=True)),) if self._ground.keeps(shown) else ()), *warned)

    def _comes(self, line: Line, stretch: Stretch) -> Expr | None:
        """What must hold for a line to come unplanned; None for one that comes only where it was planned."""
        if line.planned:
            return None
        control, shown = stretch.control, f"shown({line.id})"
        since = max(1, moment(control.turn, control.phase) - PHASES)
        asked = all_of((
            opposite(holds(shown)) if self._ground.keeps(shown) else None,
            compares(f"event({line.about})", ">=", since) if line.about else None,
            None if line.when is None else line.when.checked.tree,
        ))  # fmt: skip
        return is_now(value=True) if asked is None else asked

    def _look(self, stretch: Stretch, line: Line, asked: Expr) -> None:
        guards = (*stretch.guards, Guard(asked))
        for target in self._ground.met("line", line.id):
            self._ground.sketch.look(stretch.source, guards, target)
        texts = ((line.text, f"{line.id}.text"), (line.plain, f"{line.id}.plain"))
        self._texts.offer(stretch.source, guards, texts, "")


def _perhaps(ops: tuple[Op, ...]) -> Op:
    return Chance(PERHAPS, (("yes", 1, None, ops), ("no", 1, None, ())))
