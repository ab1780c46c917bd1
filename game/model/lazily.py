"""Things made when they are first asked for: a play enters forty of a thousand scenes."""

from collections.abc import Callable, Collection, ItemsView, Iterator, KeysView, ValuesView
from typing import TypeVar, overload

Made = TypeVar("Made")
Other = TypeVar("Other")


class Lazily(dict[str, Made]):
    """A mapping of known names to what ``make`` returns for each, made once; it has all the names from the start.

    It is a dict of what was made, so that what is there is found as fast as in any dict: play asks for scenes more
    often than for anything else. Two threads may both make a thing; they are alike, and one of them is kept.
    """

    __slots__ = ("_make", "_names")

    def __init__(self, names: Collection[str], make: Callable[[str], Made]) -> None:
        super().__init__()
        self._names = names
        self._make = make

    def __missing__(self, name: str) -> Made:
        if name not in self._names:
            raise KeyError(name)
        made = self[name] = self._make(name)
        return made

    @overload
    def get(self, name: str, default: None = None, /) -> Made | None: ...
    @overload
    def get(self, name: str, default: Made, /) -> Made: ...
    @overload
    def get(self, name: str, default: Other, /) -> Made | Other: ...
    def get(self, name: str, default: Made | Other | None = None, /) -> Made | Other | None:
        """Return what belongs to ``name``, or ``default``; a KeyError from the making itself is not swallowed."""
        return self[name] if name in self._names else default

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __eq__(self, other: object) -> bool:
        return dict(self.items()) == other

    __hash__ = None  # like any dict

    # The views of a dict would show what was made only; these show all of it.
    def keys(self) -> KeysView[str]:  # type: ignore[override]  # dict_keys can't be made of names alone
        """All the names."""
        return KeysView(self)

    def values(self) -> ValuesView[Made]:  # type: ignore[override]  # as for the keys
        """All of it, made."""
        return ValuesView(self)

    def items(self) -> ItemsView[str, Made]:  # type: ignore[override]  # as for the keys
        """All names with what belongs to them, made."""
        return ItemsView(self)
