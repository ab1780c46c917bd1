"""The log: everything that was read in a playthrough, and every decision, page by page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.play.playthrough import Playthrough
from game.view.compose import compose
from game.view.page import Page
from game.view.transcript import WIDTH, block_text, changes_text, filled


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text in which something was found: after decision ``number``, in ``where`` (``Week 2 of 4``)."""

    number: int
    where: str
    text: str


class Log:
    """The pages of a playthrough, the beginning first. Each is made when it is first asked for, and kept."""

    def __init__(self, playthrough: Playthrough, composed: Callable[[Playthrough], Page] = compose) -> None:
        self.playthrough = playthrough
        self._composed = composed
        self._pages: dict[int, Page] = {}

    def __len__(self) -> int:
        """How many pages there are."""
        return self.playthrough.pages

    def page(self, number: int) -> Page:
        """The page after ``number`` decisions, with the decision that led to it and what changed by it."""
        if number not in self._pages:
            self._pages[number] = self._composed(self.playthrough.at(number))
        return self._pages[number]

    def find(self, wanted: str) -> Iterator[Found]:
        """Every stretch of text that holds ``wanted``, capital or not, in the order read."""
        wanted = wanted.casefold()
        for number in range(len(self) if wanted else 0):
            page = self.page(number)
            for text in said(page):
                if wanted in text.casefold():
                    yield Found(number, page.where, text)


def said(page: Page) -> Iterator[str]:
    """The stretches of a page in the order they are read: the decision, then titles and paragraphs."""
    if page.chosen:
        yield page.chosen
    for block in page.blocks:
        if block.title:
            yield block.title
        yield from (paragraph.text for paragraph in block.paragraphs)


def log_text(page: Page, width: int = WIDTH) -> str:
    """One page of the log as text: the decision, what was read, what changed. Ends with a newline."""
    parts = [filled(f"> {page.chosen}", width, hang=2)] if page.chosen else []
    parts += [block_text(block, width) for block in page.blocks]
    if page.number:
        parts.append(changes_text(page.gauges, width))
    return "\n\n".join(part for part in parts if part) + "\n"
