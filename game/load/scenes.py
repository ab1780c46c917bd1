"""Scenes, choices and storylets from their nodes."""

from game.load import problems
from game.load.census import Declared
from game.load.effects import consequence, consequence_at, effects
from game.load.fields import Fields
from game.load.known import Known
from game.load.prose import needed, prose
from game.load.schema import CHECK, CHOICE, ENVELOPE, SCENE, STORYLET
from game.load.where import where
from game.model.condition import Amount
from game.model.names import is_id
from game.model.scene import Check, Choice, Envelope, Scene, Storylet

_MOST_WEIGHT = 100
_TIERS = 9


def read_scene(declared: Declared, known: Known) -> Scene:
    """One scene."""
    return _scene(declared.name, Fields(declared.document, declared.node, SCENE, known.log, name=declared.key), known)


def read_storylet(declared: Declared, decks: tuple[str, ...], known: Known) -> Storylet:
    """One storylet; ``decks`` are those that some phase deals from."""
    fields = Fields(declared.document, declared.node, STORYLET, known.log, name=declared.key)
    deck = fields.scalar("deck", "the name of a deck")
    if deck is not None and deck.text not in decks:
        known.log.add(problems.unused_deck(fields.span(deck), deck.text, decks))
    return Storylet(
        scene=_scene(declared.name, fields, known),
        deck=deck.text if deck is not None else "",
        weight=fields.whole("weight", 1, 1, _MOST_WEIGHT),
        priority=fields.whole("priority", 0, -_TIERS, _TIERS),
        once=fields.yes_no("once", default=True),
        envelope=_envelope(fields, declared.name, known),
    )


def _scene(name: str, fields: Fields, known: Known) -> Scene:
    site = where(fields, known, name)
    own = (Declared(fields.document, key, node) for key, node in fields.pairs("choices"))
    added = known.census.added.get(name, {}).values()
    return Scene(
        id=name,
        title=fields.text("title"),
        text=needed(fields, "text", known, name),
        choices=tuple(_choice(one, name, known) for one in (*own, *added)),
        then=fields.name("then", "scene", known.census.scenes),
        arc=fields.name("arc", "arc", known.census.names("arcs")),
        window=fields.window("at"),
        when=known.condition(fields, "when"),
        enter=effects(fields, "enter", site),
        at=fields.at,
    )


def _choice(declared: Declared, scene: str, known: Known) -> Choice:
    if not is_id(declared.name):
        known.log.add(problems.bad_id(declared.at, declared.name))
    site = f"{scene}.{declared.name}"
    fields = Fields(declared.document, declared.node, CHOICE, known.log, name=declared.key)
    return Choice(
        id=declared.name,
        text=needed(fields, "text", known, site),
        cost=prose(fields, "cost", known, site),
        when=known.condition(fields, "when"),
        requires=known.condition(fields, "requires"),
        locked=prose(fields, "locked", known, site),
        once=fields.yes_no("once", default=False),
        then=consequence(fields, where(fields, known, site)),
        check=_check(fields, site, known),
        at=fields.at,
    )


def _check(choice: Fields, site: str, known: Known) -> Check | None:
    node = choice.nodes.get("check")
    if node is None:
        return None
    fields = Fields(choice.document, node, CHECK, known.log)
    odds = fields.scalar("odds", "a chance in percent")
    amount: Amount | None = None if odds is None else known.amount(fields.document, odds, known.sizes)
    if amount is None:
        return None
    at = where(fields, known, site)
    return Check(
        odds=amount,
        passed=consequence_at(fields, "pass", at),
        failed=consequence_at(fields, "fail", at),
        at=fields.at,
    )


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
