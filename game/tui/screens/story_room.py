"""A room from which can be looked up what is known of a session: log, gauges, people, ledger."""

from game.tui.messages import Record
from game.tui.screens.room import Room


class StoryRoom(Room):
    """What the rooms of a session share."""

    def open_record(self, which: Record) -> None:
        """Look something up, of the session that this room is about."""
        raise NotImplementedError

    def watches(self, name: str) -> bool:  # noqa: ARG002  # most rooms watch nothing
        """Whether the session of this name is being watched here."""
        return False

    async def action_go(self, number: int) -> None:
        """Go to the page after ``number`` decisions, where a session is watched."""

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
