"""The small stories of ``tests/stories`` and the random ones of ``tests/properties`` serve these tests too."""

import sys
from pathlib import Path

for _room in ("stories", "properties"):
    _path = str(Path(__file__).parents[1] / _room)
    if _path not in sys.path:
        sys.path.insert(0, _path)
