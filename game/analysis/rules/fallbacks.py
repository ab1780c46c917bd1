"""Fallbacks behind one that always stands."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.source.diagnostic import Diagnostic


def fallbacks(case: Case) -> Iterator[Diagnostic]:
    """One finding a fallback that is never looked at: of several the first that is open counts."""
    for scene in case.story.scenes.values():
        sure = ""
        for choice in scene.choices:
            if choice.fallback and sure:
                message = f"`{choice.id}` never stands: `{sure}`, the fallback before it, is always open"
                yield advice("never-comes", message, choice.at, f"give `{sure}` a `when`, or leave one of them out")
            elif choice.fallback and choice.when is None and choice.requires is None and not choice.once:
                sure = choice.id
