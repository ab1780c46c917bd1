"""Two things timed in turn, and the ratio of each pair."""

import statistics
from collections.abc import Callable


def ratios(one: Callable[[], float], other: Callable[[], float], rounds: int) -> tuple[list[float], list[float]]:
    """Call both in turn, after one round of warming up; return their times in seconds."""
    one(), other()
    ones, others = [], []
    for _ in range(rounds):
        ones.append(one())
        others.append(other())
    return ones, others


def report(name: str, ones: list[float], others: list[float], against: str) -> None:
    """Print the medians and the ratio of the pairs with its span."""
    pairs = sorted(one / other for one, other in zip(ones, others, strict=True))
    median = statistics.median(pairs)
    print(
        f"{name:<34} {statistics.median(ones) * 1000:8.1f} ms | {against}: "
        f"{statistics.median(others) * 1000:8.1f} ms | ratio {median:5.2f} ({pairs[0]:.2f}-{pairs[-1]:.2f})"
    )
