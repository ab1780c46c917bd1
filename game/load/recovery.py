"""Reading on behind a syntax fault: the entry that holds it is set aside, so that one fault hides no other."""

import re
from collections.abc import Iterator

_SECTION = re.compile(r"[a-z_]+:(\s|$)")
_PAIR = re.compile(r"( *)((?:- +)?[^\s#:\-'\"{\[][^:#]*:)[ \t]+\S.*")
_HEAD = re.compile(r"( *)((?:- +)?[^\s#:\-'\"{\[][^:#]*:)[ \t]*")


def mendings(text: str, line: int) -> Iterator[tuple[str, int | None]]:
    """The ways to read on behind a fault on ``line``, the least first, each with the line it put words into.

    A value that can't be read is replaced by a word; a line out of place is moved to an indent used above it; a line
    that is no pair is left out; in the end the whole entry is set aside. No line changes its number.
    """
    lines = text.split("\n")
    at = line - 1
    if 0 <= at < len(lines) and lines[at].strip():
        pair, head = _PAIR.fullmatch(lines[at].rstrip()), _HEAD.fullmatch(lines[at].rstrip())
        if pair is not None and lines[at].rstrip().endswith((" |", " >")):
            for level in _levels(lines, at):  # the block below goes with its key
                yield _with(lines, at, f"{' ' * level}{lines[at].strip()}"), line
        elif pair is not None:
            yield _with(lines, at, f"{pair[1]}{pair[2]} x"), line
            for level in _levels(lines, at):
                yield _with(lines, at, f"{' ' * level}{pair[2]} x"), line
        elif head is not None:
            for level in _levels(lines, at):
                yield _with(lines, at, f"{' ' * level}{head[2]}"), line
        else:
            yield _with(lines, at, ""), line
    aside = without_entry(text, line)
    if aside is not None:
        yield aside, None


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
