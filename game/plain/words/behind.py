"""A word for authors: what stands behind the page."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.view.workings import workings
from game.view.workings_text import workings_text


def debug(reader: Reader, rest: str) -> str:
    """Tell what chance was asked and what each condition saw, or what of it holds some words."""
    if not reader.debug:
        return reader.filled("That is for authors: it tells what a reader is not to know. Begin with: play --debug")
    return workings_text(workings(reader.playthrough), rest, reader.width)


WORDS = (
    Word(
        name="debug",
        usage="debug WORDS",
        about="for authors: why a card was dealt, what each condition saw; with words, only what holds them",
        answer=debug,
        debug=True,
    ),
)
