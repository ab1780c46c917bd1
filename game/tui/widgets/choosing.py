"""A menu of values: left and right change the one under the cursor, and so does a click on it."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from game.tui.widgets.menu import Menu

STEP = "narrowsky_step"
"""Where a sign keeps what a click on it does: one value back, or on."""


class Choosing(Menu):
    """A menu whose lines have values. A first click goes to a line; one on its value's signs changes the value."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "screen.change(-1)", show=False),
        Binding("right,l", "screen.change(1)", show=False),
    ]

    async def on_click(self, event: events.Click) -> None:
        """Go to the line that was clicked; where the cursor is on it already, change its value."""
        line, step = event.style.meta.get("option"), event.style.meta.get(STEP)
        if not isinstance(line, int):
            return
        event.prevent_default()
        if line != self.highlighted:
            if not self.get_option_at_index(line).disabled:
                self.highlighted = line
        elif isinstance(step, int):
            await self.run_action(f"screen.change({step})")
        else:
            self.action_select()
