"""YAML as nodes with places, straight from the parser's events: the one door to YAML.

No tag is resolved and nothing is guessed: every scalar is text. Anchors, aliases, merges, tags and second documents are
refused; depth and number are bounded while the events come, so that no input can hang or crash the parser. Where a
file's syntax is broken, as little as may be is set aside and reading goes on.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import inf
from typing import Any

import yaml

from game.load import yaml_problems as problems
from game.load.document import At, Document, Entries, Items, Node, Scalar
from game.load.recovery import INDENT, SPACE, Mending, mendings
from game.load.text_problems import joined_emoji
from game.source.clean import forbidden_in, without_forbidden
from game.source.diagnostic import Diagnostic
from game.source.limits import YAML_DEPTH, YAML_NODES
from game.source.span import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SYNTAX_FAULTS = 20
_READ_AGAIN = 5_000_000  # characters parsed again, at most, to read on behind faults of syntax
_PARTED = ("simple key", "flow mapping", "flow sequence", "quoted scalar")
"""What YAML was reading when it met a fault that lies where that began, if that is on an earlier line."""
_LEFT_OUT = "<<"
_SIGN = "[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0f\U0001f3fb-\U0001f3ff]?"
_JOINED = re.compile(f"{_SIGN}(?:\u200d{_SIGN})+")
"""Several emoji made one by joiners between them; joiners belong to some scripts' letters too, and stay there."""


def read(name: str, data: bytes) -> Document:
    """Read one file. Never raises on any input; what is wrong stands in ``diagnostics``."""
    empty = Document(name, "", Entries(1, 1))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = problem.object[: problem.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        empty.diagnostics.append(problems.not_utf8(Span(name, line, column, line, column + 1)))
        return empty
    document = Document(name, text, Entries(1, 1))
    if not text.isascii():
        document.diagnostics.extend(_joined(document))
    _parse(document, _without_forbidden(document))
    return document


def _joined(document: Document) -> Iterator[Diagnostic]:
    for found in islice(_JOINED.finditer(document.text), _SYNTAX_FAULTS):
        line = document.text.count("\n", 0, found.start()) + 1
        column = found.start() - document.text.rfind("\n", 0, found.start())
        yield joined_emoji(Span(document.name, line, column, line, column + len(found[0])))


def _without_forbidden(document: Document) -> str:
    """The text without what no story may hold, each such character a finding; their lines count as mended."""
    text, start, line = document.text, 0, 1
    kept: list[str] = []
    while len(kept) < _SYNTAX_FAULTS and (bad := forbidden_in(text, start)) is not None:
        offset, point = bad
        line += text.count("\n", start, offset)
        column = offset - text.rfind("\n", 0, offset)
        at = Span(document.name, line, column, line, column + 1)
        document.diagnostics.append(problems.control_character(at, point))
        document.mended.add(line)
        kept.append(text[start:offset])
        start = offset + 1
    return "".join((*kept, without_forbidden(text[start:])))


def read_sound(name: str, text: str) -> Entries:
    """Read a text that is known to be sound, such as a part of one that was read before."""
    return _build(name, text, [])


def _parse(document: Document, text: str) -> None:
    """Parse the text, and where the syntax is broken set as little aside as lets the rest be read."""
    tries = max(8, min(4 * _SYNTAX_FAULTS, _READ_AGAIN // max(len(document.text), 1)))
    reading = _attempt(document.name, text)
    while reading.fault is not None:
        fault = reading.fault
        ways = mendings(reading.text, fault.diagnostic.at.line) if fault.recoverable else ()
        best: _Reading | None = None
        for way in ways:
            tries -= 1
            found = _attempt(document.name, way.text, way)
            # Setting the whole entry aside is for where no smaller mending leads on.
            if (best is None and way.line is None) or (way.line and found.reached > (best or reading).reached):
                best = found
            if best is not None and best.fault is None:
                break
        document.diagnostics.append(_said(document.name, fault.diagnostic, best.way if best else None))
        if best is None or tries < 0:
            return
        lines = zip(reading.text.split("\n"), best.text.split("\n"), strict=True)
        document.aside.update(number for number, (was, now) in enumerate(lines, 1) if was != now)
        reading = best
        if reading.way and reading.way.line:
            document.mended.add(reading.way.line)
    document.top = reading.top
    document.diagnostics.extend(reading.faults)


def _said(name: str, fault: Diagnostic, way: Mending | None) -> Diagnostic:
    """What is said of a fault: where a slip on another line made it, that slip."""
    if way is not None and way.line and way.slip == INDENT:
        return problems.odd_indent(Span(name, way.line, way.column, way.line, way.column + 1), way.meant)
    if way is not None and way.line and way.slip == SPACE:
        return problems.no_space(Span(name, way.line, way.column, way.line, way.column + 1))
    return fault


@dataclass(slots=True)
class _Reading:
    """One attempt at a text; ``way`` is how it was mended, if it was."""

    text: str
    top: Entries
    faults: list[Diagnostic]
    fault: "_SyntaxFault | None"
    way: Mending | None

    @property
    def reached(self) -> float:
        """How far it came: the line of the fault that stopped it, or past every line."""
        return inf if self.fault is None else self.fault.diagnostic.at.line


def _attempt(name: str, text: str, way: Mending | None = None) -> _Reading:
    faults: list[Diagnostic] = []
    try:
        return _Reading(text, _build(name, text, faults), faults, None, way)
    except _SyntaxFault as fault:
        return _Reading(text, Entries(1, 1), faults, fault, way)


class _SyntaxFault(Exception):
    def __init__(self, diagnostic: Diagnostic, *, recoverable: bool = True) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.recoverable = recoverable


def _fault(name: str, text: str, problem: Any, last: Any) -> _SyntaxFault:
    """What the parser met, at the place where an author would mend it; ``last`` is the event before."""
    mark = problem.problem_mark or problem.context_mark
    began = problem.context_mark or mark
    if type(last) is yaml.ScalarEvent and last.style in ("'", '"'):
        start, end = last.start_mark, last.end_mark
        if start.line < end.line == mark.line:
            return _SyntaxFault(problems.unclosed(Span(name, *_from_one(start), start.line + 1, start.column + 2)))
    if began.line < mark.line and any(part in (problem.context or "") for part in _PARTED):
        mark = began
    elif "flow node" in (problem.context or "") and last.start_mark.line < mark.line:
        mark = last.start_mark
    return _SyntaxFault(problems.syntax(name, text, _from_one(mark), problem.problem or "", began.line + 1))


def _from_one(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _build(name: str, text: str, faults: list[Diagnostic]) -> Entries:
    builder = _Builder(name, faults)
    loader = None
    try:
        loader = _LOADER(text)
        builder.read(loader.get_event)
    except yaml.MarkedYAMLError as problem:
        raise _fault(name, text, problem, builder.last) from None
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as problem:
        raise _SyntaxFault(problems.syntax(name, text, (1, 1), str(problem), 1), recoverable=False) from None
    finally:
        if loader is not None:
            loader.dispose()
    return builder.finish()


class _Builder:
    """Nodes from events, with every limit held while they come."""

    def __init__(self, name: str, faults: list[Diagnostic]) -> None:
        self.name = name
        self.faults = faults
        self.top: Node | None = None
        self.documents = 0
        self.last: Any = None
        """The event that was read last."""

    def read(self, following: Callable[[], Any]) -> None:
        """Read all events: in one loop, with what it needs at hand, for a story has tens of thousands of them."""
        scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        above: list[tuple[Entries | Items | None, Scalar | None]] = []
        inside: Entries | Items | None = None
        key: Scalar | None = None
        node: Node
        count = 0
        while True:
            self.last = event = following()
            kind = type(event)
            if kind is scalar:
                node = Scalar(event.value, event.style or "", event.start_mark, event.end_mark)
            elif kind is mapping:
                node = Entries(event.start_mark.line + 1, event.start_mark.column + 1)
            elif kind in ends and inside is not None:
                inside.end_line, inside.end_column = event.end_mark.line + 1, event.end_mark.column + 1
                inside, key = above.pop()
                continue
            elif kind is sequence:
                node = Items(event.start_mark.line + 1, event.start_mark.column + 1)
            elif kind is yaml.AliasEvent:
                node = self.alias(event)
            elif self.ends(event):
                return
            else:
                continue
            if event.anchor is not None or event.tag is not None:
                self.refuse(event)
            count += 1
            if count > YAML_NODES:
                raise _SyntaxFault(problems.too_many_values(_place(self.name, node)), recoverable=False)
            if key is not None and type(inside) is Entries:
                if key.text != _LEFT_OUT:
                    inside.pairs.append((key, node))
                    inside.nodes.setdefault(key.text, node)
                key = None
            elif type(inside) is Entries:
                key = self.key(inside, node)
            elif type(inside) is Items:
                inside.items.append(node)
            else:
                self.top = node
            if kind is not scalar and not isinstance(node, Scalar):
                above.append((inside, key))
                inside, key = node, None
                if len(above) > YAML_DEPTH:
                    raise _SyntaxFault(problems.too_deep(_span(self.name, event)))

    def ends(self, event: Any) -> bool:
        """Whether nothing is read behind an event that is no node."""
        self.documents += type(event) is yaml.DocumentStartEvent
        if self.documents > 1:
            self.faults.append(problems.second_document(_span(self.name, event)))
        return self.documents > 1 or type(event) is yaml.StreamEndEvent

    def refuse(self, event: Any) -> None:
        if type(event) is not yaml.AliasEvent:
            self.faults.append(problems.anchor_or_tag(_span(self.name, event), event.anchor, event.tag))

    def alias(self, event: Any) -> Scalar:
        self.faults.append(problems.alias(_span(self.name, event)))
        return Scalar(f"*{event.anchor}", "", event.start_mark, event.end_mark)

    def key(self, parent: Entries, node: Node) -> Scalar:
        if type(node) is not Scalar:
            line, column = node.line, node.column
            self.faults.append(problems.key_not_text(Span(self.name, line, column, line, column + 1)))
            return Scalar(_LEFT_OUT, "", At(line - 1, column - 1), At(line - 1, column))
        if node.text == _LEFT_OUT:
            self.faults.append(problems.merge(_place(self.name, node)))
        elif node.text in parent.nodes:
            first = next(key for key, _ in parent.pairs if key.text == node.text)
            self.faults.append(problems.duplicate_key(_place(self.name, node), node.text, _place(self.name, first)))
        return node

    def finish(self) -> Entries:
        if isinstance(self.top, Entries):
            return self.top
        if self.top is not None and not (isinstance(self.top, Scalar) and self.top.text == ""):
            self.faults.append(problems.not_a_mapping(_place(self.name, self.top)))
        return Entries(1, 1)


def _place(name: str, node: Node) -> Span:
    return Span(name, node.line, node.column, node.end_line, node.end_column)


def _span(name: str, event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
