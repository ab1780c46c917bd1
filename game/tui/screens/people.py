"""People: everybody at the left, what is known of one of them at the right."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from game.play.playthrough import Playthrough
from game.tui.commands import Command, bindings
from game.tui.given import Game
from game.tui.glyphs import DOT
from game.tui.messages import LookBack
from game.tui.screens.shelves import Entry, ShelvesRoom
from game.tui.text import stacked, words
from game.view.people import Given, Person

_NOT_MET = "You have not met. What there is to know will stand here when you have."
_UNKNOWN = "?"


class PeopleRoom(ShelvesRoom):
    """Who is who, as far as the reader knows."""

    head: ClassVar[str] = "People"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        ShelvesRoom.OFFERED[0],
        Command(keys="f", action="first_met", about="To where you first met, in the replay", word="first met"),
        *ShelvesRoom.OFFERED[1:],
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED[1:2])

    def __init__(self, game: Game, playthrough: Playthrough, name: str) -> None:
        self._people = {one.id: one for one in game.opened.people(playthrough)}
        self._reading = playthrough, name
        met = sum(one.met for one in self._people.values())
        counted = f"{met} of {len(self._people)} met" if self._people else "nobody in this story has a name here"
        known_first = sorted(self._people.values(), key=lambda one: not one.met)
        super().__init__(tuple(map(_entry, known_first)), "", counted)

    def action_first_met(self) -> None:
        """To where the reader first met whom the cursor is on."""
        person = self._people.get(self.menu.chosen)
        if person and person.met:
            self.post_message(LookBack(*self._reading, person.meetings[0].number))
        elif person:
            self.tell("You have not met.")

    def told(self, entry: str) -> Content:
        """Return all that is known of somebody."""
        person = self._people[entry]
        if not person.met:
            return stacked(words(_UNKNOWN, "bold $accent"), words(_NOT_MET, "$quiet"), gap=1)
        first = person.meetings[0]
        return stacked(
            stacked(words(person.name, "bold $accent"), words(person.role or "what they do: ?", "$quiet")),
            _under("Wants, as far as you know", [person.wants or _UNKNOWN]),
            _under("Remembers of you", _dated((one.what, one.when) for one in person.memories) or [_UNKNOWN]),
            *([_under("Your word", [_word(one) for one in person.given])] if person.given else []),
            _under("First met", _dated([(first.title, first.when)])),
            *([_under("Since then", _since(person))] if len(person.meetings) > 1 else []),
            gap=1,
        )


def _entry(one: Person) -> Entry:
    said = " ".join((one.role, one.wants, *(memory.what for memory in one.memories)))
    return Entry(id=one.id, title=one.name, said=f"{said} {' '.join(place.title for place in one.meetings)}")


def _under(title: str, said: Iterable[str]) -> Content:
    return stacked(words(title, "$quiet"), *(words(one, "$quiet" if one == _UNKNOWN else "") for one in said))


def _dated(said: Iterable[tuple[str, str]]) -> list[str]:
    return [f" {DOT} ".join(part for part in (_sentence(what), when) if part) for what, when in said]


def _since(person: Person) -> list[str]:
    return _dated((one.title, one.when) for one in person.meetings[1:])


def _word(one: Given) -> str:
    became = {"open": f"due by {one.due}" if one.due else "open", "kept": "kept", "broken": "not kept"}[one.became]
    return f"{_sentence(one.text)} {DOT} {became}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
