"""The ledger: who was hurt."""

from game.engine.events import Hurt
from game.model.effect import Ledger
from game.play.playthrough import Playthrough
from game.view.page import Paragraph, Run


def ledger(playthrough: Playthrough) -> tuple[Paragraph, ...]:
    """Every line of the ledger so far, in the order written down."""
    events = (event for move in playthrough.moves for event in move.step.events)
    return tuple(ledger_line(event.line) for event in events if isinstance(event, Hurt))


def ledger_line(line: Ledger) -> Paragraph:
    """One line of the ledger: name, age, place, doing what; what each side says."""
    age = f", {line.age}" if line.age is not None else ""
    claims = " ".join(f"{side.replace('_', ' ').capitalize()}: {claim}." for side, claim in line.claims)
    text = f"{line.name}{age}, {line.place}, {line.doing}." + (f" {claims}" if claims else "")
    return Paragraph(((Run(text),),))
