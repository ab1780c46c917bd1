"""Scenes that nothing leads to, and endings behind one that always comes before them."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.source.diagnostic import Diagnostic


def unreachable(case: Case) -> Iterator[Diagnostic]:
    """Scenes that can't be come to from the start, from a date, a deck or a plan, however conditions turn out.

    Of several that lead to one another only the first is named.
    """
    story, scenes = case.story, case.mentions.scenes
    roots = {story.start, *story.storylets, *case.mentions.elsewhere}
    roots |= {scene.id for scene in story.scenes.values() if scene.window is not None}
    reached: set[str] = set()
    _reach(roots, case, reached)
    lost = [name for name in scenes if name not in reached]
    led_to = {other for name in lost for other in scenes[name] if other != name}
    for name in (*(name for name in lost if name not in led_to), *lost):
        if name not in reached:
            _reach({name}, case, reached)
            scene = story.scenes[name]
            hint = "lead to it with `goto`, `then` or `later`, or give it `at`"
            if not scene.within:
                yield advice("unreachable", f"nothing leads to the scene `{name}`", scene.at, hint)
    certain = ""
    for ending in story.endings:
        if certain and not ending.early and case.mentions.whole.names[ending.id] == 0:
            message = f"the ending `{ending.id}` never comes: `{certain}` stands before it and always does"
            yield advice("unreachable", message, ending.at, "give it a lower `order`, or the other a `when`")
        if not ending.early and ending.when is None:
            certain = certain or ending.id


def _reach(roots: set[str], case: Case, reached: set[str]) -> None:
    """Add every scene that can be come to from these; where it was reached before, what follows was as well."""
    scenes = case.mentions.scenes
    waiting = [name for name in roots if name in scenes]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(other for other in scenes[name] if other in scenes and other not in reached)
