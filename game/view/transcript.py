"""Pages as plain text: paragraphs, numbered options, meters in words; for the plain player, replays and exports."""

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from game.play.playthrough import Playthrough
from game.source.clean import clean_text
from game.view.compose import compose
from game.view.draw import words
from game.view.page import Block, CodexPage, Gauge, Option, Origin, Page, Paragraph, Touch

WIDTH = 72
_INDENT = "    "


def page_text(page: Page, width: int = WIDTH) -> str:
    """Return a page as text: its blocks, what changed, its options. Ends with a newline."""
    parts = [block_text(block, width) for block in page.blocks]
    moved = changes_text(page.gauges, width)
    if moved and page.number:
        parts.append(moved)
    if page.ending:
        parts.append("The end.")
    elif page.stuck:
        parts.append(filled("Nothing can be chosen here. Take the last decision back with: back", width))
    else:
        parts.append(options_text(page.options, width))
    return "\n\n".join(part for part in parts if part) + "\n"


def block_text(block: Block, width: int) -> str:
    """Return one block as text."""
    paragraphs = [_paragraph(paragraph, width) for paragraph in block.paragraphs]
    match block.kind:
        case "turn" | "chapter":
            return filled(block.title.upper(), width)
        case "papers":
            lines = [
                filled(" ".join((f"{source}: {paragraph.text}" if source else paragraph.text, *_origin(origin))), width)
                for source, paragraph, origin in _each(block)
            ]
            return "\n".join(_heading(block, width) + lines)
        case "brief":
            told = [
                "\n".join((_paragraph(paragraph, width), *(filled(one, width) for one in _origin(origin))))
                for _, paragraph, origin in _each(block)
            ]
            return "\n\n".join(_heading(block, width) + told)
        case "ledger":
            return "\n".join(filled(f"Ledger: {paragraph.text}", width) for paragraph in block.paragraphs)
        case "codex":
            return filled(f"New in the codex: {block.title}.", width)
        case "achievement":
            return filled(" ".join((f"Achievement: {block.title}.", *(one.text for one in block.paragraphs))), width)
        case "result" | "promise":
            return "\n\n".join(paragraphs)
        case _:
            back = [filled(one, width) for origin in block.origins for one in _origin(origin)]
            return "\n\n".join(_heading(block, width) + back + paragraphs)


def _each(block: Block) -> Iterator[tuple[str, Paragraph, Origin | None]]:
    """The paragraphs of short texts, each with its source and what it comes back to."""
    for source, paragraph, origin in zip_longest(block.sources, block.paragraphs, block.origins):
        yield source or "", paragraph, origin


def _origin(origin: Origin | None) -> list[str]:
    """What a text comes back to, in brackets; nothing where it says nothing of that."""
    said = origin.text if origin is not None else ""
    stop = "" if said.rstrip("”").endswith((".", "!", "?")) else "."
    return [f"({said[0].upper()}{said[1:]}{stop})"] if said else []


def _heading(block: Block, width: int) -> list[str]:
    return [filled(f"{block.title}.", width)] if block.title else []


def options_text(options: tuple[Option, ...], width: int) -> str:
    """Return the options: open ones numbered, locked ones with their reason."""
    found: list[str] = []
    number = 0
    for option in options:
        if option.open:
            number += 1
        found.append(_option(option, number, width))
    return "\n".join(found)


def _option(option: Option, number: int, width: int) -> str:
    mark = f"{number}. " if option.open else "-  "
    lines = [filled(f"{mark}{option.text}", width, hang=3)]
    if not option.open:
        lines.append(filled(f"Locked: {option.reason}" if option.reason else "Locked.", width, indent=3))
    if option.cost:
        lines.append(filled(words(option.cost), width, indent=3))
    if option.otherwise:
        lines.append(filled(f"Otherwise {option.otherwise}.", width, indent=3))
    told = [touch_text(touch) + (f" ({touch.exact:+d})" if touch.exact else "") for touch in option.touches]
    if option.odds is not None:
        told.insert(0, f"chance {option.odds} percent")
    if option.hidden:
        told.append("and something unseen")
    if told:
        lines.append(filled(f"({', '.join(told)})", width, indent=3))
    if option.feeds:
        lines.append(filled(f"Feeds: {', '.join(option.feeds)}.", width, indent=3))
    return "\n".join(lines)


def touch_text(touch: Touch) -> str:
    """A touch in words: ``Sky up, small``."""
    size = touch.size or {1: "", 2: "two", 3: "three"}[touch.marks]
    return f"{touch.gauge} {'up' if touch.up else 'down'}" + (f" {size}" if size else "")


def gauge_text(gauge: Gauge) -> str:
    """A gauge in a sentence: ``Sky: 57, Permitted, falling (-3).``"""
    parts = [] if gauge.value is None else [str(gauge.value)]
    if gauge.shown == "pips" and gauge.value is not None:
        parts = [f"{gauge.value} of {gauge.high}"]
    if gauge.band:
        parts.append(gauge.band)
    if gauge.change and gauge.value is not None:
        parts.append(f"{gauge.trend} ({gauge.change:+d})")
    return f"{gauge.title}: {', '.join(parts)}."


def gauges_text(gauges: tuple[Gauge, ...], width: int = WIDTH) -> str:
    """Every gauge, one a line."""
    return "\n".join(filled(gauge_text(gauge), width, hang=3) for gauge in gauges)


def changes_text(gauges: tuple[Gauge, ...], width: int) -> str:
    """What the last decision changed, in one sentence a gauge; empty where nothing did."""
    found: list[str] = []
    for gauge in gauges:
        if gauge.change:
            now = gauge.band if gauge.value is None else f"{gauge.change:+d} to {gauge.value}"
            band = f", {gauge.band}" if gauge.band and gauge.value is not None else ""
            late = f" ({'; '.join(gauge.late)})" if gauge.late else ""
            found.append(f"{gauge.title} {now}{band}{late}.")
    return filled(" ".join(found), width)


def note_text(paragraphs: tuple[Paragraph, ...], width: int = WIDTH) -> str:
    """What is to be known before a story begins, as text."""
    return "\n\n".join(_paragraph(paragraph, width) for paragraph in paragraphs)


def codex_text(entry: CodexPage, width: int = WIDTH) -> str:
    """One codex entry as text."""
    head = filled(" · ".join(part for part in (entry.title, entry.date) if part), width)
    tail = ". ".join(part for part in (f"Grade {entry.grade}" if entry.grade else "", entry.source) if part)
    parts = [head, *(_paragraph(paragraph, width) for paragraph in entry.paragraphs), filled(tail, width)]
    return "\n\n".join(part for part in parts if part)


def number_of(page: Page, choice: str) -> int:
    """The number under which a choice stood on a page; 0 if it didn't."""
    open_ids = [option.id for option in page.options if option.open]
    return open_ids.index(choice) + 1 if choice in open_ids else 0


def transcript(playthrough: Playthrough, width: int = WIDTH, *, summaries: bool = False, plain: bool = False) -> str:
    """The whole story as it was read, with every decision as it was typed: ``> 2``."""
    parts: list[str] = []
    for number in range(playthrough.pages):
        page = compose(playthrough.at(number), summaries=summaries, plain=plain)
        parts.append(page_text(page, width))
        if number + 1 < playthrough.pages:
            took = playthrough.moves[number + 1].took
            parts.append(f"\n> {number_of(page, took.choice) if took else ''}\n\n")
    return "".join(parts)


def _paragraph(paragraph: Paragraph, width: int) -> str:
    if paragraph.document:
        lines = ("".join(run.text for run in line) for line in paragraph.lines)
        return "\n".join(filled(line, width, indent=len(_INDENT)) if line else "" for line in lines)
    return filled(paragraph.text, width)


def how_many(count: int, what: str) -> str:
    """``1 decision``, ``3 decisions``."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def filled(text: str, width: int, *, indent: int = 0, hang: int = 0) -> str:
    """A text broken into lines of at most ``width`` characters; the first stands ``hang`` less far in."""
    space = " " * indent
    lines = wrap(
        clean_text(text),
        max(width, 20),
        initial_indent=space,
        subsequent_indent=space + " " * hang,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
