"""What many readings tell, as text: endings by reader, meters, length, what is met, and what isn't."""

from collections.abc import Iterable, Iterator, Sequence

from game.analysis.explore.targets import targets_of
from game.analysis.simulate.courses import END
from game.analysis.simulate.figures import Spread, courses, spread
from game.analysis.simulate.tally import Tally
from game.author.simulation.report import CUTS, Report, percent, share
from game.source.clean import clean_line

_WIDE = 30
_LISTED = 12
"""So many names stand in a list; ``--json`` has them all."""
_RARE = 0.05
"""What fewer runs than this share meet is met rarely."""


def as_text(report: Report, fits: int = 0) -> str:
    """The report as text; tables wider than what ``fits``, if that is given, are divided."""
    parts = [
        "\n".join(_head(report)),
        "\n".join(_endings(report, fits)),
        "\n".join(_lengths(report)),
        "\n".join(_meters(report, fits)),
        "\n".join(_met(report)),
        "\n".join(_choices(report)),
        "\n".join(_hinges(report)),
    ]
    return "\n\n".join(part for part in parts if part)


def _head(report: Report) -> Iterator[str]:
    story, tallies = report.story, report.tallies
    done = {one.runs for one in tallies}
    each = f"{min(done):,}" if len(done) == 1 else f"{min(done):,} to {max(done):,}"
    who = ", ".join(report.title(one.reader) for one in tallies)
    yield clean_line(
        f"{story.title}: {each} runs of each reader, seed {report.seed}. {_plural(len(tallies), 'reader')}: {who}."
    )
    if report.stopped:
        yield f"Stopped before it was done: {report.wanted:,} runs of each were asked for."


def _endings(report: Report, fits: int) -> Iterator[str]:
    yield "Endings by reader, in percent, each with what it is between in 95 of 100 cases"
    rows = [(name, [one.endings[name] for one in report.tallies]) for name in report.endings]
    rows += [(said, [one.cut[cut] for one in report.tallies]) for cut, said in CUTS.items() if report.every.cut[cut]]
    came = [(name, counts) for name, counts in rows if any(counts)]
    yield from columns(
        ("ending", *(report.title(one.reader) for one in report.tallies)),
        (
            [name, *(_between(count, one.runs) for count, one in zip(counts, report.tallies, strict=True))]
            for name, counts in came
        ),
        fits=fits,
    )
    never = [name for name, counts in rows if not any(counts)]
    if never:
        yield f"  never: {_names(never)}"


def _between(count: int, runs: int) -> str:
    value, (low, high) = share(count, runs)
    return f"{percent(value)} ({percent(low)}-{percent(high)})" if count else "-"


def _lengths(report: Report) -> Iterator[str]:
    yield "Length of a run: median, 5 to 95 percent, least and most"
    rows = [
        [report.title(one.reader), *_spread(spread(one.decisions)), *_spread(spread(one.words))]
        for one in report.tallies
    ]
    yield from columns(("reader", "decisions", "", "", "words", "", ""), rows)


def _spread(found: Spread | None) -> tuple[str, str, str]:
    if found is None:
        return "not counted", "", ""
    return f"{found.median:,}", f"{found.low:,}-{found.high:,}", f"{found.least:,}-{found.most:,}"


def _meters(report: Report, fits: int) -> Iterator[str]:
    titles = {one.id: one.title for one in report.story.world.meters}
    unit = "turn" if report.story.world.clock is not None else "decision"
    found = courses(report.every)
    if not any(found.values()):
        return
    points = _some(sorted({point for one in found.values() for point in one} - {END}))
    yield f"Meters of all readers by {unit}: median (quartiles)"
    yield from columns(
        ("meter", *(str(point) for point in points), "end"),
        (
            [titles[meter], *(_quarters(course.get(point)) for point in (*points, END))]
            for meter, course in found.items()
        ),
        fits=fits,
    )


def _some(points: Sequence[int]) -> Sequence[int]:
    """At most six of the points, evenly, the first and the last among them."""
    most = 6
    if len(points) <= most:
        return points
    return [points[round(number * (len(points) - 1) / (most - 1))] for number in range(most)]


def _quarters(found: Spread | None) -> str:
    return "-" if found is None else f"{found.median} ({found.quarter}-{found.three_quarters})"


def _met(report: Report) -> Iterator[str]:
    every, found, missing, targets = report.every, report.findings, report.missed, targets_of(report.story)
    yield "What is met"
    yield f"  An average run doesn't meet {percent(missing.share)} % of the {missing.of:,} scenes and storylets."
    if report.story.world.clock is not None:
        hanging = report.hanging
        yield (
            f"  Of the scenes that come, {percent(hanging.share)} % have a text or choices that hang on what was done "
            f"three turns before or earlier; {len(hanging.scenes):,} scenes do so at some time."
        )
    for kind, names in found.never.items():
        of = sum(one.kind == kind for one in targets)
        if names:
            yield f"  Never met, {len(names):,} of {of:,} {kind}s: {_names(names)}"
    if found.never_dealt:
        yield f"  Storylets never dealt: {_names(found.never_dealt)}"
    if found.never_chosen:
        yield f"  Storylets dealt and never chosen: {_names(found.never_chosen)}"
    rare = [(count, name) for name, count in _rare(every)]
    if rare:
        said = (f"{name} {percent(count / every.runs)} %" for count, name in sorted(rare))
        yield f"  Met in fewer than {round(100 * _RARE)} % of runs: {_names(list(said))}"


def _rare(every: Tally) -> Iterator[tuple[str, int]]:
    for (kind, name), count in every.met.items():
        if kind in ("scene", "storylet") and count < _RARE * every.runs:
            yield name, count


def _choices(report: Report) -> Iterator[str]:
    found = report.findings
    if found.opened:
        yield f"  Choices seen and never open: {_names(found.opened)}"
    if found.shunned:
        yield "  Nobody would take these for what they say:"
        yield from (f"    {one.choice}" + (f": {one.why}" if one.why else "") for one in found.shunned)
    if found.everyone:
        yield "  Every reader with preferences takes these:"
        yield from (
            f"    {one.choice}: {percent(one.share)} % of the {one.beside:,} times that it stood beside another"
            for one in found.everyone
        )
    if not found.judged:
        yield "  What everybody takes can't be said of readers without preferences: ask for `--readers all`."


def _hinges(report: Report) -> Iterator[str]:
    if not report.tallies[0].forks and not report.turned:
        return
    kinds = ("scene", "storylet", "variant", "line", "ending", "coda")
    who = report.title(report.tallies[0].reader)
    yield f"Later passages that a choice changes, by more than noise ({who} reads on)"
    yield from columns(
        ("choice", "readings", "passages", *(f"{kind}s" for kind in kinds)),
        (
            [
                f"{one.scene}.{one.choice}",
                f"{one.runs:,}",
                f"{len(one.passages):,}",
                *(f"{one.of(kind):,}" for kind in kinds),
            ]
            for one in report.turned
        ),
    )


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(clean_line(name) for name in names[:_LISTED])
    return shown + (f", and {len(names) - _LISTED:,} more" if len(names) > _LISTED else "")


def _plural(count: int, what: str) -> str:
    return what[:1].upper() + what[1:] + ("" if count == 1 else "s")


def columns(head: Sequence[str], rows: Iterable[Sequence[str]], wide: int = _WIDE, fits: int = 0) -> Iterator[str]:
    """Columns of even width, the first to the left and ``wide`` at most.

    Where they are wider than what ``fits``, the table goes on below, under the first column again; 0 fits anything.
    """
    lines = [[clean_line(row[0])[:wide], *map(clean_line, row[1:])] for row in (head, *rows)]
    if len(lines) == 1:
        return
    widths = [max(len(line[index]) for line in lines) for index in range(len(head))]
    for number, shown in enumerate(_blocks(widths, fits)):
        if number:
            yield ""
        for line in lines:
            cells = (line[index].rjust(widths[index]) for index in shown)
            yield "  ".join(("", line[0].ljust(widths[0]), *cells)).rstrip()


def _blocks(widths: Sequence[int], fits: int) -> list[list[int]]:
    """Which columns, besides the first, stand beside one another; one at least."""
    blocks: list[list[int]] = [[]]
    left = fits - 2 - widths[0]
    for index, width in enumerate(widths[1:], 1):
        if fits and blocks[-1] and left < width + 2:
            blocks.append([])
            left = fits - 2 - widths[0]
        blocks[-1].append(index)
        left -= width + 2
    return blocks
