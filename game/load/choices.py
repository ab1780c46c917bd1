"""Choices from their nodes; what stands inside one (more choices, a gather) becomes an inner scene of its own.

An inner scene is named by the way to it: ``scene.choice``, ``scene.choice.pass``, ``scene.after``. Nothing but the
scene that holds it can lead there.
"""

from dataclasses import dataclass, field, replace

from game.expr.compile import compile_count
from game.load import problems
from game.load.census import Declared
from game.load.document import Entries, Node, Scalar
from game.load.effects import consequence, effects
from game.load.fields import Fields
from game.load.known import Known
from game.load.prose import needed, prose
from game.load.schema import CHECK, CHOICE, FALLBACK, GATHER, OUTCOME
from game.load.shelving import read_tags
from game.load.where import Where, where
from game.model.condition import Amount
from game.model.names import is_id
from game.model.prose import Prose
from game.model.scene import Check, Choice, Consequence, Scene
from game.source.span import Span

_HUNDRED = 100


@dataclass(slots=True)
class Nest:
    """What stands inside one scene, as it is found: its inner scenes, and each path taken, with its place."""

    outer: str
    known: Known
    scenes: list[Scene] = field(default_factory=list)
    paths: dict[str, Span] = field(default_factory=dict)

    def take(self, path: str, kind: str, at: Span) -> None:
        """Take a path; one that is taken already is a finding."""
        first = self.paths.setdefault(path, at)
        if first is not at:
            self.known.log.add(problems.declared_twice(at, kind, path.rpartition(".")[2], first))


@dataclass(frozen=True, slots=True)
class Level:
    """Where choices stand: the path to them, and where those fall together that say no ``goto``."""

    path: str
    falls: str
    nest: Nest

    @property
    def known(self) -> Known:
        """What names mean here."""
        return self.nest.known


def read_choices(fields: Fields, level: Level, added: tuple[Declared, ...] = ()) -> tuple[Choice, ...]:
    """The choices behind ``choices``, in the order written, then those ``added`` to them from elsewhere."""
    own = (Declared(fields.document, key, node) for key, node in fields.pairs("choices"))
    return tuple(_choice(one, level) for one in (*own, *added))


def read_gather(fields: Fields, level: Level, *, others: bool = False) -> Level:
    """The level of the choices in these fields: with an ``after``, they fall together there.

    ``others`` says that choices come there which don't stand in these fields.
    """
    node = fields.nodes.get("after")
    if node is None:
        return level
    if not (others or fields.has("choices") or fields.has("call")):
        where_to = f"{fields.record.name} with `after`" + (" and no `call`" if "call" in fields.record.fields else "")
        level.known.log.add(problems.missing_key(fields.at, "choices", where_to))
    known, nest, path = level.known, level.nest, f"{level.path}.after"
    gather = Fields(fields.document, node, GATHER, known.log)
    nest.take(path, "place", gather.at)
    then = known.way(gather, "then") or level.falls
    inner = read_gather(gather, Level(path, then, nest))
    nest.scenes.append(
        Scene(
            id=path,
            title="",
            text=prose(gather, "text", known, path) or Prose(parts=(), at=gather.at),
            choices=read_choices(gather, inner),
            then=inner.falls,
            call=read_call(gather, known),
            within=nest.outer,
            enter=effects(gather, "enter", where(gather, known, path)),
            at=gather.at,
        )
    )
    return replace(level, falls=path)


def read_call(fields: Fields, known: Known) -> str:
    """The scene that a scene or gather calls before it goes on; it has no choices then."""
    if fields.has("call") and fields.has("choices"):
        known.log.add(problems.only_one_of(fields.at, fields.record.name, "`choices`, `call`"))
    return fields.name("call", "scene", known.census.scenes)


def _choice(declared: Declared, level: Level) -> Choice:
    known = level.known
    if not is_id(declared.name):
        known.log.add(problems.bad_id(declared.at, declared.name))
    path = f"{level.path}.{declared.name}"
    fallback = _is_fallback(declared.node)
    fields = Fields(declared.document, declared.node, FALLBACK if fallback else CHOICE, known.log, name=declared.key)
    level.nest.take(path, "choice", fields.at)
    return Choice(
        id=declared.name,
        text=Prose(parts=(), at=fields.at)
        if fallback and not fields.has("text")
        else needed(fields, "text", known, path),
        cost=prose(fields, "cost", known, path),
        when=known.condition(fields, "when"),
        requires=known.condition(fields, "requires"),
        locked=prose(fields, "locked", known, path),
        once=fields.yes_no("once", default=False),
        fallback=fields.yes_no("fallback", default=False),
        then=_followed(fields, where(fields, known, path), level),
        check=_check(fields, path, level),
        tags=read_tags(fields),
        feeds=fields.names("feeds", "arc", known.census.names("arcs")),
        at=fields.at,
    )


def _is_fallback(node: Node) -> bool:
    if not isinstance(node, Entries) or "fallback" not in node.nodes:
        return False
    return any(
        key.text == "fallback" and isinstance(value, Scalar) and value.text == "true" for key, value in node.pairs
    )


def _check(choice: Fields, path: str, level: Level) -> Check | None:
    node = choice.nodes.get("check")
    if node is None:
        return None
    known = level.known
    fields = Fields(choice.document, node, CHECK, known.log)
    odds = fields.scalar("odds", "a chance in percent")
    amount: Amount | None = None if odds is None else known.amount(fields.document, odds, known.sizes)
    if amount is None:
        return None
    if odds is not None and not amount.checked.keys and not 0 <= compile_count(amount.checked, {})(()) <= _HUNDRED:
        known.log.add(problems.out_of_range(fields.span(odds), "a chance in percent", 0, _HUNDRED))
    at = where(fields, known, path)
    return Check(
        odds=amount,
        passed=_outcome(fields, "pass", at, level),
        failed=_outcome(fields, "fail", at, level),
        at=fields.at,
    )


def _outcome(check: Fields, key: str, at: Where, level: Level) -> Consequence:
    node = check.nodes.get(key)
    if node is None:
        return Consequence(at=check.at)
    fields = Fields(check.document, node, OUTCOME, check.log)
    path = f"{at.site}.{key}"
    level.nest.take(path, "place", fields.at)
    return _followed(fields, replace(at, site=path), level)


def _followed(fields: Fields, at: Where, level: Level) -> Consequence:
    """What follows; choices in it are an inner scene that it goes on to. A call may come back to an ``after`` alone."""
    called = fields.name("call", "scene", at.known.census.scenes) if fields.has("call") else ""
    found = consequence(fields, at, called)
    inside = next((key for key in ("choices", "after") if fields.has(key)), "")
    if not inside:
        return found
    if fields.has("goto"):
        level.known.log.add(problems.only_one_of(fields.at, fields.record.name, f"`goto`, `{inside}`"))
    inner = read_gather(fields, replace(level, path=at.site))
    if inside == "after":
        return replace(found, goto=inner.falls)
    level.nest.scenes.append(
        Scene(
            id=at.site,
            title="",
            text=Prose(parts=(), at=fields.at),
            choices=read_choices(fields, inner),
            then=inner.falls,
            within=level.nest.outer,
            at=fields.at,
        )
    )
    return replace(found, goto=at.site)
