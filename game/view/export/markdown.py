"""A session as a book in Markdown."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from game.view.courses import Course
from game.view.export.book import Book
from game.view.page import Block, Origin, Page, Paragraph, Run

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|&~])")
_LIST = re.compile(r"^(\s*)([-+]|\d{1,9}(?=[.)]))")
_MARKS = {"em": "*", "strong": "**"}


def as_markdown(told: Book) -> str:
    """Return the book."""
    parts = [f"# {escaped(told.title)}"]
    parts.extend(part for part in (escaped(told.by), f"*{escaped(told.name)}: {escaped(told.stands)}*") if part)
    for page in told.pages:
        parts.extend(_page(page))
    parts.extend(_meters(told))
    if told.ledger:
        parts += ["## Ledger", "\n".join(f"- {_runs(line.lines[0])}" for line in told.ledger)]
    if told.codex:
        parts.append("## Codex")
        for entry in told.codex:
            tail = ". ".join(part for part in (f"Grade {entry.grade}" if entry.grade else "", entry.source) if part)
            head = " · ".join(part for part in (entry.title, entry.date) if part)
            parts.append(f"### {escaped(head)}")
            parts.extend(_paragraph(paragraph) for paragraph in entry.paragraphs)
            parts.extend(f"*{escaped(tail)}*" for _ in (1,) if tail)
    return "\n\n".join(parts) + "\n"


def _page(page: Page) -> Iterator[str]:
    if page.chosen:
        yield f"**→ {escaped(page.chosen)}**"
    for block in page.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    title = escaped(block.title)
    match block.kind:
        case "turn":
            yield f"## {title}"
            return
        case "codex":
            yield f"*New in the codex: {title}.*"
            return
        case "ledger":
            yield from (f"*Ledger:* {_paragraph(paragraph)}" for paragraph in block.paragraphs)
            return
        case "papers" | "brief":
            if title:
                yield f"### {title}"
            for paragraph, source, origin in zip_longest(block.paragraphs, block.sources, block.origins):
                if paragraph is not None:
                    lead = f"**{escaped(source)}:** " if source and block.kind == "papers" else ""
                    yield f"{lead}{_paragraph(paragraph)}{_back(origin)}"
            return
        case _:
            if title:
                yield f"### {title}"
            for origin in block.origins:
                if _back(origin):
                    yield _back(origin).strip()
            yield from map(_paragraph, block.paragraphs)


def _back(origin: Origin | None) -> str:
    return f" *({escaped(origin.text)})*" if origin is not None and origin.text else ""


def _paragraph(paragraph: Paragraph) -> str:
    if paragraph.document:
        return "\n".join(
            f"> {_runs(line)}  ".rstrip() if not line else f"> {_runs(line)}  " for line in paragraph.lines
        )
    return "\n".join(map(_runs, paragraph.lines))


def _runs(line: tuple[Run, ...]) -> str:
    text = "".join(_run(run) for run in line)
    return _LIST.sub(r"\1\\\2", text) if not text.startswith(("*", "\\")) else text


def _run(run: Run) -> str:
    mark, words = _MARKS.get(run.style, ""), run.text.strip(" ")
    if not mark or not words:
        return escaped(run.text)
    before, _, after = run.text.partition(words)
    return f"{before}{mark}{escaped(words)}{mark}{after}"


def _meters(told: Book) -> Iterator[str]:
    if not told.meters:
        return
    yield "## How it went"
    rows = [f"| {escaped(course.title)} | {escaped(_course(course))} |" for course in told.meters]
    head = f"at the end of each {told.turn}" if told.turn else "page by page"
    yield "\n".join(["| Meter | " + escaped(head) + " |", "| --- | --- |", *rows])


def _course(course: Course) -> str:
    return ", ".join(point.text for point in course.by_turn())


def escaped(text: str) -> str:
    """Words that Markdown shows as they are."""
    return _SIGNS.sub(r"\\\1", text.replace("\n", " "))
