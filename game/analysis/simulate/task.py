"""A share of the work: some runs of one reader, done wherever a program is."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.readers import reader_of
from game.analysis.simulate.hinges import Hinge
from game.analysis.simulate.run import Runs
from game.analysis.simulate.tally import Tally, together
from game.engine.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The runs from number ``first`` to before ``last`` of a reader, with luck from ``seed``.

    Without ``worded`` no text is made. ``after`` are scenes at which these runs are forked, each choice taken in turn.
    """

    reader: str
    seed: int
    first: int
    last: int
    worded: bool = True
    after: tuple[str, ...] = ()

    @property
    def runs(self) -> int:
        """How many runs it is."""
        return self.last - self.first


def tasks(
    readers: tuple[str, ...], runs: int, each: int, *, seed: int, worded: bool, after: tuple[str, ...]
) -> Iterator[Task]:
    """All of the work: ``runs`` of each reader, at most ``each`` in one task; forked are those of the first reader."""
    for first in range(0, runs, each):
        for number, reader in enumerate(readers):
            yield Task(
                reader=reader, seed=seed, first=first, last=min(runs, first + each), worded=worded,
                after=() if number else after,
            )  # fmt: skip


def done(program: Program, task: Task) -> Tally:
    """Do a task. Raises UnknownReaderError if the program's story has no such reader."""
    reader = reader_of(program, task.reader)
    runs = Runs(program, reader, task.seed, worded=task.worded)
    hinges = [Hinge(program, reader, scene, task.seed, worded=task.worded) for scene in task.after]
    for number in range(task.first, task.last):
        runs.read(number)
        for hinge in hinges:
            hinge.fork(number)
    return together([runs.tally(), *(hinge.tally() for hinge in hinges)])
