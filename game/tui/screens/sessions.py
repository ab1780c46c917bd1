"""The list of sessions: to play on or to watch."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import OptionList

from game.play.kept import Summary
from game.tui.commands import BACK, MAP, Command, bindings
from game.tui.errand import send
from game.tui.given import Game
from game.tui.messages import (
    CheckWanted,
    CodeAsked,
    CompareWanted,
    DeleteWanted,
    ExportWanted,
    MapWanted,
    NameWanted,
    OfSession,
    ResumeWanted,
    ShareWanted,
    WatchWanted,
)
from game.tui.screens.room import Room
from game.tui.session_lines import session_items
from game.tui.text import words
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.menu import Menu
from game.tui.widgets.words import Words

_NOTHING_YET = "Nothing is kept here yet. A session appears with its first decision."


class SessionsRoom(Room):
    """Every session on the shelf, newest first; samples are marked, damaged ones say what is wrong."""

    CSS_PATH = "../styles/lists.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="",
            action="choose",
            about="Open the session under the cursor",
            shown="enter",
            word="open",
            listed=False,
        ),
        Command(keys="p", action="play", id="play_on", about="Play the session on", word="play on"),
        Command(keys="r", action="watch", id="replay", about="Watch the session from its beginning", word="replay"),
        Command(
            keys="c",
            action="mark",
            id="compare",
            about="Compare this session with another: c on each of them",
            word="compare",
        ),
        Command(
            keys="n",
            action="call",
            id="name",
            about="Call the session under the cursor otherwise",
            word="name",
            spare=True,
        ),
        Command(
            keys="e",
            action="export",
            about="Write the session down: a book, its papers, data",
            word="export",
            spare=True,
        ),
        Command(keys="y", action="share", about="The session as one line, for others", word="share", spare=True),
        Command(keys="v", action="code", id="code", about="Paste another player's session", word="a code", spare=True),
        Command(
            keys="delete,x",
            action="delete",
            id="bin",
            about="Put the session into the bin",
            word="bin",
            spare=True,
        ),
        Command(keys="f", action="check", id="check", about="Look for faults in the files, and mend them"),
        MAP,
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, game: Game, *, watch: bool) -> None:
        super().__init__()
        self.game = game
        self._watch = watch
        self._kept: tuple[Summary, ...] = ()
        self._marked = ""

    def furnish(self) -> Iterable[Widget]:
        """The list, or a word if there is none."""
        yield HeadLine()
        yield Words(words(""), classes="nothing")
        yield Vertical(Menu(), classes="middle")

    def on_mount(self) -> None:
        """Look at the shelf."""
        purpose = "watch one again" if self._watch else "play one on"
        self.query_one(HeadLine).show(self.game.title, "Sessions", purpose)
        self._look()

    def on_screen_resume(self) -> None:
        """Look at the shelf again."""
        self._look()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        event.stop()
        self.action_watch() if self._watch else self.action_play()

    def action_choose(self) -> None:
        """Open the session under the cursor."""
        self.query_one(Menu).action_select()

    def action_play(self) -> None:
        """Play it on; one that has ended is watched instead, a sample goes on as a copy."""
        if one := self._chosen():
            self.post_message(WatchWanted(one.name) if one.ended else ResumeWanted(one.name))

    def action_watch(self) -> None:
        """Watch it from its beginning."""
        if one := self._chosen():
            self.post_message(WatchWanted(one.name))

    def action_mark(self) -> None:
        """Choose the session under the cursor to be compared; the second opens the two beside each other."""
        one = self._chosen()
        if one is None:
            return
        if not one.story:
            self.tell("This session can't be read, so it can't be compared.")
        elif self._marked in ("", one.name):
            self._marked = "" if self._marked else one.name
            self._look()
            if self._marked:
                self.tell(
                    f"{one.called or one.name} will be compared."
                    f" Go to another session and press {self.key_of('compare')} there."
                )
        else:
            self.post_message(CompareWanted(self._marked, one.name))
            self._marked = ""
            self._look()

    def action_call(self) -> None:
        """Call the session under the cursor otherwise."""
        self._about(NameWanted)

    def action_export(self) -> None:
        """Write it down."""
        self._about(ExportWanted)

    def action_share(self) -> None:
        """Give it as one line."""
        self._about(ShareWanted)

    def action_delete(self) -> None:
        """Put it into the bin."""
        self._about(DeleteWanted)

    def action_code(self) -> None:
        """Ask for another player's session."""
        self.post_message(CodeAsked())

    def action_check(self) -> None:
        """Look whether everything is as it should be."""
        self.post_message(CheckWanted())

    def _about(self, wanted: type[OfSession]) -> None:
        if one := self._chosen():
            self.post_message(wanted(one.name))

    def on_shelf_changed(self) -> None:
        """Look at the shelf again."""
        self._look()

    def action_decision_map(self) -> None:
        """Show all sessions at once, and where this one came to."""
        one = self._chosen()
        self.post_message(MapWanted(one.name, one.decisions) if one else MapWanted())

    def _chosen(self) -> Summary | None:
        name = self.query_one(Menu).chosen
        return next((one for one in self._kept if one.name == name), None)

    def _look(self) -> None:
        """Look at the shelf; what is seen until then stays."""
        send(self, lambda _errand: self.game.shelf.listed(), self._show, self._say)

    def _say(self, told: str) -> None:
        """Say something where there is no list."""
        word = self.query_one(".nothing", Words)
        word.show(words(told))
        word.display = bool(told) and not self._kept

    def _show(self, kept: tuple[Summary, ...]) -> None:
        self._kept = kept
        names = frozenset(one.name for one in kept)
        menu = self.query_one(Menu)
        before = menu.chosen
        items = (item for one in kept for item in session_items(one, names, marked=one.name == self._marked))
        menu.show(tuple(items))
        if any(one.name == before for one in self._kept):
            menu.point(before)
        menu.display = bool(self._kept)
        self._say("" if self._kept else _NOTHING_YET)
        menu.focus()
