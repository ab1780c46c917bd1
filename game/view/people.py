"""People as a reader knows them: who they are, what they want, what they remember, where they were met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from game.engine.events import Event, Noted, Told, Word
from game.engine.program import Program
from game.model.world import Character
from game.play.playthrough import Playthrough
from game.view.decisions import place_title, turn_title
from game.view.origins import dated

_SHORTEST = 3
"""A last name of fewer letters is no sign of anybody in a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A place in the story where somebody stood: in ``title``, in ``when``, first on the page after ``number``."""

    number: int
    when: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Something that somebody remembers of the reader, since the page after decision ``number``, in ``when``."""

    what: str
    number: int
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A word that the reader gave somebody; what ``became`` of it so far, and when it was given, by when it is due."""

    text: str
    became: Literal["open", "kept", "broken"]
    number: int
    when: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody. Of one who hasn't been met nothing is said: all but the id is empty.

    ``wants`` and ``role`` are empty where the story doesn't tell. ``meetings`` are in order, the first one first.
    """

    id: str
    name: str = ""
    role: str = ""
    wants: str = ""
    memories: tuple[Memory, ...] = ()
    given: tuple[Given, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    @property
    def met(self) -> bool:
        """Whether the reader has come across them."""
        return bool(self.meetings)


def people(playthrough: Playthrough) -> tuple[Person, ...]:
    """Everybody there is, in the order written; those not yet met without a word about them.

    Somebody is met where a text links to them or names them in full, where they deal with an envelope, are given a word
    or remember something. From then on they stand wherever a scene calls them by their last name.
    """
    cast = playthrough.program.story.world.characters
    found = _Search(playthrough.program, {one.id: _names(one, cast) for one in cast})
    for number, turn, event in dated(playthrough):
        found.look(number, turn, event)
    return tuple(found.person(one) for one in cast)


def _names(one: Character, cast: tuple[Character, ...]) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What a text calls somebody: in full, without ranks; and by the last name, if nobody else has the same."""
    called = one.name.split()
    last = called[-1] if called else ""
    shared = sum(other.name.split()[-1:] == [last] for other in cast) > 1
    full = re.compile(rf"\b{re.escape(' '.join(called[-2:]))}\b") if called else re.compile("(?!)")
    return full, None if shared or len(last) < _SHORTEST else re.compile(rf"\b{re.escape(last)}\b")


@dataclass(slots=True)
class _Search:
    """Goes through what happened, and keeps where people stood."""

    program: Program
    names: dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]
    place: str = ""
    meetings: dict[str, list[Meeting]] = field(default_factory=dict)
    memories: dict[str, list[Memory]] = field(default_factory=dict)
    given: dict[str, Given] = field(default_factory=dict)

    def look(self, number: int, turn: int, event: Event) -> None:
        """Take one event in."""
        when = turn_title(self.program, turn)
        if isinstance(event, Told):
            title = event.title or self.place
            if event.role == "scene":
                self.place = title = place_title(self.program, event.owner) if not event.title else event.title
            for one in self._told_of(event):
                self._meet(one, Meeting(number=number, when=when, title=title))
        elif isinstance(event, Noted) and event.kind == "remember":
            self._meet(event.name, Meeting(number=number, when=when, title=self.place))
            self.memories.setdefault(event.name, []).append(Memory(what=event.what, number=number, when=when))
        elif isinstance(event, Word):
            self._word(event, number, when)

    def person(self, one: Character) -> Person:
        """What is known of somebody."""
        if one.id not in self.meetings:
            return Person(id=one.id)
        promises = self.program.promises
        return Person(
            id=one.id,
            name=one.name,
            role=one.role,
            wants=one.wants,
            memories=tuple(self.memories.get(one.id, ())),
            given=tuple(word for name, word in self.given.items() if promises[name].written.to == one.id),
            meetings=tuple(self.meetings[one.id]),
        )

    def _word(self, event: Word, number: int, when: str) -> None:
        promise = self.program.promises[event.promise].written
        if event.became == "given":
            self._meet(promise.to, Meeting(number=number, when=when, title=self.place))
            due = turn_title(self.program, event.turn)
            self.given[event.promise] = Given(text=promise.text, became="open", number=number, when=when, due=due)
        elif event.promise in self.given:
            self.given[event.promise] = replace(self.given[event.promise], became=event.became)

    def _meet(self, name: str, meeting: Meeting) -> None:
        stood = self.meetings.setdefault(name, [])
        last = stood[-1] if stood else None
        if last is None or (last.title, last.when) != (meeting.title, meeting.when):
            stood.append(meeting)

    def _told_of(self, event: Told) -> Iterator[str]:
        """Everybody of whom a text speaks, as far as a reader who has met them can tell."""
        strands = event.tell(event.values)
        links = {strand.link.removeprefix("character:") for strand in strands if strand.link.startswith("character:")}
        if event.role == "handled":
            envelope = self.program.storylets[event.owner].written.envelope
            links |= {envelope.handler} if envelope is not None else set()
        text = "".join(strand.text for strand in strands)
        for name, (full, last) in self.names.items():
            again = name in self.meetings and last is not None and last.search(text)
            if name in links or again or full.search(text):
                yield name
