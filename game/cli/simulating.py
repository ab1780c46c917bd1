"""Many runs of a story, handed out in tasks and put together as they come back."""

from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from itertools import islice

from game.analysis.simulate.tally import Tally, together
from game.analysis.simulate.task import Task, done
from game.cli.opening import open_story
from game.engine.program import Program
from game.play.refusal import RefusalError

_EVERY = 0.2
_opened: dict[str | None, Program] = {}
"""The stories that this process has open, by their paths: each is opened once."""


class BrokenCrewError(RefusalError):
    """Whoever did the work is gone, or has another story; the message is whole."""


def keep_open(story: str | None, program: Program) -> None:
    """Let this process do its tasks with a story that is open already."""
    _opened[story] = program


def worked(story: str | None, fingerprint: str, task: Task) -> Tally:
    """Do a task, wherever this is; the story is opened once. Raises BrokenCrewError if it is not the one meant."""
    program = _opened.get(story)
    if program is None or program.story.fingerprint != fingerprint:
        program = _opened[story] = open_story(story)
    if program.story.fingerprint != fingerprint:
        raise BrokenCrewError("the story has changed since the work began, or is another one where the work is done")
    return done(program, task)


def gathered(
    submit: Callable[[Task], Future[Tally]], tasks: Iterable[Task], ahead: int, watch: Callable[[int], bool]
) -> dict[str, Tally]:  # fmt: skip
    """Hand out tasks, at most ``ahead`` at once, and put together what comes of them, by reader.

    ``watch`` is told how many runs are done, and says whether to go on; if not, what is under way is waited for, and
    what was done is returned. Raises BrokenCrewError.
    """
    waiting = iter(tasks)
    under_way: set[Future[Tally]] = set()
    found: dict[str, Tally] = {}
    runs, on = 0, True
    try:
        while True:
            if on:
                under_way.update(submit(task) for task in islice(waiting, ahead - len(under_way)))
            if not under_way:
                return found
            ready, under_way = wait(under_way, _EVERY, FIRST_COMPLETED)
            for future in ready:
                if not future.cancelled():
                    tally = future.result()
                    runs += tally.runs
                    found[tally.reader] = together([found[tally.reader], tally] if tally.reader in found else [tally])
            if on and not watch(runs):
                on = False
                for future in under_way:
                    future.cancel()
    except BrokenExecutor:
        raise BrokenCrewError("a process that did part of the work has ended; try fewer with --jobs") from None
