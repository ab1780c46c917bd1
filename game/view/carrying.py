"""What became of a session in a story that was edited since, in words for its player and for the story's author."""

from game.play.migrate import Migration
from game.play.playthrough import Playthrough
from game.play.replay import Divergence
from game.view.decisions import chosen, place_title
from game.view.draw import draw_line, words
from game.view.options import reason
from game.view.transcript import how_many


def carried_text(found: Migration, before: Playthrough | None = None) -> str:
    """Return one or two sentences; ``before`` is the session in the story as it was, where that is at hand."""
    if found.parting is None:
        arrives = f"arrives, {how_many(found.decisions, 'decision')}"
        if found.same or found.differs is None:
            return f"{arrives}."
        return f"{arrives}; from decision {found.differs} on things stand otherwise than they did."
    parting = found.parting
    return f"stops at decision {parting.decision} of {found.decisions}: {parting_text(parting, before)}."


def parting_text(parting: Divergence, before: Playthrough | None = None) -> str:
    """Why a session and its story part, in a sentence without its full stop."""
    program = parting.reached.program
    choice = _choice(parting, before)
    where = f"in {place_title(program, parting.place)}"
    match parting.why:
        case "gone":
            return f"{choice} {where} is gone"
        case "hidden":
            return f"{choice} {where} is not offered now"
        case "locked":
            reason = _locked(parting).removesuffix(".")
            return f"{choice} {where} is locked now" + (f": {reason}" if reason else "")
        case "elsewhere":
            return f"{choice} was decided {where}, and now {place_title(program, parting.awaits)} comes there"
        case "ended":
            return f"{choice} was decided {where}, and now the story has ended before"
        case _:
            return parting.reason


def _choice(parting: Divergence, before: Playthrough | None) -> str:
    """The words of the decision, where they are known; else its name."""
    if before is not None and before.decisions >= parting.decision:
        return _quoted(chosen(before, parting.decision))
    offered = {offer.choice: offer for offer in parting.reached.offers}
    if parting.why == "locked" and parting.choice in offered:
        offer = offered[parting.choice]
        return _quoted(words(draw_line(offer.text(parting.reached.state.values), parting.reached.player)))
    return f"`{parting.choice}`"


def _quoted(said: str) -> str:
    """Words in quotation marks; words that somebody says have theirs."""
    return said if said.startswith('"') else f"“{said}”"


def _locked(parting: Divergence) -> str:
    for offer in parting.reached.offers:
        if offer.choice == parting.choice:
            return reason(parting.reached, offer)
    return ""


def condition_of(parting: Divergence) -> str:
    """Where the author wrote what hides or locks the choice: ``scenes/hall.yaml:12:15``; empty where nothing does."""
    scene = parting.reached.program.scenes.get(parting.place)
    choice = None if scene is None else scene.choices.get(parting.choice)
    if choice is None or parting.why not in ("hidden", "locked"):
        return ""
    written = choice.written
    condition = written.when if parting.why == "hidden" else written.requires
    return "" if condition is None else str(condition.at)
