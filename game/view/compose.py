"""A playthrough as the page it stands at."""

from game.engine.events import Event, Noted, Told
from game.engine.program import Program
from game.expr.types import Value
from game.play.playthrough import Move, Playthrough
from game.view.blocks import Wording, blocks
from game.view.decisions import chosen
from game.view.draw import draw
from game.view.gauges import gauges
from game.view.options import options
from game.view.origins import Origins
from game.view.page import CodexPage, ContentNote, Page, Paragraph, Run

_ONCE = ("unlock", "achieve")
"""What is told the first time only."""


def compose(playthrough: Playthrough, *, summaries: bool = False, plain: bool = False, hints: bool = False) -> Page:
    """Return the page after the last decision. For an earlier one compose ``playthrough.at(n)``.

    With ``summaries``, scenes and results that have a summary are told by it; with ``plain``, scenes and lines that
    have plain words by those; with ``hints`` the options say which arcs they feed.
    """
    program, state = playthrough.program, playthrough.state
    move = playthrough.moves[-1]
    earlier = playthrough.moves[-2].step.state.values if playthrough.decisions else _start(program, state.values)
    story, clock = program.story, program.story.world.clock
    phase = clock.phases[state.phase].title if clock is not None and 0 <= state.phase < len(clock.phases) else ""
    origins = Origins(playthrough)
    return Page(
        number=playthrough.decisions,
        story=story.title,
        where=playthrough.where,
        phase=phase,
        chosen=chosen(playthrough, playthrough.decisions),
        blocks=blocks(origins, _news(playthrough, move), Wording(summaries=summaries, plain=plain)),
        options=options(playthrough, hints=hints),
        gauges=gauges(origins, move.step, earlier),
        ending=next((one.title for one in move.step.events if isinstance(one, Told) and one.role == "ending"), ""),
    )


def _start(program: Program, drawn: tuple[Value, ...]) -> tuple[Value, ...]:
    """The values at the very start, with the truths as they were drawn: a drawing is no change."""
    truths = {program.layout.slots[truth.id] for truth in program.story.world.truths}
    return tuple(drawn[slot] if slot in truths else value for slot, value in enumerate(program.layout.start))


def _news(playthrough: Playthrough, move: Move) -> tuple[Event, ...]:
    """What happened, without what is no news: codex entries that were known, achievements that were earned before."""
    if not any(isinstance(event, Noted) and event.kind in _ONCE for event in move.step.events):
        return move.step.events
    told: set[tuple[str, str]] = set()
    if playthrough.decisions:
        earlier = playthrough.at(playthrough.decisions - 1)
        told = {("unlock", name) for name in known_entries(earlier)}
        told |= {("achieve", name) for name in achieved(earlier)}
    news: list[Event] = []
    for event in move.step.events:
        if isinstance(event, Noted) and event.kind in _ONCE:
            if (event.kind, event.name) in told:
                continue
            told.add((event.kind, event.name))
        news.append(event)
    return tuple(news)


def achieved(playthrough: Playthrough) -> frozenset[str]:
    """The ids of the achievements earned so far in this playthrough."""
    events = (event for move in playthrough.moves for event in move.step.events)
    return frozenset(event.name for event in events if isinstance(event, Noted) and event.kind == "achieve")


def note(program: Program, player: str = "") -> tuple[Paragraph, ...]:
    """The content note, as the story begins, and what its scenes are about; empty where it has neither.

    ``player`` is what the reader wants to be called, if that is known by then.
    """
    written = () if program.note is None else draw(program.note(program.layout.start), player)
    notes = content_notes(program)
    if any(one.text for one in notes):
        told = (Paragraph(((Run(f"{one.title}. ", "strong"), Run(one.text)),)) for one in notes)
        return (*written, *told)
    if not notes:
        return written
    listed = ", ".join(one.title.lower() for one in notes)
    return (*written, Paragraph(((Run(f"Content notes: {listed}."),),)))


def content_notes(program: Program) -> tuple[ContentNote, ...]:
    """What a reader may want to know before, a theme each: as the story says them, else by what its scenes say."""
    story = program.story
    if story.themes:
        return tuple(ContentNote(id=word, text=text) for word, text in story.themes.items())
    said = (scene.content for scene in story.scenes.values() if scene.content is not None)
    return tuple(ContentNote(id=word) for word in dict.fromkeys(word for one in said for word in one.about))


def codex(playthrough: Playthrough) -> tuple[CodexPage, ...]:
    """Every codex entry, in the order written; known are those that the text so far has linked to or unlocked."""
    known = known_entries(playthrough)
    return tuple(_entry(playthrough, name, known=name in known) for name in playthrough.program.story.codex)


def met(playthrough: Playthrough, name: str) -> CodexPage | None:
    """The codex entry of a term that the text has just marked. None if there is none."""
    return _entry(playthrough, name, known=True) if name in playthrough.program.story.codex else None


def _entry(playthrough: Playthrough, name: str, *, known: bool) -> CodexPage:
    program = playthrough.program
    entry = program.story.codex[name]
    return CodexPage(
        id=name,
        title=entry.title,
        shelf=entry.shelf,
        date=entry.date,
        grade=entry.grade,
        source=entry.source,
        paragraphs=draw(program.codex[name](playthrough.state.values), playthrough.player),
        known=known,
    )


def known_entries(playthrough: Playthrough) -> frozenset[str]:
    """The ids of the entries met so far."""
    found: set[str] = set()
    for move in playthrough.moves:
        for event in move.step.events:
            if isinstance(event, Told):
                links = (strand.link for strand in event.tell(event.values))
                found.update(link.removeprefix("codex:") for link in links if link.startswith("codex:"))
            elif isinstance(event, Noted) and event.kind == "unlock":
                found.add(event.name)
    return frozenset(found)
