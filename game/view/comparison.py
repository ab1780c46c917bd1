"""Two sessions of a story beside each other, as their reader may see them."""

from dataclasses import dataclass

from game.play.compare import compare
from game.play.playthrough import Playthrough
from game.view.courses import Course, courses
from game.view.decisions import Decision, decision
from game.view.ledger import ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: its name, how far it came, how it ended (empty if it hasn't), whom its ledger names."""

    name: str
    decisions: int
    where: str
    ending: str
    ledger: tuple[str, ...]
    meters: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Decisions beside each other; None where only the other session decided something."""

    first: Decision | None
    second: Decision | None

    @property
    def alike(self) -> bool:
        """Whether both decided the same."""
        return self.first is not None and self.second is not None and self.first.choice == self.second.choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sessions beside each other.

    They begin with ``shared`` decisions alike; ``parting`` is what each of them decided next. ``fate`` is the page
    from which on they stood differently although they had decided alike, or None.
    """

    story: str
    first: Side
    second: Side
    shared: int
    fate: int | None
    parting: Beside
    rows: tuple[Beside, ...]


def beside(first: tuple[str, Playthrough], second: tuple[str, Playthrough]) -> Comparison:
    """Compare two sessions of the same story, each with its name."""
    (_, one), (_, other) = first, second
    found = compare(one, other)
    rows = tuple(
        Beside(
            None if pair.first is None else decision(one, pair.first),
            None if pair.second is None else decision(other, pair.second),
        )
        for pair in found.pairs
    )
    due = found.shared + 1
    return Comparison(
        story=one.program.story.title,
        first=_side(*first),
        second=_side(*second),
        shared=found.shared,
        fate=found.fate,
        parting=Beside(
            next((row.first for row in rows if row.first is not None and row.first.number == due), None),
            next((row.second for row in rows if row.second is not None and row.second.number == due), None),
        ),
        rows=rows,
    )


def _side(name: str, playthrough: Playthrough) -> Side:
    ended = playthrough.state.ended
    return Side(
        name=name,
        decisions=playthrough.decisions,
        where=playthrough.where,
        ending=next((one.title for one in playthrough.program.story.endings if one.id == ended), ""),
        ledger=tuple(line.text for line in ledger(playthrough)),
        meters=courses(playthrough),
    )
