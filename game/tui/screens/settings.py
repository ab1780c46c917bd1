"""Settings: each with its value, what it does and where else it can be said. A change applies at once."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList

from game.settings.kinds import Folder, Line, Number, OneOf
from game.settings.table import BY_NAME, KEYS, TABLE, Setting
from game.settings.values import Value
from game.tui.chosen_lines import about, line
from game.tui.commands import BACK, Command, bindings
from game.tui.configured import Configured
from game.tui.given import Game
from game.tui.messages import KeysWanted
from game.tui.screens.asking import LineAsked
from game.tui.screens.room import Room
from game.tui.text import stacked, together, words
from game.tui.widgets.choosing import Choosing
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.menu import Item
from game.tui.widgets.spread import Spread
from game.tui.widgets.words import Words

_LONGEST_PATH = 4096
_HIGH, _SLIM = 34, 50


class SettingsRoom(Room):
    """The table of settings, and what is told of the one under the cursor."""

    CSS_PATH = "../styles/settings.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(keys="", action="change(1)", about="Another value", shown="← →", word="change", listed=False),
        Command(
            keys="", action="choose", about="The next value; or write one", shown="enter", word="next", listed=False
        ),
        Command(keys="x,delete", action="reset", about="The value as it comes", shown="x", word="as it comes"),
        Command(keys="y", action="keys", about="Every command with its name and its keys", word="keys"),
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, game: Game) -> None:
        super().__init__()
        self.game = game
        self._airy = self._slim = False

    def furnish(self) -> Iterable[Widget]:
        """The list, and what is told beside it or below it."""
        yield HeadLine()
        self.menu = Choosing(self._items())
        self.told = Words(words(""), id="told")
        yield Horizontal(self.menu, VerticalScroll(self.told, id="beside", can_focus=False), id="desk")

    def on_mount(self) -> None:
        """Let the list hear the keys."""
        self.query_one(HeadLine).show("Settings", self.game.title)
        self.menu.focus()
        self.menu.action_first()
        self.watch(self.app, "settings", self._draw, init=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell of the setting under the cursor."""
        event.stop()
        self._draw()

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change what the cursor is on."""
        event.stop()
        await self.action_choose()

    async def action_choose(self) -> None:
        """Take the next value, from the first again after the last; ask for what is written."""
        setting = self._setting
        if setting is None:
            self.action_keys()
        elif isinstance(setting.kind, Line | Folder):
            self._ask(setting)
        else:
            self._change(setting, _next(setting, self._value(setting), 1, around=True))

    async def action_change(self, step: int) -> None:
        """One value on or back; numbers end at their ends."""
        setting = self._setting
        if setting is not None:
            if isinstance(setting.kind, Line | Folder):
                self._ask(setting)
            else:
                self._change(setting, _next(setting, self._value(setting), step, around=False))

    def action_reset(self) -> None:
        """The value as it comes."""
        if self._setting is not None:
            self._change(self._setting, self._setting.default)

    def action_keys(self) -> None:
        """Show every command with its keys."""
        self.post_message(KeysWanted())

    def _value(self, setting: Setting) -> Value:
        """The value that a setting has now."""
        return setting.of(self.settings)

    def on_resize(self, event: events.Resize) -> None:
        """Draw the list for the room there is."""
        looks, chosen = (event.size.height >= _HIGH, event.size.width < _SLIM), self.menu.chosen
        if looks != (self._airy, self._slim):
            self._airy, self._slim = looks
            self.menu.show(self._items())
            self.menu.point(chosen or TABLE[0].name)
        self._draw()

    @property
    def _setting(self) -> Setting | None:
        """The setting under the cursor; none where that are the keys."""
        return BY_NAME.get(self.menu.chosen)

    def _change(self, setting: Setting, value: Value) -> None:
        app = self.app
        if isinstance(app, Configured) and value != self._value(setting):
            app.change(setting.name, value)  # at once: the next key may be here already

    def _ask(self, setting: Setting) -> None:
        def answered(text: str | None) -> None:
            if text is None:
                return
            value = setting.kind.read(text.strip())
            if value is None:
                self.tell(f"{setting.title} is {setting.kind.told}.")
            else:
                self._change(setting, value)

        most = setting.kind.most if isinstance(setting.kind, Line) else _LONGEST_PATH
        asked = LineAsked(setting.title, setting.about, value=str(self._value(setting)), most=most)
        self.app.push_screen(asked, answered)

    def _items(self) -> tuple[Item, ...]:
        """A line for each setting and for the keys; where there is room, the sections stand apart."""
        items: list[Item] = []
        for one in TABLE:
            if items and self._airy and one is _first(one.section):
                items.append(Item(text=words("")))
            items.append(Item(id=one.name, text=self._line(one)))
        return (*items, *([Item(text=words(""))] if self._airy else []), Item(id=KEYS, text=self._keys_line()))

    def _line(self, setting: Setting, *, under_cursor: bool = False) -> Spread:
        section = "" if self._slim else setting.section if setting is _first(setting.section) else " "
        return line(setting, self.game.config, section=section, under_cursor=under_cursor)

    def _keys_line(self) -> Spread:
        own = len(self.settings.keys)
        told = f"{own} of your own" if own else "as they come"
        return Spread(together(words("" if self._slim else "KEYS      ", "$quiet"), words("Keys")), words(f"{told}  "))

    def _draw(self, *_settings: object) -> None:
        """Write every line anew, and what is told."""
        chosen = self._setting
        for one in TABLE:
            self.menu.replace_option_prompt(one.name, self._line(one, under_cursor=one is chosen))
        if chosen is None:
            told = "In the file, under [keys], any command can be given other keys. enter shows their names."
            self.told.show(stacked(words("Keys", "bold $accent"), words(told)))
        else:
            colourless, room = self.app.ansi_color is True, self.has_class("-wide") or self.has_class("-ultra")
            self.told.show(about(chosen, self.game.config, colourless=colourless, room=room))


def _first(section: str) -> Setting:
    return next(one for one in TABLE if one.section == section)


def _next(setting: Setting, value: Value, step: int, *, around: bool) -> Value:
    """The value after this one, or before it."""
    kind = setting.kind
    if isinstance(kind, OneOf):
        options = kind.options
        return options[(options.index(str(value)) + step) % len(options)]
    if isinstance(kind, Number) and isinstance(value, int):
        whole = value // kind.step * kind.step
        after = whole if step < 0 and whole < value else whole + step * kind.step
        if around and after > kind.high:
            return kind.low
        return min(max(after, kind.low), kind.high)
    return not value
