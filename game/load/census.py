"""Everything declared, found before anything is read: sections merged over all files, every name with its place."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from game.load import problems
from game.load.document import At, Document, Entries, Items, Node, Scalar
from game.load.fields import shape
from game.load.heading import Declared, Heading
from game.load.log import Log
from game.load.meant import behind, meant
from game.load.schema import CHARACTER, CHECK, CHOICE, HEADER, SCENE, SECTIONS, STORYLET
from game.load.schema_effects import EFFECTS
from game.model.codex import PREVIOUSLY
from game.model.names import RESERVED, RETURN, is_id
from game.source.clean import clean_line
from game.source.span import NOWHERE, Span

__all__ = ["Census", "Declared", "take"]

_SHARED = (("scenes", "storylets"), ("meters", "facts", "truths", "characters", "conditions"))
"""Sections whose names stand in the same place of a condition or a goto, and so may not be the same."""
ONE = {
    "meters": "meter", "facts": "fact", "truths": "truth", "characters": "character", "conditions": "condition",
    "acts": "act", "arcs": "arc", "chapters": "chapter", "scenes": "scene", "storylets": "storylet", "lines": "line",
    "rules": "rule", "promises": "promise", "endings": "ending", "codas": "coda", "codex": "codex entry",
    "achievements": "achievement", "claims": "claim", "strategies": "strategy",
}  # fmt: skip
"""What one thing of a section is called."""


_AROUND_CHOICES = frozenset((*STORYLET.fields, *SCENE.fields, *CHOICE.fields, *CHECK.fields))
"""Keys beside which choices stand."""
_HAPPENS = re.compile(r"[{-] ?\w*(?:hap|app|ppe)\w*:")
"""A file without any such thing lets nothing happen, though the key be misspelt."""


@dataclass
class Census:
    """What a story declares: ``sections[section][id]``, in the order written; header keys; lines by group."""

    heading: Heading = field(default_factory=Heading)
    sections: dict[str, dict[str, Declared]] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    added: dict[str, dict[str, Declared]] = field(default_factory=dict)
    """By scene, the choices that the section ``choices`` adds to it."""
    groups: dict[str, list[Declared]] = field(default_factory=dict)
    group_places: dict[str, Span] = field(default_factory=dict)
    events: dict[str, Span] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    """The parameter of each act that has one."""

    @property
    def header(self) -> dict[str, Declared]:
        """The keys of the header that hold."""
        return self.heading.keys

    def names(self, section: str) -> Collection[str]:
        """The ids declared in a section, in the order written."""
        return self.sections[section].keys()

    @cached_property
    def scenes(self) -> Collection[str]:
        """The ids of scenes and storylets. To be asked once every section is merged."""
        return (self.sections["scenes"] | self.sections["storylets"]).keys()

    @cached_property
    def ways(self) -> Collection[str]:
        """What a ``goto`` or ``then`` can say: those, and ``return``."""
        return dict.fromkeys((*self.scenes, RETURN)).keys()

    def choices(self, scene: str) -> tuple[str, ...]:
        """The ids of a scene's choices, then of those added to it; of one inside another the whole way to it."""
        declared = self.sections["scenes"].get(scene) or self.sections["storylets"].get(scene)
        found = [] if declared is None else list(_paths(declared.node, ""))
        for name, added in self.added.get(scene, {}).items():
            found += [name, *_paths(added.node, f"{name}.")]
        return tuple(found)

    def memories(self, character: str) -> Mapping[str, str]:
        """The memories that a character declares: their words by their ids."""
        declared = self.sections["characters"].get(character)
        node = behind(declared.node, "memories", CHARACTER.fields) if declared else None
        pairs = node.pairs if isinstance(node, Entries) else ()
        return {key.text: value.text for key, value in pairs if isinstance(value, Scalar)}

    def person(self, character: str) -> str:
        """The name by which readers know a character: as declared, or its id where none is."""
        declared = self.sections["characters"][character]
        node = behind(declared.node, "name", CHARACTER.fields)
        return node.text if isinstance(node, Scalar) else character

    @property
    def printed(self) -> Collection[str]:
        """The ids of the lines that phases print."""
        before = {one.name for one in self.groups.get(PREVIOUSLY, ())}
        return [name for name in self.sections["lines"] if name not in before] if before else self.names("lines")

    @property
    def player(self) -> str:
        """What people call a reader who gave no name; empty where texts can't say it."""
        declared = self.header.get("player")
        return (
            " ".join(clean_line(declared.node.text).split()) if declared and isinstance(declared.node, Scalar) else ""
        )

    def has_choice(self, path: str) -> bool:
        """Whether ``scene.choice`` (or the whole way to an inner one) is a choice.

        What can't be called so is a finding where it stands; who asks for it by a good name is not at fault.
        """
        asked, _, choice = path.partition(".")
        scene = asked if asked in self.scenes else next((one for one in self.scenes if one.lower() == asked), "")
        return any(choice in (one, one.lower()) for one in self.choices(scene))

    def _own(self, scene: str) -> tuple[Declared, ...]:
        declared = self.sections["scenes"].get(scene) or self.sections["storylets"].get(scene)
        if declared is None or not isinstance(declared.node, Entries):
            return ()
        choices = behind(declared.node, "choices", SCENE.fields)
        pairs = choices.pairs if isinstance(choices, Entries) else ()
        return tuple(Declared(declared.document, choice, node) for choice, node in pairs)

    def add(self, scene: Declared, log: Log) -> None:
        """Add the choices of ``scene.node`` to the scene of that name. To be asked once every section is merged."""
        if scene.name not in self.scenes:
            log.add(problems.unknown_reference(scene.at, "scene", scene.name, self.scenes))
            return
        if not isinstance(scene.node, Entries):
            wanted = "choices by their ids: a mapping"
            log.add(problems.wrong_shape(scene.document.span(scene.node), wanted, shape(scene.node)))
            return
        own = {choice.name: choice for choice in self._own(scene.name)}
        added = self.added.setdefault(scene.name, {})
        for key, node in _once(scene.node.pairs):
            declared = Declared(scene.document, key, node)
            first = own.get(key.text) or added.setdefault(key.text, declared)
            if first is not declared:
                log.add(problems.declared_twice(declared.at, "choice", f"{scene.name}.{key.text}", first.at))


def _paths(node: Node, before: str) -> Iterator[str]:
    """The way to every choice below a node: ``ask``, ``ask.more``, ``ask.pass.more``, ``after.leave``."""
    pairs = node.pairs if isinstance(node, Entries) else ()
    slips = meant((key.text for key, _ in pairs), _AROUND_CHOICES)
    for key, value in pairs:
        name = slips.get(key.text, key.text)
        if name == "choices" and isinstance(value, Entries):
            for choice, inside in value.pairs:
                yield f"{before}{choice.text}"
                yield from _paths(inside, f"{before}{choice.text}.")
        elif name in ("after", "pass", "fail"):
            yield from _paths(value, f"{before}{name}.")
        elif name == "check":
            yield from _paths(value, before)


def take(documents: list[Document], log: Log, events: tuple[str, ...] | None = None) -> Census:
    """Find every declaration; twice-declared, ill-named and unknown ones go to ``log``.

    ``events`` are the names of all that can happen, where they are known already.
    """
    census = Census()
    known = (*HEADER.fields, *SECTIONS)
    additions: list[Declared] = []
    for document in documents:
        slips = meant((key.text for key, _ in document.top.pairs), known)
        for key, value in _once(document.top.pairs, *SECTIONS):
            name = key.text
            if name not in known:
                log.add(problems.unknown_key(document.span(key), name, HEADER.name, known))
                name = slips.get(name, "")
            if name in HEADER.fields:
                meant_so = Scalar(name, key.style, key.begins, key.ends)
                census.heading.take(Declared(document, meant_so, value), log)
            elif name == "choices":
                additions += [Declared(document, *pair) for pair in _mapping(document, "choices", value, log)]
            elif name in SECTIONS:
                _section(census, document, name, value, log)
        if events is None and _HAPPENS.search(document.text):
            for name, at in _events(document, document.top):
                census.events.setdefault(name, at)
    census.events |= dict.fromkeys(events or (), NOWHERE)
    census.heading.close(log)
    _same_names(census, log)
    for scene in additions:
        census.add(scene, log)
    return census


def _once(pairs: list[tuple[Scalar, Node]], *often: str) -> Iterator[tuple[Scalar, Node]]:
    """The pairs of a mapping without those whose key was there before: the parser has said so already."""
    seen: set[str] = set()
    for key, value in pairs:
        if key.text not in seen or key.text in often:
            yield key, value
        seen.add(key.text)


def _mapping(document: Document, section: str, node: Node, log: Log) -> list[tuple[Scalar, Node]]:
    """The pairs of a section; what is neither a mapping nor empty is a finding."""
    if isinstance(node, Entries):
        return node.pairs
    if not (isinstance(node, Scalar) and not node.text):
        log.add(problems.wrong_shape(document.span(node), f"`{section}`: a mapping of names", shape(node)))
    return []


def _section(census: Census, document: Document, section: str, node: Node, log: Log) -> None:
    pairs = _mapping(document, section, node, log)
    if section == "lines":
        for group, value in pairs:
            if isinstance(value, Entries):
                census.group_places.setdefault(group.text, document.span(group))
                for key, line in _once(value.pairs):
                    declared = Declared(document, key, line)
                    census.groups.setdefault(group.text, []).append(declared)
                    _declare(census, "lines", declared, log)
            else:
                log.add(problems.wrong_shape(document.span(value), "a group of lines: a mapping", shape(value)))
        return
    for key, value in _once(pairs):
        if section == "acts":
            key, parameter = _act_name(key)  # noqa: PLW2901 - `strike(size)` declares `strike`
            if parameter and not is_id(parameter):
                log.add(problems.bad_id(document.span(key), parameter))
            census.parameters.setdefault(key.text, parameter)
        _declare(census, section, Declared(document, key, value), log)


def _act_name(key: Scalar) -> tuple[Scalar, str]:
    name, _, rest = key.text.partition("(")
    parameter = rest.removesuffix(")").strip()
    ends = At(key.line - 1, key.column - 1 + len(name))
    return Scalar(name.strip(), key.style, key.begins, ends), parameter


def _declare(census: Census, section: str, declared: Declared, log: Log) -> None:
    if not is_id(declared.name):
        log.add(problems.bad_id(declared.at, declared.name))
    elif declared.name in RESERVED:
        log.add(problems.reserved(declared.at, declared.name))
    first = census.sections[section].setdefault(declared.name, declared)
    if first is not declared:
        log.add(problems.declared_twice(declared.at, ONE[section], declared.name, first.at))


def _same_names(census: Census, log: Log) -> None:
    for sections in _SHARED:
        first: dict[str, tuple[str, Declared]] = {}
        for section in sections:
            for name, declared in census.sections[section].items():
                other, earlier = first.setdefault(name, (section, declared))
                if earlier is not declared:
                    log.add(problems.same_name(declared.at, name, ONE[section], ONE[other], earlier.at))


def _events(document: Document, top: Node) -> Iterator[tuple[str, Span]]:
    """Every ``happen: name`` of a file: what ``happened(...)`` and ``about:`` may ask for."""
    stack: list[Node] = [top]
    while stack:
        node = stack.pop()
        if isinstance(node, Items):
            stack.extend(node.items)
            for effect in node.items:  # a misspelt `happen` lets it happen all the same
                if isinstance(effect, Entries) and len(effect.pairs) == 1 and effect.pairs[0][0].text not in EFFECTS:
                    value = behind(effect, "happen", EFFECTS)
                    if isinstance(value, Scalar):
                        yield value.text, document.span(value)
        elif isinstance(node, Entries):
            for key, value in node.pairs:
                if isinstance(value, Scalar):
                    if key.text == "happen":
                        yield value.text, document.span(value)
                else:
                    stack.append(value)
