"""The list of stories: one of them is chosen to be played."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from game.tui.commands import BACK, Command, bindings
from game.tui.glyphs import DOT
from game.tui.messages import StoryWanted
from game.tui.screens.room import Room
from game.tui.shelved import Shelved
from game.tui.text import separated, stacked, words
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.menu import Item, Menu
from game.tui.widgets.words import Words
from game.view.transcript import how_many

_AIR = Item(text=words(""))


class StoriesRoom(Room):
    """Every story that can be played, and of one that can't how to find out why."""

    CSS_PATH = "../styles/lists.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="",
            action="choose",
            about="Open the story under the cursor",
            shown="enter",
            word="open",
            listed=False,
        ),
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, found: tuple[Shelved, ...]) -> None:
        super().__init__()
        self._found = found

    def furnish(self) -> Iterable[Widget]:
        """The list, or a word if there is none."""
        yield HeadLine()
        yield Words(words("There is no other story here."), classes="nothing")
        told = (Item(id=str(number), text=_told(one)) for number, one in enumerate(self._found))
        yield Vertical(Menu(tuple(item for one in told for item in (one, _AIR))), classes="middle")

    def on_mount(self) -> None:
        """Say what this is."""
        self.query_one(HeadLine).show("Stories", f"{len(self._found)} to choose from")
        self.query_one(".nothing").display = not self._found
        menu = self.query_one(Menu)
        menu.focus()
        menu.action_first()

    def action_choose(self) -> None:
        """Open the story under the cursor."""
        self.query_one(Menu).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen, if it can be."""
        event.stop()
        one = self._found[int(event.option_id or 0)]
        if one.broken:
            self.tell(f"This story can't be played as it is. What is wrong: narrowsky check {one.path}")
        else:
            self.post_message(StoryWanted(one))


def _told(one: Shelved) -> Content:
    if one.broken:
        state = f"can't be played as it is: narrowsky check {one.path}"
    else:
        kept = f"{how_many(one.sessions, 'session')} kept" if one.sessions else "not played yet"
        found = f"{how_many(one.findings, 'finding')}: narrowsky check {one.path}" if one.findings else ""
        state = f" {DOT} ".join(part for part in (f"by {one.by}" if one.by else "", kept, found) if part)
    blurb = [words(one.blurb)] if one.blurb else []
    name = separated([words(one.title, "bold"), words(one.path, "$quiet")], words(f"  {DOT}  ", "$quiet"))
    return stacked(name, *blurb, words(state, "$error" if one.broken else "$quiet"))
