"""A session as a recording for terminals: an asciicast (version 2) of its replay at the pace of a reader."""

import json

from game.play.playthrough import Playthrough
from game.view.export.book import Book
from game.view.page import Page
from game.view.transcript import number_of, page_text

_COLUMNS, _ROWS, _MARGIN = 80, 24, 4
_A_MINUTE = 260
"""Words read in a minute."""
_LEAST, _MOST = 1.2, 9.0
_A_LINE, _A_KEY = 0.04, 0.6


def as_cast(told: Book, playthrough: Playthrough) -> str:
    """Return the recording: a header and one event a line."""
    lines = [
        json.dumps(
            {
                "version": 2,
                "width": _COLUMNS,
                "height": _ROWS,
                "title": f"{told.title}: {told.name}",
                "idle_time_limit": _MOST,
            },
            ensure_ascii=True,
        )
    ]
    now = 0.0
    for page, move in zip(told.pages, playthrough.moves, strict=True):
        if move.took is not None:
            typed = number_of(told.pages[page.number - 1], move.took.choice)
            lines += [_event(now, "\r\n> "), _event(now + _A_KEY, f"{typed}\r\n\r\n")]
            now += 2 * _A_KEY
        text = page_text(page, _COLUMNS - _MARGIN)
        for line in text.splitlines():
            lines.append(_event(now, f"{line}\r\n"))
            now += _A_LINE
        now += _reading(page, text)
    return "\n".join(lines) + "\n"


def _event(at: float, text: str) -> str:
    return json.dumps([round(at, 3), "o", text], ensure_ascii=True)


def _reading(page: Page, text: str) -> float:
    """How long a page stands still, in seconds."""
    return _LEAST if page.ending else max(_LEAST, min(_MOST, len(text.split()) / _A_MINUTE * 60))
