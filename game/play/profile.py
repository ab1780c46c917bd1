"""The profile: what outlives sessions. Achievements, endings and storylets met, by story, in one small file."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.disk.whole import read_up_to, write_whole
from game.engine.events import Ended, Event, Noted, Told
from game.model.story import Story

NAME = "profile.json"
FORMAT = 1
_MOST_BYTES = 4_000_000

Dates = dict[str, str]
"""Ids, each with the day it was first kept."""


@dataclass(slots=True)
class Kept:
    """What is kept of one story: ids, each with its day."""

    achievements: Dates = field(default_factory=dict)
    endings: Dates = field(default_factory=dict)
    met: Dates = field(default_factory=dict)


_PARTS = ("achievements", "endings", "met")


class _UnreadableError(Exception):
    """The file holds no profile that this version can read; ``newer``: because another version wrote it."""

    def __init__(self, newer: bool = False) -> None:
        super().__init__()
        self.newer = newer


class Profile:
    """The profile beside the sessions in ``folder``, as far as it is about one story.

    Nothing here raises: where the file can't be read or written, play goes on without it. ``notice`` says so once a
    file was found damaged and set aside.
    """

    def __init__(self, folder: Path, story: Story) -> None:
        self.path = folder / NAME
        self.story = story
        self.notice = ""
        self._kept: Kept | None = None
        self._closed = False

    @property
    def kept(self) -> Kept:
        """What is kept, read when it is first asked for; ids by their present names."""
        if self._kept is None:
            self._kept = self._of_story(self._read())
        return self._kept

    def before(self, seed: int | None) -> tuple[str, ...]:
        """The storylets met in earlier sessions, for the dice of a new one; none with a seed, which says it all."""
        return () if seed is not None else tuple(sorted(self.story.storylets.keys() & self.kept.met))

    def keep(self, events: tuple[Event, ...]) -> None:
        """Keep what is new in these events."""
        today = datetime.now(UTC).strftime("%Y-%m-%d")
        found = Kept()
        for event in events:
            match event:
                case Noted(kind="achieve", name=name):
                    found.achievements[name] = today
                case Ended(ending=name):
                    found.endings[name] = today
                case Told(role="scene", owner=name) if name in self.story.storylets:
                    found.met[name] = today
                case _:
                    pass
        if any(getattr(found, name).keys() - getattr(self.kept, name).keys() for name in _PARTS):
            self._add(found)

    def _add(self, found: Kept) -> None:
        """Write what is new beside all that the file holds by now: another program may have written to it."""
        stories = self._read()
        kept = self._of_story(stories)
        for name in _PARTS:
            setattr(kept, name, getattr(found, name) | getattr(kept, name))
        self._kept = kept
        stories[self.story.id] = {name: getattr(kept, name) for name in _PARTS}
        if not self._closed:
            with contextlib.suppress(OSError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self.path, json.dumps({"narrowsky": FORMAT, "stories": stories}, indent=1) + "\n")

    def _of_story(self, stories: Mapping[str, Any]) -> Kept:
        about = stories.get(self.story.id, {})
        renamed = self.story.renamed
        return Kept(
            **{name: {renamed.get(one, one): day for one, day in about.get(name, {}).items()} for name in _PARTS}
        )

    def _read(self) -> dict[str, Any]:
        """Every story's part of the file; what can't be read is set aside."""
        try:
            return _stories(self.path)
        except FileNotFoundError:
            return {}
        except OSError:
            self._closed = True
        except _UnreadableError as problem:
            self._set_aside(newer=problem.newer)
        return {}

    def _set_aside(self, *, newer: bool) -> None:
        if newer:
            self._closed = True
            self.notice = f"{NAME} was written by a newer version; achievements of this session are not kept."
            return
        number = 1
        while (aside := self.path.with_name(f"profile.damaged-{number}.json")).exists():
            number += 1
        try:
            self.path.rename(aside)
        except OSError:
            self._closed = True
            self.notice = f"{NAME} is damaged; achievements of this session are not kept."
        else:
            self.notice = f"{NAME} was damaged; it is kept as {aside.name}, and a new one is begun."


def _stories(path: Path) -> dict[str, Any]:
    """The parts of a profile, every one of the right shape. Raises OSError, _UnreadableError."""
    data = read_up_to(path, _MOST_BYTES + 1)
    try:
        body = json.loads(data) if len(data) <= _MOST_BYTES else None
    except (ValueError, RecursionError):
        raise _UnreadableError from None
    if not isinstance(body, dict) or not isinstance(body.get("narrowsky"), int):
        raise _UnreadableError
    if body["narrowsky"] > FORMAT:
        raise _UnreadableError(newer=True)
    stories = body.get("stories")
    if not isinstance(stories, dict) or not all(_sound(about) for about in stories.values()):
        raise _UnreadableError
    return stories


def _sound(about: object) -> bool:
    """Whether this is what is kept of one story."""
    if not isinstance(about, dict):
        return False
    parts = [about.get(name, {}) for name in _PARTS]
    return all(isinstance(part, dict) and all(isinstance(day, str) for day in part.values()) for part in parts)
