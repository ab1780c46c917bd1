"""The screens are tested without a terminal; nothing of the developer's own settings reaches them."""

import pytest


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch):
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "NARROWSKY_SAVES"):
        monkeypatch.delenv(name, raising=False)
