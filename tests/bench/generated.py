"""A story of any size, made from a seed: scenes in layers, four choices each, meters, facts, conditions, words."""

import random

WORDS = ("rain", "line", "handset", "tower", "road", "orange", "ledger", "letter", "winter", "glass", "stair", "kettle")


def story(scenes: int, seed: int = 1) -> str:
    """Return the YAML of a story whose readers take some forty decisions before an ending."""
    dice = random.Random(seed)
    layers = 40
    wide = max(1, scenes // layers)
    meters = [f"m{n}" for n in range(6)]
    facts = [f"f{n}" for n in range(8)]
    declared = "range: 0..100, start: 50, bands: {0: Low, 50: High}"
    lines = ["story: generated", "title: Generated", "start: s0", "meters:"]
    lines += [f"  {meter}: {{title: {meter.upper()}, {declared}}}" for meter in meters]
    lines.append("facts:")
    lines += [f"  {fact}: false" for fact in facts]
    lines.append("endings:")
    for number in range(10):
        lines += [
            f"  e{number}:",
            f"    title: End {number}",
            f"    order: {number}",
            "    at: last",
            "    text: Over.",
        ]
    lines.append("scenes:")
    for number in range(scenes):
        text = " ".join(dice.choice(WORDS) for _ in range(60))
        layer = number // wide
        lines += [
            f"  s{number}:",
            f"    title: Scene {number}",
            "    text: |",
            f"      {text} {{{dice.choice(meters)}}} {{{dice.choice(facts)}: a door | a wall}}.",
            "    choices:",
        ]
        for choice in range(4):
            first, second = dice.sample(meters, 2)
            effects = f"{first} += {dice.randint(1, 9)}, {second} -= {dice.randint(1, 9)}, {dice.choice(facts)} = true"
            last = layer >= layers - 1 or (layer + 1) * wide >= scenes
            low, high = (layer + 1) * wide, min((layer + 2) * wide, scenes) - 1
            lines += [f"      c{choice}:", f"        text: Take the {dice.choice(WORDS)} {choice}"]
            if choice and dice.random() < 1 / 3:
                lines.append(f"        when: {dice.choice(meters)} >= {dice.randint(20, 60)}")
            if last:
                lines.append(f"        effects: [{effects}, {{end: e{dice.randrange(10)}}}]")
            else:
                lines += [f"        effects: [{effects}]", f"        goto: s{dice.randint(low, max(low, high))}"]
    return "\n".join(lines) + "\n"
