"""The first screen: a narrow strip of sky between two dark blocks, and what to do."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList

from game.play.refusal import RefusalError
from game.tui.commands import GAUGES, LEDGER, LOG, MAP, PEOPLE, SETTINGS, Command, bindings
from game.tui.errand import send
from game.tui.given import Game
from game.tui.glyphs import DOT
from game.tui.messages import (
    AboutWanted,
    CodexOf,
    EndingsWanted,
    ListWanted,
    MapWanted,
    NewWanted,
    Record,
    RecordOf,
    ResumeWanted,
    StoriesWanted,
    StoryClosed,
)
from game.tui.screens.story_room import StoryRoom
from game.tui.text import together, words
from game.tui.widgets.menu import Item, Menu
from game.tui.widgets.sky import Sky
from game.tui.widgets.words import Words

if TYPE_CHECKING:
    from game.play.kept import Summary

_RECORDED = (
    replace(LOG, about="Log of the last session: everything read in it"),
    replace(GAUGES, about="Gauges of the last session, and what moved them", word=""),
    replace(PEOPLE, about="People, as the last session knows them"),
    replace(LEDGER, keys="E", about="Ledger of the last session", shown="E"),
)
_NAME = 14
_FIRST_FRAME = 0.03  # seconds; Textual calls "after refresh" before the frame has left for the terminal


class TitleRoom(StoryRoom):
    """Continue, begin, look at what is kept, leave."""

    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="",
            action="choose",
            about="Take the line under the cursor",
            shown="enter",
            word="choose",
            listed=False,
        ),
        Command(keys="n", action="new", about="Begin a new game", word="new"),
        Command(keys="s", action="sessions", about="Sessions kept on this machine", word="sessions"),
        MAP,
        SETTINGS,
        Command(keys="c", action="codex", about="Codex, as the last session knows it"),
        Command(keys="b", action="stories", about="Other stories, and what is wrong with those that can't be played"),
        Command(keys="e", action="endings", about="Endings and achievements, those reached by name"),
        *_RECORDED,
        Command(keys="a", action="about", about="About the story; a note on what is in it", word="about"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, game: Game) -> None:
        super().__init__()
        self.game = game
        self._last: Summary | None = None

    def furnish(self) -> Iterable[Widget]:
        """Sky, then the menu."""
        yield Sky(self.game.title)
        by = f"by {self.game.by}" if self.game.by else ""
        yield VerticalScroll(
            Words(words(self.game.blurb), classes="blurb"),
            Menu(self._items(None)),
            Words(words(by, "$quiet"), classes="by"),
            id="below",
            can_focus=False,
        )
        yield Words(words(""), id="wrong")

    def on_mount(self) -> None:
        """Let the menu hear the keys."""
        self.query_one(Menu).focus()
        self._say()

    def on_screen_resume(self) -> None:
        """Draw first, then open the story and look at the shelf: what is kept may have changed."""
        self.looked = False
        self.set_timer(_FIRST_FRAME, self._look)

    def _look(self) -> None:
        try:
            shelf = self.game.shelf
        except RefusalError as refusal:
            self.post_message(StoryClosed(refusal))
            self.looked = True
        else:
            send(self, lambda _errand: shelf.listed(), self._found)

    def _found(self, kept: "tuple[Summary, ...]") -> None:
        menu = self.query_one(Menu)
        chosen = menu.chosen if menu.highlighted else ""  # where the reader has gone down already
        menu.show(self._items(kept))
        if any(one.id == chosen for one in menu.options):
            menu.point(chosen)
        self._say(self.game.shelf.profile.notice)
        self.looked = True

    def _say(self, *more: str) -> None:
        """Say what is wrong with what is kept of the player's, as long as one is here."""
        wrong = [said for said in (*self.game.config.notices, *more) if said]
        line = self.query_one("#wrong", Words)
        line.display = bool(wrong)
        others = f" (and {len(wrong) - 1} more; `narrowsky paths` lists them)" if len(wrong) > 1 else ""
        line.show(words(f"! {wrong[0]}{others}" if wrong else ""))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the line says."""
        event.stop()
        self.call_later(self.run_action, event.option_id or "choose")

    def action_choose(self) -> None:
        """Take the line under the cursor."""
        self.query_one(Menu).action_select()

    def action_go_on(self) -> None:
        """Play the last session on."""
        if self._last:
            self.post_message(ResumeWanted(self._last.name))

    def action_new(self) -> None:
        """Begin a new game."""
        self.post_message(NewWanted())

    def action_sessions(self) -> None:
        """Show what is kept."""
        self.post_message(ListWanted(watch=False))

    def action_watch(self) -> None:
        """Show what can be watched."""
        self.post_message(ListWanted(watch=True))

    def action_codex(self) -> None:
        """Open the codex as the last session knows it."""
        if self._last:
            self.post_message(CodexOf(self._last.name))

    def open_record(self, which: Record) -> None:
        """Look something up, as the last session knows it."""
        if self._last:
            self.post_message(RecordOf(which, self._last.name))
        else:
            self.tell("There is no session to look into yet.")

    def action_decision_map(self) -> None:
        """Show all sessions at once."""
        self.post_message(MapWanted())

    def action_stories(self) -> None:
        """Show the stories there are."""
        self.post_message(StoriesWanted())

    def action_endings(self) -> None:
        """Show what was reached."""
        self.post_message(EndingsWanted())

    def action_about(self) -> None:
        """Tell about the story."""
        self.post_message(AboutWanted())

    def action_leave(self) -> None:
        """There is nowhere to go back to from here."""

    def _items(self, listed: "tuple[Summary, ...] | None") -> tuple[Item, ...]:
        """The lines of the menu; before the shelf has been looked at, those that are always there."""
        kept = listed or ()
        playable = [one for one in kept if one.story and not one.sample and not one.ended]
        self._last = playable[0] if playable else None
        items = [
            _item("new", "New game", ""),
            _item("sessions", "Load a game", "" if listed is None else f"{len(kept)} kept" if kept else "none yet"),
            _item("decision_map", "Decision map", "all sessions at once, and where they part"),
            _item("endings", "Endings", "those you have reached, and how many there are"),
            _item("stories", "Stories", "the others that can be played"),
            _item("app.settings", "Settings", "page, help, colours, keys"),
            _item("about", "About", "the story, and a note on what is in it"),
            _item("app.help", "Help", "keys, signs, gauges"),
            _item("app.quit", "Quit", ""),
        ]
        if self._last:
            last = self._last
            told = (last.called or last.name, last.where, last.played)
            items.insert(0, _item("go_on", "Continue", f" {DOT} ".join(part for part in told if part)))
        return tuple(items)


def _item(action: str, name: str, about: str) -> Item:
    return Item(id=action, text=together(words(name.ljust(_NAME)), words(about, "$quiet")))
