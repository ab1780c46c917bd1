"""Changes from their text: ``meter += 3``, ``fact = value``, ``kit += phone``."""

import re
from dataclasses import replace
from typing import NamedTuple

from game.expr.syntax import Literal
from game.expr.types import NOTHING, Checked, SetOf, Type, Whole, YesNo, member
from game.load import problems
from game.load.document import Scalar
from game.load.known import ANY_NUMBER
from game.load.places import place
from game.load.where import Where, part_of
from game.model.effect import Assign, Change, Effect
from game.source.span import Span

_CHANGE = re.compile(r"\s*([^\W\d]\w*)\s*(\+=|-=|=)(?!=)\s*(.+?)\s*")


class _Written(NamedTuple):
    """A change taken apart, with the whole of it."""

    node: Scalar
    name: str
    sign: str
    value: Scalar


def is_change(text: str) -> bool:
    """Whether a text is written as a change is."""
    return _CHANGE.fullmatch(text) is not None


def read_change(node: Scalar, at: Where) -> tuple[Effect, ...]:
    """The change that a scalar says; of a set, one for each member that it touches."""
    known = at.known
    again = known.changes.get(node.text) if at.constants is known.sizes else None
    if again is not None:
        return (_placed(again, at.document.span(node)),)
    findings = known.log.count
    found = _read(node, at)
    if len(found) == 1 and at.constants is known.sizes and known.log.count == findings:
        known.changes[node.text] = found[0]
    return found


def _placed(change: Change | Assign, at: Span) -> Change | Assign:
    """The same change, written elsewhere."""
    if isinstance(change, Change):
        return Change(target=change.target, amount=change.amount, down=change.down, at=at)
    return Assign(target=change.target, value=change.value, at=at)


def _read(node: Scalar, at: Where) -> tuple[Change | Assign, ...]:
    known = at.known
    match = _CHANGE.fullmatch(node.text)
    if match is None:
        known.log.add(problems.bad_effect(at.document.span(node), node.text))
        return ()
    name, sign = match[1], match[2]
    found = known.types.get(name)
    if name == "turn" or name in known.census.sections["truths"]:
        why = "the clock does" if name == "turn" else "a truth is drawn at the start and stays"
        known.log.add(problems.not_changeable(place(at.document, node, match.start(1), match.end(1)), name, why))
        return ()
    if found is None:
        names = [one for one in known.types if one != "turn" and one not in known.census.sections["truths"]]
        where_name = place(at.document, node, match.start(1), match.end(1))
        known.log.add(problems.unknown_reference(where_name, "meter, fact or character", name, tuple(names)))
        return ()
    if name in known.unclear:
        return ()
    written = _Written(node, name, sign, part_of(at, node, match.start(3), match.end(3)))
    if isinstance(found, SetOf):
        return _set(written, found, at)
    change = _assign(written, found, at) if sign == "=" else _move(written, found, at)
    return () if change is None else (change,)


def _assign(written: _Written, found: Type, at: Where) -> Change | Assign | None:
    wanted = ANY_NUMBER if isinstance(found, Whole) else found
    checked = at.known.expression(at.document, written.value, wanted, at.constants)
    return None if checked is None else Assign(target=written.name, value=checked, at=at.document.span(written.node))


def _move(written: _Written, found: Type, at: Where) -> Change | Assign | None:
    known, name, whole = at.known, written.name, at.document.span(written.node)
    if not isinstance(found, Whole):
        known.log.add(problems.not_changeable(whole, name, f"it is {found}; write `{name} = ...`"))
        return None
    amount = known.amount(at.document, written.value, at.constants)
    if amount is None:
        return None
    size = next((size for size in known.sizes if size == written.value.text), "")
    return Change(target=name, amount=replace(amount, size=size), down=written.sign == "-=", at=whole)


def _set(written: _Written, found: SetOf, at: Where) -> tuple[Assign, ...]:
    """``+=`` puts a word in, ``-=`` takes it out, ``=`` leaves just that one; ``= nothing`` leaves none."""
    word, sets = written.value.text, written.sign == "="
    if word not in found.words and not (sets and word == NOTHING):
        words = (*found.words, NOTHING) if sets else found.words
        at.known.log.add(problems.not_among(at.document.span(written.value), word, words))
        return ()
    touched = found.words if sets else (word,)
    return tuple(
        Assign(
            target=member(written.name, each),
            value=_yes_no(written.sign != "-=" and each == word),
            at=at.document.span(written.node),
        )
        for each in touched
    )


def _yes_no(value: bool) -> Checked:
    text = "true" if value else "false"
    return Checked(text, Literal(0, len(text), value), YesNo(), frozenset())
