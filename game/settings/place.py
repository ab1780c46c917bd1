"""Where a section or a key stands in the text of a file of settings; TOML's own reader tells no places."""

import re

_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_PART = r"""(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_KEY = re.compile(rf"\s*(?P<key>{_PART}(?:\s*\.\s*{_PART})*)\s*=")
_QUOTES = "\"'"


def place_of(text: str, section: str, key: str) -> tuple[int, int]:
    """Return line and column, from 1, of a key in a section; of the section where there is no key; (0, 0) if nowhere.

    A key at the top of the file has no section. What stands inside a text of several lines may be taken for a key.
    """
    here = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            here = _bare(header[1])
            if not key and here == section:
                return number, line.index("[") + 1
        elif found := _KEY.match(line):
            name = _bare(found["key"])
            full = f"{here}.{name}" if here else name
            wanted = ".".join(part for part in (section, key) if part)
            if full == wanted or (not key and full.startswith(f"{section}.")):
                return number, found.start("key") + 1
    return 0, 0


def _bare(name: str) -> str:
    return ".".join(part.strip().strip(_QUOTES) for part in name.split("."))


def last_line_of(text: str, section: str) -> int:
    """Return the last line, from 1, on which a section with a header says something; 0 where there is no header."""
    here, last = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            here = _bare(header[1])
        if here == section and line.strip() and not line.lstrip().startswith("#"):
            last = number
    return last
