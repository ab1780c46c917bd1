"""The last step before a print: what a command says leaves cleaned, so no story, name or file acts on a terminal.

What is printed was mostly cleaned before; this door stands behind all that is forgotten.
"""

import sys

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from typing import Any, TextIO


class CleanStreams:
    """While this is entered, standard output and error print cleaned text."""

    def __enter__(self) -> None:
        self._before = sys.stdout, sys.stderr
        for name, stream in zip(("stdout", "stderr"), self._before, strict=True):
            if stream is not None:
                setattr(sys, name, _Clean(stream))

    def __exit__(self, *_: object) -> None:
        sys.stdout, sys.stderr = self._before


def cleaned(text: str) -> str:
    """The text without what acts on a terminal; tabs stay."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    from game.source.clean import clean_text

    return "\t".join(clean_text(part) for part in text.split("\t"))


class _Clean:
    """A stream whose text is cleaned on its way; all else of it as it is."""

    def __init__(self, stream: "TextIO") -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text, cleaned; as much is said to be written as was given."""
        self._stream.write(cleaned(text))
        return len(text)

    def __getattr__(self, name: str) -> "Any":
        return getattr(self._stream, name)
