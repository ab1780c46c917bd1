"""What mends a finding, where it is sure: by its code, from the words that stand there and those that were meant."""

import re
from collections.abc import Callable

from game.source.diagnostic import Diagnostic
from game.source.fix import Fix, between
from game.source.span import Span

_MEANT = re.compile(r"did you mean `([\w.]+)`\?")
_YES = frozenset(("yes", "Yes", "YES", "True", "TRUE", "on", "On", "ON", "y", "Y"))
_NO = frozenset(("no", "No", "NO", "False", "FALSE", "off", "Off", "OFF", "n", "N"))
_RANGE = re.compile(r"(-?\d+)(\s*\.\.\s*)(-?\d+)")
_PROSE = re.compile(r"( *)(text|result|cost|locked): (\S.*?)(\r?)")
_LEAST, _LONG = 4, 8
"""A name of fewer letters is too short to be sure; in a long one two slips are."""


def remedy(finding: Diagnostic, text: str) -> Fix | None:
    """What mends a finding in ``text``, the whole of its file; None where nothing is sure to."""
    make = _BY_CODE.get(finding.code)
    start, end = between(finding.at, text)
    return None if make is None else make(finding, text, start, end)


def _misspelt(finding: Diagnostic, text: str, start: int, end: int) -> Fix | None:
    """The only name that is near, if it is near enough."""
    meant = _MEANT.fullmatch(finding.hint)
    word = text[start:end]
    if meant is None or len(word) < _LEAST or not re.fullmatch(r"[\w.:]+", word):
        return None
    head = word[: word.rfind(":") + 1]  # of `codex:name` the name alone is misspelt
    slips = _distance(word[len(head) :], meant[1])
    return Fix(finding.at, head + meant[1]) if slips <= (2 if len(meant[1]) >= _LONG else 1) else None


def _distance(one: str, other: str) -> int:
    """How many letters were left out, put in, changed, or exchanged with their neighbour."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        row = [at]
        for to, meant in enumerate(other, 1):
            cost = min(row[to - 1] + 1, last[to] + 1, last[to - 1] + (sign != meant))
            if at > 1 and to > 1 and sign == other[to - 2] and one[at - 2] == meant:
                cost = min(cost, before[to - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _equals(finding: Diagnostic, text: str, start: int, end: int) -> Fix | None:
    alone = text[start:end] == "=" and not set(text[start - 1 : start] + text[end : end + 1]) & set("<>=!")
    return Fix(finding.at, "==") if alone else None


def _sign(finding: Diagnostic, text: str, start: int, _end: int) -> Fix | None:
    doubled = {"&&": "and", "||": "or"}.get(text[start : start + 2])
    if doubled is not None:
        before = "" if text[start - 1 : start].isspace() else " "
        after = "" if text[start + 2 : start + 3].isspace() else " "
        return Fix(_wide(finding.at, 2), f"{before}{doubled}{after}")
    single = text[start : start + 1] == "!"
    return Fix(_wide(finding.at, 1), "not ") if single else None


def _wide(at: Span, width: int) -> Span:
    return Span(at.source, at.line, at.column, at.line, at.column + width)


def _yes_no(finding: Diagnostic, text: str, start: int, end: int) -> Fix | None:
    word = text[start:end].strip("'\"")
    meant = "true" if word in _YES else "false" if word in _NO else ""
    return Fix(finding.at, meant) if meant else None


def _turned(finding: Diagnostic, text: str, start: int, end: int) -> Fix | None:
    """A range with its ends the wrong way round."""
    found = _RANGE.search(text[start:end])
    if found is None or int(found[1]) <= int(found[3]) or "\n" in text[start:end]:
        return None
    column = finding.at.column + found.start()
    at = Span(finding.at.source, finding.at.line, column, finding.at.line, column + len(found[0]))
    return Fix(at, f"{found[3]}{found[2]}{found[1]}")


def _deleted(finding: Diagnostic, _text: str, _start: int, _end: int) -> Fix | None:
    return Fix(finding.at, "")


def _block(finding: Diagnostic, text: str, _start: int, _end: int) -> Fix | None:
    """A text of one line that YAML can't read, or whose marks it takes: the same words as a block."""
    line = text.split("\n")[finding.at.line - 1]
    written = _PROSE.fullmatch(line)
    if written is None or "\\" in line or written[3][0] in "|>{['&*!%@`":
        return None
    if finding.code == "yaml-syntax" and ": " not in written[3]:
        return None
    whole = Span(finding.at.source, finding.at.line, 1, finding.at.line, len(line) + 1)
    indent, end = written[1], written[4]
    return Fix(whole, f"{indent}{written[2]}: |{end}\n{indent}  {written[3]}{end}")


_BY_CODE: dict[str, Callable[[Diagnostic, str, int, int], Fix | None]] = {
    "unknown-name": _misspelt,
    "unknown-key": _misspelt,
    "unknown-word": _misspelt,
    "unknown-band": _misspelt,
    "unknown-function": _misspelt,
    "expression-syntax": _equals,
    "bad-sign": _sign,
    "not-yes-no": _yes_no,
    "bad-range": _turned,
    "empty-range": _turned,
    "control-character": _deleted,
    "swallowed-quotes": _block,
    "yaml-syntax": _block,
}
