"""What the possible values exclude: targets that no way leads to, claims that no state decides."""

from collections.abc import Iterator

from game.analysis.claims import decides
from game.analysis.explore.board import Board
from game.analysis.explore.lowering import flow_of
from game.analysis.explore.proofs import proofs
from game.analysis.explore.target import Target
from game.analysis.explore.values import METHOD, Values
from game.model.claim import Claim
from game.model.story import Story

__all__ = ["METHOD", "exclude"]


def exclude(board: Board) -> None:
    """Prove of what is open whatever the possible values exclude."""
    if not board.open:
        return
    story = board.program.story
    values = Values(flow_of(board.program))
    for target, why in proofs(values, [one for one in board.open if one.kind != "claim"]).items():
        board.prove(target, why)
    for target, claim in _open_claims(board, story):
        if not _may_be_decided(values, claim):
            board.prove(target, _said(claim))
    for target, why in proofs(values, list(board.open)).items():  # claims that go by what came before
        board.prove(target, why)
    board.give_up(board.open, "possible, as far as each value by itself tells")


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
