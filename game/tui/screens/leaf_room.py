"""A room that shows a page of a session: on it may be asked why a choice is locked, and authors may look behind it."""

from game.play.playthrough import Playthrough
from game.tui.commands import BEHIND, Command
from game.tui.given import Game
from game.tui.messages import WhyWanted
from game.tui.offers import Row
from game.tui.screens.story_room import StoryRoom
from game.tui.widgets.behind import Behind

_FOR_AUTHORS = frozenset(one.action.partition("(")[0] for one in BEHIND)


class LeafRoom(StoryRoom):
    """What rooms with a page share."""

    game: Game

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here; what is for authors only if one plays."""
        return tuple(one for one in super().commands if self.game.debug or not one.debug)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what is for authors, where none plays."""
        if action in _FOR_AUTHORS and not self.game.debug:
            return False
        return super().check_action(action, parameters)

    def read_here(self) -> Playthrough:
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
