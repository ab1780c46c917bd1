"""A page as pieces: each block of a page becomes a few stretches of text that one widget each can draw."""

from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from game.tui.gauges import change
from game.tui.glyphs import CURSOR, DASH
from game.tui.text import NOTHING, paragraph, spaced, stacked, together, words
from game.view.page import Block, Origin, Page, Paragraph

_CITY = 14
_CHANGE = 22


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a page. ``kind`` is its look; ``lead`` hangs in a margin of ``indent`` cells, if there is one."""

    kind: str
    text: Content
    lead: Content = NOTHING
    indent: int = 0


def pieces(page: Page, *, answer: bool = True) -> tuple[Piece, ...]:
    """Return a page in reading order; ``answer`` puts the decision that led to it on top."""
    found: list[Piece] = []
    if answer and page.chosen:
        found.append(Piece("chosen", words(page.chosen, "italic"), words(f"{CURSOR} ", "bold $accent"), 2))
    for block in page.blocks:
        found += _block(block)
    return tuple(found)


def prose(paragraphs: tuple[Paragraph, ...], kind: str = "prose") -> list[Piece]:
    """Return paragraphs as pieces: neighbours in one, each document by itself."""
    found: list[Piece] = []
    waiting: list[Content] = []
    for one in paragraphs:
        if not one.document:
            waiting.append(paragraph(one))
            continue
        if waiting:
            found.append(Piece(kind, stacked(*waiting, gap=1)))
            waiting = []
        found.append(Piece("document", paragraph(one)))
    if waiting:
        found.append(Piece(kind, stacked(*waiting, gap=1)))
    return found


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


def _block(block: Block) -> list[Piece]:
    match block.kind:
        case "turn" | "chapter":
            return [Piece("turn", spaced(block.title))]
        case "scene":
            slug = [Piece("scene", words(block.title.upper(), "bold"))] if block.title else []
            return slug + _back(block) + prose(block.paragraphs)
        case "ending":
            return [Piece("ending", spaced(block.title)), *prose(block.paragraphs)]
        case "brief" | "papers":
            return _listed(block)
        case "ledger":
            return [heading(block.title or "The ledger"), *_each(block, "small", "")]
        case "handled":
            return [Piece("aside", words(block.title, "bold")), *prose(block.paragraphs, "aside-text")]
        case "promise":
            return _led(block, "Your word")
        case "codex":
            return _led(block, "Codex")
        case "achievement":
            return _led(block, "Achieved")
        case "reveal":
            return [heading(block.title or "Now known"), *prose(block.paragraphs, "reveal")]
        case "tray" | "result" | "coda":
            return _titled(block)
    raise AssertionError(block.kind)


def _titled(block: Block) -> list[Piece]:
    return ([heading(block.title)] if block.title else []) + _back(block) + prose(block.paragraphs)


def _back(block: Block) -> list[Piece]:
    """What the reader did that this comes back to."""
    told = [origin.text for origin in block.origins if origin is not None and origin.text]
    return [Piece("small", words(text, "italic $quiet")) for text in told]


def _item(one: Paragraph, origin: Origin | None) -> Content:
    """A short text, with what it comes back to beneath it."""
    said = origin.text if origin is not None else ""
    return stacked(paragraph(one), words(said, "italic $quiet")) if said else paragraph(one)


def _listed(block: Block) -> list[Piece]:
    """Short texts: headlines with their city in the margin, others with a dash."""
    top = [heading(block.title)] if block.title else []
    if not any(block.sources):
        texts = zip_longest(block.paragraphs, block.origins)
        return top + [Piece("item", _item(one, origin), words(DASH, "$accent"), 2) for one, origin in texts if one]
    indent = min(_CITY, 2 + max(len(city) for city in block.sources))
    lines = [
        Piece("item", _item(one, origin), words(city or "", "$quiet"), indent)
        for one, city, origin in zip_longest(block.paragraphs, block.sources, block.origins)
        if one is not None
    ]
    return top + lines


def _each(block: Block, kind: str, lead: str) -> list[Piece]:
    return [Piece(kind, paragraph(one), words(lead, "$accent"), 2) for one in block.paragraphs]


def _led(block: Block, word: str) -> list[Piece]:
    """A short note with a word in its margin."""
    texts = [paragraph(one) for one in block.paragraphs]
    if block.title:
        texts.insert(0, together(words(block.title)))
    return [Piece("note", stacked(*texts), words(word, "$accent"), len(word) + 2)] if texts else []
