"""Facts that are set and never read, and facts that are read and never set."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.source.diagnostic import Diagnostic


def never_changes(case: Case) -> Iterator[Diagnostic]:
    """One finding a fact: what is written and what asks never meet."""
    heard = case.mentions.whole
    asked = heard.asked()
    for fact in case.story.world.facts:
        if fact.id in asked and fact.id not in heard.names:
            message = f"nothing ever sets the fact `{fact.id}`: what asks for it always gets the same answer"
            yield advice("never-set", message, fact.at)
        elif fact.id not in asked and fact.id in heard.changed:
            yield advice("never-read", f"the fact `{fact.id}` is set, and nothing ever asks for it", fact.at)
