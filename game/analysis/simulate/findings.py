"""What counts tell of a story's parts: what never came, what nobody would take, what everybody does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from game.analysis.explore.targets import targets_of
from game.analysis.simulate.tally import EVERYBODY, Kind, Stood, Tally, together
from game.analysis.style.dominated import dominated
from game.analysis.style.manuscript import Manuscript
from game.model.story import Story
from game.model.style import Style
from game.source.span import NOWHERE

OFTEN = 20
"""Nothing is said of a choice that stood beside others more seldom."""
NEARLY_ALL = 0.85
"""What readers with preferences take in such a share is what everybody takes."""
_NAMED: tuple[Kind, ...] = ("scene", "storylet", "choice", "line", "ending", "coda", "variant")


class Shunned(NamedTuple):
    """A choice that nobody would take for what it says; ``why`` by what is written, where that can be told."""

    choice: str
    told: int
    why: str


class Taken(NamedTuple):
    """A choice that stood open ``beside`` another so often, and was taken ``taken`` times."""

    choice: str
    beside: int
    taken: int

    @property
    def share(self) -> float:
        """The share in which it was taken."""
        return self.taken / self.beside if self.beside else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What all runs together tell.

    ``never`` met, by kind; storylets ``never_dealt`` that came in no other way, and those dealt and ``never_chosen``;
    choices that were met and never ``opened``; ``shunned`` and ``everyone`` takes, of those that stood beside others
    often. ``judged`` are the readers with preferences, without whom it can't be said what everybody takes.
    """

    never: Mapping[Kind, tuple[str, ...]]
    never_dealt: tuple[str, ...]
    never_chosen: tuple[str, ...]
    opened: tuple[str, ...]
    shunned: tuple[Shunned, ...]
    everyone: tuple[Taken, ...]
    judged: tuple[str, ...]


def findings(story: Story, tallies: Sequence[Tally]) -> Findings:
    """Look at the tallies of all readers; one at least."""
    every = together(tallies, reader=EVERYBODY)
    kinds = [kind for kind in _NAMED if kind != "variant" or every.worded]
    names = {kind: [one.name for one in targets_of(story) if one.kind == kind] for kind in kinds}
    weighing = [one for one in tallies if any(how == "weighed" for _, how in one.stood)]
    choices = names["choice"]
    return Findings(
        never={kind: tuple(name for name in names[kind] if not every.met[kind, name]) for kind in kinds},
        never_dealt=tuple(
            name for name in names["storylet"] if not every.dealt[name] and not every.times["storylet", name]
        ),
        never_chosen=tuple(
            name for name in names["storylet"] if every.dealt[name] and not every.times["storylet", name]
        ),
        opened=tuple(name for name in choices if every.stood[name, "locked"] and not every.stood[name, "open"]),
        shunned=tuple(_shunned(story, every, choices)),
        everyone=tuple(_everyone(weighing, [*choices, *names["storylet"]])),
        judged=tuple(one.reader for one in weighing),
    )


def _shunned(story: Story, every: Tally, choices: Iterable[str]) -> Iterator[Shunned]:
    written: Mapping[str, str] | None = None
    for name in choices:
        told = every.stood[name, "told"]
        if told >= OFTEN and not every.stood[name, "wanted"]:
            written = outdone(story) if written is None else written
            yield Shunned(name, told, written.get(name, ""))


def _everyone(weighing: Sequence[Tally], names: Iterable[str]) -> Iterator[Taken]:
    """What readers with preferences nearly always take, and each of them more often than not."""
    for name in names:
        found = [taken(one, name) for one in weighing if one.stood[name, "beside"]]
        beside = sum(one.beside for one in found)
        if len(found) > 1 and beside >= OFTEN:
            whole = Taken(name, beside, sum(one.taken for one in found))
            if whole.share >= NEARLY_ALL and all(2 * one.taken > one.beside for one in found):
                yield whole


def taken(tally: Tally, name: str) -> Taken:
    """How often a choice, or a storylet in the tray, was taken of the times that it stood open beside another."""
    beside: tuple[str, Stood] = (name, "beside")
    return Taken(name, tally.stood[beside], tally.stood[name, "taken"])


def outdone(story: Story) -> dict[str, str]:
    """The choices that another of their scene outdoes by what is written, each with the sentence that says so."""
    style = story.style or Style(at=NOWHERE)
    found = {one.at: one.message for one in dominated(Manuscript(story, replace(style, no_dominated=True), {}))}
    return {
        f"{scene.id}.{one.id}": found[one.at]
        for scene in story.scenes.values()
        for one in scene.choices
        if one.at in found
    }
