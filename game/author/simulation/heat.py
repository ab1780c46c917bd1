"""Scenes by turn: a table that is a chart, its cells the darker, the more runs met the scene in that turn."""

from game.author.simulation.marks import note, safe, section
from game.author.simulation.report import Report, percent

_SHADES = ((0.75, "e"), (0.4, "d"), (0.15, "c"), (0.04, "b"), (0.0, "a"))


def scenes(report: Report) -> str:
    """The section: how much is met, and when."""
    every, clock = report.every, report.story.world.clock
    missing = report.missed
    told = f"An average run doesn't meet {percent(missing.share)} % of the {missing.of:,} scenes and storylets."
    if clock is None:
        return section("scenes", "Scenes", note(told), _table(report, "In which percentage of runs a scene comes.", 0))
    hanging = report.hanging
    told += (
        f" Of the scenes that come, {percent(hanging.share)} % have a text or choices that hang on what was done "
        f"three turns before or earlier; {len(hanging.scenes):,} scenes do so at some time."
    )
    turns = max((turn for _, turn in every.heat), default=1)
    said = f"In which percentage of runs a scene comes, by {clock.unit}; the last column: at all."
    return section("scenes", "Scenes by turn", note(told), _table(report, said, turns))


def _table(report: Report, caption: str, turns: int) -> str:
    every = report.every
    first: dict[str, int] = {}
    for scene, turn in every.heat:
        first[scene] = min(turn, first.get(scene, turn))
    names = sorted(first, key=lambda name: (first[name], -_met(report, name), name))
    rows = "\n".join(
        f'<tr><th scope="row" class="id">{safe(name)}</th>'
        + "".join(_cell(every.heat[name, turn] / max(1, every.runs)) for turn in range(1, turns + 1))
        + f'<td class="all">{percent(_met(report, name))}</td></tr>'
        for name in names
    )
    head = "".join(f'<th scope="col">{turn}</th>' for turn in range(1, turns + 1))
    return (
        '<div class="wide heat" tabindex="0" role="region" aria-label="Scenes by turn"><table>'
        f'<caption>{safe(caption)}</caption><thead><tr><th scope="col">Scene</th>{head}<th scope="col">all</th></tr>'
        f"</thead><tbody>\n{rows}\n</tbody></table></div>"
    )


def _met(report: Report, name: str) -> float:
    """In which share of runs a scene or storylet is met."""
    kind = "storylet" if name in report.story.storylets else "scene"
    return report.every.met[kind, name] / max(1, report.every.runs)


def _cell(value: float) -> str:
    if not value:
        return "<td></td>"
    kind = next(kind for least, kind in _SHADES if value > least)
    return f'<td class="{kind}">{percent(value)}</td>'
