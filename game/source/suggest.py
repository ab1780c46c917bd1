"""The nearest known name to a misspelt one."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``word``, or None if none is near enough to be a misspelling."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a misspelling pays for it

    found = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known name, or the known names where they are few, or nothing."""
    names = sorted(known)
    near = nearest(word, names)
    if near is not None:
        return f"did you mean `{near}`?"
    few = 8
    if 0 < len(names) <= few:
        return "known here: " + ", ".join(f"`{name}`" for name in names)
    return ""
