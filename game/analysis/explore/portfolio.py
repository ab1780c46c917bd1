"""The judge of a story: methods in their order, each with what the one before left; and what they found, together."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from game.analysis.explore.board import Board, Limits, Watch, board_of, unwatched
from game.analysis.explore.by_tracking import METHOD as TRACKED
from game.analysis.explore.by_tracking import track
from game.analysis.explore.by_values import METHOD as VALUES
from game.analysis.explore.by_values import exclude, values_of
from game.analysis.explore.detours import leave_out_detours
from game.analysis.explore.exhaustive import METHOD as EVERYTHING
from game.analysis.explore.exhaustive import Exhaustive
from game.analysis.explore.plays import PLAYS, SEEKING, Plays
from game.analysis.explore.since import METHOD as RECHECK
from game.analysis.explore.since import NOTHING_BEFORE, Before, Since, recheck, since
from game.analysis.explore.target import Target
from game.analysis.explore.values import StoppedError, Values
from game.analysis.explore.verdict import Stuck, Verdict
from game.analysis.explore.witness import played, witnesses
from game.engine.program import Program
from game.play.journal import Journal

Method = Callable[[Board], None]


def methods(board: Board) -> tuple[tuple[str, Method], ...]:
    """Every method by its name, in their order: quick ones first, each of them gets only what is open still."""
    plays, proofs = Plays(board), _Proofs()
    return (
        (PLAYS, plays.look_around),
        (VALUES, proofs.exclude),
        (SEEKING, plays.seek),
        (TRACKED, proofs.track),
        (ARRAYS, proofs.count),
        (EVERYTHING, lambda board: Exhaustive(board).run()),
    )


class _Proofs:
    """The methods that prove by the possible values, which are found out once, where something is not known."""

    def __init__(self) -> None:
        self._values: Values | None = None

    def _known(self, board: Board) -> Values | None:
        if self._values is None:
            try:
                self._values = values_of(board)
            except StoppedError:
                board.give_up(board.open, "interrupted")
        return self._values

    def exclude(self, board: Board) -> None:
        known = self._known(board) if board.open or not board.known_about_stuck else None
        if known is not None:
            exclude(board, known)

    def track(self, board: Board) -> None:
        known = self._known(board) if board.open else None
        if known is not None:
            track(board, known)

    def count(self, board: Board) -> None:
        known = self._known(board) if board.open or not board.known_about_stuck else None
        if known is None:
            return
        try:
            from game.analysis.explore.by_arrays import settle  # noqa: PLC0415 - numpy is loaded only where it is needed
        except ModuleNotFoundError:
            board.give_up(board.open, _NO_ARRAYS)
            return
        settle(board, known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One method's turn: how many targets it settled, and the states it made."""

    method: str
    settled: int
    states: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """Everything that was found out of a story.

    ``verdicts`` stand in the order of its targets; ``since`` says what became of those that were stored, and
    ``stuck_before`` what was known then of being stuck.
    """

    verdicts: tuple[Verdict, ...]
    stuck: Stuck
    turns: tuple[Turn, ...]
    states: int
    interrupted: bool
    since: tuple[Since, ...] = ()
    stuck_before: str = ""

    def counted(self, kind: str) -> Counter[str]:
        """How many targets of a kind have each verdict."""
        return Counter(verdict.found for verdict in self.verdicts if verdict.target.kind == kind)


ARRAYS = "dense arrays"
_NO_ARRAYS = "would be tried with numpy: pip install 'narrowsky[judge]'"
_BETWEEN = 100
"""Witnesses between two looks at how it stands."""
_DEFAULT = Limits()


def explore(
    program: Program, limits: Limits = _DEFAULT, watch: Watch = unwatched, before: Before = NOTHING_BEFORE
) -> Exploration:
    """Find a verdict for every target of a story. Where ``watch`` says so it stops, with what is known.

    ``before`` is what was found before the story was edited: its witnesses are played first.
    """
    board = board_of(program, limits, watch)
    turns: list[Turn] = []
    stored = before.targets
    holds = recheck(board, stored, before.witness)
    if stored:
        turns.append(Turn(method=RECHECK, settled=len(board.targets) - len(board.open), states=board.states))
    for name, method in methods(board):
        if board.halted:
            break
        left, states = len(board.open), board.states
        board.method = name
        method(board)
        if board.states > states or left > len(board.open):
            turns.append(Turn(method=name, settled=left - len(board.open), states=board.states - states))
    leave_out_detours(board)
    interrupted = board.halted
    verdicts = _verdicts(board)
    return Exploration(
        verdicts=verdicts,
        since=since(stored, verdicts, holds, program.story) if stored else (),
        stuck=_stuck(board),
        turns=tuple(turns),
        states=board.states,
        interrupted=interrupted,
        stuck_before=before.stuck,
    )


def _verdicts(board: Board) -> tuple[Verdict, ...]:
    trails = {target: trail for target, (trail, _) in board.trails.items()}
    journals: dict[Target, Journal | None] = {}
    board.method = "replaying what was found"
    for target, journal in witnesses(board.program, trails):
        journals[target] = journal
        if not len(journals) % _BETWEEN:
            board.look()
    return tuple(_verdict(board, target, journals.get(target)) for target in board.targets)


def _verdict(board: Board, target: Target, witness: Journal | None) -> Verdict:
    tried = board.tried.get(target, ())
    if witness is not None:
        return Verdict(target=target, found="reached", by=board.trails[target][1], witness=witness)
    if target in board.proofs:
        by, why = board.proofs[target]
        return Verdict(target=target, found="impossible", by=by, why=why)
    if target in board.trails:
        tried = (*tried, f"{board.trails[target][1]}: met once, but the way there could not be gone again")
    return Verdict(target=target, found="unknown", tried=tried)


def _stuck(board: Board) -> Stuck:
    program, endless = board.program, board.endless
    if board.stuck is not None:
        why = "nothing can be chosen there, and the story has not ended"
        return Stuck(found="stuck", witness=played(program, board.stuck).journal, why=why)
    if endless is not None:
        after = f"after `{endless.choice}`" if endless.choice else "from the beginning"
        witness = None if endless.trail is None else played(program, endless.trail).journal
        return Stuck(found="stuck", witness=witness, why=f"{after} it goes round: {endless.problem}")
    if board.hopeless is not None:
        trail, by = board.hopeless
        return Stuck(found="hopeless", by=by, witness=played(program, trail).journal)
    if board.never_stuck is not None:
        by, why = board.never_stuck
        return Stuck(found="never", by=by, why=why)
    tried = (f"nobody was stuck in {board.states:,} states", *((f"{VALUES}: {board.unsure}",) if board.unsure else ()))
    return Stuck(found="unknown", missing=board.missing, tried=tried)
