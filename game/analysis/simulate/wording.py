"""The words of a run: of all that its pages tell and offer, counted as ``narrowsky words`` counts."""

from collections import Counter
from itertools import chain

from game.analysis.explore.spoken import Spoken, spoken_by_envelope, spoken_by_scene, spoken_by_world
from game.analysis.simulate.tally import Place
from game.analysis.texts import count
from game.engine.events import Told
from game.engine.offers import offers
from game.engine.program import Program
from game.engine.prose import Strands, Tell
from game.engine.state import State
from game.engine.step import Step
from game.expr.compile import Values
from game.model.prose import Prose

_KEPT = 20_000
"""Of so many texts the words are remembered; then it begins anew."""


class Wording:
    """Makes every text that a reader comes to, counts its words and how often it was told.

    Told are scenes, results, lines, envelopes, endings and codas; of what is offered the labels, costs and reasons, on
    every page on which they stand. Titles, gauges, summaries and plain words are not counted.
    """

    def __init__(self, program: Program) -> None:
        self.words: Counter[int] = Counter()
        self.texts: Counter[Place] = Counter()
        self._program = program
        self._places: dict[Tell, tuple[Place, ...]] = {}
        self._counts: dict[Strands, int] = {}
        self._run = 0
        self._learn(list(spoken_by_world(program)))

    def _learn(self, spoken: list[Spoken]) -> None:
        for tell, prose, _name, _home in spoken:
            self._places[tell] = (*self._places.get(tell, ()), place_of(prose))

    def saw(self, _before: State | None, _choice: str, step: Step) -> None:
        """See a step: read what it tells, and what is offered where it leads."""
        run = 0
        for event in step.events:
            if isinstance(event, Told):
                places = self._places.get(event.tell)
                self.texts.update(self._places_of(event) if places is None else places)
                run += self._count(event.tell, event.values)
        state = step.state
        if not state.ended:
            for offer in offers(self._program, state):
                run += self._count(offer.text, state.values)
                if offer.cost is not None:
                    run += self._count(offer.cost, state.values)
                if not offer.open and offer.locked is not None:
                    run += self._count(offer.locked, state.values)
        self._run += run

    def _places_of(self, event: Told) -> tuple[Place, ...]:
        """Where a text stands that was not told before: it is its owner's, whose others are learnt too."""
        scene, storylet = self._program.scenes.get(event.owner), self._program.storylets.get(event.owner)
        self._learn(
            list(
                chain(
                    () if scene is None else spoken_by_scene(scene),
                    () if storylet is None else spoken_by_envelope(storylet),
                )
            )
        )
        return self._places.setdefault(event.tell, ())

    def _count(self, tell: Tell, values: Values) -> int:
        strands = tell(values)
        found = self._counts.get(strands)
        if found is None:
            if len(self._counts) >= _KEPT:
                self._counts.clear()
            found = self._counts[strands] = count("".join(strand.text for strand in strands))
        return found

    def over(self) -> None:
        """The run is over."""
        self.words[self._run] += 1
        self._run = 0


def place_of(prose: Prose) -> Place:
    """The lines on which a text stands."""
    at = prose.at
    return at.source, at.line, max(at.line, at.end_line - (at.end_column == 1))
