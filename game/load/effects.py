"""Effects and what follows from a choice, from their nodes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from game.expr.compile import compile_count
from game.load import problems
from game.load.census import ONE
from game.load.changes import is_change, read_change
from game.load.document import Entries, Items, Node, Scalar
from game.load.draws import read_draw
from game.load.fields import Fields, shape
from game.load.known import Known
from game.load.meant import meant
from game.load.people import read_ledger, read_memories
from game.load.plans import read_later
from game.load.prose import prose
from game.load.schema import CONSEQUENCE
from game.load.schema_effects import CONDITIONAL, EFFECTS
from game.load.where import Where, part_of, span_of
from game.model.effect import (
    Achieve,
    Conditional,
    Effect,
    End,
    Goto,
    Happen,
    Keep,
    Pledge,
    PutUp,
    Reveal,
    Unlock,
    Warn,
)
from game.model.names import is_id
from game.model.scene import Consequence
from game.source.limits import ACT_EFFECTS
from game.source.span import Span

_ACT = re.compile(r"\s*(\w+)\s*(?:\(\s*(.*?)\s*\))?\s*")
_ACTS_DEEP = 8


_NAMED: Mapping[str, tuple[str, Callable[[str, Span], Effect]]] = {
    "reveal": ("truths", lambda name, at: Reveal(truth=name, at=at)),
    "unlock": ("codex", lambda name, at: Unlock(entry=name, at=at)),
    "promise": ("promises", lambda name, at: Pledge(promise=name, at=at)),
    "keep": ("promises", lambda name, at: Keep(promise=name, at=at)),
    "end": ("endings", lambda name, at: End(ending=name, at=at)),
    "achieve": ("achievements", lambda name, at: Achieve(achievement=name, at=at)),
    "warn": ("endings", lambda name, at: Warn(ending=name, at=at)),
    "offer": ("storylets", lambda name, at: PutUp(storylet=name, at=at)),
}
"""In which section stands what an effect names, and the effect made of it."""


def effects(fields: Fields, key: str, at: Where) -> tuple[Effect, ...]:
    """The effects behind a key, in the order written."""
    return _list(fields.nodes.get(key), at)


def consequence(fields: Fields, at: Where, call: str = "") -> Consequence:
    """What follows, from fields that hold ``effects``, ``because``, ``result`` and ``goto`` among others.

    ``call`` is the scene that is read first, if one is.
    """
    known = at.known
    if fields.has("summary") and not fields.has("result"):
        known.log.add(problems.missing_key(fields.at, "result", f"{fields.record.name} with `summary`"))
    return Consequence(
        effects=effects(fields, "effects", at),
        because=fields.text("because"),
        result=prose(fields, "result", known, at.site),
        goto=known.way(fields, "goto"),
        call=call,
        summary=prose(fields, "summary", known, f"{at.site}.summary"),
        at=fields.at,
    )


def consequence_at(fields: Fields, key: str, at: Where) -> Consequence:
    """What follows, from the mapping behind a key; nothing where it is absent."""
    node = fields.nodes.get(key)
    if node is None:
        return Consequence(at=fields.at)
    return consequence(Fields(fields.document, node, CONSEQUENCE, fields.log), replace(at, site=f"{at.site}.{key}"))


def act_declarations(known: Known) -> None:
    """Read every act once, so that the faults of those never used are found too."""
    for name, declared in known.census.sections["acts"].items():
        parameter = known.census.parameters.get(name, "")
        constants = {**known.sizes, parameter: 1} if parameter else known.sizes
        _list(declared.node, Where(declared.document, known, f"acts.{name}", constants))


def _list(node: Node | None, at: Where) -> tuple[Effect, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items):
        hint = f"write `[{node.text}]`" if isinstance(node, Scalar) and is_change(node.text) else ""
        at.known.log.add(problems.wrong_shape(span_of(at, node), "a list of effects", shape(node), hint))
        return ()
    if at.deep:
        at.known.effects_of_acts += len(node.items)
    found: list[Effect] = []
    for item in node.items:
        found += read_change(item, at) if type(item) is Scalar else _one(item, at)
    return tuple(found)


def _one(node: Node, at: Where) -> tuple[Effect, ...]:
    if isinstance(node, Scalar):
        return read_change(node, at)
    if isinstance(node, Entries) and node.pairs:
        keys = [key.text for key, _ in node.pairs]
        kind = next((key for key in keys if key in EFFECTS), "")
        if kind == "when":
            return _conditional(node, at)
        if kind == "draw":
            return read_draw(node, at, effects)
        if kind and len(keys) == 1:
            return _structured(kind, node.pairs[0][1], at)
        if kind:
            extra = next(key for key, _ in node.pairs if key.text != kind)
            at.known.log.add(problems.unknown_key(at.document.span(extra), extra.text, f"`{kind}`", ()))
            return ()
        key, value = node.pairs[0]
        found = problems.unknown_key(at.document.span(key), key.text, "an effect", tuple(EFFECTS))
        beside = "write `call: ...` beside `effects`; `{goto: ...}` goes there and doesn't come back"
        at.known.log.add(found if key.text != "call" else replace(found, hint=beside))
        kind = meant(keys, EFFECTS).get(key.text, "")
        return _structured(kind, value, at) if kind and kind not in ("when", "draw") and len(keys) == 1 else ()
    at.known.log.add(problems.bad_effect(span_of(at, node), shape(node)))
    return ()


def _conditional(node: Entries, at: Where) -> tuple[Effect, ...]:
    fields = Fields(at.document, node, CONDITIONAL, at.known.log)
    when = at.known.condition(fields, "when", at.constants)
    do, otherwise = effects(fields, "do", at), effects(fields, "else", at)
    if when is None:
        return ()
    return (Conditional(when=when, do=do, otherwise=otherwise, at=fields.at),)


def _structured(kind: str, node: Node, at: Where) -> tuple[Effect, ...]:
    known, span = at.known, span_of(at, node)
    if kind == "act":
        return _act(node, at)
    if kind == "ledger":
        return read_ledger(at.document, node, at.known)
    if kind == "later":
        return read_later(node, at, effects)
    if kind == "remember":
        return read_memories(at.document, node, at.known)
    if not isinstance(node, Scalar):
        known.log.add(problems.wrong_shape(span, "a name", shape(node)))
        return ()
    if kind == "goto":
        return (Goto(scene=known.way_of(at.document, node), at=span),)
    if kind == "happen":
        if not is_id(node.text):
            known.log.add(problems.bad_id(span, node.text))
        return (Happen(name=node.text, at=span),)
    return _named(kind, node, at)


def _named(kind: str, node: Scalar, at: Where) -> tuple[Effect, ...]:
    """Effects that only name something declared; a misspelt name is a finding, and names something all the same."""
    span, (section, made) = at.document.span(node), _NAMED[kind]
    names = at.known.census.names(section)
    if node.text not in names:
        at.known.log.add(problems.unknown_reference(span, ONE[section], node.text, names))
    return (made(node.text if node.text in names else "", span),)


def _act(node: Node, at: Where) -> tuple[Effect, ...]:
    known, span = at.known, span_of(at, node)
    match = _ACT.fullmatch(node.text) if isinstance(node, Scalar) else None
    if not isinstance(node, Scalar) or match is None:
        known.log.add(problems.wrong_shape(span, "an act, as `strike(some)`", shape(node)))
        return ()
    declared = known.census.sections["acts"].get(match[1])
    if declared is None:
        known.log.add(problems.unknown_reference(span, "act", match[1], known.census.names("acts")))
        return ()
    if at.site != f"acts.{match[1]}":
        known.used_acts.add(match[1])
    parameter = known.census.parameters.get(match[1], "")
    if bool(parameter) != bool(match[2]) or at.deep >= _ACTS_DEEP:
        written = f"{match[1]}({parameter})" if parameter else match[1]
        message = (
            f"`{written}` is how this act is declared" if at.deep < _ACTS_DEEP else "acts call one another in a circle"
        )
        known.log.add(problems.bad_act(span, message))
        return ()
    if known.effects_of_acts > ACT_EFFECTS:
        known.log.add(problems.too_many_effects(declared.at))
        return ()
    constants = dict(known.sizes)
    if parameter:
        given = part_of(at, node, match.start(2), match.end(2))
        amount = known.amount(at.document, given, at.constants)
        if amount is None:
            return ()
        if amount.checked.keys:
            known.log.add(
                problems.bad_act(at.document.span(given), f"`{match[1]}` takes a number or a size, not a meter")
            )
            return ()
        constants[parameter] = compile_count(amount.checked, {})(())
    inner = Where(declared.document, known, at.site, constants, at.deep + 1)
    return _list(declared.node, inner)
