"""The decision map: every session of the story at once, what they share, where they part, where each came to."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList

from game.tui.commands import BACK, Command, bindings
from game.tui.errand import Errand, send
from game.tui.given import Game, Read
from game.tui.map_lines import map_line, spot_told
from game.tui.messages import BranchWanted, CompareWanted, PointWanted
from game.tui.screens.room import Room
from game.tui.text import words
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.menu import Branching, Item
from game.tui.widgets.words import Words
from game.view.decision_map import DecisionMap
from game.view.map_rows import MapRow, map_rows
from game.view.transcript import how_many

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough

_NONE = DecisionMap(story="", sessions=0, read=0, unread=0, spots=())
_NOTHING_YET = "There is nothing to draw yet: the map shows the decisions of your sessions."


class MapRoom(Room):
    """A tree of decisions. Any point of it can be watched, and gone on from in a new session."""

    CSS_PATH = "../styles/lists.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="", action="choose", about="Watch from this point on", shown="enter", word="watch here", listed=False
        ),
        Command(keys="b", action="branch", about="Go on from this point in a new session", word="branch"),
        Command(
            keys="c",
            action="mark",
            id="compare",
            about="Compare this session with another: c on each of them",
            word="compare",
        ),
        Command(keys="", action="deeper", about="Unfold; then to what comes after", shown="→ l", listed=False),
        Command(keys="", action="shallower", about="Fold; then to where it comes from", shown="← h", listed=False),
        Command(keys="w", action="whole", about="Show every decision, or only where sessions part", word="whole"),
        Command(
            keys="n",
            action="parting(1)",
            id="next_parting",
            about="To the next place where sessions part",
            word="next parting",
            spare=True,
        ),
        Command(keys="N", action="parting(-1)", id="parting_before", about="To the place before where sessions part"),
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, game: Game, name: str = "", number: int = 0) -> None:
        super().__init__()
        self.game = game
        self.map = _NONE
        self._called: dict[str, str] = {}
        self._playthroughs: dict[str, Playthrough] = {}
        self._unfolded: frozenset[int] = frozenset()
        self._rows: dict[str, MapRow] = {}
        self._marked = ""
        self._begin_at = (name, number)

    def furnish(self) -> Iterable[Widget]:
        """The tree, and what is known of the point under the cursor."""
        yield HeadLine()
        yield Words(words(""), classes="nothing")
        yield Horizontal(
            Branching(), VerticalScroll(Words(words(""), id="told"), id="spot", can_focus=False), id="shelves"
        )

    def on_mount(self) -> None:
        """Read the sessions; what stands beneath the line at the top comes when they are read."""
        self.query_one(HeadLine).show(self.game.title, "Decision map", "")
        self.query_one(Branching).focus()
        self.query_one("#shelves").display = False
        send(self, self._read, self._show, self._say)

    def _read(self, errand: Errand) -> tuple[tuple[Read, ...], DecisionMap]:
        sessions = self.game.sessions(errand)
        return sessions, self.game.decision_map(sessions) if sessions else _NONE

    def _show(self, read: tuple[tuple[Read, ...], DecisionMap]) -> None:
        """Draw the map, and go to where the reader comes from."""
        sessions, found = read
        if not sessions:
            self._say(_NOTHING_YET)
            return
        self.map = found
        self._called = {one.name: one.called or one.name for one, _ in sessions}
        self._playthroughs = {one.name: playthrough for one, playthrough in sessions}
        many = f"{found.sessions} session{'' if found.sessions == 1 else 's'}"
        scenes = f"{found.read} of {how_many(found.read + found.unread, 'scene')} read"
        self.query_one(HeadLine).show(found.story, "Decision map", many, right=scenes)
        self.query_one("#shelves").display = True
        self._say("")
        name, number = self._begin_at
        self._unfold_at(name, number)
        self._draw()
        self.query_one(Branching).focus()
        for row in self._rows.values():
            spot = found.spots[row.spot]
            if name in spot.sessions and spot.number == number and row.session in ("", name):
                self._point(row)

    def _say(self, told: str) -> None:
        """Say something where the map is not yet."""
        word = self.query_one(".nothing", Words)
        word.show(words(told))
        word.display = bool(told)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Watch from there."""
        event.stop()
        if row := self._here:
            self.post_message(PointWanted(self._session(row), self._number(row)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what is known of it."""
        event.stop()
        self._tell_of(self._here)

    def action_choose(self) -> None:
        """Watch from the point under the cursor on."""
        self.query_one(Branching).action_select()

    def action_branch(self) -> None:
        """Go on from there in a new session."""
        if row := self._here:
            self.post_message(BranchWanted(self._session(row), self._number(row)))

    def action_mark(self) -> None:
        """Choose the session under the cursor to be compared; the second opens the two beside each other."""
        row = self._here
        if row is None:
            return
        name = self._session(row)
        if not row.session and len(self.map.spots[row.spot].sessions) > 1:
            self.tell(
                "Several sessions came through here. Go to where one of them stands or ended, and press"
                f" {self.key_of('compare')} there."
            )
        elif self._marked in ("", name):
            self._marked = "" if self._marked else name
            self._fold(self._unfolded, row)
            if self._marked:
                self.tell(
                    f"{self._called[name]} will be compared."
                    f" Go to another session and press {self.key_of('compare')} there."
                )
        else:
            self.post_message(CompareWanted(self._marked, name))
            self._marked = ""
            self._fold(self._unfolded, row)

    def action_deeper(self) -> None:
        """Unfold a stretch; to the next line where there is nothing to unfold."""
        row = self._here
        if row and row.run not in self._unfolded and self._is_folded(row):
            self._fold(self._unfolded | {row.run}, row)
        else:
            self.query_one(Branching).action_cursor_down()

    def action_shallower(self) -> None:
        """Fold a stretch; to the decision it hangs from where it is folded."""
        row = self._here
        if row is None:
            return
        if row.run in self._unfolded:
            self._fold(self._unfolded - {row.run}, row)
            return
        begins = row.alone or (row.spot == row.run and row.kind == "decision")
        parent = self.map.spots[row.run].parent if begins else row.run
        above = [one for one in self._rows.values() if one.kind == "decision" and one.spot == parent]
        for one in above:
            self._point(one)

    def action_whole(self) -> None:
        """Every decision, or only where sessions part and stand."""
        if row := self._here:
            every = frozenset(one.run for one in self._rows.values())
            self._fold(frozenset() if self._unfolded else every, row)

    def action_parting(self, step: int) -> None:
        """To the next decision from which sessions go several ways, or to the one before."""
        rows = list(self._rows.values())[::step]
        here = rows.index(self._here) if self._here else -1
        for row in rows[here + 1 :]:
            if row.kind == "decision" and len(self.map.spots[row.spot].children) > 1:
                self._point(row)
                return
        self.tell("No session parts from another beyond this." if step > 0 else "No session parts before this.")

    @property
    def _here(self) -> MapRow | None:
        return self._rows.get(self.query_one(Branching).chosen)

    def _session(self, row: MapRow) -> str:
        """The session that is meant: the one that stands here, else the last played of those that came through."""
        return row.session or self.map.spots[row.spot].sessions[0]

    def _number(self, row: MapRow) -> int:
        """The decision that is meant: where a way that has ended is one line, the one at which it parts."""
        return self.map.spots[row.run if row.alone and row.ending else row.spot].number

    def _is_folded(self, row: MapRow) -> bool:
        return any(one.more for one in self._rows.values() if one.run == row.run)

    def _unfold_at(self, name: str, number: int) -> None:
        """Unfold the stretch in which a session's decision lies, if no line of the map is that decision yet."""
        rows = map_rows(self.map)
        if name not in self.map.spots[0].sessions or not number:
            return
        wanted = next(
            (at for at, spot in enumerate(self.map.spots) if spot.number == number and name in spot.sessions), 0
        )
        if all(row.spot != wanted for row in rows):
            self._unfolded = frozenset((max(row.run for row in rows if row.run <= wanted),))

    def _fold(self, unfolded: frozenset[int], row: MapRow) -> None:
        self._unfolded = unfolded
        self._draw()
        for other in (row.id, f"decision-{row.spot}-", f"decision-{row.run}-"):
            if other in self._rows:
                self._point(self._rows[other])
                return

    def _draw(self) -> None:
        self._rows = {row.id: row for row in map_rows(self.map, self._unfolded)}
        lines = (
            Item(id=row.id, text=map_line(self.map, row, self._called, self._marked)) for row in self._rows.values()
        )
        self.query_one(Branching).show(tuple(lines))

    def _point(self, row: MapRow) -> None:
        self.query_one(Branching).point(row.id)
        self._tell_of(row)

    def _tell_of(self, row: MapRow | None) -> None:
        if row:
            turn = self._playthroughs[self._session(row)].at(max(self.map.spots[row.spot].number - 1, 0)).where
            self.query_one("#told", Words).show(spot_told(self.map, row, self._called, turn))
