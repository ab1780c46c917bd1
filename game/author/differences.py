"""In what two things of the same kind differ, in short lines: a field, what stood there, what stands there now."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from game.analysis.texts import count, written
from game.expr.types import Checked
from game.model.condition import Amount, Condition
from game.model.effect import Assign, Change
from game.model.prose import Prose
from game.source.clean import clean_line
from game.source.span import Span

_OWN = {"then": "", "scene": "", "passed": "pass", "failed": "fail", "checked": "", "what": "claim", "fall": "fail"}
"""Fields that an author knows by another name, or that are only a way to others."""
_SKIPPED = frozenset(("id", "choices", "at", "fingerprint"))
_SHORT = 60


def differences(old: Any, new: Any, names: frozenset[str] = frozenset(), path: str = "") -> Iterator[str]:
    """Each difference in a line; where the thing itself was renamed, ``names`` are its two names, which are none."""
    if old == new or (isinstance(old, str) and {old, new} == names):
        return
    if isinstance(old, Prose) and isinstance(new, Prose):
        yield _prose(old, new, path or "text")
    elif isinstance(old, Condition | Amount | Checked) and isinstance(new, Condition | Amount | Checked):
        one, other = _asked(old), _asked(new)
        yield f"{path}: {one} → {other}" if one != other else f"{path}: {one} means something else now"
    elif isinstance(old, tuple) and isinstance(new, tuple) and not isinstance(old, Span):
        yield from _tuple(old, new, names, path)
    elif is_dataclass(old) and type(old) is type(new):
        for field in fields(old):
            if field.name not in _SKIPPED and field.compare:
                inner = _path(path, field.name)
                yield from differences(getattr(old, field.name), getattr(new, field.name), names, inner)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from differences(old.get(key), new.get(key), names, _path(path, str(key)))
    elif old is None or new is None:
        yield f"{path or 'it'} {'added' if old is None else 'taken away'}: {_said(new if old is None else old)}"
    else:
        yield f"{path or 'it'}: {_said(old)} → {_said(new)}"


def _path(path: str, name: str) -> str:
    own = _OWN.get(name, name)
    return f"{path} {own}".strip() if own else path


def _prose(old: Prose, new: Prose, path: str) -> str:
    before, now = count(written(old.parts)), count(written(new.parts))
    words = f"{before} → {now} words" if before != now else f"{now} words"
    return f"{path} written anew ({words})"


def _asked(one: Condition | Amount | Checked) -> str:
    return clean_line(one.text if isinstance(one, Checked) else one.checked.text)


def _tuple(old: tuple[Any, ...], new: tuple[Any, ...], names: frozenset[str], path: str) -> Iterator[str]:
    """What is only in one of two lists; parts of one kind in the same places are looked into."""
    if len(old) == len(new) and all(_within(one, two) for one, two in zip(old, new, strict=True)):
        for one, two in zip(old, new, strict=True):
            yield from differences(one, two, names, path)
        return
    gone, come = _only(old, new), _only(new, old)
    told = [*(f"without {_said(one)}" for one in gone), *(f"with {_said(one)}" for one in come)]
    yield f"{path}: {', '.join(told)}" if told else f"{path}: in another order"


def _within(one: Any, two: Any) -> bool:
    """Whether it says more to look into two parts than to name them."""
    return is_dataclass(one) and type(one) is type(two) and not isinstance(one, Change | Assign)


def _only(these: tuple[Any, ...], those: tuple[Any, ...]) -> list[Any]:
    """What is here and not there, as often as it is."""
    left, found = list(those), []
    for one in these:
        if one in left:
            left.remove(one)
        else:
            found.append(one)
    return found


def _said(value: Any) -> str:
    """A value in a few words."""
    match value:
        case Change():
            return f"{value.target} {'-' if value.down else '+'}= {_asked(value.amount)}"
        case Assign():
            return f"{value.target} = {_asked(value.value)}"
        case Condition() | Amount() | Checked():
            return _asked(value)
        case Prose():
            return f"{count(written(value.parts))} words"
        case bool():
            return "yes" if value else "no"
        case str() | int():
            said = clean_line(str(value)) or "nothing"
            return said if len(said) <= _SHORT else f"{said[:_SHORT]}..."
        case tuple():
            return ", ".join(_said(one) for one in value) or "nothing"
        case _:
            return type(value).__name__.lower() if is_dataclass(value) else clean_line(str(value))[:_SHORT]
