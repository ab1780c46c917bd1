"""The small stories of ``tests/stories`` serve these tests too."""

import sys
from pathlib import Path

import pytest

_STORIES = str(Path(__file__).parents[1] / "stories")
if _STORIES not in sys.path:
    sys.path.insert(0, _STORIES)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own: nothing of the checkout is written to."""
    monkeypatch.setenv("NARROWSKY_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def chambers(home):
    story = home / "chambers.yaml"
    from two_chambers import text

    story.write_text(text())
    return story
