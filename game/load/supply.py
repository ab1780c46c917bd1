"""What the phases of a turn ask for and what there is: decks, groups of lines, and which of two names is the slip."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.load.census import Census
from game.load.document import Entries, Items, Late, Node, Scalar
from game.load.fields import Fields
from game.load.log import Log
from game.load.meant import behind
from game.load.schema import CLOCK, DEAL_PHASE, JOIN, LINES_PHASE, SCENE_PHASE, STORYLET
from game.model.codex import PREVIOUSLY
from game.source.suggest import nearest

PHASE_KEYS = frozenset((*LINES_PHASE.fields, *DEAL_PHASE.fields, *SCENE_PHASE.fields))
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Supply:
    """``asked`` by the phases; ``known`` to whoever waits for them; ``slips``: asked for, and meant otherwise."""

    asked: tuple[str, ...]
    known: tuple[str, ...]
    slips: Mapping[str, str]
    excused: frozenset[str] = frozenset()
    """Asked for and not there, where the slip is on the other side and a finding already."""


def decks_of(census: Census) -> Supply:
    """The decks. One that is dealt and empty is the slip where several storylets wait in a deck called almost so."""
    asked = tuple(word for _, node in _phase_values(census, "deal") for word in _words(node))
    # What is read late was found sound before: no slips are in it.
    looked_into = (one.node for one in census.sections["storylets"].values() if not isinstance(one.node, Late))
    decks = (behind(node, "deck", STORYLET.fields) for node in looked_into)
    waiting = Counter(deck.text for deck in decks if isinstance(deck, Scalar))
    several = [deck for deck, many in waiting.items() if many >= _SEVERAL]  # another phase may deal from it too
    slips = _slips((deck for deck in asked if deck not in waiting), several)
    return Supply(asked, (*asked, *slips.values()), slips)


def groups_of(census: Census) -> Supply:
    """The groups of lines. Of two names almost alike the slip is in the phase, unless the phase itself is called so."""
    phases = [(name, node.text) for name, node in _phase_values(census, "lines") if isinstance(node, Scalar)]
    asked = tuple(text for _, text in phases)
    left = [group for group in census.groups if group not in asked and group != PREVIOUSLY]
    slips = _slips((text for name, text in phases if text not in census.groups and name != text), left)
    excused = frozenset(text for name, text in phases if name == text and nearest(text, left) is not None)
    return Supply(asked, (*asked, *slips.values()), slips, excused - census.groups.keys())


def _slips(asked: Iterable[str], left: list[str]) -> dict[str, str]:
    near = {name: nearest(name, left) for name in asked} if left else {}
    return {name: meant for name, meant in near.items() if meant is not None}


def _words(node: Node) -> list[str]:
    """The decks in a list; one that joins on a condition is a mapping."""
    items = node.items if isinstance(node, Items) else ()
    decks = (behind(item, "deck", JOIN.fields) if isinstance(item, Entries) else item for item in items)
    return [deck.text for deck in decks if isinstance(deck, Scalar)]


def _phase_values(census: Census, key: str) -> list[tuple[str, Node]]:
    declared = census.header.get("clock")
    if declared is None:
        return []
    fields = Fields(declared.document, declared.node, CLOCK, Log())
    phases = fields.pairs("phases")
    values = [(name.text, behind(phase, key, PHASE_KEYS)) for name, phase in phases if isinstance(phase, Entries)]
    return [(name, value) for name, value in values if value is not None]
