"""The clock and its phases, from their nodes."""

from game.load import problems
from game.load.census import Census, Declared
from game.load.document import Entries, Node, Scalar
from game.load.fields import Fields, shape
from game.load.known import Known
from game.load.log import Log
from game.load.meant import meant
from game.load.prose import prose
from game.load.schema import CLOCK, DEAL_PHASE, JOIN, LINES_PHASE, SCENE_PHASE
from game.load.supply import PHASE_KEYS, decks_of, groups_of
from game.model.codex import PREVIOUSLY
from game.model.condition import Condition
from game.model.names import is_id
from game.model.world import Clock, DealPhase, LinesPhase, Part, Phase, ScenePhase

_MOST_TURNS = 1000
_MOST_DEALT = 9
_FEW_LINES = 3
_KINDS = ("lines", "deal", "due")
"""The key that says what kind of phase it is."""


def turns_of(census: Census) -> int:
    """How many turns the clock has, before it is read whole; 0 without a clock."""
    declared = census.header.get("clock")
    if declared is None:
        return 0
    return Fields(declared.document, declared.node, CLOCK, Log()).whole("turns", 1, 1, _MOST_TURNS)


def read_clock(declared: Declared, known: Known, parts: tuple[Part, ...]) -> Clock:
    """The clock, whole; its parts were read before, since conditions know them."""
    fields = Fields(declared.document, declared.node, CLOCK, known.log, name=declared.key)
    phases: list[Phase] = []
    for key, node in fields.pairs("phases"):
        if not is_id(key.text):
            known.log.add(problems.bad_id(fields.span(key), key.text))
        phase = _phase(fields, key, node, known)
        if phase is not None:
            phases.append(phase)
    return Clock(
        unit=fields.text("unit", "turn"),
        turns=fields.whole("turns", 1, 1, _MOST_TURNS),
        starts=fields.text("starts"),
        phases=tuple(phases),
        parts=parts,
        at=fields.at,
    )


def _phase(clock: Fields, key: Scalar, node: Node, known: Known) -> Phase | None:
    if not isinstance(node, Entries):
        known.log.add(problems.wrong_shape(clock.span(node), "a phase: a mapping", shape(node)))
        return None
    keys = {name.text for name, _ in node.pairs}
    kinds = [kind for kind in _KINDS if kind in keys]
    if not kinds:
        kinds = [kind for kind in meant(keys, PHASE_KEYS).values() if kind in _KINDS]
    if len(kinds) != 1:
        known.log.add(problems.one_of(clock.span(key), "a phase", "`lines`, `deal`, `due`"))
        return None
    if kinds[0] == "lines":
        return _lines(Fields(clock.document, node, LINES_PHASE, known.log, name=key), key.text, known)
    if kinds[0] == "deal":
        return _deal(Fields(clock.document, node, DEAL_PHASE, known.log, name=key), key.text, known)
    fields = Fields(clock.document, node, SCENE_PHASE, known.log, name=key)
    fields.word("due", ("first",), "first")
    return ScenePhase(
        id=key.text,
        title=fields.text("title"),
        arcs=fields.word("else", ("arcs", "nothing"), "nothing") == "arcs",
        when=known.condition(fields, "when"),
        at=fields.at,
    )


def _lines(fields: Fields, name: str, known: Known) -> LinesPhase:
    there = (known.census.groups.keys() | groups_of(known.census).excused) - {PREVIOUSLY}
    return LinesPhase(
        id=name,
        title=fields.text("title"),
        lines=fields.name("lines", "group of lines", there),
        at_most=fields.whole("at_most", _FEW_LINES, 1, _MOST_DEALT),
        one_event=fields.yes_no("one_event", default=False),
        when=known.condition(fields, "when"),
        at=fields.at,
    )


def _decks(fields: Fields, known: Known) -> list[tuple[str, Scalar, Condition | None]]:
    """The decks dealt from, each with its place, and for one that joins the condition."""
    found: list[tuple[str, Scalar, Condition | None]] = []
    for node in fields.items("deal"):
        join = Fields(fields.document, node, JOIN, known.log) if isinstance(node, Entries) else None
        when = None if join is None else known.condition(join, "when")
        deck = fields.one(node, "the name of a deck") if join is None else join.scalar("deck", "the name of a deck")
        if deck is not None and is_id(deck.text):
            found.append((deck.text, deck, when))
        elif deck is not None:
            known.log.add(problems.bad_id(fields.span(deck), deck.text))
    return found


def _deal(fields: Fields, name: str, known: Known) -> DealPhase:
    slips = decks_of(known.census).slips
    decks = _decks(fields, known)
    for word, node, _ in decks:
        if word in slips:
            known.log.add(problems.empty_deck(fields.span(node), word, slips[word]))
    hand = fields.whole("hand", 0, 1, _MOST_DEALT)
    take = fields.whole("take", 1, 1, _MOST_DEALT)
    return DealPhase(
        id=name,
        title=fields.text("title"),
        decks=tuple(word for word, _, _ in decks),
        joins=tuple((word, when) for word, _, when in decks if when is not None),
        hand=max(hand, take),
        take=take,
        text=prose(fields, "text", known, f"phases.{name}"),
        when=known.condition(fields, "when"),
        at=fields.at,
    )
