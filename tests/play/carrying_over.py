"""Sessions of a random story carried over random edits of it, and what has to hold of each."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random

import random_stories
from small_stories import begun, program_of
from story_edits import GENTLE, ROUGH, Edit, edited

from game.play.migrate import Migration, migrate
from game.play.playthrough import Playthrough


@dataclass
class Figures:
    """How many sessions arrived after which kind of edit, how many where what they played was not touched."""

    tried: Counter[str] = field(default_factory=Counter)
    arrived: Counter[str] = field(default_factory=Counter)
    untouched: Counter[str] = field(default_factory=Counter)
    untouched_arrived: Counter[str] = field(default_factory=Counter)
    stops: Counter[str] = field(default_factory=Counter)


def played_at_random(program, seed: int, most: int = 40) -> Playthrough:
    """A session to its end or to so many decisions; some are taken back on the way."""
    luck = Random(seed)
    playthrough = begun(program, seed)
    while not playthrough.ended and playthrough.decisions < most and playthrough.open:
        playthrough = playthrough.choose(luck.choice(playthrough.open))
        if luck.random() < 0.1 and playthrough.decisions > 1:
            playthrough = playthrough.back(playthrough.decisions - 1)
    return playthrough


def carry(story_seed: int, edits: int, sessions: int, figures: Figures, kinds=(*GENTLE, *ROUGH)) -> None:
    """Edit a story so often, and carry so many sessions over each edit."""
    text = random_stories.story(story_seed)
    program = program_of(text)
    played = [played_at_random(program, seed) for seed in range(sessions)]
    luck = Random(story_seed)
    done = 0
    for _ in range(20 * edits):
        edit = edited(text, luck.choice(kinds), luck)
        if edit is None:
            continue
        for playthrough in played:
            judge(playthrough, edit, figures)
        done += 1
        if done == edits:
            break


def judge(before: Playthrough, edit: Edit, figures: Figures) -> None:
    """Carry one session over one edit; what comes of it must be what was played, as far as it came."""
    found = migrate(edit.program, before.journal)
    took = [(one.scene, one.choice) for one in before.standing]
    now = [(one.scene, one.choice) for one in found.playthrough.standing]
    assert [(edit.was(place), edit.was(choice)) for place, choice in now] == took[: len(now)]
    assert (found.parting is None) == (len(now) == len(took))
    figures.tried[edit.kind] += 1
    if found.parting is None:
        figures.arrived[edit.kind] += 1
    else:
        stopped(found, took)
        figures.stops[f"{edit.kind}: {found.parting.why}"] += 1
    if not touched(before, edit):
        figures.untouched[edit.kind] += 1
        figures.untouched_arrived[edit.kind] += found.parting is None


def stopped(found: Migration, took: list[tuple[str, str]]) -> None:
    """A session that stops does so at its next decision, which indeed can't be taken."""
    parting = found.parting
    assert parting is not None
    assert parting.decision == found.playthrough.decisions + 1 <= len(took)
    assert parting.reason
    place, choice = took[parting.decision - 1]
    there = found.playthrough
    if parting.why in ("gone", "hidden", "locked"):
        assert there.place == place
        assert choice not in there.open


def touched(playthrough: Playthrough, edit: Edit) -> bool:
    """Whether a session took the choice or was dealt the storylet that the edit is about."""
    place, choice = edit.touched
    if choice:
        return any((one.scene, one.choice) == (place, choice) for one in playthrough.standing)
    drew = [name for move in playthrough.standing for _, outcomes in move.drew for name in outcomes]
    return place in drew or place in [name for _, names in playthrough.journal.opened.drew for name in names]
