"""Journals as lines of JSON, each with a check value chained to the line before; and back, from any bytes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from game.play.journal import Branched, Drew, Entry, Journal, Opened, Returned, Took
from game.source.clean import clean_name
from game.source.limits import ID_CHARACTERS, JOURNAL_BYTES, JOURNAL_RECORDS, PLAYER_CHARACTERS, YAML_DEPTH

_LONGEST = YAML_DEPTH * ID_CHARACTERS
"""Length of a place's name: that of a choice inside choices is the whole way to it."""

FORMAT = 2
"""The version of this format; a newer one is refused by name.

2 knows sessions that begin elsewhere than their story; others are still written as 1, which older programs read. A
player's name makes no new format: programs that know none leave it out and lead to the same states.
"""


class JournalError(Exception):
    """A journal of which nothing can be read; the message is for the player."""


class NewerError(JournalError):
    """A journal that a newer version of the game wrote."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A journal as far as it could be read; ``size`` is how many bytes that was, ``damage`` what is wrong after it."""

    journal: Journal
    size: int
    check: str
    damage: str


def encode_opened(opened: Opened) -> tuple[str, str]:
    """Return the first line, with its newline, and its check value."""
    body: dict[str, Any] = {
        "narrowsky": FORMAT if opened.at or opened.given else 1,
        "story": opened.story,
        "version": opened.version,
        "fingerprint": opened.fingerprint,
        "seed": opened.seed,
        "started": opened.started,
    }
    if opened.extends:
        body["extends"] = [list(base) for base in opened.extends]
    if opened.at:
        body["at"] = opened.at
    if opened.given:
        body["with"] = dict(opened.given)
    if opened.drew:
        body["drew"] = _drew(opened.drew)
    if opened.before:
        body["before"] = list(opened.before)
    if opened.player:
        body["player"] = opened.player
    if opened.branched is not None:
        body["branched"] = [opened.branched.session, opened.branched.decisions]
    return line_of(body, "")


def encode_entry(number: int, entry: Entry, check: str) -> tuple[str, str]:
    """Return the line of the ``number``-th entry (from 1), chained to ``check``, and its own check value."""
    if isinstance(entry, Returned):
        return line_of({"n": number, "back": entry.to}, check)
    body: dict[str, Any] = {"n": number, "scene": entry.scene, "choice": entry.choice}
    if entry.drew:
        body["drew"] = _drew(entry.drew)
    body["state"] = entry.digest
    return line_of(body, check)


def encode(journal: Journal) -> str:
    """Return the whole journal as lines."""
    line, check = encode_opened(journal.opened)
    lines = [line]
    for number, entry in enumerate(journal.entries, 1):
        line, check = encode_entry(number, entry, check)
        lines.append(line)
    return "".join(lines)


def _drew(drew: Drew) -> dict[str, str | list[str]]:
    return {site: outcomes[0] if len(outcomes) == 1 else list(outcomes) for site, outcomes in drew}


def line_of(body: Mapping[str, Any], before: str) -> tuple[str, str]:
    """Return a record as a line whose check value is chained to ``before``, and that value."""
    text = json.dumps(body, separators=(",", ":"), ensure_ascii=True)
    check = _check(text, before)
    return f'{text[:-1]},"check":"{check}"}}\n', check


def _check(text: str, before: str) -> str:
    return blake2b((before + text).encode(), digest_size=4).hexdigest()


def decode(data: bytes) -> Decoded:
    """Read a journal from any bytes, as far as it is whole.

    Raises JournalError where not even the first line can be read, or a newer version wrote it.
    """
    if len(data) > JOURNAL_BYTES:
        raise JournalError(f"it is larger than {JOURNAL_BYTES:,} bytes")
    lines = data.split(b"\n")
    torn = bool(lines[-1])
    whole, rest = lines[:-1], lines[-1]
    if not whole:
        raise JournalError("it holds no whole line")
    opened, check = _opened(whole[0])
    size = len(whole[0]) + 1
    entries: list[Entry] = []
    for number, line in enumerate(whole[1:], 1):
        try:
            body, check = _read(line, check)
            if len(entries) >= JOURNAL_RECORDS:
                raise _Damaged(f"it has more than {JOURNAL_RECORDS:,} records")
            entries.append(_entry(body, number))
        except _Damaged as problem:
            last = number == len(whole) - 1 and not torn
            where = f"line {number + 1}, the last," if last else f"line {number + 1} of {len(whole) + torn}"
            return Decoded(Journal(opened, tuple(entries)), size, check, f"{where} is damaged: {problem}")
        size += len(line) + 1
    damage = f"the last line was cut off ({len(rest)} bytes)" if torn else ""
    return Decoded(Journal(opened, tuple(entries)), size, check, damage)


class _Damaged(Exception):
    """Why a line can't be read."""


def _read(line: bytes, before: str) -> tuple[dict[str, Any], str]:
    """The body of a line whose check value holds."""
    try:
        text = line.decode("ascii")
        body = json.loads(text)
    except (ValueError, RecursionError):
        raise _Damaged("it is no record") from None
    if not isinstance(body, dict) or not isinstance(body.get("check"), str):
        raise _Damaged("it is no record")
    check = body.pop("check")
    tail = f',"check":"{check}"}}'
    if not text.endswith(tail) or _check(text[: -len(tail)] + "}", before) != check:
        raise _Damaged("its check value doesn't hold")
    return body, check


def _opened(line: bytes) -> tuple[Opened, str]:
    try:
        body, check = _read(line, "")
        version = _whole(body, "narrowsky")
        if version > FORMAT:
            raise NewerError(f"it was written by a newer version (format {version}; this one reads up to {FORMAT})")
        branched = body.get("branched")
        return Opened(
            story=_text(body, "story"),
            version=_whole(body, "version"),
            fingerprint=_text(body, "fingerprint"),
            seed=_whole(body, "seed"),
            started=_text(body, "started"),
            extends=tuple(_pair(base, "extends") for base in _list(body.get("extends", []))),
            at=_word(body.get("at", "")),
            given=_given(body.get("with", {})),
            drew=_drawn(body),
            before=tuple(_word(name) for name in _list(body.get("before", []))),
            player=_player(body.get("player", "")),
            branched=None if branched is None else Branched(*_pair(branched, "branched")),
        ), check
    except _Damaged as problem:
        raise JournalError(f"its first line can't be read: {problem}") from None


def _player(value: object) -> str:
    """A name, whatever was written for one: it reaches readers, so it is cleaned on its way in too."""
    if not isinstance(value, str):
        raise _Damaged("`player` is no name")
    return clean_name(value, PLAYER_CHARACTERS)


def _given(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise _Damaged("`with` is misshapen")
    return tuple((_word(name), _word(text)) for name, text in value.items())


def _pair(value: object, what: str) -> tuple[str, int]:
    """A name and a number."""
    both = 2
    found = _list(value)
    if len(found) != both:
        raise _Damaged(f"`{what}` is misshapen")
    return _word(found[0]), _whole({what: found[1]}, what)


def _entry(body: dict[str, Any], number: int) -> Entry:
    if _whole(body, "n") != number:
        raise _Damaged(f"its number is {body['n']} where {number} was due")
    if "back" in body:
        return Returned(_whole(body, "back"))
    return Took(_way(body.get("scene")), _text(body, "choice"), _drawn(body), _text(body, "state"))


def _drawn(body: dict[str, Any]) -> Drew:
    drew = body.get("drew", {})
    if not isinstance(drew, dict):
        raise _Damaged("`drew` is misshapen")
    found: list[tuple[str, tuple[str, ...]]] = []
    for site, outcomes in drew.items():
        several = outcomes if isinstance(outcomes, list) else [outcomes]
        found.append((_way(site), tuple(_word(outcome) for outcome in several)))
    return tuple(found)


def _whole(body: dict[str, Any], key: str) -> int:
    value = body.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**64:
        raise _Damaged(f"`{key}` is no number")
    return value


def _text(body: dict[str, Any], key: str) -> str:
    return _word(body.get(key))


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise _Damaged("a list is misshapen")
    return value


def _way(value: object) -> str:
    """The name of a place or a site."""
    return _word(value, _LONGEST)


def _word(value: object, most: int = 2 * ID_CHARACTERS + 1) -> str:
    if not isinstance(value, str) or len(value) > most or not value.isprintable():
        raise _Damaged("a name is misshapen")
    return value
