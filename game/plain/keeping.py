"""What a reader asks about sessions while playing one: what was decided, the map of all, its name, a copy to keep."""

from pathlib import Path
from typing import Protocol

from game.play.playthrough import Playthrough
from game.play.refusal import ShelfError
from game.play.session import Session
from game.source.clean import clean_line
from game.view.decision_map import decision_map, map_text
from game.view.decisions import decisions
from game.view.export.forms import FORMS, exported
from game.view.transcript import filled

WORDS = ("decisions", "map", "name", "export")


class Keeper(Protocol):
    """Who keeps the sessions: the shelf. What can't be done is said by a ShelfError."""

    def called(self, name: str) -> str:
        """What its player calls a session; empty where it has no title."""

    def rename(self, name: str, title: str) -> str:
        """Call a session so; what it is called from now on."""

    def others(self, name: str) -> tuple[tuple[str, Playthrough], ...]:
        """The player's other sessions of this story, each with its name."""

    def keep_export(self, name: str, ending: str, text: str) -> Path:
        """Write a copy of a session beside it; where it lies."""


class Keeping:
    """Answers the words about sessions, in lines of ``width``."""

    def __init__(self, keeper: Keeper, width: int) -> None:
        self.keeper = keeper
        self.width = width

    def told(self, word: str, rest: str, session: Session) -> str:
        """The answer to one of ``WORDS``, with what was typed behind it."""
        try:
            match word:
                case "map":
                    return self._map(session)
                case "name":
                    return filled(self._name(rest, session), self.width)
                case "export":
                    return filled(self._export(rest.lower(), session), self.width)
                case _:
                    return self._decided(session.playthrough)
        except ShelfError as problem:
            return filled(clean_line(str(problem)), self.width)

    def _decided(self, playthrough: Playthrough) -> str:
        found = decisions(playthrough)
        if not found:
            return "Nothing is decided yet."
        lines = (f"{one.number}. {one.title}: {one.text}" for one in found)
        return "\n".join(filled(line, self.width, hang=4) for line in lines)

    def _map(self, session: Session) -> str:
        drawn = decision_map([(session.name, session.playthrough), *self.keeper.others(session.name)])
        return map_text(drawn, width=self.width).rstrip("\n")

    def _name(self, typed: str, session: Session) -> str:
        if not typed:
            called = self.keeper.called(session.name)
            now = f"This session is called “{called}”." if called else f"This is {session.name}; it has no title yet."
            return f"{now} Type name and a title to call it otherwise."
        called = self.keeper.rename(session.name, typed)
        return f"{session.name} is called “{called}” now." if called else "That is no title."

    def _export(self, form: str, session: Session) -> str:
        form = form or next(iter(FORMS))
        if form not in FORMS:
            return f"Type export and one of these: {', '.join(FORMS)}."
        name = session.name
        text = exported(form, self.keeper.called(name) or name, session.playthrough)
        return f"Written to {clean_line(str(self.keeper.keep_export(name, FORMS[form], text)))}"
