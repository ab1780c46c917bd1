"""The sources of a story with how often each line was met in the margin."""

from collections.abc import Iterator

from game.analysis.simulate.margins import margins
from game.author.simulation.report import Report
from game.source.clean import clean_line

_NUMBER = 8


def margin_text(report: Report, name: str = "") -> str:
    """Return the file of that name, or all of them; ``never`` marks what was never met. Ends with a newline."""
    lines = [line for source in ((name,) if name else report.sources) for line in _file(report, source)]
    return "\n".join(lines) + "\n"


def _file(report: Report, name: str) -> Iterator[str]:
    yield clean_line(f"{name}: how often each line was met in {report.every.runs:,} runs")
    margin = margins(report.story, report.every).get(name, {})
    for number, line in enumerate(report.sources[name].splitlines(), 1):
        count = margin.get(number)
        said = "" if count is None else f"{count:,}" if count else "never"
        yield f"{said:>{_NUMBER}} | {clean_line(line)}".rstrip()
