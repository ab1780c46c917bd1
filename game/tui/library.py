"""The part of the app that keeps sessions: which one is being played, and the rooms where others are looked at."""

from typing import TYPE_CHECKING

from game.play.refusal import ShelfError
from game.tui import doors
from game.tui.configured import Configured
from game.tui.errand import send
from game.tui.messages import (
    Begun,
    BranchWanted,
    CodexOf,
    CompareWanted,
    EndingsWanted,
    ListWanted,
    LookBack,
    MapWanted,
    PointWanted,
    RecapWanted,
    RecordOf,
    RecordWanted,
    WatchWanted,
)
from game.tui.screens.room import Room
from game.tui.screens.story_room import StoryRoom

if TYPE_CHECKING:
    from game.play.session import Session
    from game.view.recap import Recap


class Library(Configured):
    """An app with sessions: begun, played on, watched, branched. At most one is being played."""

    session: "Session | None"

    async def on_begun(self, message: Begun) -> None:
        """Begin, for whoever gave a name; it is kept for the next time."""
        self.let_go()
        if message.player != self.settings.name:
            self.change("name", message.player)
        try:
            session = self.game.begin(message.seed, message.player)
        except ShelfError as refusal:
            self._say(refusal)
        else:
            await self.play(session)

    async def on_list_wanted(self, message: ListWanted) -> None:
        """Open the list of sessions."""
        await self.push_screen(doors.sessions(self.game, watch=message.watch))

    async def resume(self, name: str) -> None:
        """Play a session on."""
        self.let_go()
        try:
            session = self.game.shelf.resume(name)
        except ShelfError as refusal:
            self._say(refusal)
        else:
            await self.play(session)

    async def on_watch_wanted(self, message: WatchWanted) -> None:
        """Watch a session."""
        try:
            reading = self.game.shelf.read(message.name)
        except ShelfError as refusal:
            self._say(refusal)
        else:
            await self.push_screen(doors.replay(self.game, reading, message.name))

    async def on_look_back(self, message: LookBack) -> None:
        """Watch the game being played; where it is being watched already, back to that."""
        rooms = (room for room in self.screen_stack if isinstance(room, StoryRoom) and room.watches(message.name))
        if room := next(rooms, None):
            while self.screen is not room:
                await self.pop_screen()
            await room.action_go(message.number)
            return
        await self.push_screen(doors.replay(self.game, message.playthrough, message.name, message.number))

    async def on_codex_of(self, message: CodexOf) -> None:
        """Open the codex as a kept session knows it."""
        try:
            entries = self.game.codex(self.game.shelf.read(message.name))
        except ShelfError as refusal:
            self._say(refusal)
        else:
            await self.push_screen(doors.codex(entries, ""))

    async def on_record_wanted(self, message: RecordWanted) -> None:
        """Open what is known of a session as it stands."""
        await self.push_screen(doors.record(self.game, message.which, message.playthrough, message.name))

    async def on_record_of(self, message: RecordOf) -> None:
        """Open what is known of a kept session."""
        try:
            reading = self.game.shelf.read(message.name)
        except ShelfError as refusal:
            self._say(refusal)
        else:
            await self.push_screen(doors.record(self.game, message.which, reading, message.name))

    async def on_map_wanted(self, message: MapWanted) -> None:
        """Open the decision map."""
        await self.push_screen(doors.decision_map(self.game, message.name, message.number))

    async def on_endings_wanted(self, _message: EndingsWanted) -> None:
        """Open the endings and achievements."""
        await self.push_screen(doors.endings(self.game))

    async def on_recap_wanted(self, message: RecapWanted) -> None:
        """Look back on a session, once the others are read that it is looked back on beside."""
        reading, name, here = message.playthrough, message.name, self.screen

        async def found(recap: "Recap") -> None:
            if self.screen is here:
                await self.push_screen(doors.recap(recap, reading, name))

        send(here, lambda errand: self.game.recap(reading, name, errand), found, kind="recap")

    async def on_point_wanted(self, message: PointWanted) -> None:
        """Watch a session from one of its decisions on."""
        try:
            reading = self.game.shelf.read(message.name)
        except ShelfError as refusal:
            self._say(refusal)
        else:
            await self.push_screen(doors.replay(self.game, reading, message.name, message.number))

    async def on_compare_wanted(self, message: CompareWanted) -> None:
        """Open two sessions beside each other."""
        try:
            found = self.game.comparison(message.first, message.second)
        except ShelfError as refusal:
            self._say(refusal)
        else:
            self.clear_notifications()
            await self.push_screen(doors.compare(found, (message.first, message.second)))

    async def on_branch_wanted(self, message: BranchWanted) -> None:
        """Go on from a decision of a session in a new one; that session stays as it is."""
        shelf = self.game.shelf
        try:
            if message.playthrough is None:
                session = shelf.branch(message.name, message.kept)
            else:
                session = shelf.branch_of(message.playthrough, message.name, message.kept)
        except ShelfError as refusal:
            self._say(refusal)
        else:
            self.let_go()
            await self.play(session)
            self.notify(
                f"This is {session.name}, a branch of {message.name}, which stays as it is.", markup=False, timeout=8
            )

    def let_go(self) -> None:
        """Close the session being played, if there is one."""
        if self.session:
            self.session.close()
            self.session = None

    async def play(self, session: "Session") -> None:
        """Play a session."""
        self.session = session
        await self.enter(doors.play(self.game, session))

    async def enter(self, room: Room) -> None:
        """Make a room the only one."""
        while len(self.screen_stack) > 2:  # noqa: PLR2004  # Textual's own empty screen lies under the first room
            await self.pop_screen()
        if len(self.screen_stack) > 1:
            await self.switch_screen(room)
        else:
            await self.push_screen(room)

    def _say(self, refusal: Exception) -> None:
        self.notify(str(refusal), severity="error", markup=False, timeout=10)
