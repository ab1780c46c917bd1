"""The decisions that mattered: what each moved at once, and what came back of it later."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.engine.events import Changed, Hurt, Told, Word
from game.play.playthrough import Playthrough
from game.view.decisions import Decision, turn_title
from game.view.gauges import is_shown
from game.view.origins import Origins, dated
from game.view.page import quoted
from game.view.weight import Moved, Weighed, weighed

MOST = 5
"""So many decisions are told of a session."""
_BACK, _GIVEN = 12, 8
"""What it weighs that something came back, and that a word was given, beside hundredths of a gauge's range."""
_KINDS = {"echo": "an echo", "bill": "a bill", "ghost": "a ghost", "": "it came back"}
_WAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """A decision that mattered: the gauges it moved, those that moved most first; what came back of it, in words.

    ``words`` says whose word was given, kept or broken there, ``hurt`` names who came into the ledger. ``parted`` says
    that other sessions decided otherwise there, and that none parts from this one later.
    """

    decision: Decision
    when: str
    moved: tuple[Moved, ...]
    words: tuple[str, ...]
    hurt: tuple[str, ...]
    came: tuple[str, ...]
    weight: int
    parted: bool = False


def turnings(playthrough: Playthrough, parting: int = 0, most: int = MOST) -> tuple[Turning, ...]:
    """The decisions of a session that mattered most, in order; ``parting`` is one that is told in any case."""
    came = _came(playthrough)
    found = [
        _turning(playthrough, one, tuple(came.get(one.decision.number, ())), parting) for one in weighed(playthrough)
    ]
    chosen = sorted((one for one in found if one.weight), key=lambda one: (-one.weight, -one.decision.number))[:most]
    numbers = {one.decision.number for one in chosen} | {parting}
    return tuple(one for one in found if one.decision.number in numbers)


def _turning(playthrough: Playthrough, one: Weighed, came: tuple[str, ...], parting: int) -> Turning:
    number = one.decision.number
    events = playthrough.moves[number].step.events
    words = [event for event in events if isinstance(event, Word)]
    given = sum(event.became == "given" for event in words)
    return Turning(
        decision=one.decision,
        when=turn_title(playthrough.program, one.decision.turn),
        moved=one.moved,
        words=tuple(_word(playthrough, event) for event in words),
        hurt=tuple(event.line.name for event in events if isinstance(event, Hurt)),
        came=came,
        weight=one.weight + _BACK * len(came) + _GIVEN * given,
        parted=number == parting,
    )


def _word(playthrough: Playthrough, event: Word) -> str:
    promise = playthrough.program.promises[event.promise].written
    names = {person.id: person.name for person in playthrough.program.story.world.characters}
    did = {"given": "gave {} your word", "kept": "kept your word to {}", "broken": "broke your word to {}"}
    return f"You {did[event.became].replace('{}', names.get(promise.to, promise.to))}"


def ways_back(playthrough: Playthrough) -> tuple[Decision, ...]:
    """Where a story that ended before its time may be taken up again: what mattered, and the last decision."""
    return gone_back_to(turnings(playthrough, playthrough.decisions)) if came_early(playthrough) else ()


def gone_back_to(found: Iterable[Turning]) -> tuple[Decision, ...]:
    """Of decisions that mattered the last, and those that weigh most, in order."""
    told = tuple(found)
    before = sorted(told[:-1], key=lambda one: -one.weight)[: _WAYS - 1]
    return tuple(sorted((one.decision for one in (*before, *told[-1:])), key=lambda one: one.number))


def came_early(playthrough: Playthrough) -> bool:
    """Whether the story has ended otherwise than by its calendar, of which it has one."""
    story, ended = playthrough.program.story, playthrough.state.ended
    return story.world.clock is not None and any(one.early for one in story.endings if one.id == ended)


def _came(playthrough: Playthrough) -> dict[int, list[str]]:
    """What came back of decisions, by their numbers, each once: ``a bill in week 4, “The tea”``; ``Sky fell``."""
    origins, program = Origins(playthrough), playthrough.program
    meters = {meter.id: meter for meter in program.story.world.meters}
    found: dict[int, dict[str, None]] = {}
    for number, turn, event in dated(playthrough):
        when = turn_title(program, turn).lower()
        at = f" in {when}" if when else ""
        said, origin = "", None
        if isinstance(event, Told):
            origin = origins.of_text(event)
            title = f", {quoted(event.title)}" if event.title and event.role == "scene" else ""
            said = f"{_KINDS[origin.kind]}{at}{title}" if origin is not None else ""
        elif isinstance(event, Changed) and event.key in meters:
            values = playthrough.moves[number].step.state.values
            if event.plan and is_shown(program, meters[event.key], values) and event.before != event.after:
                origin = origins.of_change(event, turn)
                way = "rose" if int(event.after) > int(event.before) else "fell"
                said = f"{meters[event.key].title} {way}{at}"
        if said and origin is not None and 0 < origin.number < number:
            found.setdefault(origin.number, {})[said] = None
    return {number: list(texts) for number, texts in found.items()}
