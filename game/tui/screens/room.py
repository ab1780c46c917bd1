"""A room is a screen of ours: its commands, its line of keys, and a word where the terminal is too small."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from game.settings.values import DEFAULTS, Settings
from game.tui.commands import EVERYWHERE, Command, rebound
from game.tui.configured import Configured
from game.tui.messages import Left
from game.tui.widgets.key_line import KeyLine
from game.tui.widgets.too_small import TooSmall
from game.view.page import Gauge

WIDTHS = [(0, "-tiny"), (40, "-slim"), (72, "-narrow"), (100, "-wide"), (160, "-ultra")]
HEIGHTS = [(0, "-flat"), (12, "-short"), (20, "-tall"), (34, "-high")]
SPACINGS = ("close", "open", "airy")
_STILL_ALLOWED = ("quit",)


class Room(Screen[None]):
    """What all screens share. A room declares ``OFFERED``, and ``BINDINGS`` made from it."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    OFFERED: ClassVar[tuple[Command, ...]] = ()
    AUTO_FOCUS = ""
    helps: ClassVar[bool] = True
    """Whether help can be opened over it."""

    def compose(self) -> ComposeResult:
        """Lay out the room, then the line of keys."""
        self.watch(self.app, "settings", self._take_spacing)
        yield TooSmall()
        yield from self.furnish()
        yield KeyLine(self.commands)

    def furnish(self) -> Iterable[Widget]:
        """Return what stands in this room; nothing, unless a room says more."""
        return ()

    def _take_spacing(self) -> None:
        for spacing in SPACINGS:
            self.set_class(self.settings.spacing == spacing, f"-{spacing}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual hands it over
        """Refuse all but leaving while nothing can be seen."""
        return self.can_be_seen or action in _STILL_ALLOWED

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here, each with the keys that it has for this player."""
        return rebound((*self.OFFERED, *EVERYWHERE), self.settings.keys)

    def key_of(self, command: str) -> str:
        """The keys of a command that is offered here, as the player knows them."""
        return next(one.written for one in self.commands if one.id == command)

    @property
    def settings(self) -> Settings:
        """What the player has chosen, as it holds now."""
        app = self.app
        return app.settings if isinstance(app, Configured) else DEFAULTS

    @property
    def gauges(self) -> tuple[Gauge, ...]:
        """The gauges as they stand here, if this is a room of the story."""
        return ()

    @property
    def can_be_seen(self) -> bool:
        """Whether the terminal is large enough."""
        return not (self.has_class("-tiny") or self.has_class("-flat"))

    def tell(self, text: str) -> None:
        """Say something in passing."""
        self.app.notify(text, markup=False, timeout=4)

    def action_leave(self) -> None:
        """Go back to where the reader came from."""
        self.post_message(Left())
