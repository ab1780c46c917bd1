"""Dealing storylets, and choosing the short texts of a phase."""

from game.engine.draft import PHASES, Draft
from game.engine.events import Dealt, Role, Told
from game.engine.luck import NOTHING, Outcome, Site
from game.engine.program import Program, ReadyLine, ReadyLines, ReadyPhase, ReadyStorylet
from game.expr.compile import Values
from game.expr.types import Value
from game.model.world import DealPhase, LinesPhase

_NO_MORE = Outcome(NOTHING, 0)


def deal(program: Program, draft: Draft, ready: ReadyPhase, phase: DealPhase) -> tuple[str, ...]:
    """Deal a hand: what was put on offer, then by priority tier, unseen before seen, then by weight.

    What was put on offer is asked of nobody; every other card is one question to luck.

    Every storylet that may come is among the outcomes; those of a lower tier have weight 0, so that chance never picks
    them and a journal's record still can; so is that nothing more is dealt.
    """
    values: Values = draft.values
    decks = [deck for deck in phase.decks if deck not in ready.joins or ready.joins[deck](values)]
    pool = [one for deck in decks for one in program.decks.get(deck, ()) if _may_come(one, values)]
    hand: list[str] = []
    if draft.offered:
        may = {one.id for one in pool}
        hand = [name for name in draft.offered if name in may][: phase.hand]
    tiered = [(_tier(one, draft), one) for one in pool if not one.written.offered and one.id not in hand]
    site = Site(phase.id, draft.turn)
    while tiered and len(hand) < phase.hand:
        top = max(tier for tier, _ in tiered)
        outcomes = [Outcome(one.id, one.written.weight if tier == top else 0) for tier, one in tiered]
        name = draft.luck(site, (*outcomes, _NO_MORE))
        if name == NOTHING:
            break
        hand.append(name)
        tiered = [each for each in tiered if each[1].id != name]
    for name in hand:
        slot = program.storylets[name].dealt
        if slot is not None:
            draft.values[slot] = True
    if draft.offered:
        draft.offered = [name for name in draft.offered if name not in hand and not _is_over(program, name, values)]
    if hand:
        draft.events.append(Dealt(phase.id, tuple(hand)))
    return tuple(hand)


def _tier(one: ReadyStorylet, draft: Draft) -> tuple[int, bool]:
    return one.written.priority, one.id not in draft.before


def _is_over(program: Program, name: str, values: Values) -> bool:
    """Whether a storylet has come and comes no more."""
    dealt = program.storylets[name].dealt
    return dealt is not None and bool(values[dealt])


def _may_come(one: ReadyStorylet, values: Values) -> bool:
    return not (one.dealt is not None and values[one.dealt]) and (one.when is None or one.when(values))


def tell_lines(program: Program, draft: Draft, phase: LinesPhase) -> None:
    """Tell the lines of a phase: those that came due first, then by priority and the order written.

    What came due is sure to be told: where there is no room for it now, it waits for the next time.
    """
    group = program.lines[phase.lines]
    planned: dict[str, str] = {}
    for plan in draft.lines:
        planned.setdefault(program.plans[plan].written.line, plan)
    forced = [group.by_id[name] for name in planned if name in group.by_id][: phase.at_most]
    if forced:
        told = {line.written.id for line in forced}
        draft.lines = [name for name in draft.lines if program.plans[name].written.line not in told]
    others = _that_may_be_told(group, draft)
    if planned:
        others = [line for line in others if line.written.id not in planned]
    chosen = forced + (_one_event(others, forced) if phase.one_event else _one_each(others, forced))
    values = tuple(draft.values)
    role: Role = "papers" if phase.one_event else "brief"
    for line in chosen[: phase.at_most]:
        if line.shown is not None:
            draft.values[line.shown] = True
        draft.tell_line(_told(program, role, phase.title, line, values, plan=planned.get(line.written.id, "")))
        if line.warn is not None:
            line.warn(draft)


def _told(program: Program, role: Role, title: str, line: ReadyLine, values: tuple[Value, ...], *, plan: str) -> Told:
    """The event of a line that is told, perhaps because it was planned."""
    kind = program.plans[plan].written.kind if plan else ""
    written = line.written
    kind = kind or written.kind
    return Told(role, title, written.source, line.text, values, plan, kind, written.about, None, line.plain)


def _that_may_be_told(group: ReadyLines, draft: Draft) -> list[ReadyLine]:
    """The lines that nobody has to plan and that may be told now.

    What a line is about must have happened since these lines were last told: the same phase of the turn before.
    """
    values: Values = draft.values
    since = draft.time - PHASES
    return [
        line
        for line in group.free
        if (line.event is None or (values[line.event] and values[line.event] >= since))
        and (line.when is None or line.when(values))
        and (line.shown is None or not values[line.shown])
    ]


def _one_each(lines: list[ReadyLine], before: list[ReadyLine]) -> list[ReadyLine]:
    """At most one line about each event, and none about those that ``before`` speaks of."""
    seen = {line.written.about for line in before}
    found: list[ReadyLine] = []
    for line in lines:
        about = line.written.about
        if not about or about not in seen:
            seen.add(about)
            found.append(line)
    return found


def _one_event(lines: list[ReadyLine], before: list[ReadyLine]) -> list[ReadyLine]:
    """The lines about the event with the most pressing one, then the most to say; each from another source.

    Nor does a source speak here that spoke in ``before``.
    """
    events: dict[str, list[ReadyLine]] = {}
    for line in lines:
        events.setdefault(line.written.about, []).append(line)
    if not events:
        return []

    def pressing(about: str) -> tuple[bool, int, int]:
        told = events[about]
        return (
            bool(about),
            max(line.written.priority for line in told),
            len({line.written.source for line in told}),
        )

    best = max(events, key=pressing)
    sources = {line.written.source for line in before}
    found: list[ReadyLine] = []
    for line in events[best]:
        if line.written.source not in sources:
            sources.add(line.written.source)
            found.append(line)
    return found
