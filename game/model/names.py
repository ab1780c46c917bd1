"""Ids: what may be one, and the words that are taken."""

import re

from game.source.limits import ID_CHARACTERS

_ID = re.compile(r"[a-z][a-z0-9_]*")

RETURN = "return"
"""What a ``goto`` or ``then`` says where it goes back to what called."""

RESERVED = frozenset((
    "and", "or", "not", "in", "is", "has", "true", "false", "turn", "band", "ended",
    "first", "then", "cycle", "once", "shuffle", RETURN,
))  # fmt: skip
"""Words of the language, which nothing that is declared in a section may be called."""


def is_id(text: str) -> bool:
    """Whether ``text`` may be an id: small letters, digits and ``_``, a letter first, at most 64."""
    return len(text) <= ID_CHARACTERS and _ID.fullmatch(text) is not None
