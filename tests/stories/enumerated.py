"""A referee: small random stories, and everything that can come of one, by the plainest enumeration there is.

It shares nothing with the judge but the engine: luck is gone through by counting, states are kept whole.
"""

from fractions import Fraction
from random import Random

from small_stories import HEADER, program_of

from game.engine.events import Passed, Told
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.engine.step import begin, choose

MOST = 1_500


def small_story(seed):
    """A story's text: a few scenes, two meters and a flag, checks, doors that may never open; with weeks or without."""
    luck = Random(seed)
    scenes = ["start", *(f"s{n}" for n in range(luck.randint(1, 4)))]
    weekly = luck.random() < 0.5
    parts = [
        HEADER,
        "meters:\n  heat: {title: Heat, range: 0..4, start: 2}\n  cold: {title: Cold, range: 0..3, start: 0}\n",
    ]
    parts.append("characters: {ann: {name: Ann}}\nfacts: {key: false}\ntruths: {wind: {north: 75, south: 25}}\n")
    if weekly:
        phases = "deal: {title: Deal, deal: [post], hand: 2, take: 1}" if luck.random() < 0.6 else ""
        parts.append(
            f"clock:\n  unit: week\n  turns: {luck.randint(1, 3)}\n"
            "  phases:\n    week: {title: Week, due: first, else: arcs}\n"
        )
        parts.append(f"    {phases}\n" if phases else "")
    else:
        phases = ""
    parts.append("scenes:\n" + "".join(_scene(luck, name, scenes, weekly) for name in scenes))
    if phases:
        parts.append("storylets:\n" + "".join(_card(luck, n) for n in range(luck.randint(2, 3))))
    parts.append(
        f"endings:\n  early: {{title: Early, order: 1, at: any, text: Early, "
        f"when: {_condition(luck)} or {_condition(luck)}}}\n"
        "  out: {title: Out, order: 2, at: any, text: Out}\n  last: {title: Last, order: 3, at: last, text: Last}\n"
    )
    return "".join(parts)


def _condition(luck):
    return luck.choice(
        (
            "heat >= 4",
            "heat < 1",
            "cold == 3",
            "heat + cold > 5",
            "key",
            "not key",
            "wind == south",
            "heat > cold",
            "cold > 3 - heat",
        )
    )


def _effect(luck):
    return luck.choice(
        ("heat += 1", "heat -= 1", "heat -= 2", "cold += 1", "cold -= 1", "key = true", "key = false", "heat = 2")
    )


def _scene(luck, name, scenes, weekly):
    lines = [f"  {name}:\n    text: Here\n    choices:\n"]
    for number in range(luck.randint(2, 4)):
        parts = [f"text: C{number}"]
        if luck.random() < (0.6 if number else 0.2):
            parts.append(f"when: {_condition(luck)}")
        if luck.random() < 0.2:
            parts.append("once: true")
        effects = [_effect(luck) for _ in range(luck.randint(0, 2))]
        if luck.random() < 0.12:
            effects.append("{end: out}")
        parts.append(f"effects: [{', '.join(effects)}]")
        if luck.random() < 0.3:
            odds = luck.choice((0, 5, 50, 100))
            parts.append(
                f"check: {{odds: {odds}, pass: {{effects: [{_effect(luck)}]}}, fail: {{effects: [{_effect(luck)}]}}}}"
            )
        if luck.random() < (0.4 if weekly else 1):
            parts.append(f"goto: {luck.choice(scenes)}")
        lines.append(f"      c{number}: {{{', '.join(parts)}}}\n")
    return "".join(lines)


def _card(luck, number):
    when = f"    when: {_condition(luck)}\n" if luck.random() < 0.5 else ""
    return (
        f"  card{number}:\n    deck: post\n    text: T\n{when}"
        f"    envelope: {{text: E, handler: ann, likely: so, default: {{effects: [{_effect(luck)}], because: so}}}}\n"
        "    choices:\n"
        f"      a: {{text: A, effects: [{_effect(luck)}]}}\n"
        f"      b: {{text: B, when: {_condition(luck)}}}\n"
        "      c: {text: C}\n"
    )


def small_program(seed):
    """A small story, made ready."""
    return program_of(small_story(seed))


class Everything:
    """All that can come of a small story; ``whole`` says whether that was all."""

    def __init__(self, program):
        self.program, self.met, self.ways, self.whole = program, set(), {}, True
        self.first = [
            (chance, self._see(None, "", step), step) for chance, step in self._every(lambda luck: begin(program, luck))
        ]
        todo = [step.state for _, _, step in self.first if step is not None]
        while todo and self.whole:
            state = todo.pop()
            if state in self.ways:
                continue
            ways = self.ways[state] = []
            found = () if state.ended else open_choices(program, state)
            for choice in found:
                for chance, step in self._every(
                    lambda luck, state=state, choice=choice: choose(program, state, choice, luck)
                ):
                    ways.append((chance / len(found), self._see(state, choice, step), step))
                    if step is not None:
                        todo.append(step.state)
            self.whole = len(self.ways) <= MOST
        self.endless = any(step is None for ways in (self.first, *self.ways.values()) for _, _, step in ways)

    def _every(self, do):
        """Count through all answers: the last digit that can go up does, those after it begin again."""
        digits, found = [], []
        while True:
            sizes, said, chance = [], 0, Fraction(1)

            def luck(_site, outcomes, sizes=sizes):
                nonlocal said, chance
                may = [one for one in outcomes if one.weight]
                if said == len(digits):
                    digits.append(0)
                sizes.append(len(may))
                one = may[digits[said]]
                said += 1
                chance *= Fraction(one.weight, sum(each.weight for each in outcomes))
                return one.id

            try:
                step = do(luck)
            except EndlessError:
                step = None
            found.append((chance, step))
            del digits[said:]
            while digits and digits[-1] == sizes[len(digits) - 1] - 1:
                digits.pop()
            if not digits:
                return found
            digits[-1] += 1

    def _see(self, before, choice, step):
        found = set()
        if step is None:
            return found
        if before is not None and before.scene:
            found.add(("choice", f"{before.scene}.{choice}"))
        for event in step.events:
            if isinstance(event, Told) and event.role == "ending":
                found.add(("ending", event.owner))
            elif isinstance(event, Told) and event.role == "scene":
                kind = "storylet" if event.owner in self.program.storylets else "scene"
                found.add((kind, event.owner))
            elif isinstance(event, Passed):
                found.add(("choice", f"{event.scene}.{event.choice}") if event.choice else ("scene", event.scene))
        self.met |= found
        return found

    def stuck(self):
        """Whether a reader can stand where nothing is open, or go round for ever."""
        return self.endless or any(not ways and not state.ended for state, ways in self.ways.items())

    def hopeless(self):
        """Whether a reader can stand where no ending can be reached."""
        good = {state for state in self.ways if state.ended}
        size = -1
        while size != len(good):
            size = len(good)
            good |= {
                state for state, ways in self.ways.items() if any(step and step.state in good for _, _, step in ways)
            }
        return len(good) < len(self.ways)

    def chance(self, fact, rounds=4_000):
        """How likely a fact is for one who chooses at random: by going on until next to nothing moves."""
        now = dict.fromkeys(self.ways, 0.0)

        def of(ways):
            return sum(float(p) * (1 if fact in met else now[step.state] if step else 0) for p, met, step in ways)

        for _ in range(rounds):
            moved = 0.0
            for state, ways in self.ways.items():
                new = of(ways)
                moved, now[state] = max(moved, new - now[state]), new
            if moved < 1e-13:
                return of(self.first)
        now = self._solved(fact)  # a circle that is left too seldom
        return of(self.first)

    def _solved(self, fact):
        """The same as fractions, a state after the other put into those that lead to it."""
        rows, sums = {}, {}
        for state, ways in self.ways.items():
            row = rows[state] = {}
            sums[state] = sum((p for p, met, _ in ways if fact in met), Fraction(0))
            for p, met, step in ways:
                if fact not in met and step is not None:
                    row[step.state] = row.get(step.state, 0) + p
        for state, row in rows.items():
            left = 1 - row.pop(state, Fraction(0))
            sums[state] = sums[state] / left if left else Fraction(0)
            for to in row:
                row[to] /= left or 1
            for other, its in rows.items():
                share = its.pop(state, None) if other is not state else None
                if share:
                    sums[other] += share * sums[state]
                    for to, p in row.items():
                        its[to] = its.get(to, 0) + share * p
        return {state: float(chance) for state, chance in sums.items()}
