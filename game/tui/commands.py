"""A command is one thing a reader can do: its keys, its word in the key line, its sentence in help and palette."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. ``shown`` is how its keys are written; ``word`` is empty if the key line leaves it out.

    ``action`` is run on the screen, or on the app where it begins with ``app.``; ``listed`` puts it into the palette.
    ``spare`` ones leave the key line first where it is short.
    """

    keys: str
    action: str
    about: str
    shown: str = ""
    word: str = ""
    listed: bool = True
    spare: bool = False

    @property
    def written(self) -> str:
        """The keys as a reader knows them."""
        return self.shown or self.keys.replace(",", " ")


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return the key bindings of some commands; each carries its action as its id, for rebinding."""
    return [
        Binding(command.keys, command.action, command.about, show=False, id=command.action)
        for command in commands
        if command.keys
    ]


QUIT = Command(
    keys="q,ctrl+q",
    action="app.quit",
    about="Leave the game. Every decision is already kept.",
    word="quit",
    shown="q",
)
HELP = Command(
    keys="question_mark,f1",
    action="app.help",
    about="Keys, signs and gauges explained",
    word="help",
    shown="?",
)
THEME = Command(keys="t", action="app.next_theme", about="Change the colours: night, dawn, contrast", shown="t")
BACK = Command(keys="escape", action="leave", about="Back to where you came from", word="back", shown="esc")
MAP = Command(
    keys="d",
    action="decision_map",
    about="Decision map: all sessions at once, where they part, where each came to",
    word="map",
)
PALETTE = Command(
    keys="", action="app.command_palette", about="Everything there is to do", shown="ctrl+p", listed=False
)
EVERYWHERE = (HELP, THEME, QUIT)
"""What every screen has."""
