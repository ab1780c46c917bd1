"""A story's map in the languages of other programs: DOT for Graphviz, Mermaid for pages that draw it."""

import re
from collections import defaultdict

from game.author.chart import Chart, Node
from game.author.chart_text import taken
from game.author.ways import Way
from game.source.clean import clean_line

_DASHED = frozenset(("later", "promise", "left", "offer"))
_LONGEST = 60


def as_dot(chart: Chart) -> str:
    """The map in DOT."""
    lines = [
        "digraph story {",
        "  rankdir=LR; compound=true; nodesep=0.25; ranksep=0.7;",
        f"  label={_quoted(chart.name)}; labelloc=t;",
        '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="Helvetica", fontsize=11];',
        '  edge [fontname="Helvetica", fontsize=9, color="#555555"];',
    ]
    for index, (cluster, title) in enumerate(chart.clusters.items()):
        lines += [f"  subgraph cluster_{index} {{", f"    label={_quoted(title)}; color=gray;"]
        lines += [f"    {_quoted(node.key)} [{_dot_node(node)}];" for node in chart.members(cluster)]
        lines.append("  }")
    for (source, target), ways in _pairs(chart).items():
        style = ", style=dashed" if _all_dashed(ways) else ""
        lines.append(f"  {_quoted(source)} -> {_quoted(target)} [label={_quoted(_label(ways))}{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def as_mermaid(chart: Chart) -> str:
    """The map in Mermaid."""
    names = {key: f"n{index}" for index, key in enumerate(chart.nodes)}
    lines = ["flowchart LR"]
    for index, (cluster, title) in enumerate(chart.clusters.items()):
        lines.append(f'  subgraph c{index}["{_entities(title)}"]')
        for node in chart.members(cluster):
            left, right = {"ending": ("([", "])"), "storylet": ("(", ")"), "rule": ("{{", "}}")}.get(
                node.kind, ("[", "]")
            )
            said = "<br/>".join(_entities(line) for line in _lines(node))
            lines.append(f'    {names[node.key]}{left}"{said}"{right}{_mermaid_class(node)}')
        lines.append("  end")
    for (source, target), ways in _pairs(chart).items():
        arrow = "-.->" if _all_dashed(ways) else "-->"
        lines.append(f'  {names[source]} {arrow}|"{_entities(_label(ways))}"| {names[target]}')
    lines += [
        "  classDef ending fill:#2b3a55,color:#fff,stroke:#2b3a55",
        "  classDef orphan fill:#fde8e6,color:#000,stroke:#c0392b,stroke-dasharray:4",
        "  classDef hub fill:#fff3cd,color:#000,stroke:#b58900,stroke-width:3px",
        "  classDef outside fill:#f2f2f2,color:#777,stroke:#bbb",
    ]
    return "\n".join(lines) + "\n"


def _pairs(chart: Chart) -> dict[tuple[str, str], list[Way]]:
    """The ways between each two nodes, together."""
    found: dict[tuple[str, str], list[Way]] = defaultdict(list)
    for way in chart.ways:
        found[way.source, way.target].append(way)
    return found


def _all_dashed(ways: list[Way]) -> bool:
    return all(way.kind in _DASHED for way in ways)


def _label(ways: list[Way]) -> str:
    said = "; ".join(dict.fromkeys(way.label or taken(way) for way in ways))
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _lines(node: Node) -> list[str]:
    """What stands on a node."""
    doors = "; ".join(door.said for door in node.doors if door.kind != "deck")
    orphan = "nothing leads here" if node.orphan else ""
    cut = "more ways, not shown" if node.cut else ""
    return [line for line in (node.title or node.name, node.name if node.title else "", doors, orphan, cut) if line]


def _dot_node(node: Node) -> str:
    shown = [f"label={_quoted(chr(10).join(_lines(node)))}"]
    if node.kind == "ending":
        shown.append('shape=doubleoctagon, style=filled, fillcolor="#2b3a55", fontcolor=white')
    elif node.kind == "rule":
        shown.append("shape=hexagon")
    if node.orphan:
        shown.append('color="#c0392b", style="dashed,filled", fillcolor="#fde8e6", fontcolor=black')
    elif node.hub:
        shown.append('color="#b58900", penwidth=3, fillcolor="#fff3cd"')
    elif node.outside:
        shown.append("color=gray, fontcolor=gray")
    return ", ".join(shown)


def _mermaid_class(node: Node) -> str:
    for word, holds in (("orphan", node.orphan), ("ending", node.kind == "ending"), ("hub", node.hub)):
        if holds:
            return f":::{word}"
    return ":::outside" if node.outside else ""


def _quoted(text: str) -> str:
    """A string of DOT: only quotation marks and backslashes mean anything in one."""
    lines = (clean_line(line).replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n"))
    return '"' + "\\n".join(lines) + '"'


def _entities(text: str) -> str:
    """Text inside quotation marks of Mermaid: every sign but letters, digits and plain ones by its number."""
    return re.sub(r"[^\w ,.:;!?'()/+*=-]", lambda sign: f"#{ord(sign.group())};", clean_line(text))
