"""Chapters and parts of the clock: which one begins, and which chapter the reader is in."""

from game.engine.events import Event, Told, TurnBegan
from game.engine.program import Program
from game.model.shelving import Chapter
from game.play.playthrough import Playthrough


def chapter_of(program: Program, event: Event) -> Chapter | None:
    """The chapter of the scene that this event tells, if it tells one that belongs to a chapter."""
    if not isinstance(event, Told) or event.role != "scene":
        return None
    return program.story.chapters.get(program.scenes[event.owner].written.chapter)


def part_begun(program: Program, event: Event) -> str:
    """The title of the part of the clock that begins with this event, if one does."""
    clock = program.story.world.clock
    if clock is None or not isinstance(event, TurnBegan):
        return ""
    return next((part.title for part in clock.parts if part.window.first == event.turn), "")


def chapter_before(playthrough: Playthrough) -> str:
    """The id of the chapter in which the last decision was taken; empty where there was none."""
    if not playthrough.program.story.chapters:
        return ""
    for move in reversed(playthrough.moves[:-1]):
        for event in reversed(move.step.events):
            found = chapter_of(playthrough.program, event)
            if found is not None:
                return found.id
    return ""
