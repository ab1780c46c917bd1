"""What is counted in runs, and how counts are put together: sums of whole numbers, whatever the order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Literal

Kind = Literal["scene", "storylet", "choice", "variant", "line", "ending", "coda"]
Fact = tuple[str, str]
"""A kind of target and a name."""
Stood = Literal["open", "locked", "beside", "taken", "told", "wanted", "weighed", "drawn"]
"""How a choice stood on a page: open or locked. Of one that stood open ``beside`` another that was open too: it was
``taken``; by what the choices said somebody could tell them apart (``told``), and somebody would have taken it
(``wanted``); the one who read could (``weighed``), and it drew them most (``drawn``)."""
Cut = Literal["stuck", "endless", "long"]
"""Why a run came to no ending: nothing was open, it went round without a choice, it was given up."""
Late = Literal["came", "could", "did"]
"""Of a run and a scene: it came; late enough that it could hang on what was long ago; it did."""
Place = tuple[str, int, int]
"""Where a text stands: its file, its first line and its last."""
Course = tuple[str, int, int]
"""A meter, a point in time and a value; point 0 is the end of a run, others are turns as they begin."""
Fork = tuple[str, str, str]
"""A scene, a choice of it, and another that stood open with it."""
Apart = tuple[str, str, str, str, str]
"""Of a fork the three, and what came later after the first choice and not after the other: its kind and name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was counted in some runs of one reader. Numbers of runs, unless another thing is said.

    ``endings`` by id; ``cut`` are runs without one. ``decisions`` and ``words`` are by how many a run had.
    ``meters`` are by meter, point and value. ``met`` is by what was met, ``times`` how often in all. ``heat`` is by
    scene and turn, ``dealt`` how often a storylet was laid out, ``stood`` how often a choice (or a storylet in the
    tray) stood how. ``texts`` is how often a text was told; ``late`` by scene. ``forks`` and ``apart`` are of readings
    that were forked at a scene. With ``worded`` false no text was made: words, variants and texts are not counted.
    """

    reader: str
    worded: bool = True
    runs: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    cut: Counter[Cut] = field(default_factory=Counter)
    decisions: Counter[int] = field(default_factory=Counter)
    words: Counter[int] = field(default_factory=Counter)
    meters: Counter[Course] = field(default_factory=Counter)
    met: Counter[Fact] = field(default_factory=Counter)
    times: Counter[Fact] = field(default_factory=Counter)
    heat: Counter[tuple[str, int]] = field(default_factory=Counter)
    dealt: Counter[str] = field(default_factory=Counter)
    stood: Counter[tuple[str, Stood]] = field(default_factory=Counter)
    texts: Counter[Place] = field(default_factory=Counter)
    late: Counter[tuple[str, Late]] = field(default_factory=Counter)
    forks: Counter[Fork] = field(default_factory=Counter)
    apart: Counter[Apart] = field(default_factory=Counter)


COUNTED = tuple(one.name for one in fields(Tally) if one.name not in ("reader", "worded", "runs"))
EVERYBODY = ""
"""The reader of a tally in which those of several readers are put together."""


class MixedError(ValueError):
    """Tallies that can't be put together."""


def together(tallies: Iterable[Tally], *, reader: str | None = None) -> Tally:
    """Put tallies together: of one reader, or with ``reader`` of several, under that name. Raises MixedError."""
    found = list(tallies)
    names = {one.reader for one in found} if reader is None else {reader}
    if len(names) != 1 or len({one.worded for one in found}) > 1:
        raise MixedError("only runs of one reader, with words all or none, can be put together")
    total = Tally(reader=names.pop(), worded=all(one.worded for one in found), runs=sum(one.runs for one in found))
    for one in found:
        for mine, theirs in zip(_counters(total), _counters(one), strict=True):
            mine.update(theirs)
    return total


def _counters(tally: Tally) -> Iterator[Counter[object]]:
    for name in COUNTED:
        yield getattr(tally, name)
