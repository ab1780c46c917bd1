"""What judges of a story go by, from its nodes: claims and strategies. Nothing of it changes what is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from game.expr.types import Function, OneOf, Type, Whole
from game.load import judged_problems, problems
from game.load.census import Census, Declared
from game.load.document import Entries, Node, Scalar
from game.load.fields import Fields
from game.load.known import Known
from game.load.meant import behind
from game.load.schema import METER
from game.load.schema_judged import CLAIM, PREFERENCE, STRATEGY
from game.load.supply import decks_of
from game.model.claim import KINDS, Claim
from game.model.lazily import Lazily
from game.model.strategy import GENERAL, LIKINGS, Preference, Strategy

_PROMISE = Whole(0, 3, (("ungiven", 0), ("open", 1), ("kept", 2), ("broken", 3)))
"""How a promise stands, as the engine counts it."""
_COUNTED = {"meter": ("by", "score")}
_OTHERS = ("score", "by")
"""The key of the points, and the one that has no place beside it."""
_MOST_POINTS = 1000


@dataclass(frozen=True, slots=True)
class Judged:
    """A story's claims and strategies. ``early`` are the sections that ask for how long something has held."""

    claims: Mapping[str, Claim]
    strategies: Mapping[str, Strategy]
    early: tuple[str, ...]


def read_judged(census: Census, known: Known) -> Judged:
    """Read them all; nothing is done for a section that isn't there."""
    early: list[str] = []
    counted = len(known.held)
    claims = {one.id: one for one in _claims(census, known)}
    early += ["claims"] if len(known.held) > counted else []
    counted = len(known.held)
    strategies = {one.id: one for one in _strategies(census, known)}
    early += ["strategies"] if len(known.held) > counted else []
    return Judged(claims, strategies, tuple(early))


def late_judged(census: Census, known: Known, early: tuple[str, ...]) -> Judged:
    """Those of a story known to be sound, read when they are asked for."""
    claims, strategies = census.sections["claims"], census.sections["strategies"]
    found = Judged(
        Lazily(claims.keys(), lambda name: _sound(read_claim(claims[name], _of_claims(census, known)))),
        Lazily(strategies.keys(), lambda name: read_strategy(strategies[name], _of_strategies(census, known))),
        early,
    )
    for section in early:
        # What has held so long is counted from a story's beginning.
        tuple((found.claims if section == "claims" else found.strategies).values())
    return found


def read_claim(declared: Declared, known: Known) -> Claim | None:
    """One claim, or None where what it says could not be read; ``known`` must know ``ended`` and ``promise``."""
    if isinstance(declared.node, Scalar) and declared.node.text:
        at = declared.document.span(declared.node)
        known.log.add(
            problems.wrong_shape(at, "a claim: a mapping", "text", f"write `{{always: {declared.node.text}}}`")
        )
        return None
    fields = Fields(declared.document, declared.node, CLAIM, known.log, name=declared.key)
    said = [kind for kind in KINDS if fields.has(kind)]
    if fields.sound and len(said) != 1:
        known.log.add(problems.one_of(fields.at, "a claim", ", ".join(f"`{kind}`" for kind in KINDS)))
    conditions = {key: known.condition(fields, key) for key in (*said, "after", "before")}
    because = fields.text("because")
    what = conditions.get(said[0]) if len(said) == 1 else None
    if what is None:
        return None
    return Claim(
        id=declared.name,
        kind=next(kind for kind in KINDS if kind == said[0]),
        what=what,
        after=conditions["after"],
        before=conditions["before"],
        because=because,
        at=fields.at,
    )


def read_strategy(declared: Declared, known: Known) -> Strategy:
    """One strategy; ``known`` must know ``promise``."""
    fields = Fields(declared.document, declared.node, STRATEGY, known.log, name=declared.key)
    if declared.name in GENERAL:
        known.log.add(judged_problems.general_reader(fields.at, declared.name))
    prefers = (_preference(fields, node, known) for node in fields.items("prefers"))
    return Strategy(
        id=declared.name,
        title=fields.text("title", declared.name),
        about=fields.text("about"),
        prefers=tuple(one for one in prefers if one is not None),
        steady=fields.whole("steady", 100, 0, 100),
        at=fields.at,
    )


def _preference(strategy: Fields, node: Node, known: Known) -> Preference | None:
    fields = Fields(strategy.document, node, PREFERENCE, known.log)
    said = [key for key in LIKINGS if fields.has(key)]
    when = known.condition(fields, "when")
    if not fields.sound:
        return None
    if len(said) != 1:
        known.log.add(problems.one_of(fields.at, "a preference", ", ".join(f"`{key}`" for key in LIKINGS)))
        return None
    likes = said[0]
    wanted, other = _COUNTED.get(likes, _OTHERS)
    of = f"a preference for a {likes}" if likes != "arc" else "a preference for an arc"
    misplaced = next((key for key, _ in node.pairs if key.text == other), None) if isinstance(node, Entries) else None
    if misplaced is not None:
        known.log.add(problems.unknown_key(fields.span(misplaced), other, of, (wanted,)))
    elif not fields.has(wanted):
        known.log.add(problems.missing_key(fields.at, wanted, of))
    name, points = _named(fields, likes, known), fields.whole(wanted, 0, -_MOST_POINTS, _MOST_POINTS)
    return Preference(likes=likes, name=name, points=points, when=when, at=fields.at) if name else None


def _named(fields: Fields, likes: str, known: Known) -> str:
    """What is preferred; a misspelt one is a finding. Tags are looked for once every scene is read."""
    census = known.census
    match likes:
        case "meter":
            return _meter(fields, known)
        case "tag":
            return fields.id("tag")
        case "choice":
            node = fields.scalar("choice", "a choice, as `scene.choice`")
            if node is not None and not census.has_choice(node.text):
                every = [f"{scene}.{choice}" for scene in census.scenes for choice in census.choices(scene)]
                return fields.reference(node, "choice", every)
            return "" if node is None else node.text
        case "storylet":
            return fields.name("storylet", "storylet", census.names("storylets"))
        case "deck":
            return fields.name("deck", "deck", decks_of(census).known)
        case _:
            return fields.name("arc", "arc", census.names("arcs"))


def _meter(fields: Fields, known: Known) -> str:
    """A meter that choices tell of."""
    name = fields.name("meter", "meter", known.census.names("meters"))
    if name:
        declared = known.census.sections["meters"][name]
        shown = behind(declared.node, "shown", METER.fields)
        if isinstance(shown, Scalar) and shown.text == "never":
            known.log.add(judged_problems.unseen_meter(fields.span(fields.nodes["meter"]), name))
    return name


def _claims(census: Census, known: Known) -> Iterator[Claim]:
    declared = census.sections["claims"].values()
    if declared:
        asking = _of_claims(census, known)
        yield from (claim for one in declared if (claim := read_claim(one, asking)) is not None)


def _strategies(census: Census, known: Known) -> Iterator[Strategy]:
    declared = census.sections["strategies"].values()
    if declared:
        asking = _of_strategies(census, known)
        yield from (read_strategy(one, asking) for one in declared)


def _of_claims(census: Census, known: Known) -> Known:
    return _asking(census, known, ended=OneOf(tuple(census.names("endings"))))


def _of_strategies(census: Census, known: Known) -> Known:
    return _asking(census, known)


def _asking(census: Census, known: Known, **names: Type) -> Known:
    """What judges may ask besides what everything else may: how a promise stands, and what has these names."""
    promises = census.names("promises")
    asked = Function("a promise", lambda name: _PROMISE if name in promises else None, lambda: tuple(promises))
    more = known.knowing(**names)
    more.scope = replace(more.scope, functions={**more.scope.functions, "promise": asked})
    return more


def _sound(claim: Claim | None) -> Claim:
    assert claim is not None
    return claim
