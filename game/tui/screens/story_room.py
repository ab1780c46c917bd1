"""A room from which can be looked up what is known of a session: log, gauges, people, ledger."""

from typing import TYPE_CHECKING

from game.tui.commands import BEHIND, Command
from game.tui.given import Game
from game.tui.messages import Record, WhyWanted
from game.tui.offers import Row
from game.tui.screens.room import Room
from game.tui.widgets.behind import Behind

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough

_FOR_AUTHORS = frozenset(one.action.partition("(")[0] for one in BEHIND)


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

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here; what is for authors only if one plays."""
        return tuple(one for one in super().commands if self.game.debug or not one.debug)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what is for authors, where none plays."""
        if action in _FOR_AUTHORS and not self.game.debug:
            return False
        return super().check_action(action, parameters)

    def read_here(self) -> "Playthrough":
        """The playthrough, as far as the page that is shown."""
        raise NotImplementedError

    def look_behind(self) -> None:
        """Show what stands behind the page that is shown now, where that is wanted."""
        if self.has_class("-behind"):
            self.query_one(Behind).show(self.game.opened.workings(self.read_here()))

    def action_behind(self) -> None:
        """Show what stands behind the page, or hide it."""
        self.toggle_class("-behind")
        self.look_behind()

    def action_scroll_behind(self, by: int) -> None:
        """Scroll what stands behind the page."""
        self.query_one(Behind).move(by)

    def action_why(self) -> None:
        """Say why the first offer of the page is locked that is."""
        self.ask_why(None)

    def ask_why(self, row: Row | None) -> None:
        """Say why an offer of the page that is shown is locked; else why the first is that is."""
        found = self.game.locks(self.read_here())
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
