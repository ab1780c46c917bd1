"""The parts of a clock: stretches of turns with names, each of them a condition."""

from game.expr.syntax import Name, Within
from game.expr.types import Checked, YesNo
from game.load import problems
from game.load.census import Census
from game.load.document import Document, Scalar
from game.load.fields import Fields
from game.load.log import Log
from game.load.schema import CLOCK, PART
from game.model.names import RESERVED, is_id
from game.model.scene import Window
from game.model.world import Part
from game.source.span import Span

_NAMED = {
    "meters": "meter", "facts": "fact", "truths": "truth", "characters": "character", "conditions": "condition",
}  # fmt: skip
"""Sections whose names stand in conditions, where a part's name stands too."""


def read_parts(census: Census, turns: int, log: Log) -> tuple[Part, ...]:
    """Every part, in the order written; one outside the clock, over another or with a taken name is a finding."""
    declared = census.header.get("clock")
    if declared is None:
        return ()
    clock = Fields(declared.document, declared.node, CLOCK, Log(), name=declared.key)
    clock.log = log
    found: list[Part] = []
    for key, node in clock.pairs("parts"):
        _named(census, clock.document, key, log)
        whole = isinstance(node, Scalar)
        record = Fields.holding({"turns": node}, clock.document, PART, log) if whole else None
        fields = record or Fields(clock.document, node, PART, log, name=key)
        window = fields.window("turns")
        if window is None:
            continue
        at = clock.span(key)
        if not 1 <= window.first <= window.last <= turns:
            log.add(problems.out_of_range(fields.span(fields.nodes["turns"]), "`turns`", 1, turns))
        other = next((one for one in found if _meet(one.window, window)), None)
        if other is not None:
            log.add(problems.parts_overlap(at, key.text, other.id, other.at))
        found.append(Part(id=key.text, title=fields.text("title"), window=window, at=at))
    return tuple(found)


def _named(census: Census, document: Document, key: Scalar, log: Log) -> None:
    at: Span = document.span(key)
    if not is_id(key.text):
        log.add(problems.bad_id(at, key.text))
    elif key.text in RESERVED:
        log.add(problems.reserved(at, key.text))
    for section, kind in _NAMED.items():
        same = census.sections[section].get(key.text)
        if same is not None:
            log.add(problems.same_name(at, key.text, "part", kind, same.at))


def _meet(one: Window, other: Window) -> bool:
    return one.first <= other.last and other.first <= one.last


def unread_parts(census: Census, read: tuple[Part, ...]) -> frozenset[str]:
    """The names of parts that could not be read: what asks for them is not at fault."""
    declared = census.header.get("clock")
    if declared is None:
        return frozenset()
    pairs = Fields(declared.document, declared.node, CLOCK, Log()).pairs("parts")
    return frozenset(key.text for key, _ in pairs) - {part.id for part in read}


def condition_of(part: Part) -> Checked:
    """What a part's name asks: whether the turn lies in it."""
    end = len(part.id)
    tree = Within(0, end, Name(0, end, "turn"), part.window.first, part.window.last)
    return Checked(part.id, tree, YesNo(), frozenset(("turn",)))
