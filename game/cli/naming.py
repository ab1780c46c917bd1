"""Names of a story on the command line."""

from game.source.clean import clean_line
from game.source.suggest import did_you_mean


class UnknownError(Exception):
    """A name that the story doesn't know; the message is whole."""


def known_name(kind: str, name: str, names: list[str]) -> str:
    """The name as it was given. Raises UnknownError, with the nearest one, where it is not among ``names``."""
    if name not in names:
        hint = did_you_mean(name, names)
        raise UnknownError(f"This story has no {kind} `{clean_line(name)}`{'; ' + hint if hint else '.'}")
    return name
