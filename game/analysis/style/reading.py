"""Every way a reader may read one text: which variant of each part, under which conditions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import lcm, prod

from game.analysis.texts import count
from game.model.prose import BandOf, Branch, Insert, Link, Parts, Plain, Player, Prose, Styled, parts_of
from game.model.prose import Sequence as Turns

WAYS = 256
"""A text with more ways through it than this is judged by its bounds alone."""
_VISIT = "visit"
_VALUE = "0"
"""What stands for a value that is put in: one word."""

_Pick = Callable[[Branch | Turns], int | None]
"""Which variant of a part is read; None where nothing is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way through a text: its words, and what must hold for it (nothing, where there is one way only)."""

    text: str
    when: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words it has."""
        return count(self.text)


def readings(prose: Prose) -> tuple[Reading, ...]:
    """Every way through a text, equal conditions answered alike; empty where there are more than ``WAYS``."""
    varying = _varying(prose.parts)
    if prod(len(values) for values in varying.values()) > WAYS:
        return ()
    found: dict[Reading, None] = {}
    for values in product(*varying.values()):
        found[_read(prose.parts, dict(zip(varying, values, strict=True)))] = None
    return tuple(found)


def shortest(prose: Prose) -> str | None:
    """The shortest way through a text, surely no longer than any; None where that can't be told.

    Where there are too many ways to try, each variant is picked by itself, which may divide paragraphs as no way does.
    """
    ways = readings(prose)
    if ways:
        return min(ways, key=lambda way: way.words).text
    varying = [part for part in parts_of(prose.parts) if isinstance(part, Branch | Turns)]
    if any("\n\n" in _written(option, _last) for part in varying for option in _options(part)):
        return None
    return _written(prose.parts, _by_length(min))


def bounds(prose: Prose) -> tuple[int, int]:
    """The fewest and the most words a text can have, each variant picked by itself."""
    fewest, most = (count(_written(prose.parts, _by_length(best))) for best in (min, max))
    return fewest, most


def _varying(parts: Parts) -> dict[str, Sequence[int]]:
    """What the words of a text hang on, each with its answers: conditions, the visit, an order shuffled."""
    found: dict[str, Sequence[int]] = {}
    turns: list[int] = []
    longest = 1
    for part in parts_of(parts):
        match part:
            case Branch():
                found[part.test.text] = (1, 0)
            case Turns(variation="shuffle"):
                found[part.site] = range(len(part.options))
            case Turns(variation="cycle"):
                turns.append(len(part.options))
            case Turns():
                longest = max(longest, len(part.options) + (part.variation == "once"))
            case _:
                pass
    visits = max(lcm(*turns), longest)
    return found | ({_VISIT: range(visits)} if visits > 1 else {})


def _read(parts: Parts, answers: Mapping[str, int]) -> Reading:
    when: dict[str, None] = {}

    def pick(part: Branch | Turns) -> int | None:
        if isinstance(part, Branch):
            holds = answers[part.test.text]
            when[f"`{part.test.text}`" if holds else f"not `{part.test.text}`"] = None
            return 0 if holds else 1
        if part.variation == "shuffle":
            return answers[part.site]
        visit, options = answers.get(_VISIT, 0), len(part.options)
        if visit or part.variation == "once" or options > 1:
            when[f"visit {visit + 1}"] = None
        if part.variation == "once":
            return visit if visit < options else None
        return visit % options if part.variation == "cycle" else min(visit, options - 1)

    return Reading(_written(parts, pick), tuple(when))


def _by_length(best: Callable[[list[int]], int]) -> _Pick:
    def pick(part: Branch | Turns) -> int | None:
        lengths = [count(_written(option, pick)) for option in _options(part)]
        if isinstance(part, Turns) and part.variation == "once":
            lengths.append(0)
        chosen = lengths.index(best(lengths))
        return chosen if chosen < len(_options(part)) else None

    return pick


def _last(part: Branch | Turns) -> int:
    return len(_options(part)) - 1


def _options(part: Branch | Turns) -> tuple[Parts, ...]:
    return (part.yes, part.no) if isinstance(part, Branch) else part.options


def _written(parts: Parts, pick: _Pick) -> str:
    return "".join(_pieces(parts, pick))


def _pieces(parts: Parts, pick: _Pick) -> Iterator[str]:
    for part in parts:
        match part:
            case Plain():
                yield part.text
            case Styled() | Link():
                yield _written(part.parts, pick)
            case Insert() | Player() | BandOf():
                yield _VALUE
            case Branch() | Turns():
                chosen = pick(part)
                yield "" if chosen is None else _written(_options(part)[chosen], pick)
