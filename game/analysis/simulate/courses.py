"""How meters go: the value of each as every turn begins, and at the end."""

from collections import Counter

from game.analysis.simulate.tally import Course
from game.engine.events import Changed, TurnBegan
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import Step

END = 0
"""The point in time that is the end of a run."""
POINTS = 60
"""So many decisions are followed in a story without a clock."""


class Courses:
    """Counts the values of every meter, turn by turn; in a story without a clock decision by decision."""

    def __init__(self, program: Program) -> None:
        self.meters: Counter[Course] = Counter()
        self._slots = tuple((one.id, program.layout.slots[one.id]) for one in program.story.world.meters)
        self._start = {one.id: one.start for one in program.story.world.meters}
        self._clock = program.story.world.clock is not None
        self._now = dict(self._start)
        self._points = 0

    def saw(self, _before: State | None, _choice: str, step: Step) -> None:
        """See a step."""
        if self._clock:
            for event in step.events:
                if isinstance(event, Changed):
                    if event.key in self._now:
                        assert isinstance(event.after, int)
                        self._now[event.key] = event.after
                elif isinstance(event, TurnBegan):
                    self._note(event.turn)
        values = step.state.values
        for meter, slot in self._slots:
            value = values[slot]
            assert isinstance(value, int)
            self._now[meter] = value
        if not self._clock and self._points < POINTS:
            self._points += 1
            self._note(self._points)

    def _note(self, point: int) -> None:
        for meter, value in self._now.items():
            self.meters[meter, point, value] += 1

    def over(self) -> None:
        """The run is over: where the meters stand now is where they end."""
        self._note(END)
        self._now = dict(self._start)
        self._points = 0
