"""A story's map as one page: drawn in SVG, listed below as text, with nothing fetched and nothing run.

Pointing at a node (or tabbing to it) lifts out its ways; that is done by style rules alone. Every word of the story is
escaped, and the page forbids itself scripts and the network.
"""

from collections import defaultdict
from html import escape
from itertools import pairwise

from game.author.chart import Chart, Node
from game.author.chart_style import STYLE
from game.author.chart_text import marks, summary, taken
from game.author.lanes import HEIGHT, WIDTH, Lane, Place
from game.author.layout import Layout, Pair, laid_out
from game.author.ways import Way
from game.source.clean import clean_line

_EDGE, _PAGE, _BESIDE = 20, 1400, 24
_TITLE_FITS, _NAME_FITS = 24, 30
_ROUND = 40
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_DASHED = frozenset(("later", "promise", "left", "offer"))

Ways = dict[Pair, list[Way]]


def as_page(chart: Chart) -> str:
    """The map as an HTML page."""
    pairs: Ways = defaultdict(list)
    for way in chart.ways:
        pairs[way.source, way.target].append(way)
    names = {key: f"n{index}" for index, key in enumerate(chart.nodes)}
    title = escape(clean_line(chart.name))
    said = "".join(f"<p>{escape(line)}</p>" for line in summary(chart).split("\n"))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: the map</title>
<style>{STYLE}{_lifted(pairs, names)}</style>
</head>
<body>
<h1>{title}</h1>
<div class="said">{said}</div>
{_LEGEND}
<p class="fit"><input type="checkbox" id="fit"><label for="fit">the whole map in the window's width</label></p>
<div class="map">{_drawing(chart, pairs, names)}</div>
<h2>The same, as a list</h2>
{_list(chart, pairs, names)}
</body>
</html>
"""


_LEGEND = """<ul class="legend">
<li><i class="k scene"></i>scene</li><li><i class="k storylet"></i>storylet</li><li><i class="k ending"></i>ending</li>
<li><i class="k hub"></i>many ways meet</li><li><i class="k orphan"></i>nothing leads here</li>
<li><i class="k way"></i>leads on</li><li><i class="k later"></i>later, or by a promise</li>
</ul>"""


def _lifted(pairs: Ways, names: dict[str, str]) -> str:
    """A rule for each node that has ways: what it shows when it is pointed at."""
    tied = dict.fromkeys(key for pair in pairs for key in pair)
    return "".join(
        f"svg:has(#{name}:is(:hover,:focus)) .w.{name}{{stroke:var(--lift);stroke-width:3;opacity:1}}"
        for name in (names[key] for key in tied)
    )


def _drawing(chart: Chart, pairs: Ways, names: dict[str, str]) -> str:
    lanes = [Lane([node.key for node in chart.members(cluster)]) for cluster in chart.clusters]
    earliest = {
        node.key: min((door.turn for door in node.doors if door.turn), default=0) for node in chart.nodes.values()
    }
    layout = laid_out(lanes, pairs, earliest, _PAGE)
    parts = [_box(one, title) for one, title in zip(lanes, chart.clusters.values(), strict=True)]
    parts += [_way(pair, ways, layout, names) for pair, ways in pairs.items()]
    parts += [_node(node, layout.places[node.key], names[node.key]) for node in chart.nodes.values()]
    width, height = layout.width + 3 * _EDGE, layout.height + 2 * _EDGE
    size = f'viewBox="{-2 * _EDGE} {-_EDGE} {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    return f'<svg {size} role="group" aria-label="map">{_ARROWS}{"".join(parts)}</svg>'


_ARROWS = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" '
    'markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto">'
    '<path d="M0 0 8 4 0 8z" class="tip"/></marker></defs>'
)


def _box(one: Lane, title: str) -> str:
    said = escape(_cut(title, int(one.width / 8)))
    return (
        f'<rect class="box" x="{one.left:.0f}" y="{one.top:.0f}" width="{one.width:.0f}" height="{one.height:.0f}" '
        f'rx="10"/><text class="head" x="{one.left + 16:.0f}" y="{one.top + 20:.0f}">{said}</text>'
    )


def _way(pair: Pair, ways: list[Way], layout: Layout, names: dict[str, str]) -> str:
    source, target = pair
    kind = " later" if all(way.kind in _DASHED for way in ways) else ""
    said = "; ".join(dict.fromkeys(taken(way) for way in ways))
    hover = escape(f"{_name(source)} to {_name(target)}: {said}")
    path = _path(layout.places[source], layout.places[target], layout.stops.get(pair))
    return (
        f'<path class="w{kind} {names[source]} {names[target]}" d="{path}" marker-end="url(#tip)">'
        f"<title>{hover}</title></path>"
    )


def _path(source: Place, target: Place, stops: list[Place] | None) -> str:
    """A way as a curve: onward from side to side, through its stops; back from below, round to below."""
    (x1, y1), (x2, y2) = source, target
    if source == target:
        return f"M{x1 + WIDTH - 34:.0f} {y1:.0f}c-6 -22 28 -22 22 -1"
    if stops is not None:
        walk = [(x1 + WIDTH, y1 + HEIGHT / 2), *stops, (x2, y2 + HEIGHT / 2)]
        return f"M{_at(*walk[0])}" + "".join(_curve(one, other) for one, other in pairwise(walk))
    low = max(y1, y2) + HEIGHT + _ROUND
    a, b = x1 + WIDTH / 2, x2 + WIDTH / 2 + _BESIDE
    return f"M{_at(a, y1 + HEIGHT)}C{_at(a, low)} {_at(b, low)} {_at(b, y2 + HEIGHT)}"


def _at(x: float, y: float) -> str:
    return f"{x:.0f} {y:.0f}"


def _curve(one: Place, other: Place) -> str:
    """From a point to the right of it; level at both ends."""
    half = (one[0] + other[0]) / 2
    return f"L{_at(*other)}" if one[1] == other[1] else f"C{_at(half, one[1])} {_at(half, other[1])} {_at(*other)}"


def _name(key: str) -> str:
    """A key as it is said: ``ending(done)`` as ``ending done``."""
    return key.replace("(", " ").removesuffix(")")


def _node(node: Node, place: Place, name: str) -> str:
    x, y = place
    kinds = [node.kind, *(word for word in ("orphan", "hub", "outside") if getattr(node, word))]
    doors = [door.said for door in node.doors if door.kind in ("start", "date", "beat")]
    hover = escape("\n".join([node.title or node.name, node.name, *marks(node)]))
    title, small = (
        escape(_cut(node.title or node.name, _TITLE_FITS)),
        escape(_cut(node.name if node.title else node.kind, _NAME_FITS)),
    )
    pill = ""
    if doors:
        said = escape(_cut(", ".join(doors), _NAME_FITS))
        long = 6 * min(len(", ".join(doors)), _NAME_FITS) + 14
        pill = (
            f'<rect class="pill" x="{x + 10:.0f}" y="{y - 9:.0f}" width="{long}" height="17" rx="8"/>'
            f'<text class="when" x="{x + 17:.0f}" y="{y + 3.5:.1f}">{said}</text>'
        )
    return (
        f'<g class="n {" ".join(kinds)}" id="{name}" tabindex="0"><title>{hover}</title>'
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{WIDTH}" height="{HEIGHT}" rx="{_RADIUS[node.kind]}"/>'
        f'<text class="title" x="{x + WIDTH / 2:.0f}" y="{y + 22:.0f}">{title}</text>'
        f'<text class="id" x="{x + WIDTH / 2:.0f}" y="{y + 37:.0f}">{small}</text>{pill}</g>'
    )


_RADIUS = {"scene": 6, "storylet": 18, "ending": 23, "rule": 0}


def _cut(text: str, fits: int) -> str:
    return text if len(text) <= fits else text[: fits - 1] + _ELLIPSIS


def _list(chart: Chart, pairs: Ways, names: dict[str, str]) -> str:
    """Every node with its ways in and out, as links between one another."""
    into: dict[str, list[str]] = defaultdict(list)
    out: dict[str, list[str]] = defaultdict(list)
    for (source, target), ways in pairs.items():
        said = escape("; ".join(dict.fromkeys(taken(way) for way in ways)))
        out[source].append(f'<li>to <a href="#l{names[target]}">{escape(_name(target))}</a> ({said})</li>')
        into[target].append(f'<li>from <a href="#l{names[source]}">{escape(_name(source))}</a> ({said})</li>')
    parts: list[str] = []
    for cluster, title in chart.clusters.items():
        parts.append(f"<h3>{escape(title)}</h3><dl>")
        for node in chart.members(cluster):
            said = escape("; ".join(marks(node)))
            shown = f"<b>{escape(node.name)}</b> {escape(node.title)} <span>{said}</span>"
            on = ["<li>the turn goes on</li>"] if node.goes_on else []
            items = "".join([*into[node.key], *out[node.key], *on])
            parts.append(f'<dt id="l{names[node.key]}">{shown}</dt><dd><ul>{items}</ul></dd>')
        parts.append("</dl>")
    return "".join(parts)
