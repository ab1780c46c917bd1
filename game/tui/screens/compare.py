"""Two sessions beside each other."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from game.tui.commands import Command, bindings
from game.tui.compared import compared
from game.tui.messages import PointWanted
from game.tui.screens.reading import ReadingRoom
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.words import Words
from game.view.comparison import Comparison


class CompareRoom(ReadingRoom):
    """What two sessions share and where they part: decisions, gauges over time, endings, ledgers."""

    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="n",
            action="difference(1)",
            id="next_difference",
            about="To the next decision they took otherwise",
            word="next difference",
        ),
        Command(keys="N", action="difference(-1)", id="difference_before", about="To the difference before"),
        Command(
            keys="1",
            action="watch(0)",
            id="watch_first",
            about="Watch the first since they part",
            word="watch first",
            spare=True,
        ),
        Command(
            keys="2",
            action="watch(1)",
            id="watch_second",
            about="Watch the second since they part",
            word="watch second",
            spare=True,
        ),
        *ReadingRoom.OFFERED,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED[:4])

    def __init__(self, found: Comparison, names: tuple[str, str]) -> None:
        super().__init__(found.story, f"{found.first.name} beside {found.second.name}", ())
        self._found = found
        self._names = names

    def furnish(self) -> Iterable[Widget]:
        """The comparison, in one scroll."""
        yield HeadLine()
        where = next((side.where for side in (self._found.first, self._found.second) if side.where), "")
        blocks = compared(self._found, where.split(" ")[0])
        views = [Words(block.text, classes=f"beside -{block.kind}") for block in blocks]
        self._differences = [view for view, block in zip(views, blocks, strict=True) if block.differs]
        self.scroller = VerticalScroll(Vertical(*views, classes="pair"), id="reel", can_focus=False)
        yield self.scroller

    def action_difference(self, step: int) -> None:
        """To the next difference, or the one before."""
        top = self.scroller.scroll_offset.y
        rows = [(view.virtual_region.y, view) for view in self._differences]
        beyond = [one for one in rows if one[0] > top] if step > 0 else [one for one in rows if one[0] < top][::-1]
        if beyond and not (step > 0 and top >= self.scroller.max_scroll_y):
            self.scroller.scroll_to(y=beyond[0][0], animate=False)
        else:
            self.tell(
                "They differ in no decision beyond this." if step > 0 else "They differ in no decision before this."
            )

    def action_watch(self, which: int) -> None:
        """Watch one of them from where they part."""
        self.post_message(PointWanted(self._names[which], self._found.shared))
