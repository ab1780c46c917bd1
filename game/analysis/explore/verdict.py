"""What was found out about a target, and about a story as a whole."""

from dataclasses import dataclass
from typing import Literal

from game.analysis.explore.target import Target
from game.play.journal import Journal

Found = Literal["reached", "impossible", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One target's verdict.

    ``by`` is the method that gave it. ``witness`` is the journal that shows it: of a target, one that reaches it; of a
    claim, one that decides it, if one journal can. ``why`` is a proof in a sentence. ``tried`` are the methods that did
    not settle it, each with the limit that stopped it.
    """

    target: Target
    found: Found
    by: str = ""
    witness: Journal | None = None
    why: str = ""
    tried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Whether a reader can be left without a way on.

    ``never`` is proved; ``stuck`` has a witness at whose end nothing is open; ``hopeless`` one from whose end no ending
    can be reached any more; ``unknown`` says in ``missing`` what would complete the proof, each with its place.
    """

    found: Literal["never", "stuck", "hopeless", "unknown"]
    by: str = ""
    witness: Journal | None = None
    why: str = ""
    missing: tuple[Target, ...] = ()
    tried: tuple[str, ...] = ()
