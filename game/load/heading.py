"""The keys of a story's header, over all its files and over the stories that it extends."""

from dataclasses import dataclass, field

from game.load import problems
from game.load.document import Document, Entries, Node, Scalar
from game.load.fields import shape
from game.load.log import Log
from game.source.span import Span

_OF_ALL = ("start", "clock")
"""There is one of these for a story and all that it extends."""
_INHERITED = ("note", "player", "style")
"""Where a story has none of its own, that of the nearest story under it holds."""
_WORDS = {"sizes": "size", "renamed": "renamed id", "themes": "theme"}
"""Keys that merge word by word, each with what one word is called."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One declared thing, not yet read."""

    document: Document
    key: Scalar
    node: Node

    @property
    def name(self) -> str:
        """Its id."""
        return self.key.text

    @property
    def at(self) -> Span:
        """Where its name stands."""
        return self.document.span(self.key)


@dataclass(slots=True)
class Heading:
    """The header's keys: ``keys`` are those that hold, ``bases`` those of each story under this one, by layer.

    ``words`` are the merged ones: ``words["sizes"]["small"]``.
    """

    keys: dict[str, Declared] = field(default_factory=dict)
    bases: dict[int, dict[str, Declared]] = field(default_factory=dict)
    words: dict[str, dict[str, Declared]] = field(default_factory=lambda: {key: {} for key in _WORDS})

    def take(self, declared: Declared, log: Log) -> None:
        """Take a key of one file; one that is there already is a finding that shows both places."""
        key, layer = declared.name, declared.document.layer
        if key in _WORDS:
            self._merge(declared, log)
            return
        keys = self.keys if layer == 0 or key in _OF_ALL else self.bases.setdefault(layer, {})
        first = keys.setdefault(key, declared)
        if first is not declared:
            log.add(problems.declared_twice(declared.at, "key", key, first.at))

    def close(self, log: Log) -> None:
        """Settle what is inherited, once every key was taken. Two stories of one id are a finding."""
        ids: dict[str, Declared] = {}
        for keys in (*self.each(), self.keys):
            one = keys.get("story")
            if one is not None and isinstance(one.node, Scalar):
                first = ids.setdefault(one.node.text, one)
                if first is not one:
                    at, before = one.document.span(one.node), first.document.span(first.node)
                    log.add(problems.declared_twice(at, "story", one.node.text, before))
        for keys in self.each():
            for key in _INHERITED:
                if key in keys:
                    self.keys.setdefault(key, keys[key])

    def each(self) -> tuple[dict[str, Declared], ...]:
        """The keys of the stories under this one, the nearest first."""
        return tuple(self.bases[layer] for layer in sorted(self.bases))

    def _merge(self, declared: Declared, log: Log) -> None:
        if not isinstance(declared.node, Entries):
            at = declared.document.span(declared.node)
            log.add(problems.wrong_shape(at, "a mapping", shape(declared.node)))
            return
        words = self.words[declared.name]
        for key, node in declared.node.pairs:
            one = Declared(declared.document, key, node)
            first = words.setdefault(key.text, one)
            if first.document is not one.document:
                log.add(problems.declared_twice(one.at, _WORDS[declared.name], key.text, first.at))
