"""A room from which can be looked up what is known of a session: log, gauges, people, ledger."""

from typing import TYPE_CHECKING

from game.tui.given import Game
from game.tui.messages import Record, WhyWanted
from game.tui.offers import Row
from game.tui.screens.room import Room

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough


class StoryRoom(Room):
    """What the rooms of a session share."""

    game: Game

    def open_record(self, which: Record) -> None:
        """Look something up, of the session that this room is about."""
        raise NotImplementedError

    def watches(self, name: str) -> bool:  # noqa: ARG002  # most rooms watch nothing
        """Whether the session of this name is being watched here."""
        return False

    async def action_go(self, number: int) -> None:
        """Go to the page after ``number`` decisions, where a session is watched."""

    def ask_why(self, playthrough: "Playthrough", row: Row | None = None) -> None:
        """Say why an offer of the page where a playthrough stands is locked; else why the first is that is."""
        found = self.game.locks(playthrough)
        if found:
            asked = next((one.id for one in found if row is not None and one.id == row.id), found[0].id)
            self.post_message(WhyWanted(found, asked))
        else:
            self.tell("Nothing is locked here.")

    def action_log(self) -> None:
        """Look up what was read."""
        self.open_record("log")

    def action_gauges(self) -> None:
        """Look up how the gauges went."""
        self.open_record("gauges")

    def action_people(self) -> None:
        """Look up people."""
        self.open_record("people")

    def action_ledger(self) -> None:
        """Look up who was hurt."""
        self.open_record("ledger")
