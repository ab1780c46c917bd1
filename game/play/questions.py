"""What chance was asked on the way to a page, and what it answered: found by taking the same step once more."""

from typing import NamedTuple

from game.engine.luck import Outcome, Site
from game.engine.start import start_at
from game.engine.step import begin, choose
from game.play.journal import Fate, never_asked
from game.play.playthrough import Playthrough


class Question(NamedTuple):
    """One question to chance: where, what might have come, and what did."""

    site: Site
    outcomes: tuple[Outcome, ...]
    answer: str


def questions(playthrough: Playthrough) -> tuple[Question, ...]:
    """Every question that the last decision's step asked, in order; before any decision, that the beginning did."""
    found: list[Question] = []
    program, opening, move = playthrough.program, playthrough.journal.opened, playthrough.moves[-1]
    drew = opening.drew if move.took is None else move.took.drew
    # All that was asked then is on record, so that the dice are asked for nothing.
    fate = Fate(opening.seed, never_asked, drew)

    def luck(site: Site, outcomes: tuple[Outcome, ...]) -> str:
        answer = fate.answer(site, outcomes)
        found.append(Question(site, outcomes, answer))
        return answer

    if move.took is None:
        begin(program, luck, frozenset(opening.before), start_at(program, opening.at, opening.given))
    else:
        choose(program, playthrough.moves[-2].step.state, move.took.choice, luck)
    return tuple(found)
