"""Keys as a player writes them, as Textual calls them, and as they are shown."""

from textual.keys import (
    Keys,
    _character_to_key,
    format_key,
)

_OTHERWISE = {
    "esc": "escape",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "del": "delete",
    "ins": "insert",
    "return": "enter",
    "spacebar": "space",
}
_SHOWN = {"enter": "enter", "backspace": "backspace", "pageup": "PgUp", "pagedown": "PgDn"}
_HELD = ("ctrl", "alt", "shift")
NAMES = tuple(dict.fromkeys([key.value for key in Keys if not key.value.startswith("<")] + list(_OTHERWISE)))
"""Every key with a name."""


def canonical(written: str) -> str | None:
    """Return a key as Textual calls it, from a sign or a name as somebody wrote it; None if there is no such key."""
    if len(written) == 1:
        return _character_to_key(written) if written.isprintable() else None
    *held, last = written.lower().split("+")
    last = _character_to_key(last) if len(last) == 1 else _OTHERWISE.get(last, last)
    if any(one not in _HELD for one in held) or len(set(held)) < len(held):
        return None
    return "+".join([*sorted(held, key=_HELD.index), last]) if last in NAMES or _is_sign(last) else None


def shown(key: str) -> str:
    """Return a key, as Textual calls it, as a reader knows it."""
    return _SHOWN.get(key) or format_key(key)


def _is_sign(name: str) -> bool:
    """Whether this is a letter, a digit, or Textual's name of a sign."""
    return len(name) == 1 or len(format_key(name)) == 1
