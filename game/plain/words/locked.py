"""A word about what can't be chosen: which part of its condition fails."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.view.locks import locks, locks_text


def why(reader: Reader, rest: str) -> str:
    """Tell what the locked choices need, or those whose words hold what was typed."""
    return locks_text(locks(reader.playthrough), rest, reader.width)


WORDS = (
    Word(
        name="why",
        usage="why WORDS",
        about="why a choice is locked, by words of it; without any, what every locked one here needs",
        answer=why,
    ),
)
