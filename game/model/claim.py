"""What an author holds to be true of a whole story, for the judges to hold against every path."""

from dataclasses import dataclass, field
from typing import Literal

from game.model.condition import Condition
from game.source.span import Span

Kind = Literal["always", "never", "sometimes", "eventually"]
KINDS: tuple[Kind, ...] = ("always", "never", "sometimes", "eventually")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim about the states in which a reader decides, and the one in which the story has ended.

    ``always``: ``what`` holds in all of them; ``never``: in none; ``sometimes``: in at least one that some path comes
    to; ``eventually``: no path comes to its end without one. Only states count from the one on in which ``after``
    first holds, and before the one in which ``before`` first holds. ``because`` is why it should be so.
    """

    id: str
    kind: Kind
    what: Condition
    after: Condition | None = None
    before: Condition | None = None
    because: str = ""
    at: Span = field(compare=False)

    @property
    def said(self) -> str:
        """The claim in a line, in its author's words: of what kind it is, and from when until when."""
        asked = ((self.kind, self.what), ("after", self.after), ("before", self.before))
        return ", ".join(f"{word} `{one.checked.text}`" for word, one in asked if one is not None)
