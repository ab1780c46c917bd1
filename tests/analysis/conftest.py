"""The small stories of ``tests/stories`` serve these tests too."""

import sys
from pathlib import Path

_STORIES = str(Path(__file__).parents[1] / "stories")
if _STORIES not in sys.path:
    sys.path.insert(0, _STORIES)
