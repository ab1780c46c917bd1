"""Words about how things stand: the gauges, and what is known."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.source.suggest import nearest
from game.view.compose import codex
from game.view.transcript import codex_text, gauges_text


def meters(reader: Reader, _rest: str) -> str:
    """Tell where everything stands."""
    return gauges_text(reader.page.gauges, reader.width)


def entries(reader: Reader, rest: str) -> str:
    """List the codex as far as it is known, or tell one entry of it."""
    known = {entry.title.lower(): entry for entry in codex(reader.playthrough) if entry.known}
    if not known:
        return "The codex is empty so far."
    if not rest:
        return reader.filled("In the codex: " + ", ".join(entry.title for entry in known.values()) + ".")
    asked = rest.lower()
    found = known.get(asked) or next((entry for title, entry in known.items() if title.startswith(asked)), None)
    if found is None:
        near = nearest(asked, known)
        also = f" It has “{known[near].title}”." if near else ""
        return reader.filled(f"The codex has no “{rest}” so far.{also}")
    return codex_text(found, reader.width)


def recalled(reader: Reader, _rest: str) -> str:
    """Tell in three sentences what went before."""
    return reader.filled(" ".join(reader.recall(reader.playthrough))) or "There is nothing to tell yet."


WORDS = (
    Word(name="previously", about="what went before, in three sentences", answer=recalled),
    Word(name="meters", also=("gauges",), about="where everything stands", answer=meters),
    Word(
        name="codex",
        usage="codex NAME",
        about="an entry of the codex; without a name, the titles of those met so far",
        answer=entries,
    ),
)
