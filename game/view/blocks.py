"""What happened in a step, as the blocks of a page."""

from dataclasses import dataclass

from game.engine.events import Event, Hurt, Noted, Told, TurnBegan, Word
from game.engine.program import Program
from game.engine.prose import Tell
from game.model.world import DealPhase
from game.view.chapters import chapter_before, chapter_of, part_begun
from game.view.draw import draw, draw_line, words
from game.view.ledger import ledger_line
from game.view.origins import Origins
from game.view.page import Block, BlockKind, Paragraph, Run

_PHASE_TEXTS: dict[str, BlockKind] = {"brief": "brief", "papers": "papers"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Which words a reader wants: ``summaries`` where there are some, else ``plain`` ones where there are those."""

    summaries: bool = False
    plain: bool = False

    def of(self, event: Told) -> Tell:
        """The words of a text."""
        if self.summaries and event.summary is not None:
            return event.summary
        return event.plain if self.plain and event.plain is not None else event.tell


def blocks(origins: Origins, events: tuple[Event, ...], wording: Wording) -> tuple[Block, ...]:
    """The blocks of a page, in reading order; lines of one phase stand in one block."""
    found: list[Block] = []
    chapter = chapter_before(origins.playthrough)
    for event in events:
        part = part_begun(origins.program, event)
        if part:
            found.append(Block(kind="chapter", title=part))
        begun = chapter_of(origins.program, event)
        if begun is not None and begun.id != chapter:
            chapter = begun.id
            found.append(Block(kind="chapter", title=begun.title))
        block = _block(origins, event, wording)
        if block is None:
            continue
        last = found[-1] if found else None
        joins = last is not None and block.kind == last.kind and block.kind in ("brief", "papers", "ledger", "codex")
        if joins and last is not None and (block.kind == "codex" or block.title == last.title):
            found[-1] = Block(
                kind=last.kind,
                title=last.title if block.kind != "codex" else f"{last.title}, {block.title}",
                paragraphs=last.paragraphs + block.paragraphs,
                sources=last.sources + block.sources,
                origins=last.origins + block.origins,
            )
        else:
            found.append(block)
    return tuple(found)


def _block(origins: Origins, event: Event, wording: Wording) -> Block | None:
    program = origins.program
    match event:
        case TurnBegan():
            clock = program.story.world.clock
            return Block(kind="turn", title=f"{clock.unit.capitalize() if clock else 'Turn'} {event.turn}")
        case Told():
            return _told(origins, event, wording.of(event))
        case Hurt():
            return Block(kind="ledger", paragraphs=(ledger_line(event.line),))
        case Noted():
            return _noted(program, event)
        case Word():
            return _word(program, event)
        case _:
            return None


def _told(origins: Origins, event: Told, tell: Tell) -> Block:
    program, origin = origins.program, origins.of_text(event)
    paragraphs = draw(tell(event.values), origins.playthrough.player)
    if event.role in ("brief", "papers"):
        return Block(
            kind=_PHASE_TEXTS[event.role],
            title=event.title,
            paragraphs=paragraphs,
            sources=(event.owner, *[""] * (len(paragraphs) - 1)) if paragraphs else (),
            origins=(*[None] * (len(paragraphs) - 1), origin) if paragraphs else (),
        )
    if event.role == "handled":
        told = paragraphs or _why(program, event.owner)
        return Block(kind="handled", title=_handled(origins, event), paragraphs=told)
    found = () if origin is None else (origin,)
    phase = _dealt_in(program, event.owner) if event.role == "scene" else ""
    return Block(kind=event.role, title=event.title, paragraphs=paragraphs, origins=found, phase=phase)


def _dealt_in(program: Program, name: str) -> str:
    """The title of the phase that deals a storylet without an envelope; empty of other scenes."""
    storylet = program.storylets.get(name)
    if storylet is None or storylet.envelope is not None:
        return ""
    for phase in (ready.written for ready in program.phases):
        if isinstance(phase, DealPhase) and storylet.written.deck in (*phase.decks, *(deck for deck, _ in phase.joins)):
            return phase.title
    return ""


def _why(program: Program, name: str) -> tuple[Paragraph, ...]:
    """What was done with an envelope that has no text of its own for it: the reason its changes keep, as a sentence."""
    envelope = program.storylets[name].written.envelope
    because = envelope.default.because if envelope is not None else ""
    return (Paragraph(((Run(f"{because[0].upper()}{because[1:]}."),),)),) if because else ()


def _handled(origins: Origins, event: Told) -> str:
    """Which envelope, by its title or else by the words on it, and who dealt with it."""
    storylet, player = origins.program.storylets[event.owner], origins.playthrough.player
    people = {person.id: person.name for person in origins.program.story.world.characters}
    written = storylet.written.envelope
    handler = people.get(written.handler, "") if written is not None else ""
    told = "" if storylet.envelope is None else words(draw_line(storylet.envelope.text(event.values), player))
    title = event.title or told
    return " · ".join(part.removesuffix(".") for part in (title, handler) if part)


def _noted(program: Program, event: Noted) -> Block | None:
    if event.kind == "unlock":
        return Block(kind="codex", title=program.story.codex[event.name].title)
    if event.kind == "achieve":
        achieved = program.story.achievements[event.name]
        return Block(kind="achievement", title=achieved.title, paragraphs=(Paragraph(((Run(achieved.text),),)),))
    return None


def _word(program: Program, event: Word) -> Block:
    promise = program.promises[event.promise].written
    people = {person.id: person.name for person in program.story.world.characters}
    to = people.get(promise.to, promise.to)
    clock = program.story.world.clock
    unit = clock.unit if clock else "turn"
    said = {
        "given": f"Promised to {to}: {promise.text}. By the end of {unit} {event.turn}.",
        "kept": f"Kept: {promise.text} ({to}).",
        "broken": f"Not kept: {promise.text} ({to}).",
    }[event.became]
    return Block(kind="promise", paragraphs=(Paragraph(((Run(said),),)),))
