"""A story's map as text: every node under its cluster, with where it comes from and where it leads."""

from collections import defaultdict
from collections.abc import Iterable

from game.author.chart import Chart, Node
from game.author.ways import Way


def as_text(chart: Chart) -> str:
    """The map as text."""
    into: dict[str, list[Way]] = defaultdict(list)
    out: dict[str, list[Way]] = defaultdict(list)
    for way in chart.ways:
        into[way.target].append(way)
        out[way.source].append(way)
    parts = [summary(chart)]
    for cluster, title in chart.clusters.items():
        found = [_node(chart, node, into[node.key], out[node.key]) for node in chart.members(cluster)]
        parts.append("\n".join([title.upper(), *(line for lines in found for line in lines)]))
    return "\n\n".join(parts) + "\n"


def summary(chart: Chart) -> str:
    """What there is, and what stands out, in a few lines."""
    nodes = chart.nodes.values()
    counts = [(sum(node.kind == kind for node in nodes), kind) for kind in ("scene", "storylet", "ending")]
    pairs = len({(way.source, way.target) for way in chart.ways})
    said = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in [*counts, (pairs, "way")]]
    lines = [f"{chart.name}: {', '.join(said)}."]
    orphans = [node.name for node in nodes if node.orphan and not node.outside]
    lines.append(f"Nothing leads to: {', '.join(orphans)}." if orphans else "Something leads to every one of them.")
    hubs = sorted((node for node in nodes if node.hub), key=lambda node: -node.neighbours)
    if hubs:
        lines.append("Many ways meet at: " + ", ".join(f"{node.name} ({node.neighbours})" for node in hubs) + ".")
    if any(node.goes_on for node in nodes):
        lines.append("Where no way out is told of, the turn goes on.")
    return "\n".join(lines)


def marks(node: Node) -> list[str]:
    """What stands out about a node, in words."""
    found = [door.said for door in node.doors]
    if node.orphan:
        found.append("ORPHAN: nothing leads here")
    if node.hub:
        found.append(f"HUB: {node.neighbours} neighbours")
    if node.outside:
        found.append("beyond the arc")
    if node.cut:
        found.append("more ways, not shown")
    return found


def taken(way: Way) -> str:
    """Who takes a way, and what else is to be known of it, in a few words."""
    words = {"then": "then", "pass": f"{way.label} passes", "fail": f"{way.label} fails", "later": f"{way.label} later"}
    words["offer"] = f"{way.label} offers".strip()
    words["thread"] = "thread"
    words["call"] = f"{way.label} calls" if way.label else "calls"
    said = (f"promise {way.label}" if way.kind == "promise" else words.get(way.kind, way.label)).strip()
    return ", ".join(part for part in (said, way.about) if part) or "leads on"


def _node(chart: Chart, node: Node, into: list[Way], out: list[Way]) -> list[str]:
    title = f' "{node.title}"' if node.title else ""
    said = "; ".join(marks(node))
    lines = [f"  {node.name}{title}" + (f"  [{said}]" if said else "")]
    lines += _ways("from", chart, ((way.source, way) for way in into))
    leads = _ways("to", chart, ((way.target, way) for way in out))
    if node.goes_on and (leads or node.cut):
        leads.append(f"    {'' if leads else 'to':5}the turn goes on")
    return lines + leads


def _ways(word: str, chart: Chart, ways: Iterable[tuple[str, Way]]) -> list[str]:
    """One line for each other end, with every way that leads there."""
    ends: dict[str, list[str]] = defaultdict(list)
    for other, way in ways:
        ends[other].append(taken(way))
    lines: list[str] = []
    for other, said in ends.items():
        node = chart.nodes[other]
        what = f"{node.kind} {node.name}" if node.kind in ("ending", "rule") else node.name
        lines.append(f"    {'' if lines else word:5}{what} ({'; '.join(dict.fromkeys(said))})")
    return lines
