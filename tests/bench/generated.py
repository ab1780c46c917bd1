"""A story of any size, made from a seed: scenes in layers, four choices each, meters, facts, conditions, words.

The same story as YAML, in one file or in several, and as ink.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

WORDS = ("rain", "line", "handset", "tower", "road", "orange", "ledger", "letter", "winter", "glass", "stair", "kettle")
METERS = tuple(f"m{n}" for n in range(6))
FACTS = tuple(f"f{n}" for n in range(8))
ENDINGS = 10
LAYERS = 40
STEPS = 9  # a change is of so many steps at most; of wider steps of two, so that a meter still has somewhere to go
A_FILE = 1000  # scenes in one file, where there are several: a file has its limits


@dataclass
class Choice:
    """What it says, asks, moves, and where it leads: to a scene or an ending."""

    text: str
    moves: list[tuple[str, str, int]]
    fact: str
    when: tuple[str, int] | None = None
    goto: str = ""
    end: str = ""


@dataclass
class Scene:
    """Words, a meter shown, a fact asked, four choices."""

    words: str
    meter: str
    fact: str
    choices: list[Choice] = field(default_factory=list)


def _scenes(scenes: int, seed: int, step: int = 1, *, cyclic: bool = False) -> Iterator[Scene]:
    """The scenes of a story whose readers take some forty decisions before an ending.

    Meters move in steps of ``step``. Where it is ``cyclic``, of the last scenes only the first choice ends the story,
    and the others lead back to the first scene.
    """
    most = max(2, STEPS // step)
    dice = random.Random(seed)
    wide = max(1, scenes // LAYERS)
    for number in range(scenes):
        layer = number // wide
        words = " ".join(dice.choice(WORDS) for _ in range(60))
        scene = Scene(words, dice.choice(METERS), dice.choice(FACTS))
        for count in range(4):
            first, second = dice.sample(METERS, 2)
            moves = [(first, "+", step * dice.randint(1, most)), (second, "-", step * dice.randint(1, most))]
            fact = dice.choice(FACTS)
            last = layer >= LAYERS - 1 or (layer + 1) * wide >= scenes
            low, high = (layer + 1) * wide, min((layer + 2) * wide, scenes) - 1
            choice = Choice(f"Take the {dice.choice(WORDS)} {count}", moves, fact)
            if count and dice.random() < 1 / 3:
                choice.when = dice.choice(METERS), dice.randint(20, 60)
            if last and cyclic and count:
                choice.goto = "s0"
            elif last:
                choice.end = f"e{dice.randrange(ENDINGS)}"
            else:
                choice.goto = f"s{dice.randint(low, max(low, high))}"
            scene.choices.append(choice)
        yield scene


def _head() -> list[str]:
    declared = "range: 0..100, start: 50, bands: {0: Low, 50: High}"
    lines = ["story: generated", "title: Generated", "start: s0", "meters:"]
    lines += [f"  {meter}: {{title: {meter.upper()}, {declared}}}" for meter in METERS]
    lines += ["facts:", *(f"  {fact}: false" for fact in FACTS), "endings:"]
    for number in range(ENDINGS):
        lines += [
            f"  e{number}:",
            f"    title: End {number}",
            f"    order: {number}",
            "    at: last",
            "    text: Over.",
        ]
    return lines


def _yaml(number: int, scene: Scene) -> list[str]:
    lines = [f"  s{number}:", f"    title: Scene {number}", "    text: |"]
    lines += [f"      {scene.words} {{{scene.meter}}} {{{scene.fact}: a door | a wall}}.", "    choices:"]
    for count, choice in enumerate(scene.choices):
        effects = ", ".join(f"{meter} {sign}= {by}" for meter, sign, by in choice.moves) + f", {choice.fact} = true"
        lines += [f"      c{count}:", f"        text: {choice.text}"]
        lines += [f"        when: {choice.when[0]} >= {choice.when[1]}"] if choice.when else []
        if choice.end:
            lines.append(f"        effects: [{effects}, {{end: {choice.end}}}]")
        else:
            lines += [f"        effects: [{effects}]", f"        goto: {choice.goto}"]
    return lines


def story(scenes: int, seed: int = 1, step: int = 1, *, cyclic: bool = False) -> str:
    """Return the YAML of a story in one file; its meters move in steps of ``step``, and it may be endless."""
    lines = [*_head(), "scenes:"]
    for number, scene in enumerate(_scenes(scenes, seed, step, cyclic=cyclic)):
        lines += _yaml(number, scene)
    return "\n".join(lines) + "\n"


def files(scenes: int, seed: int = 1) -> dict[str, str]:
    """Return the YAML of the same story by the names of its files."""
    found = {"story.yaml": [*_head(), *(["scenes:"] if scenes <= A_FILE else [])]}
    for number, scene in enumerate(_scenes(scenes, seed)):
        name = "story.yaml" if scenes <= A_FILE else f"scenes/{number // A_FILE:03}.yaml"
        found.setdefault(name, ["scenes:"]).extend(_yaml(number, scene))
    return {name: "\n".join(lines) + "\n" for name, lines in found.items()}


def ink(scenes: int, seed: int = 1) -> str:
    """Return the same story in ink."""
    lines = [*(f"VAR {meter} = 50" for meter in METERS), *(f"VAR {fact} = false" for fact in FACTS), "-> s0"]
    for number, scene in enumerate(_scenes(scenes, seed)):
        lines += [f"=== s{number} ===", f"{scene.words} {{{scene.meter}}} {{{scene.fact}: a door | a wall}}."]
        for choice in scene.choices:
            when = f"{{{choice.when[0]} >= {choice.when[1]}}} " if choice.when else ""
            lines.append(f"+ {when}[{choice.text}]")
            for meter, sign, by in choice.moves:
                bound = f"MIN(100, {meter} + {by})" if sign == "+" else f"MAX(0, {meter} - {by})"
                lines.append(f"  ~ {meter} = {bound}")
            lines += [f"  ~ {choice.fact} = true", f"  -> {choice.goto or choice.end}"]
    for number in range(ENDINGS):
        lines += [f"=== e{number} ===", "Over.", "-> END"]
    return "\n".join(lines) + "\n"
