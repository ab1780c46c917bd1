"""The small stories of ``tests/stories`` serve these tests too."""

import sys
from pathlib import Path

import pytest

_STORIES = str(Path(__file__).parents[1] / "stories")
if _STORIES not in sys.path:
    sys.path.insert(0, _STORIES)


@pytest.fixture(scope="session")
def narrow_sky():
    """The campaign, loaded."""
    from game.cli import places
    from game.load.pipeline import load_path

    return load_path(places.campaign()).story
