"""A picture of the screen, as SVG."""

import re

from textual.app import App

_FETCHED = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def picture(app: App[None]) -> str:
    """Return it; whoever opens it asks nothing of a network, so it is drawn in fonts that are there."""
    return _FETCHED.sub("", app.export_screenshot())
