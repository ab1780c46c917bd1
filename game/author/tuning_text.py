"""What tuning found, for the author: the value, how sure it is, and what was tried."""

from collections.abc import Iterator
from itertools import groupby

from game.analysis.tuning import Aim, Tried, Tuned
from game.author.dials import Dial
from game.source.clean import clean_line

_HUNDRED = 100


def tuned_text(dial: Dial, aim: Aim, found: Tuned, reader: str) -> str:
    """Return the report."""
    wanted = f"{_HUNDRED * aim.share:g} %"
    what = aim_text(aim)
    lines = [f"{dial.name[:1].upper()}{dial.name[1:]}, so that {what} comes to {wanted}, by a reader who {reader}."]
    lines.append(f"Now {dial.value}: {_share(found.now)}.")
    best = found.best
    if found.fits is None:
        lines.append(
            f"No value from {dial.low} to {dial.high} gives that. The nearest is {best.value}: {_share(best)}."
        )
    else:
        low, high = found.fits
        also = f" From {low} to {high} none can be told from it by so many readings." if low != high else ""
        lines.append(f"Best {best.value}: {_share(best)}.{also}")
        lines.append(f"Write: {dial.written(best.value)}")
    if found.rises is None and len({one.share for one in found.tried}) > 1:
        lines.append("The share neither rises nor falls all the way: other values may give it too.")
    lines += ["", "Tried:", *_table(found.tried)]
    return "\n".join(clean_line(line) for line in lines)


def _table(tried: tuple[Tried, ...]) -> Iterator[str]:
    """A line for each value; neighbours that give the same are one."""
    for _, each in groupby(tried, key=lambda one: (one.share, one.out_of)):
        alike = list(each)
        first, last = alike[0], alike[-1]
        values = f"{first.value}" if first == last else f"{first.value} to {last.value}"
        yield f"  {values:>12}  {_share(first)}"


def aim_text(aim: Aim) -> str:
    """What the wanted share is of, in words."""
    kind, name = aim.fact
    if kind == "pass" and aim.among is not None:
        return f"passing the check of {name}, among those who try it,"
    return f"{'passing the check of' if kind == 'pass' else kind} {name}, among all readings,"


def _share(one: Tried) -> str:
    low, high = (_HUNDRED * end for end in one.between)
    return f"{_HUNDRED * one.share:.1f} % of {one.out_of:,} (95 %: {low:.1f} to {high:.1f})"
