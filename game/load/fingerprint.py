"""What a story says, as one short word: equal for equal content, however its YAML is laid out or divided into files."""

from hashlib import blake2b

from game.load.census import Census
from game.load.document import Items, Node, Scalar

_JUDGED = ("claims", "strategies")


def fingerprint(census: Census) -> str:
    """Return 16 hexadecimal digits over every declaration; comments, layout, quoting and file names don't count.

    Rules of style, claims and strategies don't either: they change nothing that is read.
    """
    found = [f"\x1e{name}\x1e" + _said(one.node) for name, one in census.header.items() if name != "style"]
    for layer, keys in enumerate(census.heading.each(), 1):
        found.extend(f"\x1e{layer}\x1e{name}\x1e" + _said(one.node) for name, one in keys.items() if name != "style")
    for key, words in census.heading.words.items():
        said = "".join(_said(one.key) + _said(one.node) for one in words.values())
        found.extend([f"\x1e{key}\x1e{{{said}}}"] if words else [])
    for section, declarations in census.sections.items():
        if section in _JUDGED:
            continue
        found.extend(f"{section}\x1e{name}\x1e" + _said(one.node) for name, one in declarations.items())
    for scene, choices in census.added.items():
        found.extend(f"choices\x1e{scene}\x1e{name}\x1e" + _said(one.node) for name, one in choices.items())
    found.extend(f"{group}\x1e{line.name}" for group, lines in census.groups.items() for line in lines)
    found.extend(f"acts\x1e{name}({parameter})" for name, parameter in census.parameters.items() if parameter)
    digest = blake2b(digest_size=8)
    for part in sorted(found):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\x1d")
    return digest.hexdigest()


def _said(node: Node) -> str:
    parts: list[str] = []
    _say(node, parts)
    return "".join(parts)


def _say(node: Node, parts: list[str]) -> None:
    """Add what a node says; nodes lie no deeper in one another than ``limits.YAML_DEPTH``."""
    if isinstance(node, Scalar):
        parts.append(node.text + "\x1f")
    elif isinstance(node, Items):
        parts.append("[")
        for item in node.items:
            _say(item, parts)
        parts.append("]")
    else:
        parts.append("{")
        for key, value in node.pairs:
            if isinstance(value, Scalar):
                parts.append(f"{key.text}\x1f{value.text}\x1f")
            else:
                parts.append(key.text + "\x1f")
                _say(value, parts)
        parts.append("}")
