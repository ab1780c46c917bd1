"""Walking through a session that was played: page by page, to a turn, to the next decision of an arc."""

from collections.abc import Callable
from dataclasses import dataclass

from game.engine.program import Program
from game.play.playthrough import Playthrough


@dataclass(frozen=True, slots=True)
class Walk:
    """A session being read again, at page ``number`` (from 0). Every step returns a new walk, or None: no such page."""

    playthrough: Playthrough
    number: int = 0

    @property
    def here(self) -> Playthrough:
        """The session as it stood on this page."""
        return self.playthrough.at(self.number)

    @property
    def last(self) -> int:
        """The number of the last page."""
        return self.playthrough.decisions

    def to(self, number: int) -> "Walk | None":
        """To a page by its number."""
        return Walk(self.playthrough, number) if 0 <= number <= self.last else None

    def step(self, pages: int = 1) -> "Walk | None":
        """So many pages on, or back."""
        return self.to(self.number + pages)

    def to_turn(self, turn: int) -> "Walk | None":
        """To the first page of a turn; of one that began and ended within a page, to the first after it."""
        if not self.playthrough.program.phases or turn < 1:
            return None
        return self._first(range(self.last + 1), lambda page: page.turn >= turn)

    def to_arc(self, arc: str) -> "Walk | None":
        """To the next page on which a decision of this arc was taken."""
        return self._first(range(self.number + 1, self.last), lambda page: arc_of(page) == arc)

    def _first(self, numbers: range, fits: Callable[[Playthrough], bool]) -> "Walk | None":
        return next((Walk(self.playthrough, one) for one in numbers if fits(self.playthrough.at(one))), None)


def turns(playthrough: Playthrough) -> tuple[tuple[int, int], ...]:
    """The pages on which turns begin, each with its turn; none in a story without a clock."""
    if not playthrough.program.phases:
        return ()
    found: dict[int, int] = {}
    for page in range(playthrough.pages):
        found.setdefault(playthrough.at(page).turn, page)
    return tuple((page, turn) for turn, page in found.items())


def arc_of(playthrough: Playthrough) -> str:
    """The arc of the place where a decision is awaited; empty where it belongs to none."""
    scenes = playthrough.program.scenes
    scene = scenes.get(playthrough.place)
    if scene is None:
        return ""
    return scene.written.arc or scenes[scene.written.home].written.arc


def arc_named(program: Program, typed: str) -> str:
    """The id of the arc that somebody typed, by its id or the beginning of its title; empty where there is none."""
    wanted = typed.strip().lower()
    for arc in program.story.world.arcs:
        if wanted and (arc.id == wanted or arc.title.lower().startswith(wanted)):
            return arc.id
    return ""
