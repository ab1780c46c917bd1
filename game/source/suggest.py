"""The nearest known name to a misspelt one."""

from collections.abc import Iterable

from game.source.limits import ID_CHARACTERS

_MANY, _MOST, _ABOUT = 200, 100, 2
"""From so many names on, only the most alike by their ends are weighed, at most so many, of about the same length."""
_TOO_MANY = 5_000
"""Among more names than that no story's author looks for a slip, and no file can make the search slow."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``word``, or None if none is near enough to be a misspelling."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a misspelling pays for it

    names = list(known)
    if len(word) > ID_CHARACTERS or len(names) > _TOO_MANY:
        return None
    found = get_close_matches(word, _candidates(word, names), n=1, cutoff=0.6)
    if not found:  # of two letters exchanged in a short word too little is alike
        found = [name for name in names if len(name) > 1 and sorted(name) == sorted(word)]
    return found[0] if found else None


def _alike(word: str, name: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a misspelling pays for it

    return SequenceMatcher(None, name, word).ratio()


def _candidates(word: str, names: list[str]) -> list[str]:
    if len(names) <= _MANY:
        return sorted(name for name in names if len(name) <= ID_CHARACTERS)
    near = [
        name
        for name in names
        if abs(len(name) - len(word)) <= _ABOUT and (name[:1] == word[:1] or name[-1:] == word[-1:])
    ]
    near.sort(key=lambda name: (-(name[:2] == word[:2]) - (name[-2:] == word[-2:]), name))
    return near[:_MOST]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint: the nearest known name, two that are equally near, all of them where they are few, or nothing."""
    names = list(known)
    near = nearest(word, names)
    if near is not None:
        other = nearest(word, [name for name in names if name != near])
        if other is not None and _alike(word, other) >= _alike(word, near):
            return f"did you mean `{near}` or `{other}`?"
        return f"did you mean `{near}`?"
    few = 8
    if 0 < len(names) <= few:
        return "known here: " + ", ".join(f"`{name}`" for name in sorted(names))
    return ""
