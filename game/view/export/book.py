"""A session as a book: its pages in order, and what is told at the end."""

from dataclasses import dataclass

from game.play.playthrough import Playthrough
from game.view.compose import codex, compose
from game.view.courses import Course, courses
from game.view.ledger import ledger
from game.view.page import CodexPage, Page, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A session to be read from the first page to the last.

    ``stands`` says how it ended or where it stands; ``codex`` holds the entries met, ``ledger`` those who were hurt.
    """

    title: str
    by: str
    name: str
    stands: str
    turn: str
    pages: tuple[Page, ...]
    meters: tuple[Course, ...]
    ledger: tuple[Paragraph, ...]
    codex: tuple[CodexPage, ...]


def book(name: str, playthrough: Playthrough) -> Book:
    """Return the book of a session; ``name`` is what it is called."""
    story = playthrough.program.story
    ended = next((one.title for one in story.endings if one.id == playthrough.state.ended), "")
    return Book(
        title=story.title,
        by=story.by,
        name=name,
        stands=ended or playthrough.where,
        turn=story.world.clock.unit if story.world.clock is not None else "",
        pages=tuple(compose(playthrough.at(number)) for number in range(playthrough.pages)),
        meters=courses(playthrough),
        ledger=ledger(playthrough),
        codex=tuple(entry for entry in codex(playthrough) if entry.known),
    )
