"""The small stories, and the random ones, serve these tests too."""

import sys
from pathlib import Path

_TESTS = Path(__file__).parents[1]
for _folder in ("stories", "properties"):
    if str(_TESTS / _folder) not in sys.path:
        sys.path.insert(0, str(_TESTS / _folder))
