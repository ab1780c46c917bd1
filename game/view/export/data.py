"""A session as data: every page as plain values, for programs."""

import json
from dataclasses import asdict
from typing import Any

from game.play.playthrough import Playthrough
from game.view.decisions import decisions
from game.view.export.book import Book
from game.view.page import Page

FORMAT = 1
"""Goes up when a key changes its meaning; new keys may come at any time."""


def as_data(told: Book, playthrough: Playthrough) -> str:
    """Return the session as JSON."""
    opening = playthrough.journal.opened
    data = {
        "format": FORMAT,
        "story": {"id": opening.story, "title": told.title, "by": told.by, "fingerprint": opening.fingerprint},
        "session": {"name": told.name, "seed": opening.seed, "started": opening.started, "stands": told.stands},
        "decisions": [asdict(one) for one in decisions(playthrough)],
        "pages": [page_data(page) for page in told.pages],
        "meters": [asdict(course) for course in told.meters],
        "ledger": [line.text for line in told.ledger],
        "codex": [asdict(entry) for entry in told.codex],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def page_data(page: Page) -> dict[str, Any]:
    """One page as plain values."""
    return asdict(page)
