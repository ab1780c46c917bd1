"""What is said about the stories that a story extends."""

from collections.abc import Sequence
from pathlib import Path

from game.source.clean import clean_line
from game.source.diagnostic import Diagnostic
from game.source.limits import BASES
from game.source.span import Span


def no_base(at: Span, name: str, places: Sequence[Path]) -> Diagnostic:
    looked = ", ".join(clean_line(place.as_posix()) for place in dict.fromkeys(places))
    where = f"looked for a folder `{name}` or a file `{name}.yaml` in {looked}; " if looked else ""
    return Diagnostic(
        code="no-base",
        message=f"the story `{name}`, which this one extends, is not there",
        at=at,
        hint=f"{where}put it beside this story",
    )


def circle(at: Span, name: str) -> Diagnostic:
    return Diagnostic(code="base-circle", message=f"what `{name}` extends leads back to itself", at=at)


def too_many_bases(at: Span) -> Diagnostic:
    message = f"under this story lie more than {BASES} others, each extending the next"
    return Diagnostic(code="too-many-bases", message=message, at=at)
