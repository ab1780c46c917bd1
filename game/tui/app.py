"""The app: opens rooms, keeps the colours, ends cleanly whatever happens."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.theme import Theme

from game.play.refusal import RefusalError
from game.settings.config import Config, Keep, kept_nowhere
from game.settings.values import Settings
from game.source.clean import clean_line
from game.tui import doors
from game.tui.commands import EVERYWHERE, QUIT, SETTINGS, bindings, rebound
from game.tui.first import First, Play, Title, Watch
from game.tui.given import Game, Opened
from game.tui.glyphs import DOT
from game.tui.keeping import Keeping
from game.tui.leaving import Log, apologise
from game.tui.messages import CodexWanted, StoryClosed, StoryWanted, TermWanted, WhyWanted
from game.tui.picture import picture
from game.tui.screens.room import Room
from game.tui.screens.title import TitleRoom
from game.tui.shelved import Stories, none_else
from game.tui.themes import NAMES, OURS, completed

if TYPE_CHECKING:
    from game.engine.program import Program
    from game.play.shelf import Shelf

_MARGINS = 4
"""What stands beside the prose within its column."""


class NarrowSky(Keeping):
    """The game in the terminal."""

    TITLE = "Narrow Sky"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/base.tcss", "styles/title.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, game: Game, *, first: First | None = None, plainly: bool = True) -> None:
        colourless = bool(os.environ.get("NO_COLOR"))
        if not colourless:
            os.environ.pop("NO_COLOR", None)  # set but empty means nothing; Textual would take it for yes
        super().__init__(ansi_color=True if colourless else None)
        self.game = game
        if game.settings.keys:
            self._take_keys()
        self.set_reactive(NarrowSky.settings, game.settings)
        self.session = None
        self.refused: RefusalError | None = None
        self.plainly = plainly
        self._first = first or Title()
        self.animation_level = "none"
        for theme in OURS:
            self.register_theme(theme)
        if "TEXTUAL_THEME" not in os.environ:
            self._begin_with(self.get_theme(NAMES[game.settings.theme]) or OURS[0])

    def _take_keys(self) -> None:
        """Let the keys hold that the player has given to commands, as far as they can."""
        from game.tui.keyring import judged  # noqa: PLC0415 - it looks into every room, and most players have no need of it

        self.game.config = judged(self.game.config)
        self.set_keymap({command: ",".join(keys) for command, keys in self.game.settings.keys.items()})

    def _begin_with(self, theme: Theme) -> None:
        """Take a theme before anything is drawn; simply setting it would have all styles read twice."""
        self.set_reactive(NarrowSky.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self._refresh_truecolor_filter(self.ansi_theme)  # the terminal's own colours stay as they are

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours, with ours where a theme of Textual's has none, and the width of a page."""
        variables = completed(self.current_theme, super().get_css_variables())
        self.theme_variables = variables | {"page": str(self.settings.width + _MARGINS)}
        return self.theme_variables

    async def on_mount(self) -> None:
        """Open the first room."""
        match self._first:
            case Play(session):
                await self.play(session)
            case Watch(playthrough, name):
                await self.push_screen(doors.replay(self.game, playthrough, name))
            case Title():
                await self.push_screen(TitleRoom(self.game))
                return  # which says itself what is wrong, for longer
        self.say_what_is_wrong()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return everything the palette offers: what this room can do, and what every room can."""
        offered = screen.commands if isinstance(screen, Room) else rebound(EVERYWHERE, self.settings.keys)
        if all(one.id != SETTINGS.id for one in offered):
            offered = (*offered, replace(SETTINGS, keys=""))
        for command in offered:
            if command.listed:
                name = command.word.capitalize() or command.about
                keys = f"the key is {command.written}" if command.written else ""
                about = f" {DOT} ".join(part for part in (command.about if command.word else "", keys) if part)
                yield SystemCommand(name, about, partial(self.run_action, command.action, screen))

    def action_picture(self) -> None:
        """Keep a picture of the screen, and say where."""
        name = f"screen-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
        try:
            path = self.game.shelf.keep_export(name, ".svg", picture(self))
        except RefusalError as refusal:
            self._say(refusal)
        else:
            self.notify(f"The picture is kept as {path}", markup=False, timeout=8)

    def action_next_theme(self) -> None:
        """Go on to the next of our themes."""
        names = list(NAMES)
        self.change("theme", names[(names.index(self.settings.theme) + 1) % len(names)])

    def watch_settings(self, before: Settings, now: Settings) -> None:
        """Let other colours hold, and another width of the page."""
        if before.theme != now.theme:
            self.theme = NAMES[now.theme]
        if before.width != now.width:
            self.refresh_css(animate=False)

    def action_help(self) -> None:
        """Open the help for the room we are in."""
        if isinstance(self.screen, Room) and self.screen.helps:
            self.push_screen(doors.guide(self.game, self.screen.commands, self.screen.gauges))

    async def on_title_wanted(self) -> None:
        """Back to the title; the session is kept."""
        self.let_go()
        await self.enter(TitleRoom(self.game))

    async def on_left(self) -> None:
        """Back to the room before; to the title if there was none."""
        if len(self.screen_stack) > 2:  # noqa: PLR2004  # Textual's own empty screen lies under the first room
            await self.pop_screen()
        else:
            await self.enter(TitleRoom(self.game))

    async def on_new_wanted(self) -> None:
        """Say what is to be known before a new session, and ask who plays."""
        await self.push_screen(doors.new_game(self.game, self.settings))

    async def on_stories_wanted(self) -> None:
        """Open the list of stories."""
        await self.push_screen(doors.stories(self.game))

    async def on_story_wanted(self, message: StoryWanted) -> None:
        """Go to another story's title."""
        self.let_go()
        one, opening = message.story, partial(_opened, message.story.opening)
        self.game = replace(self.game, title=one.title, by=one.by, blurb=one.blurb, opening=opening, seed=None)
        await self.enter(TitleRoom(self.game))

    async def on_codex_wanted(self, message: CodexWanted) -> None:
        """Open the codex."""
        await self.push_screen(doors.codex(message.entries, message.entry))

    async def action_settings(self) -> None:
        """Open the settings, wherever we are."""
        if isinstance(self.screen, Room):
            await self.push_screen(doors.settings(self.game))

    async def on_keys_wanted(self) -> None:
        """Tell every command with its name and its keys."""
        await self.push_screen(doors.keys(self.game))

    async def on_term_wanted(self, message: TermWanted) -> None:
        """Look a term up over the page it stands on."""
        await self.push_screen(doors.term(message.entries, message.terms, message.term))

    async def on_why_wanted(self, message: WhyWanted) -> None:
        """Say over the page why a choice on it is locked."""
        await self.push_screen(doors.why(message.locks, message.choice))

    async def on_about_wanted(self) -> None:
        """Open what there is to know about the story."""
        await self.push_screen(doors.about(self.game))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in passing: cleaned, and never markup, whatever the caller thinks."""
        del markup
        super().notify(clean_line(message), title=title, severity=severity, timeout=timeout, markup=False)

    def action_help_quit(self) -> None:
        """Say how to leave, to whoever tries ctrl+c."""
        [leaving] = rebound((QUIT,), self.settings.keys)
        self.notify(f"Press {leaving.written} to leave the game. Every decision is already kept.", markup=False)

    def on_story_closed(self, message: StoryClosed) -> None:
        """Leave: the story can't be opened, and why is said once the screen is the player's again."""
        self.refused = message.refusal
        self.exit()


def run(
    cover: tuple[str, str, str],
    opening: "Callable[[], tuple[Program, Shelf]]",
    *,
    seed: int | None = None,
    config: Config | None = None,
    keep: Keep = kept_nowhere,
    stories: Stories = none_else,
    first: First | None = None,
    log: Log | None = None,
    debug: bool = False,
) -> int:
    """Play until the player quits: 0. A signal gives its own code; a fault of ours a few plain words, and 70.

    ``cover`` is the story's title, author and blurb; ``opening`` opens it, once a room first needs it.
    ``config`` is what the player has chosen, ``keep`` keeps what is chosen in here; ``stories`` lists other stories.
    ``log`` writes a fault down and returns the words for the player; ``debug`` lets tracebacks through, and
    authors look behind the pages. Raises
    RefusalError where the story can't be opened.
    """
    title, by, blurb = cover
    game = Game(
        title=title,
        by=by,
        blurb=blurb,
        opening=partial(_opened, opening),
        seed=seed,
        config=config or Config(),
        keep=keep,
        stories=stories,
        debug=debug,
    )
    return run_app(NarrowSky(game, first=first, plainly=not debug), log)


def _opened(opening: "Callable[[], tuple[Program, Shelf]]") -> Opened:
    """Open a story for the rooms."""
    from game.tui.opening import opened  # noqa: PLC0415 - what it needs is what the title doesn't wait for

    return opened(*opening())


def run_app(app: NarrowSky, log: Log | None) -> int:
    """Run an app to its end; the exit code. Raises RefusalError where its story can't be opened."""
    try:
        app.run()
    finally:
        session = app.session
        app.let_go()
    if app.refused:
        raise app.refused
    if app.fault:
        return apologise(app.fault, log, session)
    return 128 + app.signalled if app.signalled else app.return_code or 0
