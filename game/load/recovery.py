"""Reading on behind a syntax fault: the entry that holds it is set aside, so that one fault hides no other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SECTION = re.compile(r"[a-z_]+:(\s|$)")
_PAIR = re.compile(r"( *)((?:- +)?[^\s#:\-'\"{\[][^:#]*:)[ \t]+\S.*")
_NO_COLON = re.compile(r" *[a-z][a-z0-9_]*")
_NO_SPACE = re.compile(r"( *[a-z_]+:)([^\s:/].*)")
_HEADS = re.compile(r" +[a-z][a-z0-9_]*:(\s|$)")
_NEAR = 3
"""So many spaces an indent may be off and still be a slip."""
_HEAD = re.compile(r"( *)((?:- +)?[^\s#:\-'\"{\[][^:#]*:)[ \t]*")


class Mending(NamedTuple):
    """One way to read on: the text, and the line that stands in for the author's, if one does.

    Where the slip is known for what it is, ``slip`` says so; it is made on that line, in that ``column``. ``meant`` is
    the indent that fits there.
    """

    text: str
    line: int | None
    slip: str = ""
    column: int = 1
    meant: int = 0


INDENT, SPACE = "indent", "space"


def mendings(text: str, line: int) -> Iterator[Mending]:
    """The ways to read on behind a fault on ``line``, the least first.

    A slip made on a line above is mended there; a value that can't be read is replaced by a word; a line out of place
    is moved to an indent used above it; a line that is no pair is left out; in the end the whole entry is set aside.
    No line changes its number.
    """
    lines = text.split("\n")
    at = line - 1
    if 0 <= at < len(lines) and lines[at].strip():
        yield from _slips_above(lines, at)
        yield from (Mending(mended, line) for mended in _in_place(lines, at))
    aside = without_entry(text, line)
    if aside is not None:
        yield Mending(aside, None)


def _in_place(lines: list[str], at: int) -> Iterator[str]:
    """The ways to mend the line itself."""
    written = lines[at].rstrip()
    pair, head = _PAIR.fullmatch(written), _HEAD.fullmatch(written)
    if pair is not None and written.endswith((" |", " >")):
        for level in _levels(lines, at):  # the block below goes with its key
            yield _with(lines, at, f"{' ' * level}{written.strip()}")
    elif pair is not None:
        yield _with(lines, at, f"{pair[1]}{pair[2]} x")
        for level in _levels(lines, at):
            yield _with(lines, at, f"{' ' * level}{pair[2]} x")
    elif head is not None:
        for level in _levels(lines, at):
            yield _with(lines, at, f"{' ' * level}{head[2]}")
    else:
        below = next((other for other in lines[at + 1 :] if other.strip()), "")
        if _NO_COLON.fullmatch(written) and _indent(below) > _indent(written):
            yield _with(lines, at, f"{written}:")
        yield _with(lines, at, "")


def _slips_above(lines: list[str], at: int) -> Iterator[Mending]:
    """What a line above may have to do with it: a space that is missing there, or an indent that fits no other line."""
    own = _indent(lines[at])
    above = next((number for number in range(at - 1, -1, -1) if lines[number].strip()), None)
    if above is None:
        return
    joined = _NO_SPACE.fullmatch(lines[above].rstrip())
    if joined is not None and _indent(lines[above]) == own:
        yield Mending(_with(lines, above, f"{joined[1]} {joined[2]}"), above + 1, SPACE, len(joined[1]))
    beside = next((one for one in range(above, -1, -1) if lines[one].strip() and _indent(lines[one]) < own), above)
    for number in dict.fromkeys((above, *((beside,) if _alone(lines, beside) else ()))):
        if 0 < abs(_indent(lines[number]) - own) <= _NEAR and _HEADS.match(lines[number]):
            moved = f"{' ' * own}{lines[number].strip()}"
            yield Mending(_with(lines, number, moved), number + 1, INDENT, _indent(lines[number]) + 1, own)


def _alone(lines: list[str], at: int) -> bool:
    """Whether no other key of the section is indented like the one on this line."""
    section = next((above for above in range(at - 1, -1, -1) if _SECTION.match(lines[above])), 0)
    end = next((below for below in range(at + 1, len(lines)) if _SECTION.match(lines[below])), len(lines))
    keys = (line for line in lines[section:end] if _HEADS.match(line))
    return sum(_indent(line) == _indent(lines[at]) for line in keys) == 1


def _levels(lines: list[str], at: int) -> list[int]:
    """The indents of the section so far that are nearest to the line's own."""
    own = _indent(lines[at])
    section = next((above for above in range(at - 1, -1, -1) if _SECTION.match(lines[above])), 0)
    used = {_indent(line) for line in lines[section:at] if line.strip()} - {own, 0}
    return sorted(used, key=lambda level: (abs(level - own), level))[:2]


def _with(lines: list[str], at: int, mended: str) -> str:
    return "\n".join([*lines[:at], mended, *lines[at + 1 :]])


def without_entry(text: str, line: int) -> str | None:
    """Blank the entry that holds ``line`` (one name of a section), keeping every other line where it was.

    Entries are told by their indentation alone, since the syntax can't be trusted. Returns None where nothing is left
    to set aside.
    """
    lines = text.split("\n")
    at = min(line, len(lines)) - 1
    while at > 0 and not lines[at].strip():
        at -= 1
    if not lines[at].strip():
        return None
    start, level = _entry(lines, at)
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > level):
        end += 1
    lines[start:end] = [""] * (end - start)
    return "\n".join(lines)


def _entry(lines: list[str], at: int) -> tuple[int, int]:
    """The line on which the entry around ``at`` begins, and how far entries are indented there."""
    if _SECTION.match(lines[at]):
        return at, 0
    section = next((above for above in range(at - 1, -1, -1) if _SECTION.match(lines[above])), None)
    if section is None:
        return at, 0
    inside = (line for line in lines[section + 1 : at + 1] if line.strip() and not line.lstrip().startswith("#"))
    level = max(_indent(next(inside, lines[at])), 1)
    start = at
    while start > section + 1 and not (lines[start].strip() and _indent(lines[start]) <= level):
        start -= 1
    return start, level


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
