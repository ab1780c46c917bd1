"""Charts as SVG that stands in a page: each with a title and words for those who don't see it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from game.analysis.simulate.figures import Spread
from game.author.simulation.marks import safe

_BAR, _GAP, _LABEL, _FULL = 26, 10, 150, 760
_FITS = 0.045
"""In a part of a bar that is at least so wide, its percentage can be read."""
_WIDTH, _HEIGHT, _LEFT, _BELOW, _TOP = 320, 150, 38, 20, 8
_BINS = 24


class Part(NamedTuple):
    """A part of a bar: its style, its share of the whole, what it is called."""

    kind: str
    share: float
    title: str


def bars(title: str, rows: Iterable[tuple[str, Sequence[Part]]]) -> str:
    """Stacked bars, one a row."""
    drawn = list(rows)
    height = len(drawn) * (_BAR + _GAP) + _GAP
    parts: list[str] = []
    for index, (name, row) in enumerate(drawn):
        top = _GAP + index * (_BAR + _GAP)
        short = name if len(name) <= 20 else name[:19] + "\N{HORIZONTAL ELLIPSIS}"  # noqa: PLR2004 - what fits
        parts.append(f'<text class="who" x="{_LABEL - 10}" y="{top + 18}">{safe(short)}</text>')
        left = float(_LABEL)
        for part in row:
            wide = part.share * _FULL
            said = f"{name}: {part.title}, {100 * part.share:.1f} %"
            size = f'x="{left:.1f}" y="{top}" width="{max(0.0, wide - 1):.1f}" height="{_BAR}"'
            parts.append(f'<g class="{part.kind}"><rect {size} rx="2"><title>{safe(said)}</title></rect>')
            if part.share >= _FITS:
                parts.append(f'<text x="{left + wide / 2:.1f}" y="{top + 17}">{100 * part.share:.0f}</text>')
            parts.append("</g>")
            left += wide
    return _svg("bars", title, _LABEL + _FULL, height, "".join(parts))


class Scale(NamedTuple):
    """What a meter runs over: its range, and the names of its bands by where they begin."""

    low: int
    high: int
    bands: tuple[tuple[str, int], ...] = ()


def fan(title: str, course: Mapping[int, Spread], scale: Scale) -> str:
    """A fan: from 5 to 95 percent pale, the quartiles darker, the median a line. Points are turns."""
    points = [point for point in course if point]
    if not points:
        return ""
    first, last = points[0], points[-1]

    def x(point: float) -> float:
        return _LEFT + (_WIDTH - _LEFT) * (point - first) / max(1, last - first)

    def y(value: float) -> float:
        return _TOP + _HEIGHT * (scale.high - value) / max(1, scale.high - scale.low)

    def area(kind: str, low: str, high: str) -> str:
        up = [f"{x(one):.1f},{y(getattr(course[one], high)):.1f}" for one in points]
        down = [f"{x(one):.1f},{y(getattr(course[one], low)):.1f}" for one in reversed(points)]
        return f'<polygon class="{kind}" points="{" ".join([*up, *down])}"/>'

    parts = [
        f'<line class="band" x1="{_LEFT}" y1="{y(low):.1f}" x2="{_WIDTH}" y2="{y(low):.1f}">'
        f"<title>{safe(name)}</title></line>"
        for name, low in scale.bands
        if scale.low < low < scale.high
    ]
    parts += [area("far", "low", "high"), area("near", "quarter", "three_quarters")]
    line = " ".join(f"{x(one):.1f},{y(course[one].median):.1f}" for one in points)
    parts.append(f'<polyline class="median" points="{line}"/>')
    parts += [_tick(_LEFT - 5, y(value) + 4, value, "end") for value in dict.fromkeys((scale.low, scale.high))]
    parts += [_tick(x(one), _TOP + _HEIGHT + 15, one, "middle") for one in ticks(first, last)]
    wide = (_WIDTH - _LEFT) / max(1, last - first)
    parts += [
        f'<rect class="spot" x="{x(one) - wide / 2:.1f}" y="{_TOP}" width="{wide:.1f}" height="{_HEIGHT}">'
        f"<title>{safe(_said(one, course[one]))}</title></rect>"
        for one in points
    ]
    end = course[points[-1]]
    said = f"{title}: median {course[first].median} at {first}, {end.median} at {last}"
    return _svg("fan", said, _WIDTH + 14, _TOP + _HEIGHT + _BELOW, "".join(parts))


def _said(point: int, found: Spread) -> str:
    return (
        f"{point}: median {found.median}, half of the runs {found.quarter} to {found.three_quarters}, "
        f"nine in ten {found.low} to {found.high}; {found.runs:,} runs"
    )


def histogram(title: str, counts: Mapping[int, int]) -> str:
    """How often numbers came, in columns of equal width."""
    there = {number: count for number, count in counts.items() if count}
    if not there:
        return ""
    low, step, columns = binned(there)
    most, wide, bottom = max(columns), (_WIDTH - _LEFT) / len(columns), _TOP + _HEIGHT
    parts: list[str] = []
    for index, count in enumerate(columns):
        begins, high = low + index * step, _HEIGHT * count / most
        covers = f"{begins:,}" if step == 1 else f"{begins:,} to {begins + step - 1:,}"
        size = f'width="{max(1.0, wide - 1.5):.1f}" height="{high:.1f}"'
        parts.append(
            f'<rect class="col" x="{_LEFT + index * wide:.1f}" y="{bottom - high:.1f}" {size}>'
            f"<title>{covers}: {count:,} runs</title></rect>"
        )
    parts.append(f'<line class="axis" x1="{_LEFT}" y1="{bottom}" x2="{_WIDTH}" y2="{bottom}"/>')
    parts.append(_tick(_LEFT - 5, _TOP + 9, most, "end"))
    shown = ticks(low, low + (len(columns) - 1) * step)
    parts += [_tick(_LEFT + ((one - low) / step + 0.5) * wide, bottom + 15, one, "middle") for one in shown]
    return _svg("hist", title, _WIDTH + 14, bottom + _BELOW, "".join(parts))


def binned(counts: Mapping[int, int]) -> tuple[int, int, list[int]]:
    """Where the first column begins, how much each covers (a round number), and how often each came."""
    least, most = min(counts), max(counts)
    step = next(
        size * 10**power
        for power in range(20)
        for size in (1, 2, 5)
        if most // (size * 10**power) - least // (size * 10**power) < _BINS
    )
    columns = [0] * (most // step - least // step + 1)
    for number, count in counts.items():
        columns[number // step - least // step] += count
    return least // step * step, step, columns


def ticks(first: int, last: int) -> list[int]:
    """Numbers to stand under an axis: the ends, and round steps between them that leave room."""
    step = next(size * 10**power for power in range(20) for size in (1, 2, 5) if (last - first) <= 6 * size * 10**power)
    inner = [one for one in range(-(-first // step) * step, last, step) if first + step / 2 < one <= last - step / 2]
    return list(dict.fromkeys([first, *inner, last]))


def _tick(x: float, y: float, value: int, anchor: str) -> str:
    return f'<text class="tick" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{value:,}</text>'


def _svg(kind: str, title: str, width: float, height: float, inside: str) -> str:
    return (
        f'<svg class="{kind}" viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="{safe(title)}">'
        f"<title>{safe(title)}</title>{inside}</svg>"
    )
