"""One run after another, from the beginning to an end, watched by those who count."""

from collections import Counter
from typing import Protocol

from game.analysis.chance import Stream
from game.analysis.explore.fortune import Fortune
from game.analysis.readers import Reader
from game.analysis.simulate.courses import Courses
from game.analysis.simulate.earlier import Earlier
from game.analysis.simulate.meetings import Meetings
from game.analysis.simulate.stands import Stands
from game.analysis.simulate.tally import Cut, Tally
from game.analysis.simulate.wording import Wording
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.engine.program import Program
from game.engine.state import State
from game.engine.step import Step, begin, choose

LONGEST = 5_000
"""A run is given up after so many decisions."""


class Watcher(Protocol):
    """Somebody who counts: told of every step of a run, then that it is over."""

    def saw(self, before: State | None, choice: str, step: Step) -> None:
        """See a step, with the state before it and the choice taken there; the beginning has neither."""

    def over(self) -> None:
        """The run is over."""


class Runs:
    """Reads a story as one reader does, run by run; what is counted grows with each."""

    def __init__(self, program: Program, reader: Reader, seed: int, *, worded: bool = True) -> None:
        self._program = program
        self._reader = reader
        self._seed = seed
        self._runs = 0
        self._endings: Counter[str] = Counter()
        self._cut: Counter[Cut] = Counter()
        self._decisions: Counter[int] = Counter()
        self._meetings = Meetings(program, worded=worded)
        self._courses = Courses(program)
        self._stands = Stands(program, reader)
        self._earlier = Earlier(program)
        self._wording = Wording(program) if worded else None
        all_of_them: list[Watcher] = [self._meetings, self._courses, self._stands, self._earlier]
        self._watchers = all_of_them if self._wording is None else [*all_of_them, self._wording]

    def read(self, number: int) -> None:
        """Read run ``number`` to its end: its luck is from the seed and that number alone."""
        program, stream = self._program, Stream(self._seed, number)
        luck, reader = Fortune(stream), self._reader.fresh()
        decisions = 0
        cut: Cut | None = "long"
        try:
            step = self._seen(None, "", begin(program, luck))
            while decisions < LONGEST:
                state = step.state
                if state.ended or not open_choices(program, state):
                    cut = None if state.ended else "stuck"
                    break
                choice = reader.pick(state, stream)
                decisions += 1
                step = self._seen(state, choice, choose(program, state, choice, luck))
            if cut is None:
                self._endings[step.state.ended] += 1
        except EndlessError:
            cut = "endless"
        if cut is not None:
            self._cut[cut] += 1
        self._runs += 1
        self._decisions[decisions] += 1
        for watcher in self._watchers:
            watcher.over()

    def _seen(self, before: State | None, choice: str, step: Step) -> Step:
        for watcher in self._watchers:
            watcher.saw(before, choice, step)
        return step

    def tally(self) -> Tally:
        """What was counted so far."""
        words = self._wording
        return Tally(
            reader=self._reader.name,
            worded=words is not None,
            runs=self._runs,
            endings=self._endings,
            cut=self._cut,
            decisions=self._decisions,
            words=Counter() if words is None else words.words,
            texts=Counter() if words is None else words.texts,
            meters=self._courses.meters,
            met=self._meetings.met,
            times=self._meetings.times,
            heat=self._meetings.heat,
            dealt=self._meetings.dealt,
            stood=self._stands.stood,
            late=self._earlier.late,
        )
