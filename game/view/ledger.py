"""The ledger: who was hurt, when, and what each side says of it."""

from dataclasses import dataclass

from game.engine.events import Hurt
from game.model.effect import Ledger
from game.play.playthrough import Playthrough
from game.view.decisions import turn_title
from game.view.origins import dated
from game.view.page import Paragraph, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One person: who they were, where and doing what; ``claims`` is who says what of it.

    It was written down after decision ``number``, in ``when`` (``Week 2``; empty in a story without a clock).
    """

    number: int
    when: str
    name: str
    age: int | None
    place: str
    doing: str
    claims: tuple[tuple[str, str], ...]

    @property
    def disputed(self) -> bool:
        """Whether several speak of it."""
        return len(self.claims) > 1


def ledger_lines(playthrough: Playthrough) -> tuple[LedgerLine, ...]:
    """Every line of the ledger so far, in the order written down."""
    program = playthrough.program
    return tuple(
        LedgerLine(
            number=number,
            when=turn_title(program, turn),
            name=event.line.name,
            age=event.line.age,
            place=event.line.place,
            doing=event.line.doing,
            claims=tuple((_sided(side), claim) for side, claim in event.line.claims),
        )
        for number, turn, event in dated(playthrough)
        if isinstance(event, Hurt)
    )


def ledger(playthrough: Playthrough) -> tuple[Paragraph, ...]:
    """Every line of the ledger so far as a sentence or two."""
    events = (event for move in playthrough.moves for event in move.step.events)
    return tuple(ledger_line(event.line) for event in events if isinstance(event, Hurt))


def ledger_line(line: Ledger) -> Paragraph:
    """One line of the ledger: name, age, place, doing what; what each side says."""
    age = f", {line.age}" if line.age is not None else ""
    claims = " ".join(f"{_sided(side)}: {claim}." for side, claim in line.claims)
    text = f"{line.name}{age}, {line.place}, {line.doing}." + (f" {claims}" if claims else "")
    return Paragraph(((Run(text),),))


def _sided(side: str) -> str:
    return side.replace("_", " ").capitalize()
