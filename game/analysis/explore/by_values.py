"""What the possible values exclude: targets that no way leads to, claims that no state decides."""

from collections.abc import Iterator

from game.analysis.claims import decides
from game.analysis.explore.board import Board
from game.analysis.explore.flow import Flow, Point
from game.analysis.explore.proofs import proofs
from game.analysis.explore.structure import METHOD as STRUCTURE
from game.analysis.explore.structure import onward
from game.analysis.explore.target import Target
from game.analysis.explore.values import METHOD, Values
from game.model.claim import Claim
from game.model.story import Story

__all__ = ["METHOD", "exclude", "values_of"]


def values_of(board: Board) -> Values:
    """The possible values of the story on a board. Raises StoppedError where the search is interrupted."""

    def goes_on() -> bool:
        board.look()
        return not board.halted

    return Values(board.flow, goes_on)


def exclude(board: Board, values: Values) -> None:
    """Prove of what is open whatever the possible values exclude, and that nobody is stuck where that can be proved."""
    story, flow = board.program.story, values.flow
    for target, why in proofs(values, [one for one in board.open if one.kind != "claim"]).items():
        board.prove(target, why)
    for target, claim in _open_claims(board, story):
        if not _may_be_decided(values, claim):
            board.prove(target, _said(claim))
    for target, why in proofs(values, list(board.open)).items():  # claims that go by what came before
        board.prove(target, why)
    board.give_up(board.open, "possible, as far as each value by itself tells")
    if not board.known_about_stuck:
        _never_stuck(board, flow, values)


def _never_stuck(board: Board, flow: Flow, values: Values) -> None:
    if onward(flow).proved:
        board.never_stuck = STRUCTURE, "wherever a reader comes to, a way toward an ending is open whatever was done"
        return
    found = onward(flow, values)
    if found.proved:
        board.never_stuck = (
            METHOD,
            "wherever a reader comes to, a way toward an ending is open, by what can be so there",
        )
        return
    board.unsure = found.endless or "these need a way on that is always open"
    board.missing = _scenes(board, [flow.points[point] for point in found.missing])


def _scenes(board: Board, points: list[Point]) -> tuple[Target, ...]:
    """The scenes of these points, each once."""
    scenes = board.program.story.scenes
    names = dict.fromkeys(point.scene for point in points if point.scene)
    return tuple(
        Target("storylet" if name in board.program.story.storylets else "scene", name, scenes[name].at)
        for name in names
    )


def _open_claims(board: Board, story: Story) -> Iterator[tuple[Target, Claim]]:
    return ((one, story.claims[one.name]) for one in list(board.open) if one.kind == "claim")


def _may_be_decided(values: Values, claim: Claim) -> bool:
    """Whether some state may decide a claim; more states are asked than count, never fewer."""
    decided = decides(claim)
    if decided.at_end and claim.before is not None:
        return True
    narrow = values.domains.narrow(decided.tree, wanted=decided.wanted)
    for sets, point in zip(values.sets, values.flow.points, strict=True):
        counts = point.ending or point.stuck or (point.awaits and not decided.at_end)
        if sets is not None and counts and narrow(sets.copy()):
            return True
    return False


def _said(claim: Claim) -> str:
    if claim.kind == "eventually":
        return "wherever the story can end, it holds by the values that are possible there"
    holds = "holds" if claim.kind == "always" else "fails"
    return f"wherever a reader decides, and at every end, it {holds} by the values that are possible there"
