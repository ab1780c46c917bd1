"""Names of a story on the command line."""

from game.source.clean import clean_line
from game.source.suggest import did_you_mean

_LISTED = 20
"""So many names are listed; of more only the nearest is named."""


class UnknownError(Exception):
    """A name that the story doesn't know; the message is whole."""


def known_name(kind: str, name: str, names: list[str]) -> str:
    """The name as it was given. Raises UnknownError, with the nearest one, where it is not among ``names``."""
    if name not in names:
        hint = did_you_mean(name, names)
        said = f"This story has no {kind} `{clean_line(name)}`{'; ' + hint if hint else '.'}"
        if 0 < len(names) <= _LISTED and not hint.startswith("known"):
            said += f" Known here: {', '.join(f'`{one}`' for one in names)}."
        raise UnknownError(said)
    return name
