"""Scenes and storylets from their nodes."""

from game.load import problems
from game.load.census import Declared
from game.load.choices import Level, Nest, read_call, read_choices, read_gather
from game.load.effects import consequence_at, effects
from game.load.fields import Fields
from game.load.known import Known
from game.load.prose import needed, prose, title
from game.load.schema import ENVELOPE, SCENE, STORYLET
from game.load.shelving import read_content, read_tags
from game.load.where import where
from game.model.scene import Envelope, Scene, Storylet

_MOST_WEIGHT = 100
_TIERS = 9


def read_scene(declared: Declared, known: Known) -> tuple[Scene, ...]:
    """One scene, and behind it the scenes inside it."""
    return _scene(declared.name, Fields(declared.document, declared.node, SCENE, known.log, name=declared.key), known)


def read_storylet(declared: Declared, decks: tuple[str, ...], known: Known) -> tuple[Storylet, tuple[Scene, ...]]:
    """One storylet, its scene and the scenes inside it; ``decks`` are those that some phase deals from."""
    fields = Fields(declared.document, declared.node, STORYLET, known.log, name=declared.key)
    deck = fields.scalar("deck", "the name of a deck")
    if deck is not None and deck.text not in decks:
        known.log.add(problems.unused_deck(fields.span(deck), deck.text, decks))
    scenes = _scene(declared.name, fields, known)
    return Storylet(
        scene=scenes[0],
        deck=deck.text if deck is not None else "",
        weight=fields.whole("weight", 1, 1, _MOST_WEIGHT),
        priority=fields.whole("priority", 0, -_TIERS, _TIERS),
        once=fields.yes_no("once", default=True),
        offered=fields.yes_no("offered", default=False),
        envelope=_envelope(fields, declared.name, known),
    ), scenes


def _scene(name: str, fields: Fields, known: Known) -> tuple[Scene, ...]:
    nest = Nest(name, known)
    added = tuple(known.census.added.get(name, {}).values())
    others = bool(added) or fields.has("threads")
    level = read_gather(fields, Level(name, known.way(fields, "then"), nest), others=others)
    words, heading = title(fields, known, f"{name}.title")
    scene = Scene(
        id=name,
        title=words,
        heading=heading,
        text=needed(fields, "text", known, name),
        plain=prose(fields, "plain", known, f"{name}.plain"),
        choices=read_choices(fields, level, added),
        then=level.falls,
        call=read_call(fields, known),
        threads=fields.names("threads", "scene", known.census.scenes),
        arc=fields.name("arc", "arc", known.census.names("arcs")),
        window=fields.window("at"),
        when=known.condition(fields, "when"),
        enter=effects(fields, "enter", where(fields, known, name)),
        chapter=fields.name("chapter", "chapter", known.census.names("chapters")),
        tags=read_tags(fields),
        content=read_content(fields, known, name),
        at=fields.at,
    )
    return (scene, *nest.scenes)


def _envelope(storylet: Fields, name: str, known: Known) -> Envelope | None:
    node = storylet.nodes.get("envelope")
    if node is None:
        return None
    fields = Fields(storylet.document, node, ENVELOPE, known.log)
    site = f"{name}.envelope"
    return Envelope(
        text=needed(fields, "text", known, site),
        handler=fields.name("handler", "character", known.census.names("characters")),
        likely=fields.text("likely"),
        default=consequence_at(fields, "default", where(fields, known, site)),
        at=fields.at,
    )
