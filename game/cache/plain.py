"""Values as lists, texts and numbers, and back again by their types: what doesn't fit its type is refused."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_ATOMS = (str, int, bool, NoneType)
_Maker = Callable[[Any], object]


def plain(value: object) -> Any:
    """Return a value as what JSON can say; a record is the list of its fields, a mapping that of its pairs."""
    if isinstance(value, Enum):
        return value.value
    if type(value) in _ATOMS:
        return value
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return [[plain(key), plain(one)] for key, one in value.items()]
    if is_dataclass(value):
        return [plain(getattr(value, field.name)) for field in fields(value)]
    raise TypeError(f"no way to write {type(value).__name__}")


def made(kind: Any, said: Any) -> object:
    """Return the value of type ``kind`` that was said so. Raises ValueError where it can't be one."""
    return _maker(kind)(said)


@cache
def _maker(kind: Any) -> _Maker:
    """How values of a type are made, found out once."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in _ATOMS:
        return lambda said: said if type(said) is kind else _refuse(said, kind)
    if origin in (Union, UnionType):
        return _either(arguments)
    if origin is tuple:
        return _row(arguments)
    if origin is not None and issubclass(origin, Mapping):
        key, value = (_maker(one) for one in arguments)
        return lambda said: {key(one): value(other) for one, other in _list(said)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _record(kind)


def _either(kinds: tuple[Any, ...]) -> _Maker:
    atoms = tuple(kind for kind in kinds if kind in _ATOMS)
    others = [_maker(kind) for kind in kinds if kind not in _ATOMS]

    def make(said: Any) -> object:
        if type(said) in atoms:
            return said
        for other in others:
            try:
                return other(said)
            except (ValueError, TypeError):
                continue
        return _refuse(said, kinds)

    return make


def _row(kinds: tuple[Any, ...]) -> _Maker:
    if kinds[-1] is Ellipsis:
        each = _maker(kinds[0])
        return lambda said: tuple([each(one) for one in _list(said)])
    makers = tuple(_maker(kind) for kind in kinds)
    return lambda said: tuple([make(one) for make, one in zip(makers, _list(said), strict=True)])


def _record(kind: Any) -> _Maker:
    hints = get_type_hints(kind)
    names = kind._fields if issubclass(kind, tuple) else tuple(field.name for field in fields(kind))
    makers = tuple(_maker(hints[name]) for name in names)

    def make(said: Any) -> object:
        values = [maker(one) for maker, one in zip(makers, _list(said), strict=True)]
        return kind(**dict(zip(names, values, strict=True)))

    return make


def _list(said: Any) -> list[Any]:
    return said if isinstance(said, list) else _refuse(said, "a list")


def _refuse(said: object, kind: object) -> Any:
    raise ValueError(f"{said!r:.40} is not {kind}")
