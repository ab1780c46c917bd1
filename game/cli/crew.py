"""Who does work that can be split: this process, several of this machine, or a cluster's; executors all of them."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar

from game.play.refusal import RefusalError

P = ParamSpec("P")
T = TypeVar("T")


class NoClusterError(RefusalError):
    """There is no cluster to hand work to; the message says why."""


class Alone(Executor):
    """Does what it is handed at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *given: P.args, **named: P.kwargs) -> Future[T]:
        """Call it, and return what came of it."""
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*given, **named))
        except Exception as problem:  # noqa: BLE001 - whoever asks for the result is told
            future.set_exception(problem)
        return future


@contextmanager
def crew(jobs: int, scheduler: str | None) -> Iterator[Executor]:
    """An executor for so many jobs at once, or that of the cluster at an address. Raises NoClusterError."""
    if scheduler is not None:
        yield from _cluster(scheduler)
    elif jobs == 1:
        yield Alone()
    else:
        # Begun afresh, not forked: the same on every system, and nothing of this process is shared.
        with ProcessPoolExecutor(jobs, get_context("spawn"), _deaf) as pool:
            try:
                yield pool
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _deaf() -> None:
    """A ctrl-C is heard by who handed out the work, and by nobody else."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cluster(scheduler: str) -> Iterator[Executor]:
    try:
        import distributed
    except ImportError:
        raise NoClusterError("--scheduler needs Dask: pip install 'narrowsky[cluster]'") from None
    try:
        client: Any = distributed.Client(scheduler, timeout="10s")
    except (OSError, ValueError, TypeError) as problem:
        raise NoClusterError(f"no scheduler answers at {scheduler}: {str(problem).splitlines()[0]}") from None
    with client:
        yield client.get_executor(pure=False)


def cores() -> int:
    """How many cores there are for us."""
    try:
        return len(os.sched_getaffinity(0)) or 1
    except AttributeError:  # not every system says
        return os.cpu_count() or 1
