"""What every room is given: one story, one shelf of sessions, and how pages are drawn from them.

The title needs only the story's cover; the story itself is opened when a room first asks for something of it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from game.play.refusal import ShelfError
from game.settings.config import Config, Keep, kept_nowhere
from game.settings.values import Settings
from game.tui.errand import Errand
from game.tui.shelved import Stories, none_else
from game.view.page import CodexPage, Page, Paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from game.play.kept import Summary
    from game.play.migrate import Migration
    from game.play.playthrough import Playthrough
    from game.play.session import Session
    from game.play.shelf import Shelf
    from game.view.comparison import Comparison
    from game.view.decision_map import DecisionMap, Spot
    from game.view.decisions import Decision
    from game.view.gallery import Gallery
    from game.view.histories import History
    from game.view.ledger import LedgerLine
    from game.view.locks import Lock
    from game.view.people import Person
    from game.view.recap import Recap
    from game.view.seen import Working

BESIDE = 12
"""So many other sessions a session is looked back on beside, as each of them has to be read."""
Read = tuple["Summary", "Playthrough"]
"""A session in the list, and what stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A story on its shelf; ``note`` is what to know before playing."""

    shelf: "Shelf"
    note: tuple[Paragraph, ...]
    compose: "Callable[[Playthrough, Settings], Page]"
    codex: "Callable[[Playthrough], tuple[CodexPage, ...]]"
    histories: "Callable[[Playthrough], tuple[History, ...]]"
    people: "Callable[[Playthrough], tuple[Person, ...]]"
    ledger: "Callable[[Playthrough], tuple[LedgerLine, ...]]"
    met: "Callable[[Playthrough, str], CodexPage | None]"
    decision_map: "Callable[[Sequence[tuple[str, Playthrough]]], DecisionMap]"
    comparison: "Callable[[tuple[str, Playthrough], tuple[str, Playthrough]], Comparison]"
    elsewhere: "Callable[[DecisionMap, str], dict[int, tuple[Spot, ...]]]"
    previously: "Callable[[Playthrough, Settings], tuple[str, ...]]"
    recap: "Callable[[Playthrough, Sequence[tuple[str, Playthrough]]], Recap]"
    locks: "Callable[[Playthrough], tuple[Lock, ...]]"
    workings: "Callable[[Playthrough], tuple[Working, ...]]"
    ways_back: "Callable[[Playthrough], tuple[Decision, ...]]"
    gallery: "Callable[[], Gallery]"
    parting: "Callable[[Migration], str]"
    exported: "Callable[[str, str, Playthrough], tuple[str, str]]"
    code: "Callable[[Playthrough], str]"


@dataclass(kw_only=True)
class Game:
    """One story's cover, the way to open it, and the dice of new sessions (``seed``; none: dice of their own).

    ``config`` holds what the player has chosen; ``keep`` keeps a choice for the next time; ``stories`` lists others.
    With ``debug`` an author plays, who may look behind the pages.
    """

    title: str
    by: str
    blurb: str
    opening: Callable[[], Opened]
    seed: int | None = None
    config: Config = field(default_factory=Config)
    keep: Keep = kept_nowhere
    stories: Stories = none_else
    debug: bool = False

    @cached_property
    def opened(self) -> Opened:
        """The story, opened once. Raises RefusalError where it can't be."""
        return self.opening()

    @property
    def settings(self) -> Settings:
        """What the player has chosen, as it holds now."""
        return self.config.settings

    @property
    def shelf(self) -> "Shelf":
        """Its sessions."""
        return self.opened.shelf

    @property
    def note(self) -> tuple[Paragraph, ...]:
        """What to know before playing."""
        return self.opened.note

    def compose(self, playthrough: "Playthrough") -> Page:
        """The page where a playthrough stands."""
        return self.opened.compose(playthrough, self.settings)

    def parting(self, name: str) -> str:
        """Where and why a kept session and its story as it is now part, in a sentence; empty where they don't.

        Raises ShelfError where it can't be read.
        """
        return self.opened.parting(self.shelf.carried(name).migration)

    def export(self, form: str, name: str) -> "Path":
        """Write a session down in one of ``FORMS``; where it lies. Raises ShelfError."""
        ending, text = self.opened.exported(form, self.shelf.called(name) or name, self.shelf.read(name))
        return self.shelf.keep_export(name, ending, text)

    def code(self, name: str) -> str:
        """A session as one line. Raises RefusalError where it can't be read, or is too long for that."""
        return self.opened.code(self.shelf.read(name))

    def previously(self, playthrough: "Playthrough") -> tuple[str, ...]:
        """What went before, in a few sentences."""
        return self.opened.previously(playthrough, self.settings)

    def codex(self, playthrough: "Playthrough") -> tuple[CodexPage, ...]:
        """The codex as a playthrough knows it."""
        return self.opened.codex(playthrough)

    def met(self, playthrough: "Playthrough", term: str) -> CodexPage | None:
        """The codex entry of a term that a playthrough's text has just marked."""
        return self.opened.met(playthrough, term)

    def sessions(self, errand: Errand) -> "tuple[Read, ...]":
        """Every session that can be read, the last played first; those shipped with the game only before there are own.

        A session that was damaged or doesn't fit the story any more is read as far as it goes. Stops early where the
        errand is given up.
        """
        listed = [one for one in self.shelf.listed() if one.story and (one.decisions or not one.problem)]
        chosen = [one for one in listed if not one.sample] or listed
        found = []
        for done, one in enumerate(chosen):
            if errand.given_up:
                break
            errand.at(done, len(chosen))
            with suppress(ShelfError):  # another program has just taken it away
                found.append((one, self.shelf.read(one.name)))
        return tuple(found)

    def decision_map(self, sessions: "Sequence[Read]") -> "DecisionMap":
        """At least one session as a tree of decisions."""
        return self.opened.decision_map([(one.name, playthrough) for one, playthrough in sessions])

    def elsewhere(self, name: str, playthrough: "Playthrough", errand: Errand) -> "dict[int, tuple[Spot, ...]]":
        """What other sessions decided where this one did, by the numbers of its decisions, in their players' words."""
        others = [(one, other) for one, other in self.sessions(errand) if one.name != name]
        called = {one.name: one.called or one.name for one, _ in others}
        found = self.opened.decision_map([(name, playthrough), *((one.name, other) for one, other in others)])
        return {
            number: tuple(replace(spot, sessions=tuple(called[one] for one in spot.sessions)) for spot in spots)
            for number, spots in self.opened.elsewhere(found, name).items()
        }

    def comparison(self, first: str, second: str) -> "Comparison":
        """Two sessions by their names beside each other. Raises ShelfError where one can't be read."""
        shelf = self.shelf
        called = [shelf.called(name) or name for name in (first, second)]
        told = called if called[0] != called[1] else [first, second]
        return self.opened.comparison((told[0], shelf.read(first)), (told[1], shelf.read(second)))

    def recap(self, playthrough: "Playthrough", name: str, errand: Errand) -> "Recap":
        """A session looked back on, beside the other ones of its story that were played last."""
        return self.opened.recap(playthrough, tuple(self.others(name, BESIDE, errand)))

    def others(self, name: str, most: int, errand: Errand) -> "Iterator[tuple[str, Playthrough]]":
        """The reader's other sessions of this story, with their names; so many of them, those played last."""
        others = (one for one in self.shelf.listed() if one.name != name and one.decisions and not one.sample)
        for one in islice((one for one in others if one.story and not one.problem), most):
            if errand.given_up:
                break
            with suppress(ShelfError):  # another program has just taken it away
                yield one.name, self.shelf.read(one.name)

    def ways_back(self, playthrough: "Playthrough") -> "tuple[Decision, ...]":
        """The decisions to go back to where a story has ended early; nothing where it hasn't."""
        return self.opened.ways_back(playthrough)

    def locks(self, playthrough: "Playthrough") -> "tuple[Lock, ...]":
        """What the locked choices of a page need."""
        return self.opened.locks(playthrough)

    def gallery(self) -> "Gallery":
        """The endings and achievements, as far as they were reached."""
        return self.opened.gallery()

    def begin(self, seed: int | None, player: str) -> "Session":
        """Begin a new session of the story, for a reader called so."""
        return self.shelf.begin(seed, player=player)
