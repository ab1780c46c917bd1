r"""Prose from text: emphasis, links, inserts and what varies, with every fault at its place.

Grammar: text is plain words, ``*emphasis*``, ``**strong**``, ``[words](codex:id)``, ``[words](character:id)`` and
braces: ``{value}``, ``{band(meter)}``, ``{name(character)}``, ``{player}``, ``{condition: yes | no}``,
``{first: a | then: b}``, ``{cycle: a | b}``, ``{once: a}``, ``{shuffle: a | b}``. A doubled ``{{``, ``}}`` or ``||``
is the sign itself, as is one behind ``\``.
"""

import re
from collections.abc import Callable
from typing import cast, get_args

from game.expr.syntax import ExpressionError
from game.expr.types import Checked, Whole, YesNo
from game.load import problems
from game.load.known import Known
from game.model.prose import (
    BandOf,
    Branch,
    Insert,
    Link,
    Part,
    Parts,
    Plain,
    Player,
    Sequence,
    Styled,
    Variation,
)
from game.source.clean import clean_line, clean_text
from game.source.limits import PROSE_DEPTH
from game.source.span import NOWHERE
from game.source.suggest import nearest

_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_OF = re.compile(r"\s*(band|name)\(\s*(\w+)\s*\)\s*")
_HEAD = re.compile(r"[^:{}|]*")
_SPECIAL = re.compile(r"[*\[\\{}|]|\n\n")
_VARIATIONS = get_args(Variation)
_KINDS = ("codex", "character")
PLAYER = "player"
"""The word for what the reader is called."""


class _ProseFault(Exception):
    def __init__(self, code: str, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message)
        self.error = ExpressionError(code, message, start, end, hint)


class _Reader:
    def __init__(self, text: str, known: Known, site: str) -> None:
        self.text = text
        self.known = known
        self.site = site
        self.at = 0
        self.depth = 0
        self.braces = 0
        self.sequences = 0
        self.faults: list[ExpressionError] = []

    def parts(self, stop: Callable[[], bool]) -> Parts:
        """Pieces up to where ``stop`` says so or the text ends."""
        found: list[Part] = []
        plain: list[str] = []

        def flush() -> None:
            if plain:
                found.append(Plain(clean_text("".join(plain))))
                plain.clear()

        while self.at < len(self.text) and not stop():
            special = _SPECIAL.search(self.text, self.at)
            if special is None or special.start() > self.at:
                end = len(self.text) if special is None else special.start()
                plain.append(self.text[self.at : end])
                self.at = end
                continue
            part = self.special()
            if isinstance(part, str):
                plain.append(part)
            else:
                flush()
                found.append(part)
        flush()
        return tuple(found)

    def special(self) -> Part | str:
        """One piece that begins with a sign, or the sign itself as text."""
        sign, following = self.text[self.at], self.text[self.at + 1 : self.at + 2]
        if sign == "\\" and following and following in "*[\\{}|>":
            self.at += 2
            return following
        if sign in "{}|" and following == sign:
            self.at += 2
            return sign
        if sign == "{":
            return self.brace()
        if sign == "}":
            raise _ProseFault(
                "brace",
                "this `}` closes nothing",
                self.at,
                self.at + 1,
                "a `}` of the text's own is doubled: `}}`",
            )
        if sign == "*":
            return self.styled()
        if sign == "[":
            return self.link()
        self.at += 1
        return sign

    def styled(self) -> Part | str:
        start = self.at
        mark = "**" if self.text.startswith("**", start) else "*"
        after = self.text[start + len(mark) : start + len(mark) + 1]
        if not after or after.isspace():
            self.at += len(mark)
            return mark
        self.at += len(mark)
        parts = self.nested(start, lambda: self.text.startswith((mark, "\n\n"), self.at) or self.at_option_end())
        if not self.text.startswith(mark, self.at):
            message = f"this `{mark}` opens emphasis that never ends"
            raise _ProseFault(
                "emphasis", message, start, start + len(mark), "a star of the text's own is written `\\*`"
            )
        self.at += len(mark)
        return Styled("strong" if mark == "**" else "em", parts)

    def link(self) -> Part | str:
        match = _LINK.match(self.text, self.at)
        if match is None:
            self.at += 1
            return "["
        kind, _, target = match[2].partition(":")
        where = match.start(2), match.end(2)
        self.at = match.end()
        if kind not in _KINDS:
            self.fault("link", "a link leads to `codex:` or `character:` and nowhere else", *where)
        else:
            names = self.known.census.names("codex" if kind == "codex" else "characters")
            if target not in names:
                what = "codex entry" if kind == "codex" else "character"
                found = problems.unknown_reference(NOWHERE, what, target, names)
                self.fault(found.code, found.message, *where, found.hint)
        label, faults = read_markup(match[1], self.known, self.site)
        for one in faults:
            self.fault(one.code, one.message, match.start(1) + one.start, match.start(1) + one.end, one.hint)
        return Link("codex" if kind == "codex" else "character", target, label or ())

    def brace(self) -> Part:
        start = self.at
        self.at += 1
        head_at = self.at
        head = self.head(start)
        if self.text[self.at] == "}":
            self.at += 1
            return self.insert(head, head_at)
        self.at += 1
        word = head.strip()
        options = self.options(start)
        if word in _VARIATIONS:
            return self.sequence(cast("Variation", word), options)
        test = self.condition(head, head_at)
        most = 2
        if len(options) > most:
            raise _ProseFault("brace", "a condition chooses between two texts, and here are more", start, self.at)
        if test is None:
            return Plain("")
        return Branch(test, options[0], options[1] if len(options) == most else ())

    def condition(self, head: str, at: int) -> Checked | None:
        """What is asked in front of a colon; a single word there may be ``first``, ``cycle`` and the like, misspelt."""
        before = len(self.faults)
        test = self.expression(head, at, YesNo())
        near = nearest(head.strip(), _VARIATIONS) if test is None and head.strip().isalpha() else None
        for fault in self.faults[before:] if near is not None else ():
            fault.hint = f"did you mean `{near}`?"
        return test

    def head(self, start: int) -> str:
        match = _HEAD.match(self.text, self.at)
        head = match[0] if match else ""
        self.at += len(head)
        if self.at >= len(self.text) or self.text[self.at] not in ":}":
            hint = "a brace of the text's own is doubled: `{{`"
            raise _ProseFault("brace", "this `{` is never closed", start, start + 1, hint)
        return head

    def options(self, start: int) -> tuple[Parts, ...]:
        found: list[Parts] = []
        self.braces += 1
        while True:
            option = self.nested(start, self.at_option_end)
            found.append(_trimmed(option))
            if self.at >= len(self.text):
                raise _ProseFault("brace", "this `{` is never closed", start, start + 1, "close it with `}`")
            self.at += 1
            if self.text[self.at - 1] == "}":
                self.braces -= 1
                return tuple(found)

    def at_option_end(self) -> bool:
        sign, following = self.text[self.at], self.text[self.at + 1 : self.at + 2]
        return self.braces > 0 and sign in "|}" and (following != sign or (sign == "}" and self.braces > 1))

    def nested(self, start: int, stop: Callable[[], bool]) -> Parts:
        self.depth += 1
        if self.depth > PROSE_DEPTH:
            raise _ProseFault(
                "prose-too-deep", f"braces and emphasis go deeper than {PROSE_DEPTH} here", start, start + 1
            )
        parts = self.parts(stop)
        self.depth -= 1
        return parts

    def sequence(self, variation: Variation, options: tuple[Parts, ...]) -> Part:
        self.sequences += 1
        if variation == "first":
            options = (options[0], *(_without_then(option) for option in options[1:]))
        return Sequence(variation, options, f"{self.site}#{self.sequences}")

    def insert(self, head: str, at: int) -> Part:
        asked = _OF.fullmatch(head)
        if head.strip() == PLAYER and PLAYER not in self.known.types:
            return self.player(head, at)
        if asked is None:
            checked = self.expression(head, at, None)
            return Plain("") if checked is None else Insert(checked)
        name, where = asked[2], (at + asked.start(2), at + asked.end(2))
        if asked[1] == "name":
            return self.person(name, where)
        if name in self.known.unclear:
            return Plain("")
        found = self.known.types.get(name)
        if not isinstance(found, Whole) or not found.bands:
            self.fault("unknown-name", f"`{name}` has no bands", *where)
        return BandOf(name)

    def player(self, head: str, at: int) -> Part:
        """What the reader is called."""
        called = self.known.census.player
        if not called:
            hint = "say beside `title` what people call readers who give no name: `player: stranger`"
            self.fault("unknown-name", "this story has no name for its reader", at, at + len(head), hint)
        return Player(called)

    def person(self, name: str, where: tuple[int, int]) -> Part:
        """What a character is called."""
        names = self.known.census.names("characters")
        if name in names:
            return Plain(clean_line(self.known.census.person(name)))
        found = problems.unknown_reference(NOWHERE, "character", name, names)
        self.fault(found.code, found.message, *where, found.hint)
        return Plain("")

    def expression(self, text: str, at: int, wanted: YesNo | None) -> Checked | None:
        checked, faults = self.known.checked(text, wanted)
        self.faults.extend(
            ExpressionError(one.code, one.message, at + one.start, at + one.end, one.hint) for one in faults
        )
        return checked

    def fault(self, code: str, message: str, start: int, end: int, hint: str = "") -> None:
        self.faults.append(ExpressionError(code, message, start, end, hint))


def _trimmed(parts: Parts) -> Parts:
    """An option without the spaces that only set it off from its bars."""
    found = list(parts)
    if found and isinstance(found[0], Plain):
        found[0] = Plain(found[0].text.lstrip(" "))
    if found and isinstance(found[-1], Plain):
        found[-1] = Plain(found[-1].text.rstrip(" "))
    return tuple(part for part in found if not (isinstance(part, Plain) and part.text == ""))


def _without_then(parts: Parts) -> Parts:
    if parts and isinstance(parts[0], Plain):
        text = re.sub(r"^\s*then:\s*", "", parts[0].text)
        return (Plain(text), *parts[1:])
    return parts


def read_markup(text: str, known: Known, site: str) -> tuple[Parts | None, list[ExpressionError]]:
    """Read a text; its parts, or None where it can't be read to its end, and every fault by its offsets.

    ``site`` names where the text stands; it keys the order of what is shuffled in it.
    """
    reader = _Reader(text, known, site)
    try:
        return reader.parts(lambda: False), reader.faults
    except _ProseFault as problem:
        return None, [*reader.faults, problem.error]
