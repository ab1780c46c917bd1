"""How findings about claims and strategies are worded."""

from game.source.diagnostic import Diagnostic
from game.source.span import Span


def unseen_meter(at: Span, meter: str) -> Diagnostic:
    """A preference for a meter that no choice tells of."""
    return Diagnostic(
        code="unseen-meter",
        message=f"no choice says that it moves `{meter}`, which is `shown: never`; a reader can't go by it",
        at=at,
        hint="prefer a `choice` or a `tag` instead",
    )


def general_reader(at: Span, name: str) -> Diagnostic:
    """A strategy called as a reader that is there for every story."""
    return Diagnostic(
        code="general-reader",
        message=f"`{name}` is a reader that every story has",
        at=at,
        hint="give the strategy another name",
    )
