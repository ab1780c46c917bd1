"""Every word the plain player knows, in the order in which help tells them."""

from game.plain.word import Word
from game.plain.words import behind, locked, pages, people, reading, sessions, settings, standing

WORDS: tuple[Word, ...] = (
    *pages.WORDS,
    *locked.WORDS,
    *reading.WORDS,
    *standing.WORDS,
    *people.WORDS,
    *sessions.WORDS,
    *settings.WORDS,
    *behind.WORDS,
)
BY_NAME: dict[str, Word] = {name: word for word in WORDS for name in (word.name, *word.also)}
