"""The report as one page of HTML: charts, each with its numbers beside it; it runs offline, by day and by night.

Every word of the story is cleaned and escaped. The page's policy forbids the network, and every script but the one that
sorts and filters its tables.
"""

from collections.abc import Iterator

from game.analysis.simulate.figures import spread
from game.author.simulation.choosing import choices, hinges
from game.author.simulation.heat import scenes
from game.author.simulation.marks import safe
from game.author.simulation.people import endings, lengths, meters, picker, who
from game.author.simulation.report import Report, percent
from game.author.simulation.script import ALLOWED, SCRIPT
from game.author.simulation.style import STYLE, chosen
from game.author.simulation.written import passages, sources
from game.author.words import A_MINUTE


def as_page(report: Report) -> str:
    """Return the page."""
    title = safe(report.story.title)
    parts = {
        "Endings": endings(report),
        "Meters": picker(report) + meters(report),
        "Length": lengths(report),
        "Scenes": scenes(report),
        "Choices": choices(report),
        "Passages": passages(report),
        "Hinges": hinges(report),
        "Sources": sources(report),
    }
    links = "".join(
        f'<li><a href="#{name.lower()}">{name}</a></li>'
        for name, part in parts.items()
        if f'id="{name.lower()}"' in part
    )
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src '{ALLOWED}'"
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: simulated</title>
<style>{STYLE}{chosen(len(who(report)))}</style>
</head>
<body>
<a class="skip" href="#main">To the figures</a>
<header><h1>{title}</h1>{_said(report)}</header>
<nav aria-label="Sections"><ul>{links}</ul></nav>
<main id="main">
{_tiles(report)}
{chr(10).join(part for part in parts.values() if part)}
</main>
<script>{SCRIPT}</script>
</body>
</html>
"""


def _said(report: Report) -> str:
    names = ", ".join(report.title(one.reader) for one in report.tallies)
    readers = "one reader" if len(report.tallies) == 1 else f"{len(report.tallies)} readers"
    runs = max(one.runs for one in report.tallies)
    said = f"<p>{safe(f'{runs:,} runs by {readers}, seed {report.seed}: {names}.')}</p>"
    if report.stopped:
        said += f'<p class="stopped">Stopped before it was done: {report.wanted:,} runs of each were asked for.</p>'
    return said


def _tiles(report: Report) -> str:
    """The figures that are looked for first."""
    tiles = "".join(
        f"<div><dt>{name}</dt><dd>{shown} <small>{more}</small></dd></div>" for name, shown, more in _first(report)
    )
    return f'<dl class="tiles">{tiles}</dl>'


def _first(report: Report) -> Iterator[tuple[str, str, str]]:
    every, endings_of = report.every, report.story.endings
    decisions, words = spread(every.decisions), spread(every.words)
    yield "Endings reached", f"{sum(bool(every.endings[one.id]) for one in endings_of)}", f"of {len(endings_of)}"
    if decisions is not None:
        yield "Decisions in a run", f"{decisions.median:,}", f"{decisions.low:,} to {decisions.high:,}"
    if words is not None:
        yield (
            "Words read in a run",
            f"{words.median:,}",
            f"{round(words.median / A_MINUTE):,} min at {A_MINUTE} a minute",
        )
    yield "Not met by an average run", f"{percent(report.missed.share)} %", f"of {report.missed.of:,} scenes"
    if report.story.world.clock is not None:
        yield "Hang on what was long ago", f"{percent(report.hanging.share)} %", "of the scenes that come"
