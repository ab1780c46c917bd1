"""Dice: a keyed hash that answers the engine's questions, the same on every machine.

Each outcome scores by a key of its own (seed, turn, site, how often that site was asked this turn before, the
outcome's id), and the best score wins. A new roll elsewhere shifts none, and a new outcome moves no other's score. The
scores are exponential races, ``-log(u) / weight`` (Efraimidis and Spirakis, "Weighted random sampling with a
reservoir", 2006): the least of them falls on each outcome in proportion to its weight, and the order of the rest is a
draw without replacement. Logarithms are made of whole numbers, so that no two machines round them differently.
"""

from hashlib import blake2b

from game.engine.luck import Outcome, Site

_BITS = 64
_PLACES = 40


def roll(seed: int, site: Site, asked: int, outcomes: tuple[Outcome, ...]) -> str:
    """Return the id of the outcome that falls.

    ``asked`` counts the earlier decisions of this turn in which the site was asked. Raises ValueError if no outcome
    has a weight.
    """
    key = f"{seed}/{site.turn}/{site.id}/{asked}/"
    best: tuple[int, int] | None = None
    name = ""
    for outcome in outcomes:
        if outcome.weight <= 0:
            continue
        score = _minus_log(key + outcome.id)
        # score / weight < best score / best weight, without dividing
        if best is None or score * best[1] < best[0] * outcome.weight:
            best, name = (score, outcome.weight), outcome.id
    if best is None:
        raise ValueError(f"nothing can happen at `{site.id}`")
    return name


def _minus_log(key: str) -> int:
    """``-log2(u)`` of the key's hash as a fraction u in (0, 1], times ``2 ** _PLACES``, rounded down to a whole number.

    The fractional bits come from repeated squaring of a 64-bit mantissa.
    """
    number = int.from_bytes(blake2b(key.encode(), digest_size=_BITS // 8).digest(), "big") + 1
    whole = number.bit_length() - 1
    mantissa = number << (_BITS - whole) if whole < _BITS else number >> (whole - _BITS)
    log = whole
    for _ in range(_PLACES):
        mantissa = (mantissa * mantissa) >> _BITS
        log <<= 1
        if mantissa >> (_BITS + 1):
            mantissa >>= 1
            log |= 1
    return (_BITS << _PLACES) - log
