"""A page as pieces: each block of a page becomes a few stretches of text that one widget each can draw."""

from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from game.tui.gauges import change
from game.tui.glyphs import CURSOR, DASH
from game.tui.text import NOTHING, paragraph, spaced, stacked, together, words
from game.view.page import Block, Origin, Page, Paragraph

_CHANGE = 22
_GAPS = {"close": 0, "open": 1, "airy": 2}
"""Empty lines between paragraphs, by the spacing a reader has chosen; where there are none, they are indented."""
_FIRST_LINE = "  "


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a page. ``kind`` is its look.

    ``lead`` hangs in a margin of ``indent`` cells, if there is one; ``columns`` is the same text side by side, where
    there is room for that; a ``ruled`` one has a line after it.
    """

    kind: str
    text: Content
    lead: Content = NOTHING
    indent: int = 0
    columns: tuple[Content, ...] = ()
    ruled: bool = False


def pieces(page: Page, spacing: str = "open") -> tuple[Piece, ...]:
    """Return a page in reading order, the decision that led to it on top."""
    found: list[Piece] = []
    if page.chosen:
        found.append(Piece("chosen", words(page.chosen, "italic"), words(f"{CURSOR} ", "bold $accent"), 2))
    for block in page.blocks:
        found += _block(block, spacing)
    return tuple(found)


def prose(paragraphs: tuple[Paragraph, ...], kind: str = "prose", spacing: str = "open") -> list[Piece]:
    """Return paragraphs as pieces: neighbours in one, each document by itself."""
    found: list[Piece] = []
    waiting: list[Content] = []
    for one in paragraphs:
        if not one.document:
            waiting.append(paragraph(one))
            continue
        if waiting:
            found.append(Piece(kind, _spaced(waiting, spacing)))
            waiting = []
        found.append(Piece("document", paragraph(one)))
    if waiting:
        found.append(Piece(kind, _spaced(waiting, spacing)))
    return found


def _spaced(paragraphs: list[Content], spacing: str) -> Content:
    first, *others = paragraphs
    if not _GAPS[spacing]:
        others = [together(words(_FIRST_LINE), other) for other in others]
    return stacked(first, *others, gap=_GAPS[spacing])


def changed(page: Page) -> tuple[Piece, ...]:
    """Return what the last decision changed in the gauges, and because of what; nothing where nothing moved."""
    lines = [
        Piece(
            "line",
            words("; ".join(gauge.because), "$quiet"),
            together(words(f"{gauge.title} "), change(gauge)),
            _CHANGE,
        )
        for gauge in page.gauges
        if gauge.change
    ]
    return (heading("What changed"), *lines) if lines else ()


def heading(text: str) -> Piece:
    """Return a small heading."""
    return Piece("heading", words(text.upper()))


def part(text: str) -> Piece:
    """Return the heading of a part of the turn: with a line after it, to the edge of the page."""
    return Piece("part", words(text.upper(), "bold $quiet"), ruled=True)


def _block(block: Block, spacing: str) -> list[Piece]:
    match block.kind:
        case "turn" | "chapter":
            return [Piece(block.kind, spaced(block.title))]
        case "scene":
            return _scene(block, spacing)
        case "ending":
            return [Piece("ending", spaced(block.title)), *prose(block.paragraphs, spacing=spacing)]
        case "brief":
            return _brief(block)
        case "papers":
            return _papers(block)
        case "tray":
            top = [part(block.title)] if block.title else []
            return top + _back(block) + prose(block.paragraphs, "small", spacing)
        case "ledger":
            return [heading(block.title or "The ledger"), *_each(block, "small", "")]
        case "handled":
            return [Piece("aside", words(block.title, "bold")), *prose(block.paragraphs, "aside-text", spacing)]
        case "promise":
            return _led(block, "Your word")
        case "codex":
            return _led(block, "Codex")
        case "achievement":
            return _led(block, "Achieved")
        case "reveal":
            return [heading(block.title or "Now known"), *prose(block.paragraphs, "reveal", spacing)]
        case "result" | "coda":
            top = [heading(block.title)] if block.title else []
            return top + _back(block) + prose(block.paragraphs, spacing=spacing)
    raise AssertionError(block.kind)


def _scene(block: Block, spacing: str) -> list[Piece]:
    """A scene under its title; one that was dealt, like a thing on the desk, under the part of the turn too."""
    dealt = [part(block.phase)] if block.phase else []
    slug = [Piece("scene", words(block.title.upper(), "bold"))] if block.title else []
    return dealt + slug + _back(block) + prose(block.paragraphs, spacing=spacing)


def _back(block: Block) -> list[Piece]:
    """What the reader did that this comes back to."""
    told = [origin.text for origin in block.origins if origin is not None and origin.text]
    return [Piece("small", words(text, "italic $quiet")) for text in told]


def _item(one: Paragraph, origin: Origin | None) -> Content:
    """A short text, with what it comes back to beneath it."""
    said = origin.text if origin is not None else ""
    return stacked(paragraph(one), words(said, "italic $quiet")) if said else paragraph(one)


def _brief(block: Block) -> list[Piece]:
    """Short texts under a heading, each with a dash."""
    top = [part(block.title)] if block.title else []
    texts = zip_longest(block.paragraphs, block.origins)
    return top + [Piece("item", _item(one, origin), words(DASH, "$accent"), 2) for one, origin in texts if one]


def _papers(block: Block) -> list[Piece]:
    """A front page: under its name a column a city, each with its headlines."""
    top = [Piece("masthead", spaced(block.title))] if block.title else []
    columns: list[Content] = []
    for one, city, origin in zip_longest(block.paragraphs, block.sources, block.origins):
        if one is None:
            continue
        if city or not columns:
            columns.append(
                stacked(words((city or "").upper(), "$accent"), _item(one, origin)) if city else _item(one, origin)
            )
        else:
            columns[-1] = stacked(columns[-1], _item(one, origin), gap=1)
    return [*top, Piece("front", stacked(*columns, gap=1), columns=tuple(columns))] if columns else top


def _each(block: Block, kind: str, lead: str) -> list[Piece]:
    return [Piece(kind, paragraph(one), words(lead, "$accent"), 2) for one in block.paragraphs]


def _led(block: Block, word: str) -> list[Piece]:
    """A short note with a word in its margin."""
    texts = [paragraph(one) for one in block.paragraphs]
    if block.title:
        texts.insert(0, together(words(block.title)))
    return [Piece("note", stacked(*texts), words(word, "$accent"), len(word) + 2)] if texts else []
