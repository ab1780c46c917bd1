"""The gallery: every ending of the story, by name once it was reached, and what was achieved."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from game.tui.commands import BACK, MAP, Command, bindings
from game.tui.glyphs import DOT, ENDED, NO_PIP
from game.tui.messages import MapWanted, PointWanted
from game.tui.screens.room import Room
from game.tui.text import separated, stacked, together, words
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.menu import Item, Menu
from game.view.gallery import Earned, EndingSeen, Gallery

_AIR = Item(text=words(""))
_NAMED = 3


class EndingsRoom(Room):
    """Endings in the story's order, then achievements. Of what wasn't reached nothing is told but its author's hint."""

    CSS_PATH = "../styles/lists.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="",
            action="choose",
            about="Read the end again, in the last session that came to it",
            shown="enter",
            word="read again",
            listed=False,
        ),
        MAP,
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, found: Gallery) -> None:
        super().__init__()
        self._found = found

    def furnish(self) -> Iterable[Widget]:
        """One list."""
        yield HeadLine()
        yield Vertical(Menu(tuple(self._items())), classes="middle")

    def on_mount(self) -> None:
        """Say how much of it there is."""
        found = self._found
        told = f"{found.reached} of {len(found.endings)} reached"
        self.query_one(HeadLine).show(found.story, "Endings", told)
        menu = self.query_one(Menu)
        menu.focus()
        menu.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read the end that was chosen."""
        event.stop()
        kind, _, name = (event.option_id or "").partition(":")
        if kind == "ending":
            self._read(next(one for one in self._found.endings if one.id == name))

    def action_choose(self) -> None:
        """Read the end under the cursor."""
        self.query_one(Menu).action_select()

    def action_decision_map(self) -> None:
        """Show all sessions at once."""
        self.post_message(MapWanted())

    def _read(self, one: EndingSeen) -> None:
        if one.sessions:
            session = one.sessions[0]
            self.post_message(PointWanted(session.name, session.decisions))
        elif one.reached:
            self.tell("No session that came to this end is kept any more.")
        else:
            self.tell("No session has come to this end yet.")

    def _items(self) -> Iterable[Item]:
        for ending in self._found.endings:
            yield Item(id=f"ending:{ending.id}", text=_ending(ending))
            yield _AIR
        found = self._found
        if found.achievements or found.hidden:
            told = f"{found.earned} of {len(found.achievements) + found.hidden} earned"
            yield Item(text=together(words("ACHIEVEMENTS", "bold $quiet"), words(f"  {DOT}  {told}", "$quiet")))
            yield _AIR
        for earned in found.achievements:
            yield Item(id=f"achievement:{earned.id}", text=_achievement(earned))
            yield _AIR
        if found.hidden:
            more = "one more is" if found.hidden == 1 else f"{found.hidden} more are"
            yield Item(text=words(f"{more.capitalize()} told only once earned.", "$quiet"))


def _ending(one: EndingSeen) -> Content:
    if not one.reached:
        open_ = together(
            words(f"{NO_PIP} ", "$quiet"), words("?", "bold $quiet"), words("   not reached yet", "$quiet")
        )
        return stacked(open_, words(f"  {one.hint}", "$quiet")) if one.hint else open_
    names = [session.called or session.name for session in one.sessions]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    kept = f"in {', '.join(names[:_NAMED])}{more}" if names else "in no session that is kept"
    top = _dated(together(words(f"{ENDED} ", "$accent"), words(one.title, "bold")), one.day)
    return stacked(top, words(f"  {kept}", "$quiet"))


def _achievement(one: Earned) -> Content:
    sign = words(f"{ENDED} ", "$accent") if one.day else words(f"{NO_PIP} ", "$quiet")
    top = _dated(together(sign, words(one.title, "bold" if one.day else "$quiet")), one.day or "open")
    return stacked(top, words(f"  {one.text}", "$quiet"))


def _dated(text: Content, day: str) -> Content:
    return separated([text, *([words(day, "$quiet")] if day else [])], words(f"  {DOT}  ", "$quiet"))
