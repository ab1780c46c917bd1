"""How often each line of an author's files was met: what stands in the margin beside it."""

from collections.abc import Iterator, Mapping

from game.analysis.explore.targets import targets_of
from game.analysis.simulate.tally import Place, Tally
from game.analysis.simulate.wording import place_of
from game.analysis.texts import texts_of
from game.model.prose import Prose
from game.model.story import Story

Margin = Mapping[int, int]
"""By the number of a line, how often it was met; lines on which nothing that is counted begins are left out."""


def margins(story: Story, tally: Tally) -> Mapping[str, Margin]:
    """The margins of all files of a story, by their names.

    A scene's line was met as often as it was entered, a choice's as often as it was taken, those of a label as often as
    it was offered, those of any other text as often as it was told. Where two begin on one line, what holds the other
    counts. Where no text was made, texts have no numbers but those of labels.
    """
    found: dict[str, dict[int, int]] = {}
    for (source, first, last), count in (*_texts(story, tally), *_targets(story, tally)):
        found.setdefault(source, {}).update(dict.fromkeys(range(first, last + 1), count))
    return found


def _texts(story: Story, tally: Tally) -> Iterator[tuple[Place, int]]:
    offered = _offered(story, tally)
    for text in texts_of(story):
        place = place_of(text.prose)
        if place in offered:
            yield place, offered[place]
        elif tally.worded and text.use not in ("note", "codex", "summary", "plain"):
            yield place, tally.texts[place]


def _offered(story: Story, tally: Tally) -> dict[Place, int]:
    """Of labels, costs, reasons and envelopes: how often they stood on a page."""
    found: dict[Place, int] = {}

    def put(prose: Prose | None, count: int) -> None:
        if prose is not None:
            found[place_of(prose)] = count

    for scene in story.scenes.values():
        for choice in scene.choices:
            name = f"{scene.id}.{choice.id}"
            locked = tally.stood[name, "locked"]
            put(choice.text, tally.stood[name, "open"] + locked)
            put(choice.cost, tally.stood[name, "open"] + locked)
            put(choice.locked, locked)
    for name, storylet in story.storylets.items():
        put(None if storylet.envelope is None else storylet.envelope.text, tally.stood[name, "open"])
    return found


def _targets(story: Story, tally: Tally) -> Iterator[tuple[Place, int]]:
    for target in targets_of(story):
        if target.kind not in ("variant", "claim"):
            yield (target.at.source, target.at.line, target.at.line), tally.times[target.kind, target.name]
