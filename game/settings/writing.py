"""A setting written into the file: one line of it changes, every other stays as its owner wrote it."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.disk.whole import write_whole
from game.settings.file import UnreadableError, read_body
from game.settings.place import last_line_of, place_of
from game.settings.table import BY_NAME
from game.settings.values import Value

_WRITTEN = r""""(?:[^"\\]|\\.)*"|'[^']*'|[^\s#,\[{"']+"""
_VALUE = re.compile(rf"(?P<before>[^=]*=\s*)(?P<value>{_WRITTEN})(?P<after>\s*(?:#.*)?)")
_BEGINNING = "# The settings of Narrow Sky. Change them here or in the game; what each means is told there.\n"


def keep(path: Path, name: str, value: Value) -> str:
    """Write a setting into the file; return nothing, or the sentence that says why it is not kept.

    The file is read again before it is written: what was changed by hand in the meantime stays. Of a file that can't
    be read nothing is overwritten.
    """
    setting = BY_NAME[name]
    try:
        text, body = read_body(path)
    except UnreadableError as problem:
        return f"This holds until you leave, and is not kept: {problem}"
    fresh = edited(text or _BEGINNING, setting.section, name, literal(value))
    if not _says(fresh, body, setting.section, name, value):
        return f"This holds until you leave. To keep it, write {name} = {literal(value)} yourself, in {path}."
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, fresh)
    except OSError as problem:
        return f"This holds until you leave, and is not kept: {path}: {(problem.strerror or 'no file').lower()}."
    return ""


def edited(text: str, section: str, key: str, value: str) -> str:
    """Return a file's text with ``key`` at ``value``: in its line, or in a new one at the end of its section."""
    lines = text.split("\n")
    end = "\r" if "\r\n" in text else ""
    line, _ = place_of(text, section, key)
    if line:
        found = _VALUE.fullmatch(lines[line - 1].removesuffix("\r"))
        if found:
            lines[line - 1] = found["before"] + value + found["after"] + end
        return "\n".join(lines)
    new = f"{key} = {value}{end}"
    if last := last_line_of(text, section):
        lines.insert(last, new)
        return "\n".join(lines)
    written_whole, _ = place_of(text, section, "")
    if written_whole:  # as `look.theme`, at the top
        lines.insert(written_whole, f"{section}.{new}")
        return "\n".join(lines)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join([*lines, end, f"[{section}]{end}", new, ""])


def literal(value: Value) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)  # of a line of text and a whole number both think alike


def _says(fresh: str, body: Mapping[str, Any], section: str, key: str, value: Value) -> bool:
    """Whether a text says what the file said, but for this one setting."""
    import tomllib  # noqa: PLC0415 - only who changes a setting waits for it

    entries = body.get(section, {})
    if not isinstance(entries, dict):
        return False
    try:
        return tomllib.loads(fresh) == {**body, section: {**entries, key: value}}
    except tomllib.TOMLDecodeError:
        return False
