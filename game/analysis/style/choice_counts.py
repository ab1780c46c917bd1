"""How many choices a scene offers."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.style.manuscript import Manuscript
from game.source.diagnostic import Diagnostic


def choice_counts(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding a scene that surely offers too few or too many.

    A choice with ``when`` may be there or not: it counts toward the fewest and not toward the most. One that waits
    until no other is open is not counted, and a scene without others leads on, and is none of this rule's.
    """
    if manuscript.style.choices is None:
        return
    least, most = manuscript.style.choices
    for scene in manuscript.story.scenes.values():
        counted = [choice for choice in scene.choices if not choice.fallback]
        sure = sum(choice.when is None for choice in counted)
        if counted and (len(counted) < least or sure > most):
            offered = len(counted) if len(counted) < least else sure
            yield advice(
                "choice-count",
                f"`{scene.id}` offers {offered} choice{'' if offered == 1 else 's'}; {least} to {most} are asked for",
                scene.at,
            )
