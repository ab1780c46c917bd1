"""A session as one page of HTML that reads like a book. It forbids itself scripts and the network; all is escaped."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import zip_longest

from game.view.courses import Course
from game.view.export.book import Book
from game.view.export.chart import chart
from game.view.export.style import STYLE
from game.view.page import Block, CodexPage, Origin, Page, Paragraph, Run

_PRINTED = {'"': ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"),
            "'": ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")}  # fmt: skip
_OPENS = "([{\N{EN DASH}\N{EM DASH}\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_TAGS = {"em": "em", "strong": "strong"}


def as_html(told: Book) -> str:
    """Return the page."""
    title, known = escape(told.title), {entry.id for entry in told.codex}
    by = f'<p class="by">{escape(told.by)}</p>' if told.by else ""
    stands = f"{told.name}: {told.stands}" if told.stands else told.name
    body = "\n".join(line for page in told.pages for line in _page(page, known))
    end = '<p class="end">END</p>' if told.pages and told.pages[-1].ending else ""
    after = "\n".join(_after(told, known))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: {escape(told.name)}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<header><h1>{title}</h1>{by}<p class="of">{escape(stands)}</p></header>
{body}
{end}
{after}
</main>
</body>
</html>
"""


def _page(page: Page, known: set[str]) -> Iterator[str]:
    if page.chosen:
        yield f'<p class="chosen">{escape(curled(page.chosen))}</p>'
    for block in page.blocks:
        yield from _block(block, known)


def _block(block: Block, known: set[str]) -> Iterator[str]:
    title = escape(block.title)
    match block.kind:
        case "turn":
            yield f"<h2>{title}</h2>"
        case "codex":
            yield f'<p class="note">New in the codex: {title}.</p>'
        case "ledger" | "promise":
            lead = "Ledger: " if block.kind == "ledger" else ""
            yield from (f'<p class="note">{lead}{_lines(one, known)}</p>' for one in block.paragraphs)
        case "papers" | "brief":
            if title:
                yield f"<h4>{title}</h4>"
            for paragraph, source, origin in zip_longest(block.paragraphs, block.sources, block.origins):
                if paragraph is not None:
                    city = f'<span class="city">{escape(source)}</span>' if source and block.kind == "papers" else ""
                    yield f'<p class="paper">{city}{_lines(paragraph, known)}{_back(origin)}</p>'
        case _:
            heading = "h4" if block.kind in ("tray", "handled") else "h3"
            if title:
                yield f"<{heading}>{title}</{heading}>"
            yield from (f'<p class="note">{_back(one)}</p>' for one in block.origins if _back(one))
            yield from (_paragraph(paragraph, known) for paragraph in block.paragraphs)


def _back(origin: Origin | None) -> str:
    return f' <span class="back">({escape(origin.text)})</span>' if origin is not None and origin.text else ""


def _paragraph(paragraph: Paragraph, known: set[str]) -> str:
    if paragraph.document:
        lines = "".join(f"<p>{_runs(line, known) or '&#160;'}</p>" for line in paragraph.lines)
        return f'<blockquote class="doc">{lines}</blockquote>'
    return f"<p>{_lines(paragraph, known)}</p>"


def _lines(paragraph: Paragraph, known: set[str]) -> str:
    return "<br>".join(_runs(line, known) for line in paragraph.lines)


def _runs(line: Iterable[Run], known: set[str]) -> str:
    told, before = "", ""
    for run in line:
        told += _run(run, before, known)
        before = run.text[-1:]
    return told


def _run(run: Run, before: str, known: set[str]) -> str:
    text, tag = escape(curled(run.text, before)), _TAGS.get(run.style, "")
    if tag:
        text = f"<{tag}>{text}</{tag}>"
    kind, _, name = run.link.partition(":")
    return f'<a href="#codex-{escape(name)}">{text}</a>' if kind == "codex" and name in known else text


def curled(text: str, before: str = "") -> str:
    """Words with the quotation marks of print; ``before`` is the sign that they follow, if any."""
    found: list[str] = []
    for sign in text:
        if sign in _PRINTED:
            opening, closing = _PRINTED[sign]
            found.append(opening if not before or before.isspace() or before in _OPENS else closing)
        else:
            found.append(sign)
        before = found[-1]
    return "".join(found)


def _after(told: Book, known: set[str]) -> Iterator[str]:
    if not (told.meters or told.ledger or told.codex):
        return
    yield '<section class="after">'
    if told.meters:
        yield '<h2>How it went</h2><div class="charts">'
        yield from map(_figure, told.meters)
        yield "</div>"
    if told.ledger:
        yield "<h2>Ledger</h2><ul>"
        yield from (f"<li>{_lines(line, known)}</li>" for line in told.ledger)
        yield "</ul>"
    if told.codex:
        yield "<h2>Codex</h2><dl>"
        yield from (_entry(entry, known) for entry in told.codex)
        yield "</dl>"
    yield "</section>"


def _figure(course: Course) -> str:
    first, last = course.points[0], course.points[-1]
    numbers = [point.value for point in course.points if point.value is not None]
    said = f"{first.value} to {last.value}" if numbers else ""
    if last.band and numbers:
        said += f", {last.band}"
    caption = f"<figcaption>{escape(course.title)}<span>{escape(said)}</span></figcaption>"
    if numbers:
        return f"<figure>{caption}{chart(course)}</figure>"
    words = [point.band for point in course.points]
    told = [word for number, word in enumerate(words) if not number or word != words[number - 1]]
    return f'<figure>{caption}<p class="words">{escape(", then ".join(told))}</p></figure>'


def _entry(entry: CodexPage, known: set[str]) -> str:
    date = f"<span>{escape(entry.date)}</span>" if entry.date else ""
    tail = ". ".join(part for part in (f"Grade {entry.grade}" if entry.grade else "", entry.source) if part)
    note = f'<p class="note">{escape(tail)}</p>' if tail else ""
    told = "".join(_paragraph(paragraph, known) for paragraph in entry.paragraphs)
    return f'<dt id="codex-{escape(entry.id)}">{escape(entry.title)}{date}</dt><dd>{told}{note}</dd>'
