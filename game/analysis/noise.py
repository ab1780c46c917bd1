"""Whether a difference between two shares is more than noise, and how far a share may be off."""

from math import erfc, sqrt
from typing import NamedTuple

_SURE = 0.05
"""So often, by noise alone, one of all the differences that are looked at together may seem to be one."""


class Between(NamedTuple):
    """A range in which a share lies, very likely."""

    low: float
    high: float


def normal_beyond(chance: float) -> float:
    """How many standard deviations are exceeded, to either side, only with this chance. Found by halving."""
    low, high = 0.0, 40.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if erfc(middle / sqrt(2)) > chance else (low, middle)
    return high


Z95 = normal_beyond(0.05)


def wilson(met: int, runs: int, z: float = Z95) -> Between:
    """The Wilson interval of a share that was met so often in so many runs: for what is rare too."""
    if not runs:
        return Between(0.0, 1.0)
    share, square = met / runs, z * z / runs
    middle = (share + square / 2) / (1 + square)
    wide = z * sqrt(share * (1 - share) / runs + square / (4 * runs)) / (1 + square)
    return Between(max(0.0, middle - wide), min(1.0, middle + wide))


def moved(only_old: int, only_new: int, looked_at: int) -> bool:
    """Whether pairs that differ lean one way by more than noise (McNemar's test), with so many looked at together."""
    apart = only_old + only_new
    return apart > 0 and (abs(only_new - only_old) - 1) / sqrt(apart) > normal_beyond(_SURE / max(1, looked_at))


def shift(only_old: int, only_new: int, runs: int) -> Between:
    """By how much a share has moved, very likely, where so many pairs of so many differ."""
    by = (only_new - only_old) / runs
    wide = Z95 * sqrt(max(0.0, (only_old + only_new) / runs - by * by) / runs)
    return Between(by - wide, by + wide)
