"""What a story says, as one short word: equal for equal content, however its YAML is laid out or divided into files."""

from hashlib import blake2b

from game.load.census import Census
from game.load.document import Entries, Items, Node, Scalar


def fingerprint(census: Census) -> str:
    """Return 16 hexadecimal digits over every declaration; comments, layout, quoting and file names don't count."""
    found = [f"\x1e{name}\x1e" + _said(one.node) for name, one in census.header.items()]
    for layer, keys in enumerate(census.heading.each(), 1):
        found.extend(f"\x1e{layer}\x1e{name}\x1e" + _said(one.node) for name, one in keys.items())
    for key, words in census.heading.words.items():
        said = "".join(_said(one.key) + _said(one.node) for one in words.values())
        found.extend([f"\x1e{key}\x1e{{{said}}}"] if words else [])
    for section, declarations in census.sections.items():
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
    stack: list[Node | str] = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            parts.append(one)
        elif isinstance(one, Scalar):
            parts.append(one.text + "\x1f")
        elif isinstance(one, Items):
            parts.append("[")
            stack.append("]")
            stack.extend(reversed(one.items))
        elif isinstance(one, Entries):
            parts.append("{")
            stack.append("}")
            for key, value in reversed(one.pairs):
                stack.extend((value, key))
    return "".join(parts)
