"""What names mean in this story: the scope of its expressions, and reading of conditions and amounts in it."""

from collections import Counter
from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass, field, replace

from game.expr.check import check
from game.expr.syntax import ExpressionError
from game.expr.types import Checked, Function, Key, OneOf, Scope, SetOf, Type, Whole, YesNo
from game.load import problems
from game.load.census import Census
from game.load.conditions import Conditions
from game.load.document import Document, Scalar
from game.load.fields import Fields
from game.load.log import Log
from game.load.narrowing import Narrowings
from game.load.places import Places
from game.model.condition import Amount, Condition
from game.model.effect import Assign, Change
from game.model.ending import MOST_WARNINGS
from game.model.story import Idle
from game.source.limits import WHOLE
from game.source.span import Span

MOST_VISITS = 99
"""Visits are counted up to this; a condition that asks for more can never hold."""

YES_NO = YesNo()
ANY_NUMBER = Whole(-WHOLE, WHOLE)

_ELSEWHERE = {
    "ended": "which ending came is known in codas and claims alone",
    "player": "a text can say what the reader is called, and nothing can ask for it",
}
"""Names that mean something in some places only, with what is said of them elsewhere."""


@dataclass(slots=True)
class Known:
    """The census, the scope made from it, and the log, handed to every reader."""

    census: Census
    log: Log
    types: Mapping[str, Type]
    sizes: Mapping[str, int]
    turns: int
    parts: Mapping[str, Checked] = field(default_factory=dict)
    """The parts of the clock, each as the condition that its name is."""
    unclear: frozenset[str] = frozenset()
    """Names whose declarations could not be read."""
    scope: Scope = field(init=False)
    used_acts: set[str] = field(init=False, default_factory=set)
    """The acts that something outside of them names."""
    effects_of_acts: int = field(init=False, default=0)
    """How many effects came from acts so far; many acts in one another could make any number."""
    held: dict[Key, Checked] = field(init=False, default_factory=dict)
    """Every condition of which something asks for how many turns it has held; inner ones before those around them."""
    changes: dict[str, Change | Assign] = field(init=False, default_factory=dict)
    """Changes by their text, of those in which nothing was found: most of a story's are written in many places."""
    _conditions: Conditions = field(init=False)
    _plans: Counter[str] = field(init=False, default_factory=Counter)
    _draws: Counter[str] = field(init=False, default_factory=Counter)
    _named_draws: dict[str, Span] = field(init=False, default_factory=dict)
    _sound: dict[tuple[str, object, int | None], Checked] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._conditions = Conditions(self.census, self.log, self.expression, self.parts)
        self.scope = Scope(
            names=self.types,
            functions=self._functions(),
            conditions=self._conditions,
            constants={},
            narrowed=Narrowings(self.census, self.types, self.log, self.condition_of),
            unclear=self.unclear,
            ticks=self.turns > 0,
            absent=_ELSEWHERE,
        )

    def _functions(self) -> dict[str, Function]:
        census = self.census
        sets = {name: found for name, found in self.types.items() if isinstance(found, SetOf)}
        memories = [f"{name}.{one}" for name in census.names("characters") for one in census.memories(name)]
        return {
            "visits": _about("a scene or storylet", census.scenes, Whole(0, MOST_VISITS)),
            "took": Function(
                "a choice, as `scene.choice`",
                lambda name: YesNo() if census.has_choice(name) else None,
                lambda: tuple(f"{scene}.{choice}" for scene in census.scenes for choice in census.choices(scene)),
            ),
            "met": _about("an arc", census.names("arcs")),
            "revealed": _about("a truth", census.names("truths")),
            "happened": _about("something that an effect lets `happen`", census.events),
            "remembers": _about("a memory, as `character.memory`", memories),
            "warnings": _about("an ending", census.names("endings"), Whole(0, MOST_WARNINGS)),
            "count": Function("a set", sets.get, lambda: tuple(sets)),
        }

    def knowing(self, **names: Type) -> "Known":
        """The same, with some names more."""
        more = copy(self)
        more.types = {**self.types, **names}
        more.scope = replace(self.scope, names=more.types)
        more.changes = {}
        more._sound = {}  # noqa: SLF001 - what was sound there may mean something else here
        return more

    def narrowings(self) -> None:
        """Read every case in which a truth is read more narrowly, so that the faults of those never asked are found."""
        for name in self.scope.narrowed:
            self.scope.narrowed[name]

    def named(self, name: str) -> Checked | None:
        """The named condition, read when it is first asked for; None where it is at fault."""
        return self._conditions.read(name)

    def expression(
        self,
        document: Document,
        node: Scalar,
        wanted: Type | None,
        constants: Mapping[str, int] | None = None,
    ) -> Checked | None:
        """Read one expression; what is wrong goes to the log at its exact place."""
        checked, faults = self.checked(node.text, wanted, constants)
        places = Places(document, node) if faults else None
        for fault in faults:
            at = places.span(fault.start, fault.end) if places else document.span(node)
            self.log.add(problems.expression(at, fault.code, fault.message, fault.hint))
        return checked

    def checked(
        self, text: str, wanted: Type | None, constants: Mapping[str, int] | None = None
    ) -> tuple[Checked | None, tuple[ExpressionError, ...]]:
        """Check a text in this story's scope; what stands in many places is checked once, where it is sound."""
        within = id(constants) if constants is self.sizes or constants is None else None
        # Ranges are not held against what is wanted, words are.
        asked: object = wanted if isinstance(wanted, OneOf) else type(wanted)
        key = (text, asked, within)
        if within is not None and key in self._sound:
            return self._sound[key], ()
        scope = self.scope if constants is None else self.scope.with_constants(constants, self._loose(constants))
        checked, faults = check(text, scope, wanted)
        if checked is not None:
            self.held.update(checked.held)
        if within is not None and checked is not None and not faults:
            self._sound[key] = checked
        return checked, faults

    def way(self, fields: Fields, key: str) -> str:
        """The scene that a key leads to, or ``return``; a misspelt one is a finding, and a way all the same."""
        node = fields.scalar(key, "the name of a scene")
        return "" if node is None else self.way_of(fields.document, node)

    def way_of(self, document: Document, node: Scalar) -> str:
        """The scene that a scalar leads to, or ``return``; a misspelt one is a finding, and a way all the same."""
        ways = self.census.ways
        if node.text in ways:
            return node.text
        if node.text in self.census.names("endings"):
            self.log.add(problems.ending_no_scene(document.span(node), node.text))
        else:
            self.log.add(problems.unknown_reference(document.span(node), "scene", node.text, ways))
        return next(iter(ways))

    def idle(self) -> tuple[Idle, ...]:
        """The acts and named conditions that nothing in the story uses. To be asked once everything is read."""
        used = {"act": self.used_acts, "condition": self._conditions.asked}
        return tuple(
            Idle(kind, name, declared.at)
            for kind, names in used.items()
            for name, declared in self.census.sections[f"{kind}s"].items()
            if name not in names
        )

    def _loose(self, constants: Mapping[str, int]) -> frozenset[str]:
        """An act's parameter: another number wherever the act is used, so that no range can be held against it."""
        return frozenset(word for word, number in constants.items() if self.sizes.get(word) != number)

    def plan(self, site: str) -> str:
        """A lasting id for the next thing planned at a site: ``the_line.one/1``."""
        self._plans[site] += 1
        return f"{site}/{self._plans[site]}"

    def draw(self, site: str) -> str:
        """A lasting id for the next draw at a site: ``the_line.one/draw``, then ``the_line.one/draw2``."""
        self._draws[site] += 1
        number = self._draws[site]
        return f"{site}/draw{number if number > 1 else ''}"

    def name_draw(self, name: str, at: Span) -> None:
        """Take the name of a draw, which no other has: saved sessions tell by it what chance answered where."""
        first = self._named_draws.setdefault(name, at)
        if first != at:
            self.log.add(problems.declared_twice(at, "draw", name, first))

    def condition(self, fields: Fields, key: str, constants: Mapping[str, int] | None = None) -> Condition | None:
        """The condition behind a key, or None; in an act's effects its parameter is a number there."""
        node = fields.scalar(key, "a condition")
        if node is None:
            return None
        return self.condition_of(fields.document, node, constants)

    def condition_of(
        self, document: Document, node: Scalar, constants: Mapping[str, int] | None = None
    ) -> Condition | None:
        """The condition that a scalar says."""
        checked = self.expression(document, node, YesNo(), constants)
        return None if checked is None else Condition(checked=checked, at=document.span(node))

    def amount(self, document: Document, node: Scalar, constants: Mapping[str, int]) -> Amount | None:
        """The amount that a scalar says; size words and an act's parameter are numbers in it."""
        checked = self.expression(document, node, ANY_NUMBER, constants)
        return None if checked is None else Amount(checked=checked)


def _about(about: str, names: Collection[str], found: Type = YES_NO) -> Function:
    """A question that every one of these names answers alike."""
    known = frozenset(names)
    return Function(about, lambda name: found if name in known else None, lambda: tuple(names))
