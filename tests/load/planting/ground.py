"""Where faults are planted: a copy of the slice in memory, and what a kind of fault is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from planting.companion import companion

from game.analysis.lint import lint
from game.load.files import SourceFile
from game.load.pipeline import load
from game.source.diagnostic import Diagnostic

_CAMPAIGN = Path(__file__).parents[3] / "story" / "narrow_sky"
PLACES = 10
"""In so many places each kind is planted."""

Put = Callable[[re.Match[str], int], tuple[str, int]]
"""From a place and its number to what stands there instead, and where in that the fault begins."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mistake: where it can be made, what is written there, and the code of what is found."""

    name: str
    code: str
    pattern: str
    put: Put
    inside: str = ""
    """Only in sources whose name holds this."""


@dataclass(frozen=True, slots=True)
class Planted:
    """The sources with one fault in them, and the place where it should be found."""

    sources: dict[str, str]
    source: str
    line: int
    column: int


@cache
def ground() -> dict[str, str]:
    """The slice, whole and good: texts by file name."""
    files = sorted(path for path in _CAMPAIGN.rglob("*.yaml") if path.name != "style.yaml")
    texts = {path.relative_to(_CAMPAIGN).as_posix(): path.read_text("utf-8") for path in files}
    return texts | {"z_companion.yaml": companion()}


@cache
def words() -> frozenset[str]:
    """Every word of the slice: no misspelling may be one of them."""
    return frozenset(re.findall(r"\w+", "\n".join(ground().values())))


def plant(kind: Kind, places: int = PLACES) -> Iterator[Planted]:
    """The kind, in so many places, spread over all there are; where there are fewer, differently in one place."""
    found = [
        (source, match)
        for source, text in ground().items()
        if kind.inside in source
        for match in re.finditer(kind.pattern, text, re.MULTILINE)
    ]
    assert found, f"nowhere to plant `{kind.name}`"
    for number in range(places):
        source, match = found[number * len(found) // places if len(found) >= places else number % len(found)]
        text = ground()[source]
        written, offset = kind.put(match, number)
        planted = text[: match.start()] + written + text[match.end() :]
        at = match.start() + offset
        line = planted.count("\n", 0, at) + 1
        column = at - (planted.rfind("\n", 0, at) + 1) + 1
        yield Planted(ground() | {source: planted}, source, line, column)


def judged(sources: dict[str, str]) -> tuple[Diagnostic, ...]:
    """Everything that ``check`` says about these sources."""
    loaded = load([SourceFile(name, text.encode("utf-8", "surrogatepass")) for name, text in sources.items()])
    advice = lint(loaded.story, loaded.texts) if loaded.story is not None and loaded.playable else ()
    return (*loaded.diagnostics, *advice)


def misspelt(word: str, number: int) -> str:
    """A slip of the pen in ``word``; another for another number; never another word of the slice."""
    middle = 1 + number % max(len(word) - 1, 1)
    slips = [
        word[:middle] + word[middle + 1 :],
        word[:middle] + word[middle : middle + 1] * 2 + word[middle + 1 :],
        word[: middle - 1] + word[middle : middle + 1] + word[middle - 1] + word[middle + 1 :],
        word + "s",
        word[:middle] + "q" + word[middle:],
        word + "q" * (2 + number),
    ]
    start = number % 5
    return next(slip for slip in slips[start:] + slips if slip not in words() and slip.strip("_"))


def slip(match: re.Match[str], number: int) -> tuple[str, int]:
    """The name in group 1, misspelt; behind a ``:`` or a ``.`` only what follows is."""
    before, after = match[0][: match.start(1) - match.start()], match[0][match.end(1) - match.start() :]
    head, sign, tail = re.fullmatch(r"(.*?)([:.]?)(\w+)", match[1]).groups()
    return before + head + sign + misspelt(tail, number) + after, len(before)


def instead(*written: str, at: int = 0) -> Put:
    """One of these in the place of group 1 (``\\1`` in it is what stood there); the fault begins ``at`` in it."""

    def put(match: re.Match[str], number: int) -> tuple[str, int]:
        before, after = match[0][: match.start(1) - match.start()], match[0][match.end(1) - match.start() :]
        return before + written[number % len(written)].replace("\\1", match[1]) + after, len(before) + at

    return put


def marked(*written: str) -> Put:
    """Like ``instead``, with the place where the fault begins marked by ⟦."""

    def put(match: re.Match[str], number: int) -> tuple[str, int]:
        one = written[number % len(written)]
        for group in range(1, (match.re.groups or 0) + 1):
            one = one.replace(f"\\{group}", match[group] or "")
        return one.replace("⟦", ""), one.index("⟦")

    return put
