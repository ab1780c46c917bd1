"""The parts of the report that are told by reader: endings, meters, length."""

from collections.abc import Iterator

from game.analysis.simulate.courses import END
from game.analysis.simulate.figures import Spread, courses, spread
from game.analysis.simulate.tally import Tally
from game.author.simulation.charts import Part, Scale, bars, fan, histogram
from game.author.simulation.marks import Cell, Row, folded, note, number, safe, section, table
from game.author.simulation.report import CUTS, Report, percent, share

_COLOURS = 9
"""So many endings have a colour of their own; the rarer ones share one."""
_OTHERS, _NONE = "e9", "e10"


def who(report: Report) -> tuple[Tally, ...]:
    """Whose figures can be looked at: all readers together, where there are several, then each."""
    return report.tallies if len(report.tallies) == 1 else (report.every, *report.tallies)


def picker(report: Report) -> str:
    """The choice of a reader, for what is told by reader."""
    names = [report.title(one.reader) if one.reader else "all together" for one in who(report)]
    if len(names) == 1:
        return '<input type="radio" id="w0" name="who" checked hidden>'
    radios = "".join(
        f'<label><input type="radio" name="who" id="w{index}"{" checked" if not index else ""}>{safe(name)}</label>'
        for index, name in enumerate(names)
    )
    return f"<fieldset><legend>Meters and length of</legend>{radios}</fieldset>"


def endings(report: Report) -> str:
    """Endings by reader: bars, and a table that says how sure each share is."""
    titles = {one.id: one.title for one in report.story.endings}
    came = [name for name in report.endings if report.every.endings[name]]
    own, others = came[:_COLOURS], came[_COLOURS:]
    legend = [(f"e{index}", titles[name]) for index, name in enumerate(own)]
    if others:
        legend.append((_OTHERS, f"{len(others)} rarer endings"))
    if report.every.cut:
        legend.append((_NONE, "no ending"))
    shown = "".join(f'<li><i class="{kind}"></i>{safe(title)}</li>' for kind, title in legend)
    chart = bars(
        "Endings by reader, in percent of runs",
        [(report.title(one.reader), list(_parts(report, one, own, others))) for one in report.tallies],
    )
    never = [titles[name] for name in report.endings if not report.every.endings[name]]
    return section(
        "endings", "Endings by reader",
        f'<div class="card">{chart}<ul class="legend">{shown}</ul></div>',
        _table(report, titles),
        note(f"Never reached: {', '.join(never)}.") if never else "",
    )  # fmt: skip


def _parts(report: Report, tally: Tally, own: list[str], others: list[str]) -> Iterator[Part]:
    titles = {one.id: one.title for one in report.story.endings}
    runs = max(1, tally.runs)
    for index, name in enumerate(own):
        if tally.endings[name]:
            yield Part(f"e{index}", tally.endings[name] / runs, titles[name])
    rest = {titles[name]: tally.endings[name] for name in others if tally.endings[name]}
    if rest:
        yield Part(
            _OTHERS, sum(rest.values()) / runs, ", ".join(f"{title} ({count:,})" for title, count in rest.items())
        )
    if tally.cut:
        yield Part(_NONE, sum(tally.cut.values()) / runs, "no ending")


def _table(report: Report, titles: dict[str, str]) -> str:
    rows = [
        Row(
            [
                Cell(f'{safe(titles[name])} <small class="id">{safe(name)}</small>'),
                *(_cell(one.endings[name], one.runs) for one in report.tallies),
            ]
        )
        for name in report.endings
    ]
    rows += [
        Row([Cell(safe(said)), *(_cell(one.cut[cut], one.runs) for one in report.tallies)])
        for cut, said in CUTS.items()
        if report.every.cut[cut]
    ]
    head = ("Ending", *(report.title(one.reader) for one in report.tallies))
    return table("Percent of runs; below, what it is between in 95 of 100 cases (Wilson)", head, rows)


def _cell(count: int, runs: int) -> Cell:
    value, (low, high) = share(count, runs)
    if not count:
        return number(0, "\N{EN DASH}")
    return number(value, f"{percent(value)} <br><small>{percent(low)} to {percent(high)}</small>")


def meters(report: Report) -> str:
    """How meters go: a fan for each, by reader."""
    if not report.story.world.meters:
        return ""
    unit = "turn" if report.story.world.clock is not None else "decision"
    parts = [
        f'<div class="by by{index}"><div class="grid">{"".join(_fans(report, one))}</div></div>'
        for index, one in enumerate(who(report))
    ]
    numbers = folded("The same as numbers, of all readers together", _numbers(report, unit))
    said = (
        f"Median (line), half of the runs (dark) and nine in ten (pale) as each {unit} begins; of runs that have not "
        "ended by then. Dashed lines are where bands begin."
    )
    return section("meters", f"Meters by {unit}", note(said), *parts, numbers)


def _fans(report: Report, tally: Tally) -> Iterator[str]:
    found = courses(tally)
    for meter in report.story.world.meters:
        course = found.get(meter.id, {})
        end = course.get(END)
        said = "" if end is None else f"ends at {end.median} ({end.low} to {end.high})"
        chart = fan(meter.title, course, Scale(meter.low, meter.high, meter.bands))
        caption = f"<figcaption>{safe(meter.title)}<span>{safe(said)}</span></figcaption>"
        yield f'<figure class="card">{caption}{chart}</figure>'


def _numbers(report: Report, unit: str) -> str:
    found = courses(report.every)
    rows = [
        Row(
            [
                Cell(f"{safe(meter.title)}, {'end' if point == END else f'{unit} {point}'}"),
                *map(number, (one.low, one.quarter, one.median, one.three_quarters, one.high, one.runs)),
            ]
        )
        for meter in report.story.world.meters
        for point, one in found.get(meter.id, {}).items()
    ]
    return table("Values of meters", ("Meter", "5 %", "25 %", "Median", "75 %", "95 %", "Runs"), rows)


def lengths(report: Report) -> str:
    """How long runs are: histograms by reader, and a table."""
    parts = [
        f'<div class="by by{index}"><div class="grid">{_columns("Decisions in a run", one.decisions)}'
        f"{_columns('Words read in a run', one.words) if one.worded else ''}</div></div>"
        for index, one in enumerate(who(report))
    ]
    rows = [
        Row([Cell(safe(report.title(one.reader))), *_lengths(spread(one.decisions)), *_lengths(spread(one.words))])
        for one in report.tallies
    ]
    head = ("Reader", "Decisions, median", "5 to 95 %", "range", "Words, median", "5 to 95 %", "range")
    said = (
        "Words are those of all pages: texts told, results, and what is offered, each time it stands there. "
        "The columns are of the reader picked."
    )
    return section("length", "Length of a run", note(said), *parts, "<br>", table("Length by reader", head, rows))


def _columns(title: str, counts: dict[int, int]) -> str:
    found = spread(counts)
    said = "" if found is None else f"median {found.median:,}"
    caption = f"<figcaption>{safe(title)}<span>{said}</span></figcaption>"
    return f'<figure class="card">{caption}{histogram(title, counts)}</figure>'


def _lengths(found: Spread | None) -> tuple[Cell, Cell, Cell]:
    if found is None:
        return Cell("not counted"), Cell(""), Cell("")
    return (
        number(found.median),
        number(found.low, f"{found.low:,} to {found.high:,}"),
        number(found.least, f"{found.least:,} to {found.most:,}"),
    )
