"""The file of settings, read: what it chooses, and what is wrong with it, with the place of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.disk.home import at_home
from game.settings.place import place_of
from game.settings.table import BY_KEY, BY_NAME, KEYS, SECTIONS
from game.settings.values import Value
from game.source.clean import clean_line
from game.source.limits import SETTINGS_BYTES
from game.source.suggest import did_you_mean

_TOLD_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)\Z")
_MOST_SHOWN = 40


class UnreadableError(Exception):
    """The file can't be read as a whole; the message says why, with its path."""


def read_body(path: Path) -> tuple[str, dict[str, Any]]:
    """Return the text of a file and what TOML it holds; nothing where there is no file. Raises UnreadableError."""
    try:
        text = _text(path)
    except FileNotFoundError:
        return "", {}
    except OSError as problem:
        raise UnreadableError(f"{path} can't be read: {(problem.strerror or 'it is no file').lower()}.") from None
    import tomllib  # noqa: PLC0415 - most players have no file, and wait for nothing

    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        said = str(problem)
        told = _TOLD_PLACE.search(said)
        where = f":{told[1]}:{told[2]}" if told else ""
        raise UnreadableError(f"{path}{where}: this is no TOML: {_TOLD_PLACE.sub('', said)}.") from None
    except (ValueError, RecursionError):
        raise UnreadableError(f"{path} can't be read: a value in it is too large or too deep.") from None


def _text(path: Path) -> str:
    """The text of a file. Raises OSError, UnreadableError."""
    if path.exists() and not path.is_file():  # a pipe would keep us waiting, a device would never end
        raise OSError
    with path.open("rb") as file:
        data = file.read(SETTINGS_BYTES + 1)
    if len(data) > SETTINGS_BYTES:
        raise UnreadableError(f"{path} can't be read: it is larger than {SETTINGS_BYTES:,} bytes.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise UnreadableError(f"{path}:{line}: byte {problem.start + 1} of this file is not UTF-8.") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a file chooses, by the names of the settings; a sentence for each thing wrong with it.

    ``places`` says where the file gives each command its keys.
    """

    chosen: Mapping[str, Value] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)


def read_file(path: Path) -> Written:
    """Read a file of settings, whatever is in it."""
    try:
        text, body = read_body(path)
    except UnreadableError as problem:
        return Written(wrong=(clean_line(str(problem)),))
    chosen: dict[str, Value] = {}
    wrong: list[str] = []
    for section, key, value, problem_text in _judged(body):
        if problem_text:
            wrong.append(clean_line(f"{_where(path, text, section, key)}: {problem_text}"))
        elif section == KEYS:
            chosen[KEYS] = value
        else:
            chosen[key] = value
    if chosen.get("saves"):
        chosen["saves"] = str(path.parent / at_home(str(chosen["saves"])))
    places = {action: _where(path, text, KEYS, action) for action in body.get(KEYS, {})} if KEYS in chosen else {}
    return Written(chosen=chosen, wrong=tuple(wrong), places=places)


def _where(path: Path, text: str, section: str, key: str) -> str:
    line, column = place_of(text, section, key)
    return f"{path}:{line}:{column}" if line else str(path)


def _judged(body: Mapping[str, Any]) -> Iterator[tuple[str, str, Any, str]]:
    """Each entry with its section and key, and what is wrong with it; a section that is wrong has no key."""
    for section, entries in body.items():
        if section in BY_NAME:
            yield "", section, None, f"`{section}` belongs under [{BY_NAME[section].section}]."
        elif section not in SECTIONS:
            yield *_placed(section, entries), None, _unknown(section, entries)
        elif not isinstance(entries, dict):
            yield "", section, None, f"`{section}` is a section: write [{section}], and its settings on lines below."
        elif section == KEYS:
            yield from _judged_keys(entries)
        else:
            for key, value in entries.items():
                yield section, key, value, _wrong(section, key, value)


def _placed(section: str, entries: object) -> tuple[str, str]:
    return (section, "") if isinstance(entries, dict) else ("", section)


def _unknown(name: str, entries: object) -> str:
    if isinstance(entries, dict):
        return _said(f"there is no section [{_short(name)}]", did_you_mean(name, SECTIONS))
    return _said(f"there is no setting `{_short(name)}`", did_you_mean(name, BY_NAME))


def _wrong(section: str, key: str, value: object) -> str:
    setting = BY_KEY.get(f"{section}.{key}")
    if setting is None:
        if key in BY_NAME:
            return f"`{key}` belongs under [{BY_NAME[key].section}]."
        return _said(f"there is no setting `{section}.{_short(key)}`", did_you_mean(key, BY_NAME))
    if not setting.kind.holds(value):
        return (
            f"`{setting.key}` is {setting.kind.told}, not {_short(_as_written(value))};"
            f" {setting.kind.written(setting.default)} holds."
        )
    return ""


def _judged_keys(entries: Mapping[str, Any]) -> Iterator[tuple[str, str, Any, str]]:
    keys: dict[str, tuple[str, ...]] = {}
    for action, value in entries.items():
        given = [value] if isinstance(value, str) else value
        if isinstance(given, list) and all(isinstance(one, str) and one.strip() for one in given):
            keys[action] = tuple(one.strip() for one in given)
        else:
            yield (
                KEYS,
                action,
                None,
                (f"`{KEYS}.{_short(action)}` is a key or a list of keys, not {_short(_as_written(value))}."),
            )
    yield KEYS, "", keys, ""


def _said(problem: str, hint: str) -> str:
    return f"{problem}; {hint}" if hint else f"{problem}."


def _as_written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else "that" if isinstance(value, dict | list) else str(value)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "..."
