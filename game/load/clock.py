"""The clock and its phases, from their nodes."""

from game.load import problems
from game.load.census import Census, Declared
from game.load.document import Entries, Node, Scalar
from game.load.fields import Fields, shape
from game.load.known import Known
from game.load.log import Log
from game.load.prose import prose
from game.load.schema import CLOCK, DEAL_PHASE, LINES_PHASE, SCENE_PHASE
from game.model.names import is_id
from game.model.world import Clock, DealPhase, LinesPhase, Phase, ScenePhase

_MOST_TURNS = 1000
_MOST_DEALT = 9
_FEW_LINES = 3


def turns_of(census: Census) -> int:
    """How many turns the clock has, before it is read whole; 0 without a clock."""
    declared = census.header.get("clock")
    if declared is None:
        return 0
    return Fields(declared.document, declared.node, CLOCK, Log()).whole("turns", 1, 1, _MOST_TURNS)


def decks_of(census: Census) -> tuple[str, ...]:
    """Every deck that some phase deals from, as written."""
    return tuple(word for node in _phase_values(census, "deal") for word in _words(node))


def groups_of(census: Census) -> tuple[str, ...]:
    """Every group of lines that some phase prints, as written."""
    return tuple(node.text for node in _phase_values(census, "lines") if isinstance(node, Scalar))


def _words(node: Node) -> list[str]:
    return [] if isinstance(node, Scalar | Entries) else [item.text for item in node.items if isinstance(item, Scalar)]


def _phase_values(census: Census, key: str) -> list[Node]:
    declared = census.header.get("clock")
    if declared is None:
        return []
    fields = Fields(declared.document, declared.node, CLOCK, Log())
    return [
        value
        for _, phase in fields.pairs("phases")
        if isinstance(phase, Entries)
        for name, value in phase.pairs
        if name.text == key
    ]


def read_clock(declared: Declared, known: Known) -> Clock:
    """The clock, whole."""
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
        at=fields.at,
    )


def _phase(clock: Fields, key: Scalar, node: Node, known: Known) -> Phase | None:
    if not isinstance(node, Entries):
        known.log.add(problems.wrong_shape(clock.span(node), "a phase: a mapping", shape(node)))
        return None
    keys = {name.text for name, _ in node.pairs}
    kinds = [kind for kind in ("lines", "deal", "due") if kind in keys]
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
    return LinesPhase(
        id=name,
        title=fields.text("title"),
        lines=fields.name("lines", "group of lines", known.census.groups),
        at_most=fields.whole("at_most", _FEW_LINES, 1, _MOST_DEALT),
        one_event=fields.yes_no("one_event", default=False),
        when=known.condition(fields, "when"),
        at=fields.at,
    )


def _deal(fields: Fields, name: str, known: Known) -> DealPhase:
    hand = fields.whole("hand", 0, 1, _MOST_DEALT)
    take = fields.whole("take", 1, 1, _MOST_DEALT)
    return DealPhase(
        id=name,
        title=fields.text("title"),
        decks=tuple(word for word, _ in fields.words("deal")),
        hand=max(hand, take),
        take=take,
        text=prose(fields, "text", known, f"phases.{name}"),
        when=known.condition(fields, "when"),
        at=fields.at,
    )
