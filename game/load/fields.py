"""A mapping with known keys, read against its record: unknown, missing and misshapen ones are findings."""

import re
from collections.abc import Collection

from game.load import problems, text_problems
from game.load.document import Document, Entries, Items, Node, Scalar
from game.load.keys import Record
from game.load.log import Log
from game.load.meant import homes, meant
from game.model.names import is_id
from game.model.scene import Window
from game.model.world import Factor
from game.source.clean import clean_line
from game.source.limits import WHOLE
from game.source.span import Span

_CUT = re.compile(r"\s+#")
_WHOLE = re.compile(r"[+-]?\d{1,16}")
_RANGE = re.compile(r"\s*(-?\d{1,9})\s*\.\.\s*(-?\d{1,9})\s*")
_LONE_QUOTE = re.compile(r'[^\s\d]"$')
"""A mark that closes what was never opened; behind a number it means inches."""
_LISTED, _WORDED = ["do"], ["text", "title", "about"]
"""Keys behind which a list, or words, belong that stand where their mapping should."""
_NO_SPACE = re.compile(r"[a-z_]+:[^\s:/]")
_FACTOR = re.compile(r"\s*(\d{1,4})\s*(?:/\s*(\d{1,4})\s*)?")


def shape(node: Node) -> str:
    """What a node is, in an author's words."""
    if isinstance(node, Scalar):
        return "text" if node.text else "nothing"
    return "a list" if isinstance(node, Items) else "a mapping"


def _inside(node: Node, record: Record) -> str:
    """A hint for what stands where a mapping should, if it looks like what belongs into one."""
    if isinstance(node, Scalar) and _NO_SPACE.match(node.text):
        return "put a space behind the colon"
    key = next((key for key in (_LISTED if isinstance(node, Items) else _WORDED) if key in record.fields), "")
    return f"write it behind `{key}:`, inside" if key and shape(node) != "nothing" else ""


def _in_brackets(node: Node) -> str:
    """A hint for a word that stands where a list should."""
    return f"write `[{node.text}]`" if isinstance(node, Scalar) and is_id(node.text) else ""


class Fields:
    """The keys of one mapping; accessors return the default where a key is absent or at fault."""

    def __init__(self, document: Document, node: Node, record: Record, log: Log, *, name: Scalar | None = None) -> None:
        self.document = document
        self.record = record
        self.log = log
        self.at = document.span(name if name is not None else node)
        self.nodes: dict[str, Node] = {}
        if not isinstance(node, Entries):
            log.add(
                problems.wrong_shape(self.span(node), f"{record.name}: a mapping", shape(node), _inside(node, record))
            )
            self.sound = False
            return
        self.sound = True
        if node.nodes.keys() <= record.fields.keys():
            self.nodes = node.nodes
        else:
            self._take(node)
        if not self.nodes.keys() >= record.required.keys() and not document.broken_in(node):
            for name_of_key in record.required:
                if name_of_key not in self.nodes:
                    log.add(problems.missing_key(self.at, name_of_key, record.name))

    def _take(self, node: Entries) -> None:
        """Take the keys that the record has; what stands behind a misspelt one is read as what it was meant to be."""
        unknown: list[tuple[Scalar, Node]] = []
        for key, value in node.pairs:
            if key.text in self.record.fields:
                self.nodes.setdefault(key.text, value)
            else:
                unknown.append((key, value))
                known = tuple(self.record.fields)
                found = problems.unknown_key(self.span(key), key.text, self.record.name, known, homes(key.text))
                self.log.add(found)
        slips = meant((key.text for key, _ in node.pairs), self.record.fields)
        self.nodes |= {slips[key.text]: value for key, value in unknown if key.text in slips}

    @classmethod
    def holding(cls, nodes: dict[str, Node], document: Document, record: Record, log: Log) -> "Fields":
        """Fields whose nodes are already known to be keys of the record."""
        fields = cls(document, Entries(1, 1), Record(record.name, {}), log)
        fields.record = record
        fields.nodes = nodes
        return fields

    def span(self, node: Node) -> Span:
        """Where a node stands; a mapping or list is named by its first line."""
        if isinstance(node, Scalar):
            return self.document.span(node)
        return Span(self.document.name, node.line, node.column, node.line, node.column + 1)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.nodes

    def scalar(self, key: str, wanted: str = "text") -> Scalar | None:
        """The key's scalar, or None with a finding where it is something else."""
        node = self.nodes.get(key)
        return node if node is None or type(node) is Scalar else self.one(node, wanted)

    def one(self, node: Node, wanted: str) -> Scalar | None:
        """The node as a scalar, or None with a finding."""
        if isinstance(node, Scalar):
            return node
        self.log.add(problems.wrong_shape(self.span(node), wanted, shape(node)))
        return None

    def id(self, key: str) -> str:
        """An id."""
        node = self.scalar(key, "an id")
        if node is None or is_id(node.text):
            return "" if node is None else node.text
        self.log.add(problems.bad_id(self.span(node), node.text))
        return ""

    def text(self, key: str, default: str = "") -> str:
        """One line of text for players, cleaned."""
        node = self.scalar(key) if key in self.nodes else None
        if node is None:
            return default
        self.whole_text(node)
        if not node.text.strip():
            self.log.add(text_problems.empty_text(self.span(node)))
        return " ".join(clean_line(node.text).split())

    def whole_text(self, node: Scalar) -> None:
        """A plain text that YAML cut at `` #`` is a finding."""
        if node.style == "":
            lines, ends = self.document.lines, node.ends
            rest = lines[ends.line][ends.column :] if ends.line < len(lines) else ""
            if "#" in rest and _CUT.match(rest):
                line, column = node.end_line, node.end_column
                self.log.add(
                    text_problems.cut_by_hash(Span(self.document.name, line, column, line, column + len(rest)))
                )
            elif node.text.endswith('"') and _LONE_QUOTE.search(node.text) and node.text.count('"') % 2:
                line, column = node.end_line, node.end_column - 1
                self.log.add(text_problems.lone_quote(Span(self.document.name, line, column, line, column + 1)))

    def whole(self, key: str, default: int, low: int = -WHOLE, high: int = WHOLE) -> int:
        """A whole number within ``low..high``."""
        node = self.scalar(key, "a whole number")
        number = None if node is None else self.number(node, low, high, f"`{key}`")
        return default if number is None else number

    def number(self, node: Scalar, low: int, high: int, what: str) -> int | None:
        """The whole number that a scalar says, or None with a finding."""
        if not _WHOLE.fullmatch(node.text):
            self.log.add(problems.not_whole(self.span(node), node.text))
            return None
        number = int(node.text)
        if not low <= number <= high:
            self.log.add(problems.out_of_range(self.span(node), what, low, high))
            return None
        return number

    def yes_no(self, key: str, default: bool) -> bool:
        """``true`` or ``false``."""
        node = self.scalar(key, "`true` or `false`") if key in self.nodes else None
        if node is None:
            return default
        if node.text not in ("true", "false"):
            self.log.add(problems.not_yes_no(self.span(node), node.text))
            return default
        return node.text == "true"

    def word(self, key: str, words: tuple[str, ...], default: str) -> str:
        """One of a few words."""
        node = self.scalar(key, "a word")
        if node is None:
            return default
        if node.text not in words:
            self.log.add(problems.not_among(self.span(node), node.text, words))
            return default
        return node.text

    def name(self, key: str, kind: str, known: Collection[str], default: str = "") -> str:
        """A reference to something declared; an unknown one is a finding with the nearest name."""
        node = self.scalar(key, f"the name of a {kind}")
        return default if node is None else self.reference(node, kind, known) or default

    def names(self, key: str, kind: str, known: Collection[str]) -> tuple[str, ...]:
        """References to several things declared, each once."""
        nodes = (self.one(node, f"the name of a {kind}") for node in self.items(key))
        found = (self.reference(node, kind, known) for node in nodes if node is not None)
        return tuple(dict.fromkeys(name for name in found if name))

    def reference(self, node: Scalar, kind: str, known: Collection[str]) -> str:
        """The declared name that a scalar says, or nothing with a finding."""
        if node.text in known:
            return node.text
        self.log.add(problems.unknown_reference(self.span(node), kind, node.text, known))
        return ""

    def range(self, key: str, default: tuple[int, int]) -> tuple[int, int]:
        """``low..high``."""
        node = self.scalar(key, "a range")
        if node is None:
            return default
        match = _RANGE.fullmatch(node.text)
        if match is None or int(match[1]) > int(match[2]):
            self.log.add(problems.bad_range(self.span(node), node.text))
            return default
        return int(match[1]), int(match[2])

    def window(self, key: str) -> Window | None:
        """A turn, or the turns from one to another."""
        node = self.scalar(key, "a turn")
        if node is None:
            return None
        if _WHOLE.fullmatch(node.text):
            return Window(first=int(node.text), last=int(node.text), at=self.span(node))
        low, high = self.range(key, (0, -1))
        return Window(first=low, last=high, at=self.span(node)) if low <= high else None

    def factor(self, node: Node) -> Factor:
        """A fraction such as ``1/2``."""
        match = _FACTOR.fullmatch(node.text) if isinstance(node, Scalar) else None
        if match is None or match[2] == "0" * len(match[2] or "x"):
            self.log.add(problems.bad_factor(self.span(node), node.text if isinstance(node, Scalar) else shape(node)))
            return Factor(over=1, under=1)
        return Factor(over=int(match[1]), under=int(match[2] or 1))

    def items(self, key: str) -> list[Node]:
        """The nodes of a list."""
        node = self.nodes.get(key)
        if node is None:
            return []
        if isinstance(node, Items):
            return node.items
        self.log.add(problems.wrong_shape(self.span(node), "a list", shape(node), _in_brackets(node)))
        return []

    def pairs(self, key: str) -> list[tuple[Scalar, Node]]:
        """The pairs of a mapping whose keys are the author's own."""
        node = self.nodes.get(key)
        if node is None:
            return []
        if isinstance(node, Entries):
            return node.pairs
        self.log.add(problems.wrong_shape(self.span(node), "a mapping", shape(node)))
        return []

    def words(self, key: str) -> tuple[tuple[str, Scalar], ...]:
        """A list of plain words, each an id."""
        found: list[tuple[str, Scalar]] = []
        for node in self.items(key):
            text = self.one(node, "a word")
            if text is not None and is_id(text.text):
                found.append((text.text, text))
            elif text is not None:
                self.log.add(problems.bad_id(self.span(text), text.text))
        return tuple(found)
