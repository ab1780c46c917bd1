"""A session looked back on, once it has ended: how it went, what mattered, the people, what stayed unseen."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.play.playthrough import Playthrough
from game.view.compose import compose, known_entries
from game.view.decision_map import decision_map, elsewhere
from game.view.decisions import Decision
from game.view.histories import History, histories
from game.view.ledger import ledger
from game.view.page import Paragraph
from game.view.people import Person, people
from game.view.turnings import Turning, came_early, gone_back_to, turnings, ways_back

_ITSELF = ""
"""What the session that is looked back on is called here, among others by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """A session looked back on.

    ``early`` says that it ended before its time. ``people`` are those met, ``codas`` the titles of what followed the
    ending. ``beside`` is another session that decided otherwise, the latest to part from this one; empty if none did.
    ``scenes``, ``ways`` and ``entries`` count what no session has read: scenes, choices not taken, codex entries.
    """

    story: str
    ending: str
    where: str
    decisions: int
    early: bool
    arcs: tuple[History, ...]
    turnings: tuple[Turning, ...]
    back: tuple[Decision, ...]
    people: tuple[Person, ...]
    unmet: int
    ledger: tuple[Paragraph, ...]
    codas: tuple[str, ...]
    beside: str
    scenes: int
    ways: int
    entries: int


def recap(playthrough: Playthrough, others: Sequence[tuple[str, Playthrough]] = ()) -> Recap:
    """Look back on a playthrough; ``others`` are other sessions of the story by their names."""
    story = playthrough.program.story
    drawn = decision_map([(_ITSELF, playthrough), *others])
    parted = elsewhere(drawn, _ITSELF)
    last = max(parted, default=0)
    told, page = turnings(playthrough, last), compose(playthrough)
    cast = people(playthrough)
    return Recap(
        story=story.title,
        ending=next((one.title for one in story.endings if one.id == playthrough.state.ended), ""),
        where=playthrough.where,
        decisions=playthrough.decisions,
        early=came_early(playthrough),
        arcs=histories(playthrough),
        turnings=told,
        back=ways_back(playthrough) or gone_back_to(told),
        people=tuple(one for one in cast if one.met),
        unmet=sum(not one.met for one in cast),
        ledger=ledger(playthrough),
        codas=tuple(block.title for block in page.blocks if block.kind == "coda" and block.title),
        beside=parted[last][0].sessions[0] if last else "",
        scenes=drawn.unread,
        ways=sum(spot.ways for spot in drawn.spots),
        entries=len(story.codex) - len(known_entries(playthrough)),
    )
