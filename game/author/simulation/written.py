"""The parts of the report that follow the author's files: every passage, and the sources with counts beside them."""

from collections.abc import Iterator, Mapping

from game.analysis.explore.target import Target
from game.analysis.explore.targets import targets_of
from game.analysis.simulate.margins import margins
from game.analysis.simulate.tally import Tally
from game.author.simulation.marks import Cell, Row, filtered, folded, note, number, safe, section, table
from game.author.simulation.report import Report, percent

_NEVER = "never met"


def passages(report: Report) -> str:
    """Everything that can be met besides choices: scenes, storylets, lines, endings, codas and variants of texts."""
    every = report.every
    listed = [
        one
        for one in targets_of(report.story)
        if one.kind not in ("choice", "claim") and (every.worded or one.kind != "variant")
    ]
    rows = table(
        "Passages",
        ("Passage", "Kind", "Place", "% of runs", "Times"),
        (_row(every, one) for one in listed),
        lively=True,
    )
    said = (
        "How often each scene, storylet, line, ending, coda and variant of a text was met, of all readers together. "
        "A variant is named by its text and its number there."
    )
    kinds = dict.fromkeys((_NEVER, *(one.kind for one in listed)))
    return section("passages", "Passages", note(said), filtered("passages", kinds, rows))


def _row(every: Tally, one: Target) -> Row:
    met = every.met[one.kind, one.name]
    mark = "" if met else f' <span class="flag">{_NEVER}</span>'
    share = met / max(1, every.runs)
    cells = (
        Cell(safe(one.name) + mark, None, "id"),
        Cell(one.kind),
        Cell(safe(f"{one.at.source}:{one.at.line}"), None, "id"),
        number(share, percent(share)),
        number(every.times[one.kind, one.name]),
    )
    return Row(cells, (one.kind,) if met else (one.kind, _NEVER))


def sources(report: Report) -> str:
    """The author's files, with how often each line was met in the margin."""
    if not report.sources:
        return ""
    found = margins(report.story, report.every)
    files = [_file(name, text, found.get(name, {})) for name, text in report.sources.items()]
    said = "How often each line was met, of all readers together. What was never met is marked."
    return section("sources", "Sources", note(said), *files)


def _file(name: str, text: str, margin: Mapping[int, int]) -> str:
    never = sum(not count for count in margin.values())
    counted = f"{never:,} of {len(margin):,} counted lines never met" if margin else "nothing in it is counted"
    lines = "\n".join(_lines(text, margin))
    return folded(f"{name}: {counted}", f'<ol class="source">\n{lines}\n</ol>')


def _lines(text: str, margin: Mapping[int, int]) -> Iterator[str]:
    for line, words in enumerate(text.splitlines(), 1):
        count = margin.get(line)
        mark = "" if count is None else f' data-n="{count:,}"' if count else ' class="x"'
        yield f"<li{mark}>{safe(words)}"
