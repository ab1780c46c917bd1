"""Words that turn pages: one back, this one again, one of another session."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.view.decisions import decisions
from game.view.transcript import filled, page_text

_MOST_DIGITS = 6


def back(reader: Reader, _rest: str) -> str:
    """Take the last decision back."""
    return reader.turn() if reader.session.back() else "This is the beginning."


def again(reader: Reader, _rest: str) -> str:
    """Show the page again."""
    return "\n" + page_text(reader.page, reader.width)


def decided(reader: Reader, _rest: str) -> str:
    """Tell every decision by its number."""
    found = decisions(reader.playthrough)
    if not found:
        return "Nothing is decided yet."
    lines = (f"{one.number}. {one.title}: {one.text}" for one in found)
    return "\n".join(filled(line, reader.width, hang=4) for line in lines)


def branch(reader: Reader, rest: str) -> str:
    """Go on in a new session that begins where a decision was taken; without its number, where this one stands."""
    most = reader.playthrough.decisions + 1
    number = most if not rest else number_in(rest)
    if not 1 <= number <= most:
        return reader.filled(f"There is no decision {rest[:20]}. Type decisions to see them all.")
    left = reader.session.name
    told = reader.move(reader.session.branch(number - 1))
    reader.aside(f"{left} is kept. This is {reader.session.name}, from decision {number} on.\n")
    return told


def number_in(typed: str) -> int:
    """The number that was typed; 0 where it is none."""
    return int(typed) if typed.isdecimal() and len(typed) <= _MOST_DIGITS else 0


WORDS = (
    Word(name="back", also=("u", "undo"), about="take the last decision back", answer=back),
    Word(name="again", also=("look",), about="show this page again", answer=again),
    Word(name="decisions", about="what you have decided so far, by number", answer=decided),
    Word(
        name="branch",
        usage="branch 5",
        about="begin another session at decision 5; this one is kept",
        answer=branch,
    ),
)
