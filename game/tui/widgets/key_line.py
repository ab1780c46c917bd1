"""The line at the bottom: the few keys that matter now. Each can be clicked."""

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from game.tui.commands import Command
from game.tui.text import NOTHING, separated, together, words

_ACTION = "narrowsky_command"


class KeyLine(Widget):
    """Keys and their words, as many as fit; a click does what the key does."""

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__()
        self._commands = [command for command in commands if command.word]

    def render(self) -> Content:
        """Draw the commands in the width there is: spare ones leave first, then the last ones."""
        width = self.content_size.width
        shown = dict(enumerate(_item(number, command) for number, command in enumerate(self._commands)))
        leaving = sorted(shown, key=lambda number: (self._commands[number].spare, number))
        while shown:
            line = separated(shown.values(), words("   "))
            if line.cell_length <= width:
                return line
            del shown[leaving.pop()]
        return NOTHING

    async def on_click(self, event: events.Click) -> None:
        """Do what the word says."""
        number = event.style.meta.get(_ACTION)
        if isinstance(number, int):
            event.stop()
            await self.app.run_action(self._commands[number].action, self.screen)


def _item(number: int, command: Command) -> Content:
    item = together(words(command.written, "bold $accent"), words(f" {command.word}", "$quiet"))
    return item.stylize(Style.from_meta({_ACTION: number}))
