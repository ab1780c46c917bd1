"""Scenes that keep it from being proved that no reader is ever stuck."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.analysis.explore.flow import Flow
from game.analysis.explore.lowering import flow_of
from game.analysis.explore.structure import onward
from game.analysis.explore.values import Values
from game.analysis.rules.runs_out import runs_out
from game.engine.prepare import prepare
from game.model.scene import Choice, Scene
from game.source.diagnostic import Diagnostic


def may_strand(case: Case) -> Iterator[Diagnostic]:
    """One finding a scene in which, for all that can be proved, nothing may be open.

    The proof is that of ``explore``: by the ways on alone, then by what the values can be there. It is made only where
    some scene has no way on that is always open, which most stories have not.
    """
    story = case.story
    said = {finding.at for finding in runs_out(case)}
    doubtful = {
        name for name, scene in story.scenes.items() if scene.choices and not _always_on(scene) and scene.at not in said
    }
    if not doubtful:
        return
    flow = flow_of(prepare(story))
    missing = _stranding(flow, None)
    if doubtful & missing:
        missing &= _stranding(flow, Values(flow, lambda: True))
    for name in sorted(doubtful & missing):
        message = f"nothing proves that something can always be chosen in `{name}`"
        hint = "a `fallback: true` here would complete the proof that no reader is ever stuck"
        yield advice("may-strand", message, story.scenes[name].at, hint)


def _stranding(flow: Flow, values: Values | None) -> set[str]:
    """The scenes in which nothing may be open; not those from which there is a way on, and no ending in reach."""
    strands = {way.source for way in flow.ways if flow.points[way.to].stuck and (values is None or values.open(way))}
    missing = onward(flow, values).missing
    return {flow.points[point].scene for point in missing if point in strands and flow.points[point].scene}


def _always_on(scene: Scene) -> bool:
    """Whether some choice stands open whatever was done."""
    return any(_always(one) for one in scene.choices)


def _always(choice: Choice) -> bool:
    return choice.when is None and choice.requires is None and not choice.once
