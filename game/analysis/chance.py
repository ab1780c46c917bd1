"""A stream of numbers from a seed, for those who play at random: the same on every machine, and much faster than dice.

SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
"""

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15


class Stream:
    """Numbers from a seed; a stream of its own for each ``lane``, so that how work is split changes none."""

    __slots__ = ("_at",)

    def __init__(self, seed: int, lane: int = 0) -> None:
        self._at = (seed ^ (lane * 0xD1342543DE82EF95)) & _MASK
        self._at = self._next()

    def _next(self) -> int:
        self._at = z = (self._at + _STEP) & _MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def below(self, count: int) -> int:
        """Return a whole number from 0 up to, not including, ``count`` (1 or more; far below 2 ** 64)."""
        return (self._next() * count) >> 64
