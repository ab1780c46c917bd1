"""All rules that hold for every story, in one reading."""

from collections.abc import Callable, Iterator, Mapping

from game.analysis.case import Case
from game.analysis.mentions import mentions
from game.analysis.rules.endless import endless
from game.analysis.rules.fallbacks import fallbacks
from game.analysis.rules.may_strand import may_strand
from game.analysis.rules.never_changes import never_changes
from game.analysis.rules.never_comes import never_comes
from game.analysis.rules.no_effect import no_effect
from game.analysis.rules.paragraphs import paragraphs
from game.analysis.rules.runs_out import runs_out
from game.analysis.rules.unreachable import unreachable
from game.analysis.rules.unused import unused
from game.model.story import Story
from game.model.walk import every_effect
from game.source.diagnostic import Diagnostic

RULES: tuple[Callable[[Case], Iterator[Diagnostic]], ...] = (
    unused, never_changes, unreachable, endless, runs_out, may_strand, never_comes, fallbacks, no_effect, paragraphs,
)  # fmt: skip


def lint(story: Story, sources: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """All advice about a story that can be played, by file and place. ``sources`` are its files by name."""
    case = Case(story, sources, mentions(story), every_effect(story))
    found = {finding: None for rule in RULES for finding in rule(case)}
    return tuple(sorted(found, key=lambda one: (one.at, one.code, one.message)))
