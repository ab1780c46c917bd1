"""All judges of style, in one reading."""

from collections.abc import Callable, Iterator, Mapping

from game.analysis.style.choice_counts import choice_counts
from game.analysis.style.dominated import dominated
from game.analysis.style.ledger import ledger
from game.analysis.style.lengths import lengths
from game.analysis.style.manuscript import Manuscript
from game.analysis.style.names import names
from game.analysis.style.reasons import because, costs
from game.analysis.style.terms import link_first
from game.analysis.style.words import avoided, sparing
from game.model.story import Story
from game.source.diagnostic import Diagnostic

RULES: tuple[Callable[[Manuscript], Iterator[Diagnostic]], ...] = (
    lengths, choice_counts, avoided, sparing, names, ledger, dominated, costs, because, link_first,
)  # fmt: skip


def judge(story: Story, sources: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Every finding about a story's style, by file and place; none where it has no rules. ``sources`` are its files."""
    if story.style is None:
        return ()
    manuscript = Manuscript(story, story.style, sources)
    found = {finding: None for rule in RULES for finding in rule(manuscript)}
    return tuple(sorted(found, key=lambda one: (one.at, one.code, one.message)))
