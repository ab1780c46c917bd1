"""Where a session begins, as typed: ``--with "moscow=30, rung=2"``."""


class BeginningError(Exception):
    """What was typed says no beginning; the message is for whoever typed it."""


def values_given(texts: list[str]) -> tuple[tuple[str, str], ...]:
    """Return the names and values that the texts give, in order. Raises BeginningError for a part that isn't one."""
    found: list[tuple[str, str]] = []
    for part in (part.strip() for text in texts for part in text.split(",")):
        name, sign, value = (each.strip() for each in part.partition("="))
        if part and not (name and sign and value):
            raise BeginningError(f"--with takes values as `name=value, name=value`, and `{part}` is none")
        if part:
            found.append((name, value))
    return tuple(found)
