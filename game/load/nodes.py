"""YAML as nodes with places, straight from the parser's events: the one door to YAML.

No tag is resolved and nothing is guessed: every scalar is text. Anchors, aliases, merges, tags and second documents are
refused; depth and number are bounded while the events come, so that no input can hang or crash the parser. Where a
file's syntax is broken, as little as may be is set aside and reading goes on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

import yaml

from game.load import yaml_problems as problems
from game.load.document import Document, Entries, Items, Node, Scalar
from game.load.recovery import mendings
from game.source.clean import forbidden_in
from game.source.diagnostic import Diagnostic
from game.source.limits import YAML_DEPTH, YAML_NODES
from game.source.span import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SYNTAX_FAULTS = 20
_READ_AGAIN = 5_000_000  # characters parsed again, at most, to read on behind faults of syntax
_PARTED = ("simple key", "flow mapping", "flow sequence", "quoted scalar")
"""What YAML was reading when it met a fault that lies where that began, if that is on an earlier line."""
_LEFT_OUT = "<<"


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
    bad = forbidden_in(text)
    if bad is not None:
        offset, point = bad
        line = text.count("\n", 0, offset) + 1
        column = offset - (text.rfind("\n", 0, offset) + 1) + 1
        document.diagnostics.append(problems.control_character(Span(name, line, column, line, column + 1), point))
        return document
    _parse(document)
    return document


def _parse(document: Document) -> None:
    """Parse, and where the syntax is broken set as little aside as lets the rest be read."""
    tries = max(8, min(4 * _SYNTAX_FAULTS, _READ_AGAIN // max(len(document.text), 1)))
    reading = _attempt(document.name, document.text)
    while reading.fault is not None:
        document.diagnostics.append(reading.fault.diagnostic)
        ways = mendings(reading.text, reading.fault.diagnostic.at.line) if reading.fault.recoverable else ()
        best: _Reading | None = None
        for text, stand_in in ways:
            tries -= 1
            found = _attempt(document.name, text, stand_in)
            # Setting the whole entry aside is for where no smaller mending leads on.
            if (best is None and stand_in is None) or (stand_in and found.reached > (best or reading).reached):
                best = found
            if best is not None and best.fault is None:
                break
        if best is None or tries < 0:
            return
        reading = best
        if reading.stand_in:
            document.mended.add(reading.stand_in)
    document.top = reading.top
    document.diagnostics.extend(reading.faults)


@dataclass(slots=True)
class _Reading:
    """One attempt at a text; ``stand_in`` is the line whose words are not the author's, if there is one."""

    text: str
    top: Entries
    faults: list[Diagnostic]
    fault: "_SyntaxFault | None"
    stand_in: int | None

    @property
    def reached(self) -> float:
        """How far it came: the line of the fault that stopped it, or past every line."""
        return inf if self.fault is None else self.fault.diagnostic.at.line


def _attempt(name: str, text: str, stand_in: int | None = None) -> _Reading:
    faults: list[Diagnostic] = []
    try:
        return _Reading(text, _build(name, text, faults), faults, None, stand_in)
    except _SyntaxFault as fault:
        return _Reading(text, Entries(1, 1), faults, fault, stand_in)


class _SyntaxFault(Exception):
    def __init__(self, diagnostic: Diagnostic, *, recoverable: bool = True) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.recoverable = recoverable


def _events(name: str, text: str) -> Iterator[Any]:
    loader = event = None
    try:
        loader = _LOADER(text)
        while loader.check_event():
            event = loader.get_event()
            yield event
    except yaml.MarkedYAMLError as problem:
        raise _fault(name, text, problem, event) from None
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as problem:
        raise _SyntaxFault(problems.syntax(name, text, (1, 1), str(problem), 1), recoverable=False) from None
    finally:
        if loader is not None:
            loader.dispose()


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
    for event in _events(name, text):
        builder.take(event)
        if builder.documents > 1:
            faults.append(problems.second_document(_span(name, event)))
            break
    return builder.finish()


class _Builder:
    """Nodes from events, with every limit held while they come."""

    def __init__(self, name: str, faults: list[Diagnostic]) -> None:
        self.name = name
        self.faults = faults
        self.top: Node | None = None
        self.open: list[_Open] = []
        self.documents = 0
        self.count = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            start, end = event.start_mark, event.end_mark
            place = (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
            self.add(Scalar(event.value, event.style or "", place), event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            mark = event.start_mark
            make = Entries if kind is yaml.MappingStartEvent else Items
            node = make(mark.line + 1, mark.column + 1)
            self.add(node, event)
            self.open.append(_Open(node))
            if len(self.open) > YAML_DEPTH:
                raise _SyntaxFault(problems.too_deep(_span(self.name, event)))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            closed = self.open.pop().node
            closed.end_line, closed.end_column = event.end_mark.line + 1, event.end_mark.column + 1
        elif kind is yaml.AliasEvent:
            at = _span(self.name, event)
            self.faults.append(problems.alias(at))
            self.add(Scalar(f"*{event.anchor}", "", (at.line, at.column, at.end_line, at.end_column)), None)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1

    def add(self, node: Node, event: Any) -> None:
        if event is not None and (event.anchor is not None or event.tag is not None):
            self.faults.append(problems.anchor_or_tag(_span(self.name, event), event.anchor, event.tag))
        self.count += 1
        if self.count > YAML_NODES:
            raise _SyntaxFault(problems.too_many_values(_place(self.name, node)), recoverable=False)
        if not self.open:
            self.top = node
            return
        parent = self.open[-1]
        if isinstance(parent.node, Items):
            parent.node.items.append(node)
        elif parent.key is None:
            parent.key = self.as_key(parent, node)
        else:
            if parent.key.text != _LEFT_OUT:
                parent.node.pairs.append((parent.key, node))
            parent.key = None

    def as_key(self, parent: "_Open", node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            here = (node.line, node.column, node.line, node.column + 1)
            self.faults.append(problems.key_not_text(Span(self.name, *here)))
            return Scalar(_LEFT_OUT, "", here)
        if node.text == _LEFT_OUT:
            self.faults.append(problems.merge(_place(self.name, node)))
            return node
        first = parent.seen.setdefault(node.text, node)
        if first is not node:
            self.faults.append(problems.duplicate_key(_place(self.name, node), node.text, _place(self.name, first)))
        return node

    def finish(self) -> Entries:
        if isinstance(self.top, Entries):
            return self.top
        if self.top is not None and not (isinstance(self.top, Scalar) and self.top.text == ""):
            self.faults.append(problems.not_a_mapping(_place(self.name, self.top)))
        return Entries(1, 1)


class _Open:
    """A list or mapping still being read: its pending key, and the keys seen."""

    __slots__ = ("key", "node", "seen")

    def __init__(self, node: Items | Entries) -> None:
        self.node = node
        self.key: Scalar | None = None
        self.seen: dict[str, Scalar] = {}


def _place(name: str, node: Node) -> Span:
    return Span(name, node.line, node.column, node.end_line, node.end_column)


def _span(name: str, event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
