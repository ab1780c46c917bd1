"""The settings that hold, with where each was chosen, and what was wrong with the rest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from game.settings.values import DEFAULTS, Settings, Value, changed

Keep = Callable[[str, Value], str]
"""Keeps a setting for the next time, by its name; empty, or the sentence that says why it can't be kept."""

OVER = ("environment", "flag")
"""Where what is chosen holds over the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings; ``origins`` says of those chosen where: ``file``, ``environment``, ``flag`` or ``here``.

    ``notices`` are sentences about what was chosen wrongly; ``path`` is the file, empty where there is none;
    ``places`` says where in it each command is given its keys.
    ``over`` are those among the origins that hold over the file at every start: environment and flags.
    """

    settings: Settings = DEFAULTS
    origins: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    path: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    over: Mapping[str, str] = field(default_factory=dict)

    def with_value(self, name: str, value: Value, origin: str = "here") -> "Config":
        """Return it with one setting changed."""
        over = {**self.over, name: origin} if origin in OVER else self.over
        return replace(
            self, settings=changed(self.settings, name, value), origins={**self.origins, name: origin}, over=over
        )

    def noting(self, *notices: str) -> "Config":
        """Return it with more that was wrong."""
        return replace(self, notices=(*self.notices, *notices))


def kept_nowhere(_name: str, _value: Value) -> str:
    """Keep a setting only as long as the program runs."""
    return ""
