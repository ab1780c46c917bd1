"""Decisions as a reader knows them: where, in which words."""

from dataclasses import dataclass

from game.engine.offers import offers
from game.engine.program import Program
from game.play.compare import Decided, decided
from game.play.playthrough import Playthrough
from game.view.draw import draw_line, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision: its number from 1, its turn (0 without a clock), the place by id and title, the choice, its words."""

    number: int
    turn: int
    place: str
    title: str
    choice: str
    text: str


def decisions(playthrough: Playthrough) -> tuple[Decision, ...]:
    """Every decision that stands, in order."""
    return tuple(decision(playthrough, one) for one in decided(playthrough))


def decision(playthrough: Playthrough, one: Decided) -> Decision:
    """One decision of a playthrough in words."""
    return Decision(
        number=one.number,
        turn=one.turn,
        place=one.place,
        title=place_title(playthrough.program, one.place),
        choice=one.choice,
        text=chosen(playthrough, one.number),
    )


def chosen(playthrough: Playthrough, number: int) -> str:
    """The words of the ``number``-th decision, as they were offered; empty for the beginning, which none led to."""
    took = playthrough.moves[number].took
    if took is None:
        return ""
    before = playthrough.moves[number - 1].step.state
    for offer in offers(playthrough.program, before):
        if offer.choice == took.choice:
            return words(draw_line(offer.text(before.values), playthrough.player))
    return took.choice


def place_title(program: Program, place: str) -> str:
    """The title of a place where decisions are taken, a scene or a phase; of one without a title its id, as words."""
    scene = program.scenes.get(place)
    titles = {phase.written.id: phase.written.title for phase in program.phases}
    if scene is not None and scene.written.within:
        return place_title(program, scene.written.within)
    title = scene.written.title if scene is not None else titles.get(place, "")
    return title or place.replace("_", " ").capitalize()


def turn_title(program: Program, turn: int) -> str:
    """A turn by its name, ``Week 2``; empty in a story without a clock."""
    clock = program.story.world.clock
    return "" if clock is None else f"{clock.unit.capitalize()} {turn}"
