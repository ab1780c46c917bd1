"""How often each scene, choice or variant was met, listed as text."""

from collections.abc import Iterator

from game.analysis.explore.targets import targets_of
from game.analysis.simulate.findings import taken
from game.analysis.simulate.tally import Kind
from game.author.simulation.report import Report, percent
from game.author.simulation.text import columns

KINDS: tuple[Kind, ...] = ("scene", "storylet", "choice", "variant", "line", "ending", "coda")


def listing(report: Report, kind: Kind) -> str:
    """Everything of a kind, as it is written: in how many percent of runs it was met, and how often in all.

    Of a choice also how often it stood open and locked, and in how many percent of the times that it stood open beside
    another it was taken.
    """
    head = (
        ["choice", "% of runs", "taken", "open", "locked", "% taken"]
        if kind == "choice"
        else [kind, "% of runs", "times"]
    )
    lines = columns(head, ([name, *_figures(report, kind, name)] for name in _names(report, kind)), wide=70)
    return "\n".join((f"Each {kind}, of all readers together", *lines))


def _names(report: Report, kind: Kind) -> Iterator[str]:
    return (one.name for one in targets_of(report.story) if one.kind == kind)


def _figures(report: Report, kind: Kind, name: str) -> Iterator[str]:
    every = report.every
    yield percent(every.met[kind, name] / max(1, every.runs))
    yield f"{every.times[kind, name]:,}"
    if kind == "choice":
        found = taken(every, name)
        yield f"{every.stood[name, 'open']:,}"
        yield f"{every.stood[name, 'locked']:,}"
        yield percent(found.share) if found.beside else "-"
