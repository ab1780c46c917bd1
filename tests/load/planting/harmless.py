"""Good stories written otherwise: comments, empty lines, quotation marks, blocks, indentation, line ends, files."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_KEY = r"^( *(?:- )?(?:goto|then|arc|deck|handler|start|about|shelf|kind)): (\w+)$"
_LIST = r"^( +)(effects|enter|do): \[([^\[\]{}'\"#]+)\]$"
_SECTION = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
Texts = dict[str, str]


def _lines(text: str, change: Callable[[str], str]) -> str:
    """The text with each line changed that is no line of a block of words."""
    written: list[str] = []
    block = -1
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (not line.strip() or indent > block):
            written.append(line)
            continue
        block = indent if re.search(r"[:-] +[|>][+-]?\d?$", line) else -1
        written.append(change(line))
    return "\n".join(written)


def _each(texts: Texts, change: Callable[[str], str]) -> Texts:
    return {name: change(text) for name, text in texts.items()}


def _sometimes(dice: random.Random, pattern: str, instead: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        return _lines(text, lambda line: re.sub(pattern, instead, line) if dice.random() < 0.5 else line)

    return change


def _indented(text: str) -> str:
    """Everything inside a section further to the right."""
    return re.sub(r"^(?= +\S)", "   ", text, flags=re.MULTILINE)


def _commented(dice: random.Random) -> Callable[[str], str]:
    def change(line: str) -> str:
        if dice.random() < 0.7 or not line.strip():
            return line
        indent = " " * (len(line) - len(line.lstrip(" ")))
        return f"{indent}# {dice.choice(['then: nowhere', 'half a: {comment', 'words'])}\n{line}"

    return lambda text: _lines(text, change)


def _divided(texts: Texts, dice: random.Random) -> Texts:
    """Some sections in files of their own; those of the header stay together."""
    found: Texts = {}
    for name, text in texts.items():
        parts = _SECTION.split(text)
        kept = [part for part in parts if dice.random() < 0.5]
        moved = [part for part in parts if part not in kept]
        found[name] = "".join(kept)
        found |= {f"part_{number}_{name.replace('/', '_')}": part for number, part in enumerate(moved)}
    return {name: text for name, text in found.items() if text.strip()}


def _turned(texts: Texts, dice: random.Random) -> Texts:
    """Sections in another order."""
    return {name: "".join(dice.sample(parts := _SECTION.split(text), len(parts))) for name, text in texts.items()}


def variants(count: int, seed: int = 7) -> Iterator[tuple[str, Texts, Texts]]:
    """So many stories written otherwise: what was done, the story as it was, and as it is now."""
    dice = random.Random(seed)
    stories = list(_stories())
    for _ in range(count):
        before = dice.choice(stories)
        ways: dict[str, Callable[[Texts], Texts]] = {
            "comments": lambda texts: _each(texts, _commented(dice)),
            "empty lines": lambda texts: _each(texts, _sometimes(dice, r"^(?=\S)", "\n\n")),
            "spaces at ends": lambda texts: _each(texts, _sometimes(dice, r"(?<=[\w:\]}])$", "   ")),
            "single quotes": lambda texts: _each(texts, _sometimes(dice, _KEY, r"\1: '\2'")),
            "double quotes": lambda texts: _each(texts, _sometimes(dice, _KEY, r'\1:   "\2"')),
            "blocks for lists": lambda texts: _each(texts, _blocks),
            "indentation": lambda texts: _each(texts, _indented),
            "another order": lambda texts: _turned(texts, dice),
            "more files": lambda texts: _divided(texts, dice),
            "line ends": lambda texts: _each(texts, lambda text: text.replace("\n", "\r\n")),
            "a mark at the start": lambda texts: _each(texts, lambda text: "\ufeff" + text),
        }
        done = [name for name in ways if dice.random() < 0.4]
        after = before
        for name in done:
            after = ways[name](after)
        yield ", ".join(done) or "nothing", before, after


def _blocks(text: str) -> str:
    def change(line: str) -> str:
        found = re.match(_LIST, line)
        if found is None:
            return line
        items = "".join(f"\n{found[1]}  - {item.strip()}" for item in found[3].split(","))
        return f"{found[1]}{found[2]}:{items}"

    return _lines(text, change)


def _stories() -> Iterator[Texts]:
    for folder in (_ROOT / "story" / "narrow_sky", _ROOT / "story" / "first_steps"):
        yield {one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in sorted(folder.rglob("*.yaml"))}
    for name in ("tray", "promises", "checks", "soft_ends", "offers", "headlines", "ways_on", "variation", "arcs"):
        yield {"story.yaml": (_ROOT / "tests" / "stories" / name / "story.yaml").read_text("utf-8")}
