"""Where and with what a story begins, if not where and as its author says: any scene, any values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.engine.layout import TURN
from game.engine.program import Program
from game.engine.state import BEFORE
from game.expr.types import NOTHING, Key, OneOf, SetOf, Type, Value, Whole, YesNo, member
from game.model.world import DealPhase, ScenePhase
from game.source.clean import clean_line
from game.source.suggest import did_you_mean

_HISTORY = ("visits", "took", "met", "revealed")
"""What of a reader's past can be given: questions whose answer is one value that nothing else depends on."""
_MOST = 99


class StartError(Exception):
    """A beginning that this story can't have; the message is for whoever asked for it."""


@dataclass(frozen=True, slots=True)
class Start:
    """A beginning: ``scene`` is entered (empty: the story's own first), in ``phase``, with ``values`` by their keys."""

    scene: str = ""
    phase: int = BEFORE
    values: Mapping[Key, Value] | None = None


def start_at(program: Program, scene: str, given: Iterable[tuple[str, str]]) -> Start:
    """Return the beginning in ``scene`` with the values that the texts of ``given`` say, by their names.

    Raises StartError for a scene or a name that isn't there, a value of another type or beyond its range, and a name
    given twice.
    """
    if scene and scene not in program.story.scenes:
        names = [name for name, one in program.story.scenes.items() if not one.within]
        raise StartError(_with(f"no scene is called `{clean_line(scene)}`", did_you_mean(scene, names)))
    types = _types(program)
    values: dict[Key, Value] = {}
    seen: set[str] = set()
    for name, text in given:
        found = types.get(name)
        if found is None:
            raise StartError(_unknown(name, types))
        if name in seen:
            raise StartError(f"`{name}` is given twice")
        seen.add(name)
        values |= _values(name, text, found)
    return Start(scene, _phase(program, scene), values)


def _types(program: Program) -> dict[str, Type]:
    """Everything that can be given a value, with its type."""
    world = program.story.world
    found: dict[str, Type] = {} if world.clock is None else {TURN: Whole(1, world.clock.turns)}
    found |= {meter.id: Whole(meter.low, meter.high) for meter in world.meters}
    found |= {fact.id: fact.type for fact in world.facts}
    found |= {truth.id: truth.type for truth in world.truths}
    found |= {person.id: Whole(person.low, person.high) for person in world.characters}
    for key, slot in program.layout.slots.items():
        if key.partition("(")[0] in _HISTORY and key.endswith(")"):
            found[key] = YesNo() if isinstance(program.layout.start[slot], bool) else Whole(0, _MOST)
    return found


def _values(name: str, text: str, wanted: Type) -> dict[Key, Value]:
    match wanted:
        case Whole():
            if _is_whole(text) and wanted.low <= int(text) <= wanted.high:
                return {name: int(text)}
            raise StartError(f"`{name}` is a whole number from {wanted.low} to {wanted.high}, not `{clean_line(text)}`")
        case YesNo():
            if text in ("true", "false"):
                return {name: text == "true"}
            raise StartError(f"`{name}` is `true` or `false`, not `{clean_line(text)}`")
        case OneOf():
            _among(name, text, wanted.words, f"one of {', '.join(wanted.words)}")
            return {name: text}
        case SetOf():
            words = [] if text == NOTHING else [word.strip() for word in text.split("+")]
            kind = f"any of {', '.join(wanted.words)}, as `{'+'.join(wanted.words[:2])}`, or `{NOTHING}`"
            for word in words:
                _among(name, word, wanted.words, kind)
            return {member(name, word): word in words for word in wanted.words}


def _among(name: str, word: str, words: tuple[str, ...], kind: str) -> None:
    if word not in words:
        hint = did_you_mean(word, words)
        raise StartError(_with(f"`{name}` is {kind}, not `{clean_line(word)}`", hint if "mean" in hint else ""))


def _is_whole(text: str) -> bool:
    digits = text[1:] if text[:1] in ("-", "+") else text
    return digits.isascii() and digits.isdecimal() and len(digits) < len(str(2**53))


def _unknown(name: str, types: Mapping[str, Type]) -> str:
    shown = clean_line(name)
    kind = name.partition("(")[0].strip()
    if name == TURN:
        return "this story has no clock, so it has no turns"
    if "(" in name and kind in _HISTORY:
        known = [key for key in types if key.startswith(f"{kind}(")]
        return _with(f"nothing in this story asks `{shown}`, so it is not kept", did_you_mean(name, known))
    if "(" in name:
        return f"`{shown}` can't be given; of what was done only {', '.join(f'`{one}(...)`' for one in _HISTORY)} can"
    plain = [key for key in types if "(" not in key]
    return _with(f"nothing that can be given a value is called `{shown}`", did_you_mean(name, plain))


def _with(message: str, hint: str) -> str:
    return f"{message}; {hint}" if hint else message


def _phase(program: Program, scene: str) -> int:
    """The phase a scene belongs to: the one that deals from a storylet's deck; for others the first scene phase.

    The story's own first scene stands before the phases, and so does one that no phase would lead to.
    """
    if scene in ("", program.story.start):
        return BEFORE
    storylet = program.story.storylets.get(program.story.scenes[scene].home)
    for index, phase in enumerate(program.phases):
        written = phase.written
        if isinstance(written, ScenePhase) if storylet is None else _deals(written, storylet.deck):
            return index
    return BEFORE


def _deals(phase: object, deck: str) -> bool:
    return isinstance(phase, DealPhase) and deck in phase.decks
