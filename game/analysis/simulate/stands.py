"""How choices stand: open or locked, taken beside others, and whether anybody would take them for what they say."""

from collections import Counter
from collections.abc import Sequence

from game.analysis.readers import Reader
from game.analysis.simulate.tally import Stood
from game.engine.offers import offers, touches
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import Step

_UNSAID = 1_000_000
"""For who shuns all change, something that may change unsaid outweighs whatever is said."""


class Stands:
    """Counts, on every page, how each of its choices stands.

    Who would take a choice for what it says: whoever wants some meter up, or down, as far as that can be; whoever wants
    the least change; and the one who reads, if they go by preferences. Only where they can tell choices apart.
    """

    def __init__(self, program: Program, reader: Reader) -> None:
        self.stood: Counter[tuple[str, Stood]] = Counter()
        self._program = program
        self._reader = reader
        self._weighs = reader.weighs
        self._beside: tuple[str, ...] = ()

    def saw(self, before: State | None, choice: str, step: Step) -> None:
        """See a step: what was taken, and what stands where it leads."""
        if self._beside and before is not None:
            self.stood[_name(before, choice), "taken"] += 1
        self._beside = ()
        state = step.state
        if state.ended:
            return
        found = offers(self._program, state)
        opened = tuple([one.choice for one in found if one.open])
        for one in found:
            self.stood[_name(state, one.choice), "open" if one.open else "locked"] += 1
        if len(opened) > 1:
            self._beside = opened
            self._weigh(state, opened)

    def _weigh(self, state: State, opened: tuple[str, ...]) -> None:
        stood, names = self.stood, {one: _name(state, one) for one in opened}
        for name in names.values():
            stood[name, "beside"] += 1
        wanted = wanted_of(self._program, state, opened) if state.scene else set()
        if self._weighs:
            drawn = self._reader.drawn(state, opened)
            if len(drawn) < len(opened):
                wanted.update(drawn)
                for name in names.values():
                    stood[name, "weighed"] += 1
                for one in drawn:
                    stood[names[one], "drawn"] += 1
        if wanted:
            for one, name in names.items():
                stood[name, "told"] += 1
                if one in wanted:
                    stood[name, "wanted"] += 1

    def over(self) -> None:
        """The run is over."""
        self._beside = ()


def wanted_of(program: Program, state: State, opened: Sequence[str]) -> set[str]:
    """The open choices that somebody would take for what they say they move; none where nobody tells them apart."""
    wanted: set[str] = set()
    moved: list[dict[str, int]] = []
    costs: list[int] = []
    for one in opened:
        found = touches(program, state, one)
        moved.append({meter: touched.written for meter, touched in found.seen.items()})
        costs.append(sum(map(abs, moved[-1].values())) + (_UNSAID if found.hidden else 0))
    scores = [
        costs,
        *([one.get(meter, 0) for one in moved] for meter in dict.fromkeys(key for one in moved for key in one)),
    ]
    for number, score in enumerate(scores):
        least, most = min(score), max(score)
        if least == most:
            continue
        wanted.update(one for one, by in zip(opened, score, strict=True) if by == least or (by == most and number))
    return wanted


def _name(state: State, choice: str) -> str:
    """A choice with its scene; an envelope by its storylet."""
    return choice if not state.scene or "." in choice else f"{state.scene}.{choice}"
