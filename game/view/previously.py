"""Previously: a session that is taken up again, in at most three sentences."""

from collections.abc import Iterator
from itertools import islice

from game.engine.events import Hurt, Word
from game.play.playthrough import Playthrough
from game.view.courses import courses
from game.view.decisions import place_title, turn_title
from game.view.draw import draw_line, words
from game.view.page import quoted
from game.view.transcript import how_many
from game.view.weight import weighed

_MOST = 3
_OF_LATE = 8
"""How many decisions back a reader is taken to have forgotten least."""
_GAUGES = 2
_FEW = 3
"""From so many decisions on, how far a gauge has gone is more than what the last one moved."""


def previously(playthrough: Playthrough, *, plain: bool = False) -> tuple[str, ...]:
    """What the author says of what went before; then where the reader stopped, what moved most of late, what is owed.

    Empty at the beginning and after an ending. Of ours nothing is said that a page has not shown. With ``plain``, the
    author's lines are told in plain words, where they have some.
    """
    if not playthrough.decisions or playthrough.ended:
        return ()
    return tuple(islice((said for said in _sentences(playthrough, plain=plain) if said), _MOST))


def _sentences(playthrough: Playthrough, *, plain: bool) -> Iterator[str]:
    values = playthrough.state.values
    for line in playthrough.program.before:
        if line.when is None or line.when(values):
            tell = line.plain if plain and line.plain is not None else line.text
            yield words(draw_line(tell(values), playthrough.player))
    yield _stopped(playthrough)
    yield _of_late(playthrough)
    yield _open(playthrough)


def _stopped(playthrough: Playthrough) -> str:
    where = playthrough.where
    when = f"in {where[0].lower()}{where[1:]}" if where else f"after {how_many(playthrough.decisions, 'decision')}"
    place = playthrough.place
    at = f", at {quoted(place_title(playthrough.program, place))}" if place else ""
    return f"You stopped {when}{at}."


def _of_late(playthrough: Playthrough) -> str:
    recent = weighed(playthrough)[-_OF_LATE:]
    most = max(reversed(recent), key=lambda one: one.weight)
    if not most.moved:
        return ""
    one = most.decision
    turn = turn_title(playthrough.program, one.turn).lower()
    when = f" in {turn}" if turn else ""
    moved = " and ".join(gauge.text for gauge in most.moved[:_GAUGES])
    return f"What moved most of late was {quoted(one.text)}{when}, at {quoted(one.title)}: {moved}."


def _open(playthrough: Playthrough) -> str:
    return _owed(playthrough) or _hurt(playthrough) or _gone(playthrough)


def _owed(playthrough: Playthrough) -> str:
    """The promise that is due first, of those given and neither kept nor broken."""
    open_words: dict[str, int] = {}
    for move in playthrough.moves:
        for event in move.step.events:
            if isinstance(event, Word):
                open_words.pop(event.promise, None)
                if event.became == "given":
                    open_words[event.promise] = event.turn
    if not open_words:
        return ""
    name = min(open_words, key=lambda one: open_words[one])
    promise = playthrough.program.promises[name].written
    people = {person.id: person.name for person in playthrough.program.story.world.characters}
    due = turn_title(playthrough.program, open_words[name]).lower()
    by = f" by the end of {due}" if due else ""
    return f"You still owe {people.get(promise.to, promise.to)}{by}: {promise.text.removesuffix('.')}."


def _hurt(playthrough: Playthrough) -> str:
    """Who stands last in the ledger."""
    hurt = [event.line for move in playthrough.moves for event in move.step.events if isinstance(event, Hurt)]
    if not hurt:
        return ""
    most = how_many(len(hurt), "name")
    return f"The ledger holds {most}; the last is {hurt[-1].name}, {hurt[-1].place}."


def _gone(playthrough: Playthrough) -> str:
    """The gauge that has gone furthest since the beginning."""
    told = [one for one in courses(playthrough) if one.points[0].value is not None]
    if not told or playthrough.decisions < _FEW:
        return ""

    def far(first: int | None, last: int | None, span: int) -> int:
        return 0 if first is None or last is None else 100 * abs(last - first) // max(1, span)

    most = max(told, key=lambda one: far(one.points[0].value, one.points[-1].value, one.high - one.low))
    first, last = most.points[0], most.points[-1]
    if first.value == last.value:
        return ""
    band = f" ({last.band})" if last.band else ""
    return f"{most.title} has gone furthest since you began: from {first.text} to {last.text}{band}."
