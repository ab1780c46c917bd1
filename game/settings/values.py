"""The settings as a value, with their defaults. What each means stands in ``table.py``."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Keys = Mapping[str, tuple[str, ...]]
"""Names of actions, each with the keys that a player has given it."""
Value = bool | int | str | Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds now. Every field has its line in the table of settings."""

    width: int = 72
    spacing: str = "open"
    reveal: int = 0
    auto: int = 0
    skip: str = "read"
    summaries: bool = False
    plain_briefing: bool = False
    exact_numbers: bool = False
    hints: bool = False
    theme: str = "night"
    motion: str = "full"
    name: str = ""
    saves: str = ""
    keys: Keys = field(default_factory=dict)


DEFAULTS = Settings()


def changed(settings: Settings, name: str, value: Value) -> Settings:
    """Return the settings with one of them changed. Raises TypeError if none has this name."""
    return replace(settings, **{name: value})  # type: ignore[arg-type]  # the table's kind has judged the value
