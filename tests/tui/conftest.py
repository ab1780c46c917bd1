"""The screens are tested without a terminal; nothing of the developer's own settings reaches them."""

import sys
from pathlib import Path

import pytest
import tui_idle

_STORIES = str(Path(__file__).parents[1] / "stories")
if _STORIES not in sys.path:
    sys.path.insert(0, _STORIES)


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch):
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "NARROWSKY_SAVES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def no_longer_than_needed(monkeypatch):
    tui_idle.take_over(monkeypatch)
