"""The manual's sample story, and pieces of it by their path: what the manual shows is what the tests load."""

from functools import cache
from pathlib import Path
from textwrap import dedent

from game.load.document import Document, Entries, Node, Scalar
from game.load.nodes import read

PATH = Path(__file__).with_name("sample.yaml")


@cache
def document() -> Document:
    """The sample story, read as nodes."""
    return read(PATH.name, PATH.read_bytes())


def excerpt(path: str) -> str:
    """The lines of the sample story at a path, as ``scenes.landing.choices``, unindented.

    A number leads into a list. What stands inside one line is shown with that whole line. Raises KeyError if there is
    no such path.
    """
    start, node = 1, _top()
    for word in path.split("."):
        inside = dict(_inside(node))
        if word not in inside:
            raise KeyError(path)
        start, node = inside[word]
    return dedent("\n".join(document().lines[start - 1 : _last(node)])).rstrip()


def _top() -> Node:
    return document().top


def _inside(node: Node) -> list[tuple[str, tuple[int, Node]]]:
    """What a mapping or a list holds: key or number, the line it begins in, the value."""
    if isinstance(node, Scalar):
        return []
    if isinstance(node, Entries):
        return [(key.text, (key.line, value)) for key, value in node.pairs]
    return [(str(index), (item.line, item)) for index, item in enumerate(node.items)]


def _last(node: Node) -> int:
    """The last line of a node. The parser ends a block where the next thing begins, so its last part is asked."""
    inside = _inside(node)
    if inside:
        return max(_last(value) for _, (_, value) in inside)
    return max(node.line, node.end_line - (1 if node.end_column == 1 else 0))
