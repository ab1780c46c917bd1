"""Text that may leave for a terminal: what no story, save or name may carry is taken out here.

The rules stand in one place and are used when a story is loaded and again at the last step before a
widget or a print: terminal control codes (C0 but newline, DEL, C1), bidirectional overrides, line and
paragraph separators, surrogates and tag characters go; tabs become spaces; combining marks are limited to
eight a letter. The list of bidirectional controls is that of CVE-2021-42574 with the marks of direction added.
"""

import re
import unicodedata

_FORBIDDEN = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_BAD = re.compile(f"[{_FORBIDDEN}]")
_MARKS_ALLOWED = 8
_SUSPECTS = re.compile(r"[^\w\s\x00-\x7f]{9,}")
"""Nine signs in a row that are no letters: only there can marks be piled higher than allowed."""
_PILING = frozenset(("Mn", "Mc", "Me", "Cf"))
"""Categories that stand on the letter before them, or join them to it unseen."""


def clean_text(text: str) -> str:
    """Return ``text`` without anything that acts on a terminal; newlines stay, tabs become four spaces."""
    if text.isascii() and text.isprintable():
        return text
    cleaned = _BAD.sub("", text.replace("\t", "    "))
    return _SUSPECTS.sub(lambda found: _levelled(found.group()), cleaned)


def _levelled(signs: str) -> str:
    """These signs without the marks that are one too many on their letter."""
    kept: list[str] = []
    marks = 0
    for sign in signs:
        marks = marks + 1 if unicodedata.category(sign) in _PILING else 0
        if marks <= _MARKS_ALLOWED:
            kept.append(sign)
    return "".join(kept)


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line: newlines become spaces."""
    return clean_text(text).replace("\n", " ")


def clean_name(text: str, most: int) -> str:
    """Return what somebody called something: cleaned, on one line without needless spaces, ``most`` characters long."""
    return " ".join(clean_line(text[: 2 * most + 1_000]).split())[:most].strip()


def forbidden_in(text: str, start: int = 0) -> tuple[int, str] | None:
    """Return the offset and the code point (``U+001B``) of the first character that no story may hold, or None.

    Looks from ``start`` on.

    Tabs and carriage returns before a newline are no fault here: YAML judges the first, editors make the second.
    A carriage return alone is one: YAML begins a new line there, and no editor shows it.
    """
    if text.isascii() and text.isprintable():
        return None
    for found in _BAD.finditer(text, start):
        sign, at = found.group(), found.start()
        if sign != "\t" and not (sign == "\r" and text.startswith("\n", at + 1)):
            return at, f"U+{ord(sign):04X}"
    return None


def without_forbidden(text: str) -> str:
    """Return ``text`` without what no story may hold; tabs stay, and carriage returns before a newline."""
    return _BAD.sub(lambda found: found[0] if found[0] in "\t\r" else "", text)


def name_of(code_point: str) -> str:
    """Return the Unicode name of ``U+XXXX`` in lower case, or ``control character``."""
    return unicodedata.name(chr(int(code_point.removeprefix("U+"), 16)), "control character").lower()
