"""A journal over a story: the playthrough it leads to, or where they part."""

from dataclasses import dataclass, replace
from typing import Literal

from game.engine.going import EndlessError
from game.engine.offers import offers
from game.engine.program import Program
from game.play.journal import Drew, Journal, Returned, Took
from game.play.playthrough import NotOfferedError, Playthrough, opened
from game.play.renaming import Names

Why = Literal["gone", "hidden", "locked", "elsewhere", "ended", "endless", "unclear", "state", "back"]
"""Why they part.

``gone``: there is no such choice; ``hidden``, ``locked``: there is, and it can't be taken now; ``elsewhere``: another
place awaits a decision; ``ended``: the story has ended before; ``endless``: it goes round and round from there;
``unclear``: the names can mean several choices; ``state``: it leads where it never led; ``back``: what it takes back
was never decided.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """Where a journal and a story part: how far it came, the decision that doesn't fit, by its names now, and why.

    ``awaits`` is the place where the story stands instead.
    """

    reached: Playthrough
    why: Why
    place: str = ""
    choice: str = ""
    detail: str = ""

    @property
    def decision(self) -> int:
        """The number of the decision that doesn't fit."""
        return self.reached.decisions + 1

    @property
    def awaits(self) -> str:
        """Where the story stands instead; empty where it has ended."""
        return self.reached.place

    @property
    def reason(self) -> str:
        """Why, in words, by names."""
        choice = f"`{self.choice}` in `{self.place}`"
        match self.why:
            case "gone":
                return f"{choice} is gone"
            case "hidden":
                return f"{choice} is not offered there now"
            case "locked":
                return f"{choice} is locked now"
            case "elsewhere":
                return f"it decides in `{self.place}`, and the story is in `{self.awaits}`"
            case "ended":
                return f"it decides in `{self.place}`, and the story has ended"
            case "endless":
                return f"after {choice} the story goes round and round: {self.detail}"
            case "unclear":
                return f"{choice} can mean several choices, as what was renamed lives on"
            case "state":
                return f"{choice} no longer leads where it led"
            case "back":
                return f"it goes back to decision {self.detail}, which was never taken"


def replay(program: Program, journal: Journal) -> Playthrough | Divergence:
    """Play a journal again, with the luck it records.

    Over the very story it was made with, every state's digest must agree. Over an edited one only what stands is
    played; it arrives if every decision is still offered, and is never taken for another. Raises EndlessError if the
    story no longer comes to its first choice, StartError if it can no longer begin where and as this session did.
    """
    if journal.opened.fingerprint == program.story.fingerprint:
        return _again(program, journal)
    return _over_edited(program, journal)


def reopen(program: Program, journal: Journal) -> Playthrough | Divergence:
    """Play a kept journal again, as ``replay`` does, and go by what was decided where only a state differs.

    So a session outlives a change of the engine under an unchanged story: what its reader decided, and the luck it
    met, still lead somewhere. Raises as ``replay`` does.
    """
    found = replay(program, journal)
    if isinstance(found, Divergence) and found.why == "state":
        return replay(program, replace(journal, opened=replace(journal.opened, fingerprint="")))
    return found


def _again(program: Program, journal: Journal) -> Playthrough | Divergence:
    playthrough = opened(program, journal.opened)
    for entry in journal.entries:
        if isinstance(entry, Returned):
            if entry.to > playthrough.decisions:
                return Divergence(reached=playthrough, why="back", detail=str(entry.to))
            playthrough = playthrough.back(entry.to)
            continue
        after = _taken(playthrough, entry.scene, entry.choice, entry.drew, sealed=False)
        if isinstance(after, Divergence):
            return after
        if not _agree(after, entry):
            return Divergence(reached=playthrough, why="state", place=entry.scene, choice=entry.choice)
        playthrough = after
    return playthrough


def _over_edited(program: Program, journal: Journal) -> Playthrough | Divergence:
    names = Names(program)
    before = tuple(names.storylet(name) for name in journal.opened.before)
    at, given = names.beginning(journal.opened.at, journal.opened.given)
    opening = replace(journal.opened, drew=names.luck(journal.opened.drew), before=before, at=at, given=given)
    playthrough = opened(program, opening, sealed=True)
    decisions = 0
    for entry in journal.entries:
        if isinstance(entry, Returned) and entry.to > decisions:
            return Divergence(reached=playthrough, why="back", detail=str(entry.to))
        decisions = entry.to if isinstance(entry, Returned) else decisions + 1
    for entry in journal.standing:
        after = _meant(playthrough, entry, names)
        if isinstance(after, Divergence):
            return after
        playthrough = after
    return replace(playthrough, journal=Journal(playthrough.journal.opened, journal.entries))


def _meant(playthrough: Playthrough, entry: Took, names: Names) -> Playthrough | Divergence:
    """Take the decision that a record means here."""
    drew = names.luck(entry.drew)
    meanings = names.decisions(entry.scene, entry.choice)
    if len(meanings) > 1:
        # Something new bears an old name. What was decided is known only if just one of them leads where it led.
        tried = (_taken(playthrough, place, choice, drew) for place, choice in meanings)
        agreed = [after for after in tried if not isinstance(after, Divergence) and _agree(after, entry)]
        place, choice = meanings[0]
        return agreed[0] if len(agreed) == 1 else _parted(playthrough, "unclear", place, choice)
    for place, choice in meanings:
        return _taken(playthrough, place, choice, drew)
    places = names.places(entry.scene)
    place = playthrough.place if playthrough.place in places else next(iter(places), entry.scene)
    return _taken(playthrough, place, entry.choice, drew)


def _taken(
    playthrough: Playthrough, place: str, choice: str, drew: Drew, *, sealed: bool = True
) -> Playthrough | Divergence:
    """Take a choice in a place, or say why that can't be."""
    if playthrough.ended:
        return _parted(playthrough, "ended", place, choice)
    if place != playthrough.place:
        return _parted(playthrough, "elsewhere", place, choice)
    try:
        return playthrough.choose(choice, drew, sealed=sealed)
    except EndlessError as problem:
        return Divergence(reached=playthrough, why="endless", place=place, choice=choice, detail=str(problem))
    except NotOfferedError:
        return _parted(playthrough, _not_offered(playthrough, place, choice), place, choice)


def _not_offered(playthrough: Playthrough, place: str, choice: str) -> Why:
    program = playthrough.program
    if any(offer.choice == choice for offer in offers(program, playthrough.state)):
        return "locked"
    return "hidden" if Names(program).is_choice(place, choice) else "gone"


def _parted(playthrough: Playthrough, why: Why, place: str, choice: str) -> Divergence:
    return Divergence(reached=playthrough, why=why, place=place, choice=choice)


def _agree(after: Playthrough, entry: Took) -> bool:
    """Whether a decision led where the record says."""
    made = after.moves[-1].took
    return made is not None and made.digest == entry.digest
