"""Gauges over time: all of them at the left, the one in focus as a chart, with what changed it most."""

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import OptionList

from game.play.playthrough import Playthrough
from game.tui.commands import BACK, Command, bindings
from game.tui.dials import dial_line, dial_told, shift_told
from game.tui.given import Game
from game.tui.messages import LookBack
from game.tui.screens.room import Room
from game.tui.text import words
from game.tui.widgets.chart_view import ChartView
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.menu import Item, Menu
from game.tui.widgets.words import Words
from game.view.page import Gauge

_HIGH = 30
_WIDE = 100
_LONG, _SHORT = 17, 12
"""So many cells are for a gauge's name, where the screen is wide and where it isn't."""


class MetersRoom(Room):
    """Every gauge that was ever shown, as far as it was."""

    CSS_PATH = "../styles/meters.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="right_square_bracket,right,l",
            action="turn(1)",
            id="next_gauge",
            about="To the next gauge",
            shown="]",
            word="next gauge",
        ),
        Command(
            keys="left_square_bracket,left,h",
            action="turn(-1)",
            id="gauge_before",
            about="To the gauge before",
            shown="[",
            word="before",
        ),
        Command(
            keys="",
            action="choose",
            about="To the decision that changed it so, in the replay",
            shown="enter",
            word="to the decision",
            listed=False,
        ),
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, game: Game, playthrough: Playthrough, name: str) -> None:
        super().__init__()
        self._story = game.title
        self._playthrough = playthrough
        self._session = name
        self._histories = game.opened.histories(playthrough)
        self._now = {gauge.id: gauge for gauge in game.compose(playthrough).gauges}
        self._focus = 0

    @property
    def gauges(self) -> tuple[Gauge, ...]:
        """The gauges as they stand here."""
        return tuple(self._now.values())

    def furnish(self) -> Iterable[Widget]:
        """List, chart, and what there is to say of the gauge in focus."""
        yield HeadLine()
        self.dials = Menu()
        self.dials.can_focus = False
        unit = self._playthrough.where.split(" ")[0]
        self.chart = ChartView(self._histories, unit)
        self.told = Words(words(""), id="dial-told")
        self.shifts = Menu()
        self.shifts.id = "shifts"
        yield Horizontal(self.dials, Vertical(self.chart, self.told, self.shifts, id="dial"), id="dials")

    def on_mount(self) -> None:
        """Begin with the first gauge."""
        self.query_one(HeadLine).show(self._story, "Gauges", right=self._playthrough.where)
        self._show(0)
        self.shifts.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A gauge was clicked: into focus with it; a change: to its decision."""
        event.stop()
        if event.option_list is self.dials:
            self._show(int(event.option_id or 0))
            self.shifts.focus()
        else:
            shift = self._histories[self._focus].shifts[int(event.option_id or 0)]
            self.post_message(LookBack(self._playthrough, self._session, shift.number))

    def on_chart_view_picked(self, event: ChartView.Picked) -> None:
        """A gauge's sign was clicked."""
        event.stop()
        self._show(event.index)

    def action_turn(self, step: int) -> None:
        """To another gauge; after the last comes the first."""
        if self._histories:
            self._show((self._focus + step) % len(self._histories))

    def action_choose(self) -> None:
        """To the decision under the cursor."""
        self.shifts.action_select()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        if self._histories:
            self._show(self._focus)

    def _show(self, focus: int) -> None:
        """Bring a gauge into focus."""
        if not self._histories:
            self.told.show(words("No gauge has been shown so far.", "$quiet"))
            return
        self._focus = focus
        self.dials.show(self._lines())
        self.dials.point(str(focus))
        self.chart.focus_on(focus)
        history = self._histories[focus]
        self.told.show(dial_told(history, self._now.get(history.course.id), bands=self.size.height >= _HIGH))
        in_words = history.shown == "words"
        found = tuple(
            Item(id=str(at), text=shift_told(shift, in_words=in_words)) for at, shift in enumerate(history.shifts)
        )
        self.shifts.show(found or (Item(text=words("No decision has moved it so far.", "$quiet")),))

    def _lines(self) -> tuple[Item, ...]:
        items: list[Item] = []
        room = _LONG if self.size.width >= _WIDE else _SHORT
        for group, found in groupby(enumerate(self._histories), key=lambda one: one[1].course.group):
            if group:
                items.append(Item(text=words(group.upper(), "bold $quiet")))
            items.extend(
                Item(id=str(at), text=dial_line(history, at, room, focus=at == self._focus)) for at, history in found
            )
        return tuple(items)
