"""What has been read, in one scroll: earlier pages above, the newest below."""

from textual.containers import VerticalScroll

from game.tui.widgets.leaf import Leaf

_MOST = 50


class Transcript(VerticalScroll, can_focus=False):
    """Pages one under another, at most about fifty pieces of them."""

    @property
    def leaves(self) -> list[Leaf]:
        """The pages, oldest first."""
        return list(self.query_children(Leaf))

    async def turn(self, leaf: Leaf) -> None:
        """Add the newest page and begin at its top; the page before it settles, the oldest ones go."""
        leaves = self.leaves
        for past in leaves[-1:]:
            past.settle()
        await self.mount(leaf)
        await self.remove_children(self._too_old(leaves, _MOST - leaf.size_in_pieces))

    async def turn_back(self, leaf: Leaf) -> None:
        """Show ``leaf`` in place of the last two pages, and its offers."""
        await self.remove_children(self.leaves[-2:])
        await self.mount(leaf)
        self.call_after_refresh(self.scroll_end, animate=False, force=True, immediate=True)

    def to_top_of(self, leaf: Leaf) -> None:
        """Scroll so that a page begins at the top of the view."""
        self.scroll_to_widget(leaf, top=True, animate=False, force=True, immediate=True)

    @staticmethod
    def _too_old(leaves: list[Leaf], room: int) -> list[Leaf]:
        old: list[Leaf] = []
        for past in reversed(leaves):
            room -= past.size_in_pieces
            if room < 0:
                old.append(past)
        return old

    @property
    def at_end(self) -> bool:
        """Whether nothing more stands below."""
        return self.scroll_offset.y >= self.max_scroll_y
