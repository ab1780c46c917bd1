"""Gauges over time as text: a line in the list of them, what there is to say of one, its biggest changes."""

from textual.content import Content

from game.tui.gauges import signed
from game.tui.glyphs import DASH, DOT, DOWN, EMPTY, FULL, NO_PIP, PIP, UP
from game.tui.text import separated, stacked, together, words
from game.tui.widgets.hanging import Hanging
from game.tui.widgets.spread import Spread
from game.view.chart import letter
from game.view.histories import History, Shift
from game.view.page import Gauge

_BLOCKS = "▁▂▃▄▅▆▇█"
_SPARK = 6
_PIPS = 10
_BAR = 16
_LEAD = 5
_AT_LEAST = 5
"""A line of blocks spans at least this part of a gauge's range: a small change shall not look like a great one."""


def dial_line(history: History, index: int, room: int, *, focus: bool) -> Spread:
    """One line in the list: the gauge's letter, its name in ``room`` cells, a line of blocks, what it shows."""
    mark = words(letter(index), "bold $accent" if focus else "bold $quiet")
    name = words(f" {history.course.title}")
    short = name.truncate(room, ellipsis=True) if name.cell_length > room else name
    gap = words(" " * (room + 1 - short.cell_length))
    return Spread(together(mark, short, gap, words(blocks(history), "$quiet")), words(reading(history), "bold"))


def blocks(history: History) -> str:
    """A gauge over time, as small blocks: the last one is now."""
    points = history.course.points
    count = min(_SPARK, len(points))
    chosen = [points[round(at * (len(points) - 1) / max(count - 1, 1))] for at in range(count)]
    heights = [history.height(point)[0] for point in chosen]
    whole = history.height(points[-1])[1]
    span = max(max(heights) - min(heights), whole // _AT_LEAST, 2)
    return "".join(_BLOCKS[round((len(_BLOCKS) - 1) * (height - min(heights)) / span)] for height in heights)


def reading(history: History) -> str:
    """What a gauge says: a number, pips, or its band."""
    value, low, high = history.last.value, history.course.low, history.course.high
    if value is None:
        return history.last.band
    if history.shown == "pips" and high - low <= _PIPS:
        return PIP * (value - low) + NO_PIP * (high - value)
    return str(value)


def dial_told(history: History, gauge: Gauge | None, *, bands: bool) -> Content:
    """What there is to say of a gauge; ``gauge`` is as it stands now, None where it isn't shown any more.

    Without ``bands``, those beside the one it stands in are left out.
    """
    course, last = history.course, history.last
    band = last.band if last.value is not None else ""
    top = [words(course.title, "bold $accent"), words(reading(history), "bold"), words(band)]
    if last.value is not None and history.shown == "number":
        part, whole = history.height(last)
        filled = round(_BAR * part / whole)
        top.append(together(words(FULL * filled, "$accent"), words(EMPTY * (_BAR - filled), "$track")))
    said = [separated([part for part in top if part], words("  "))]
    if history.about:
        said.append(words(history.about, "$quiet"))
    if bands and (beside := _beside(history)):
        said.append(words(beside, "$quiet"))
    if gauge is None:
        said.append(words("It is not shown at present.", "$quiet"))
    elif gauge.change:
        said.append(together(words("Just now ", "$quiet"), *_moved(gauge)))
    return stacked(*said)


def shift_told(shift: Shift, *, in_words: bool) -> Hanging:
    """One of the biggest changes: how much, when and where, by which decision, because of what."""
    style = "bold $lift" if shift.change > 0 else "bold $fall"
    sign = (UP if shift.change > 0 else DOWN) * min(abs(shift.change), 3) if in_words else signed(shift.change)
    place = f" {DOT} ".join(part for part in (f"{shift.before} to {shift.after}", shift.when, shift.title) if part)
    why = f" {DASH} {'; '.join(shift.because)}" if shift.because else ""
    decision = together(words(shift.decision, "italic"), words(why, "$quiet"))
    return Hanging(words(sign, style), stacked(words(place, "$quiet"), decision), _LEAD)


def _beside(history: History) -> str:
    under, over = history.beside()
    told = [
        f"{word} {band.name}" + (f" from {band.begins}" if band.begins is not None else "")
        for word, band in (("under it", under), ("over it", over))
        if band is not None
    ]
    said = ", ".join(told)
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _moved(gauge: Gauge) -> list[Content]:
    style = "bold $lift" if gauge.change > 0 else "bold $fall"
    sign = (UP if gauge.change > 0 else DOWN) if gauge.value is None else signed(gauge.change)
    return [words(sign, style), words(f" {DASH} {'; '.join(gauge.because)}" if gauge.because else "", "$quiet")]
