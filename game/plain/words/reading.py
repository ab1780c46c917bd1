"""Words about what was read: the log, and what in it holds a word."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.plain.words.pages import number_in
from game.view.log import Found, Log, log_text
from game.view.transcript import filled

_FEW = 3
"""So many pages back the log goes where nobody says how many."""
_MOST = 20
"""So many places are told in which a word was found: the last ones."""
_AROUND = 60
"""So many letters are told on either side of it."""


def log(reader: Reader, rest: str) -> str:
    """Tell the last pages again, so many as were asked for, or all; or every place that holds some words."""
    found = Log(reader.playthrough, reader.compose)
    if rest and not number_in(rest) and rest.lower() != "all":
        return _places(reader, found, rest)
    many = len(found) if rest.lower() == "all" else number_in(rest) or _FEW
    pages = range(max(0, len(found) - many), len(found))
    return "\n".join(log_text(found.page(number), reader.width) for number in pages)


def _places(reader: Reader, log: Log, wanted: str) -> str:
    found = list(log.find(wanted))
    if not found:
        return reader.filled(f"Nothing you have read holds “{wanted}”.")
    told = [filled(_place(one, wanted), reader.width, hang=3) for one in found[-_MOST:]]
    before = len(found) - len(told)
    more = [reader.filled(f"And {before} places before these.")] if before else []
    return "\n".join([*more, *told])


def _place(found: Found, wanted: str) -> str:
    """Where it was, and the words around it."""
    text = " ".join(found.text.split())
    at = max(0, text.casefold().find(wanted.casefold()))
    first, last = max(0, at - _AROUND), at + len(wanted) + _AROUND
    shown = ("..." if first else "") + text[first:last].strip() + ("..." if last < len(text) else "")
    where = f"after decision {found.number}" if found.number else "at the beginning"
    return f"{', '.join(part for part in (found.where, where) if part)}: {shown}"


WORDS = (
    Word(
        name="log",
        usage="log 5",
        also=("history",),
        about="the last five pages again; log all tells them all, log WORDS finds words in them",
        answer=log,
    ),
)
