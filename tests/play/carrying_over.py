"""Sessions of a random story carried over random edits of it, and what has to hold of each."""

from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random

import random_stories
from small_stories import begun, program_of
from story_edits import GENTLE, ROUGH, Edit, edited, pile

from game.engine.events import Told
from game.play.codec import decode, encode
from game.play.journal import Journal, Took
from game.play.migrate import Migration, migrate
from game.play.playthrough import Playthrough
from game.play.replay import replay


@dataclass
class Figures:
    """How many sessions arrived after which kind of edit, how many where what they played was not touched."""

    tried: Counter[str] = field(default_factory=Counter)
    arrived: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
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


def carry_over_a_pile(story_seed: int, many: int, sessions: int, figures: Figures) -> None:
    """Edit a story gently so often, and carry so many sessions over all of it at once."""
    text = random_stories.story(story_seed)
    program = program_of(text)
    edit = pile(text, many, Random(story_seed))
    assert edit is not None
    for seed in range(sessions):
        judge(played_at_random(program, seed), edit, figures)


def judge(before: Playthrough, edit: Edit, figures: Figures) -> None:
    """Carry one session over one edit; what comes of it must be what was played, as far as it came."""
    found = migrate(edit.program, before.journal)
    took = [(one.scene, one.choice) for one in before.standing]
    now = [(one.scene, one.choice) for one in found.playthrough.standing]
    assert [(edit.was(place), edit.was(choice)) for place, choice in now] == took[: len(now)], edit.kind
    assert (found.parting is None) == (len(now) == len(took))
    assert gone_on_with(found).state == found.playthrough.state
    figures.tried[edit.kind] += 1
    if found.parting is None:
        figures.arrived[edit.kind] += 1
        figures.same[edit.kind] += found.differs is None
    else:
        stopped(found, took, edit)
        figures.stops[f"{edit.kind}: {found.parting.why}"] += 1
    if not touched(before, edit):
        figures.untouched[edit.kind] += 1
        figures.untouched_arrived[edit.kind] += found.parting is None


def gone_on_with(found: Migration) -> Playthrough:
    """The session that goes on from where one arrived or stopped, written and opened again in the edited story."""
    reached = found.playthrough
    story = reached.program.story
    opening = replace(reached.journal.opened, fingerprint=story.fingerprint, version=story.version)
    written = encode(Journal(opening, reached.standing))
    again = replay(reached.program, decode(written.encode("ascii")).journal)
    assert isinstance(again, Playthrough), again.reason
    return again


def stopped(found: Migration, took: list[tuple[str, str]], edit: Edit) -> None:
    """A session that stops does so at its next decision, which indeed can't be taken."""
    parting = found.parting
    assert parting is not None
    assert parting.decision == found.playthrough.decisions + 1 <= len(took)
    assert parting.reason
    place, choice = took[parting.decision - 1]
    there = found.playthrough
    match parting.why:
        case "gone" | "hidden" | "locked":
            assert edit.was(there.place) == place
            assert choice not in map(edit.was, there.open)
        case "elsewhere":
            assert edit.was(there.place) != place
        case "ended":
            assert there.ended
        case other:
            raise AssertionError(other)


def touched(playthrough: Playthrough, edit: Edit) -> bool:
    """Whether a session played what the edit is about: took the choice, was told the scene, was dealt the storylet."""
    place, choice = edit.touched
    if place in ("", "*"):
        return place == "*"
    if choice:
        return any((place, choice) in ways(one) for one in playthrough.standing)
    drew = [
        name for one in (playthrough.journal.opened, *playthrough.standing) for _, names in one.drew for name in names
    ]
    told = (event for move in playthrough.moves for event in move.step.events)
    return place in drew or any(isinstance(event, Told) and event.owner.split(".")[0] == place for event in told)


def ways(took: Took) -> tuple[tuple[str, str], ...]:
    """Where a choice that was taken is written: in its place, or in a thread that is told there."""
    thread, _, own = took.choice.rpartition(".")
    return (took.scene, took.choice), (thread, own)
