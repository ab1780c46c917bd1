"""Before a game begins: what to know of it, who plays, by which dice, and how it is to be told."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from game.settings.values import Settings
from game.source.limits import PLAYER_CHARACTERS
from game.tui.commands import Command, bindings
from game.tui.given import Game
from game.tui.guide import note_pieces
from game.tui.messages import Begun, SettingWanted
from game.tui.screens.room import Room
from game.tui.widgets.entry import Entry
from game.tui.widgets.fields import Doing, Field, Switch
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.words import PieceView

_MOST_SEED = 2**64 - 1
_SWITCHES = (
    ("summaries", "Summaries", "one sentence in place of what is hard to read"),
    ("plain_briefing", "Plain briefing", "the plain facts behind a scene"),
    ("exact_numbers", "Exact numbers", "by how much a choice moves a gauge"),
    ("hints", "Hints", "what leads to endings you have not seen"),
)


class NewGameRoom(Room):
    """The note above, a short form below it; enter begins, from wherever one is."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../styles/page.tcss", "../styles/forms.tcss"]
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(keys="enter", action="begin", about="Begin the game", word="begin"),
        Command(keys="down,tab", action="go(1)", about="To the next line", shown="↓", word="next line", listed=False),
        Command(keys="up,shift+tab", action="go(-1)", about="To the line before", shown="↑", listed=False),
        Command(keys="", action="turn", about="Switch the line on or off", shown="space", word="switch", listed=False),
        Command(
            keys="pagedown", action="scroll_note(1)", about="The note, one screen down", shown="PgDn", listed=False
        ),
        Command(keys="pageup", action="scroll_note(-1)", about="The note, one screen up", shown="PgUp", listed=False),
        Command(keys="escape", action="leave", about="Back, without beginning", word="back", shown="esc"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, game: Game, settings: Settings) -> None:
        super().__init__()
        self.game = game
        seed = "" if game.seed is None else str(game.seed)
        self._player = Entry(settings.name, most=PLAYER_CHARACTERS)
        self._seed = Entry(seed, most=len(str(_MOST_SEED)))
        self._seed.restrict = "[0-9]*"
        self._chosen = settings

    def furnish(self) -> Iterable[Widget]:
        """The note, then the form."""
        yield HeadLine()
        note = Vertical(*(PieceView(piece) for piece in note_pieces(self.game)), classes="leaf")
        yield VerticalScroll(note, id="note", can_focus=False)
        switches = (
            Switch(name, label, about, on=bool(getattr(self._chosen, name))) for name, label, about in _SWITCHES
        )
        yield Vertical(
            Field("Your name", "what people call you", self._player),
            Field("Seed", "empty: dice of its own", self._seed),
            *switches,
            Doing("Begin"),
            id="form",
        )

    def on_mount(self) -> None:
        """Begin in the first line."""
        self.query_one(HeadLine).show(self.game.title, "New game")
        self._player.focus()

    def action_go(self, step: int) -> None:
        """To another line."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_turn(self) -> None:
        """Switch the line under the cursor."""
        if isinstance(self.focused, Switch):
            self.focused.action_turn()

    def action_scroll_note(self, by: int) -> None:
        """Scroll the note."""
        note = self.query_one("#note", VerticalScroll)
        note.scroll_relative(y=by * max(note.size.height - 1, 1), animate=False)

    def action_begin(self) -> None:
        """Begin the game, if what is typed can be."""
        typed = self._seed.typed
        if typed and not (typed.isdecimal() and int(typed) <= _MOST_SEED):
            self._seed.focus()
            self.tell(f"A seed is a whole number from 0 to {_MOST_SEED}.")
            return
        self.post_message(Begun(self._player.typed, int(typed) if typed else None))

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        """Enter begins from a line to type in, too."""
        event.stop()
        self.action_begin()

    def on_doing_clicked(self, event: Doing.Clicked) -> None:
        """Begin."""
        event.stop()
        self.action_begin()

    def on_switch_turned(self, event: Switch.Turned) -> None:
        """Let it hold from now on."""
        event.stop()
        self.post_message(SettingWanted(event.name, event.on))
