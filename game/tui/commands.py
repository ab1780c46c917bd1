"""A command is one thing a reader can do: its keys, its word in the key line, its sentence in help and palette."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType

from game.tui.key_names import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. ``shown`` is how its keys are written; ``word`` is empty if the key line leaves it out.

    ``action`` is run on the screen, or on the app where it begins with ``app.``; ``listed`` puts it into the palette.
    ``spare`` ones leave the key line first where it is short. ``id`` is its name in the player's settings, where its
    keys may be changed: that of its action, unless it says otherwise. One name in several rooms is one command.
    One for ``debug`` is offered to authors alone.
    """

    keys: str
    action: str
    about: str
    shown: str = ""
    word: str = ""
    listed: bool = True
    spare: bool = False
    id: str = ""
    debug: bool = False

    def __post_init__(self) -> None:
        """Take the name of the action, where there is no other."""
        if not self.id:
            name = self.action.removeprefix("app.").replace("(", "_").removesuffix(")").replace("-", "minus_")
            object.__setattr__(self, "id", name)

    @property
    def written(self) -> str:
        """The keys as a reader knows them."""
        return self.shown or self.keys.replace(",", " ")


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return the key bindings of some commands; each carries the command's id, for rebinding."""
    return [
        Binding(command.keys, command.action, command.about, show=False, id=command.id)
        for command in commands
        if command.keys
    ]


def rebound(commands: Iterable[Command], keys: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    """Return the commands with the keys that a player has given them, by their ids."""
    return tuple(
        replace(one, keys=",".join(given), shown=" ".join(map(shown, given)))
        if one.keys and (given := keys.get(one.id, ()))
        else one
        for one in commands
    )


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
THEME = Command(
    keys="t", action="app.next_theme", about="Change the colours: night, dawn, contrast, terminal", id="theme"
)
BACK = Command(keys="escape", action="leave", about="Back to where you came from", word="back", shown="esc", id="back")
MAP = Command(
    keys="d",
    action="decision_map",
    about="Decision map: all sessions at once, where they part, where each came to",
    word="map",
    id="map",
)
SETTINGS = Command(
    keys="o", action="app.settings", about="Settings: page, help, colours, keys", word="settings", spare=True
)
LOG = Command(keys="l,L", action="log", about="Log: everything read so far, to look through and copy", shown="l")
GAUGES = Command(keys="m", action="gauges", about="Gauges: how they went, and what moved them most", word="gauges")
PEOPLE = Command(
    keys="p,P", action="people", about="People: who they are, what they want, what they remember of you", shown="p"
)
LEDGER = Command(keys="e", action="ledger", about="Ledger: who was hurt, and what is said of it")
WHY = Command(
    keys="w,W", action="why", about="Why a choice is locked: what it needs", shown="w", word="why", spare=True
)
TERM = Command(keys="x", action="term", about="Look up a term of this page, in place", word="term", spare=True)
COPY = Command(keys="y", action="copy", about="Copy what is selected, or else the text of this page")
BEHIND = (
    Command(
        keys="f9",
        action="behind",
        about="For authors (play --debug): what stands behind this page, beside it; or hide it",
        word="behind",
        spare=True,
        shown="F9",
        debug=True,
    ),
    Command(
        keys="greater_than_sign",
        action="scroll_behind(1)",
        id="behind_down",
        about="For authors: further down in what stands behind the page",
        shown=">",
        listed=False,
        debug=True,
    ),
    Command(
        keys="less_than_sign",
        action="scroll_behind(-1)",
        id="behind_up",
        about="For authors: further up in it",
        shown="<",
        listed=False,
        debug=True,
    ),
)
"""What an author can look at, wherever a page of a session is."""
RECORDS = (LOG, GAUGES, PEOPLE, LEDGER)
"""What can be looked up of a session, wherever one is looked at."""
PALETTE = Command(
    keys="ctrl+p", action="app.command_palette", about="Everything there is to do", listed=False, id="palette"
)
PICTURE = Command(
    keys="f8,ctrl+s",
    action="app.picture",
    about="Keep a picture of the screen, beside your sessions",
    shown="F8",
)
DIGITS = tuple(
    Command(keys=str(number), action=f"take({number})", about=f"Take choice {number}", listed=False)
    for number in range(1, 10)
)
"""What takes the choices of a page by their numbers."""
EVERYWHERE = (HELP, THEME, QUIT, PICTURE, PALETTE)
"""What every screen has."""
