"""Gauges as text: in a column beside the prose, in a line or three above it, and on a sheet with all their reasons."""

from itertools import groupby

from textual.content import Content

from game.tui.glyphs import DASH, DOWN, EMPTY, FULL, MINUS, MORE, NO_PIP, PIP, UP
from game.tui.text import NOTHING, passage, stacked, together, words
from game.view.page import Gauge

_PIPS = 10


def panel(gauges: tuple[Gauge, ...], width: int, height: int) -> Content:
    """Return the column: two lines a gauge where there is room, with air between them if there is more, else one."""
    shown = [list(group) for _, group in groupby(gauges, key=lambda gauge: gauge.group)]
    full = sum(2 + 3 * len(group) for group in shown)
    snug = sum(2 + 2 * len(group) for group in shown)
    parts: list[Content] = []
    for group in shown:
        if group[0].group:
            parts.append(words(group[0].group.upper(), "bold $quiet"))
        for gauge in group:
            if snug > height:
                parts.append(_one_line(gauge, width))
                continue
            parts.append(_two_lines(gauge, width))
            if full <= height:
                parts.append(NOTHING)
        if full > height:
            parts.append(NOTHING)
    return stacked(*parts)


def status(gauges: tuple[Gauge, ...], width: int, limit: int) -> Content:
    """Return name, value, band and change of the gauges in ``limit`` lines.

    Where that is too much, bands of what did not move are left out, then all bands, then gauges: what moved comes
    first.
    """
    moved = frozenset(gauge.id for gauge in gauges if gauge.change)
    for banded in (frozenset(gauge.id for gauge in gauges), moved, frozenset[str]()):
        found = _packed(gauges, width, banded)
        if len(found) <= limit:
            break
    if len(found) > limit:
        first = sorted(gauges, key=lambda gauge: gauge.change == 0)
        found = _packed(tuple(first), width - 2)[:limit]
        found[-1] = together(found[-1], words(f" {MORE}", "$quiet"))
    return stacked(*found) if found else NOTHING


def sheet(gauge: Gauge, width: int) -> Content:
    """Return one gauge with its bar, its meaning, and why it moved."""
    parts = [_two_lines(gauge, min(width, 44))]
    if gauge.about:
        parts.append(passage(gauge.about, "$quiet"))
    parts.extend(words(f"{DASH} {why}", "$quiet") for why in gauge.because)
    return stacked(*parts)


def signed(change: int) -> str:
    """Return a change with its sign, or nothing."""
    return f"+{change}" if change > 0 else f"{MINUS}{-change}" if change < 0 else ""


def reading(gauge: Gauge) -> str:
    """Return what a gauge says: a number, pips, or its band."""
    if gauge.value is None:
        return gauge.band
    if gauge.shown == "pips" and gauge.high - gauge.low <= _PIPS:
        have = gauge.value - gauge.low
        return PIP * have + NO_PIP * (gauge.high - gauge.low - have)
    return str(gauge.value)


def bar(gauge: Gauge, width: int) -> Content:
    """Return a bar: heavy as far as the gauge stands, light for the rest."""
    if gauge.value is None:
        return NOTHING
    span = max(gauge.high - gauge.low, 1)
    filled = round(width * (gauge.value - gauge.low) / span)
    return together(words(FULL * filled, "$accent"), words(EMPTY * (width - filled), "$track"))


def change(gauge: Gauge) -> Content:
    """Return what the last decision changed, with its sign; where no number is shown, only which way."""
    style = "bold $lift" if gauge.change > 0 else "bold $fall"
    if gauge.change and gauge.value is None:
        return words(UP if gauge.change > 0 else DOWN, style)
    return words(signed(gauge.change), style)


def _barred(gauge: Gauge) -> bool:
    return gauge.value is not None and gauge.shown != "pips"


def _two_lines(gauge: Gauge, width: int) -> Content:
    top = _between(words(gauge.title), _value(gauge), width)
    if not _barred(gauge):
        return top if gauge.value is None or not gauge.band else stacked(top, words(gauge.band.rjust(width), "$quiet"))
    band = words(gauge.band, "$quiet")
    length = max(width - 15, 4)
    return stacked(top, _between(bar(gauge, length), band, width))


def _one_line(gauge: Gauge, width: int) -> Content:
    if not _barred(gauge):
        return _between(words(gauge.title), _value(gauge, snug=True), width)
    name = words(gauge.title[:11].ljust(12))
    return _between(together(name, bar(gauge, max(width - 21, 0))), _value(gauge, snug=True), width)


def _value(gauge: Gauge, *, snug: bool = False) -> Content:
    """Return the change, in a word and with its sign, then the reading, so that readings stand in a column."""
    trend = words(f"{gauge.trend} ", "$quiet") if gauge.change and not snug else NOTHING
    return together(trend, change(gauge), words("  "), words(reading(gauge).rjust(3), "bold"))


def _between(left: Content, right: Content, width: int) -> Content:
    room = width - right.cell_length - 1
    if left.cell_length > room:
        left = left.truncate(max(room, 1), ellipsis=True)
    return together(left, words(" " * max(width - left.cell_length - right.cell_length, 1)), right)


def _packed(gauges: tuple[Gauge, ...], width: int, banded: frozenset[str] = frozenset()) -> list[Content]:
    lines: list[Content] = []
    for gauge in gauges:
        item = together(words(f"{gauge.title} ", "$quiet"), words(reading(gauge), "bold"))
        if gauge.id in banded and _barred(gauge) and gauge.band:
            item = together(item, words(f" {gauge.band}"))
        if gauge.change:
            item = together(item, words(" "), change(gauge))
        if lines and lines[-1].cell_length + 3 + item.cell_length <= width:
            lines[-1] = together(lines[-1], words("   "), item)
        else:
            lines.append(item)
    return lines
