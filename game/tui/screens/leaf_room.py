"""A room that shows a page of a session: on it may be asked why a choice is locked, and authors may look behind it."""

from textual.widget import Widget

from game.play.playthrough import Playthrough
from game.tui.commands import BEHIND, Command
from game.tui.entries import terms
from game.tui.given import Game
from game.tui.messages import TermWanted, WhyWanted
from game.tui.offers import Row
from game.tui.screens.story_room import StoryRoom
from game.tui.widgets.behind import Behind
from game.tui.widgets.leaf import Leaf
from game.view.page import Page

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

    def shown_here(self) -> tuple[Page, Leaf, Widget]:
        """The page that is shown, as it stands on the screen, and what it is seen through."""
        raise NotImplementedError

    def action_copy(self) -> None:
        """Copy what is selected, or else the whole page."""
        from game.view.transcript import page_text  # noqa: PLC0415 - not needed before somebody copies

        selected = self.get_selected_text()
        self.app.copy_to_clipboard(selected or page_text(self.shown_here()[0]))
        self.tell("Copied: what you selected." if selected else "Copied: the text of this page.")

    def action_term(self, term: str = "") -> None:
        """Look a term of this page up, without leaving it: where the room has a place for it, else over its foot."""
        page, leaf, view = self.shown_here()
        entries = self.game.codex(self.read_here())
        known = {one.id for one in entries}
        found = tuple(one for one in terms(page) if one in known)
        if term in known and term not in found:
            found = (*found, term)
        if not found:
            self.tell("No term is marked on this page.")
        elif not self.peek_at(found, term):
            self.post_message(TermWanted(entries, found, term or _first_seen(found, leaf, view)))

    def peek_at(self, found: tuple[str, ...], term: str) -> bool:  # noqa: ARG002  # most rooms have no such place
        """Show ``term``, or the next of ``found``, beside the prose; whether there is a place for it."""
        return False

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


def _first_seen(found: tuple[str, ...], leaf: Leaf, view: Widget) -> str:
    """The first of these terms that stands in the part of the page which can be seen now."""
    seen = (term for piece in leaf.pieces if piece.region.overlaps(view.region) for term in piece.terms)
    return next((term for term in seen if term in found), found[0])
