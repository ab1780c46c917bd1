"""One run as a session: the same that ``Runs`` counts, with every decision and the luck it met."""

from game.analysis.chance import Stream
from game.analysis.explore.fortune import Fortune
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.walker import Walker
from game.analysis.explore.witness import played
from game.analysis.readers import Reader
from game.analysis.simulate.run import LONGEST
from game.engine.offers import open_choices
from game.engine.program import Program
from game.play.playthrough import Playthrough


def session_of(program: Program, reader: Reader, seed: int, number: int) -> Playthrough:
    """Run ``number`` of a reader with this seed, to its end. Raises EndlessError where it goes round for ever."""
    stream = Stream(seed, number)
    luck, again = Fortune(stream), reader.fresh()
    walker = Walker(program, Sightings(program), lambda _target, _trail: None)
    spot = walker.begin(luck, luck.drew)
    while spot.trail.length < LONGEST and not spot.state.ended and open_choices(program, spot.state):
        spot = walker.take(spot, again.pick(spot.state, stream), luck, luck.drew)
    return played(program, spot.trail)
