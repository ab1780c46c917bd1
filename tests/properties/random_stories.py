"""Random small stories that load: weeks or none, trays, checks, truths, plans, promises, lines, rules, sequences.

And threads, calls, choices inside choices, draws, offers, warnings, codas, parts of the clock.
"""

from random import Random

from small_stories import program_of

from game.engine.program import Program

METERS = ("sky", "home", "fuse")


def story(seed: int) -> str:
    """One story's YAML; the same seed gives the same story."""
    return _Writer(Random(seed)).text()


def program(seed: int) -> Program:
    """One story, made ready."""
    return program_of(story(seed))


class _Writer:
    def __init__(self, luck: Random) -> None:
        self.luck = luck
        self.weekly = luck.random() < 0.8
        self.turns = luck.randint(2, 5)
        self.scenes = [f"scene_{n}" for n in range(luck.randint(3, 7))]
        self.cards = [f"card_{n}" for n in range(luck.randint(3, 8))] if self.weekly else []

    def text(self) -> str:
        parts = ["story: random\ntitle: Random\nstart: scene_0\nsizes: {small: 2, large: 7}\n"]
        if self.weekly:
            parts.append(self.clock())
        parts.append(self.world())
        parts.append("scenes:\n" + "".join(self.scene(n) for n in range(len(self.scenes))))
        if self.weekly:
            parts.append("storylets:\n" + "".join(self.card(name) for name in self.cards))
            parts.append(self.lines())
            parts.append(
                "promises:\n  word: {to: ann, within: 2, text: a word, kept: {effects: [sky += small]}, "
                f"broken: {{effects: [home -= large], goto: {self.scenes[-1]}}}}}\n"
                "rules:\n  heat: {when: fuse > 20, do: [home -= 1, {happen: heat}]}\n"
                "  once_only: {when: home < 45, once: true, "
                "do: [fuse += small, {warn: early}, {later: {coda: ghost, kind: ghost}}]}\n"
                "  nine: {when: count == 9, do: [{happen: noise}]}\n"
            )
        parts.append(
            "endings:\n  early: {title: Early, order: 1, at: any, when: fuse >= 40, "
            f"{self.luck.choice(('', 'warned: 1, ')) if self.weekly else ''}text: Too hot}}\n"
            "  out: {title: Out, order: 2, at: any, text: You leave}\n"
            "  last: {title: Last, order: 3, at: last, text: The end of it}\n"
            "codas:\n"
            f"  road: {{order: 2, when: met(road), first_of: [{{when: {self.condition()}, text: So}}, {{text: On}}]}}\n"
            + ("  ghost: {order: 1, planted: true, text: Somebody waits}\n" if self.weekly else "")
        )
        return "".join(parts)

    def clock(self) -> str:
        hand, take = self.luck.choice(((3, 1), (2, 1), (3, 2), (1, 1)))
        phases = [
            "brief: {title: Brief, lines: brief, at_most: 2}",
            f"tray: {{title: Tray, deal: [post], hand: {hand}, take: {take}}}",
            "scene: {title: The week, due: first, else: arcs}",
            "papers: {title: Papers, lines: papers, at_most: 2, one_event: true}",
        ]
        self.luck.shuffle(phases)
        return f"clock:\n  unit: week\n  turns: {self.turns}\n  parts: {{young: 1, old: 2}}\n  phases:\n" + "".join(
            f"    {one}\n" for one in phases
        )

    def world(self) -> str:
        return f"""\
arcs: {{road: {{title: The road}}}}
characters: {{ann: {{name: Ann, memories: {{late: You were late}}}}}}
facts:
  seen: false
  mood: {{one_of: [calm, cross]}}
  kit: {{any_of: [map, coat, lamp], start: [map]}}
  count: {{range: 0..9}}
truths: {{weather: {{rain: 60, sun: 40}}, error: {{range: -3..3, narrow: [{{when: seen, to: -1..1}}]}}}}
meters:
  sky: {{title: Sky, range: 0..100, start: 50, soft: {{30: 1/2, 10: 1/4}}, bands: {{0: Low, 40: Even, 70: High}}}}
  home: {{title: Home, range: 0..100, start: 50, shown_as: home + error, gains: [{{when: fuse > 10, times: 1/2}}]}}
  fuse:
    title: Fuse
    range: 0..50
    start: 5
    shown: words
    bands: {{0: Long, 20: Short}}
    drift: [{{by: {self.luck.randint(-2, 4)}}}]
"""

    def condition(self) -> str:
        return self.luck.choice(
            ("sky > 45", "home <= 50", "fuse in 5..15", "seen", "not seen", "mood == cross", "count >= 2", "ann > 0",
             "sky is Even or count == 1", "kit has coat", "remembers(ann.late)", "count(kit) > 1",
             f"visits({self.luck.choice(self.scenes)}) > 1", "met(road)",
             f"took({self.scenes[0]}.go)")
            + (("turn >= 2", "young", "old or seen", "warnings(early) > 0",
                "held(sky > 45) >= 2", "held(held(seen) > 1 or ann > 0) > 0") if self.weekly else ())
        )  # fmt: skip

    def effect(self) -> str:
        """One effect; sometimes it is drawn by chance."""
        if self.luck.random() < 0.1:
            return (
                f"{{draw: {{one: {{weight: {self.luck.randint(1, 9)}, do: [{self.plain_effect()}]}}, "
                f"two: {{when: {self.condition()}, do: [{self.plain_effect()}]}}, three: {{when: seen}}}}, "
                f"if_none: {self.luck.choice(('nothing', 'all', 'two'))}}}"
            )
        return self.plain_effect()

    def plain_effect(self) -> str:
        plain = [
            " ".join(map(self.luck.choice, (METERS, ("+=", "-="), ("small", "large", "1", "4")))),
            "seen = not seen", "mood = cross", "kit += coat", "kit -= map", "kit = lamp", "kit = nothing",
            "count += 1", "ann += 1", "{reveal: weather}", "{happen: noise}",
            f"{{when: {self.condition()}, do: [sky += 3], else: [fuse += 1]}}",
            "{remember: {ann: you were there}}", "{remember: {ann: late}}",
            "{ledger: {name: A dog, place: a road, doing: asleep}}", "{warn: early}",
        ]  # fmt: skip
        if self.weekly:
            plain += [
                f"{{later: {{scene: {self.luck.choice(self.scenes)}, in: 1}}}}",
                "{later: {line: echo, in: 1, kind: echo}}",
                f"{{later: {{do: [sky -= 2, {{happen: noise}}], at: {self.luck.randint(1, self.turns)}}}}}",
                f"{{offer: {self.luck.choice(self.cards)}}}",
                "{promise: word}",
                "{keep: word}",
            ]
        return self.luck.choice(plain)

    def effects(self) -> str:
        return "[" + ", ".join(self.effect() for _ in range(self.luck.randint(0, 3))) + "]"

    def words(self, name: str) -> str:
        return self.luck.choice(
            (
                f"The {name}.",
                f"The {name}, {{first: new | then: known}}.",
                f"{{shuffle: a | b | c}} {{cycle: d | e}} at the {name}.",
                f"{{{self.condition()}: It is so. | It isn't.}} {{sky}} {{band(sky)}} {{kit}} {{once: Once.}}",
            )
        )

    def block(self, key: str, words: str, indent: int) -> str:
        space = " " * indent
        return f"{space}{key}: |\n{space}  {words}\n"

    def choice(self, name: str, number: int, *, free: bool) -> str:
        luck, pad = self.luck, " " * 8
        where = f"{pad}goto: {luck.choice(self.scenes)}\n" if luck.random() < 0.3 else ""
        if not self.weekly:
            where = f"{pad}goto: {luck.choice(self.scenes)}\n"
        written = f"      {name}:\n" + self.block("text", self.words(f"{name} {number}"), 8)
        if not free and luck.random() < 0.4:
            written += f"{pad}when: {self.condition()}\n"
        if not free and luck.random() < 0.4:
            written += f"{pad}requires: {self.condition()}\n" + self.block("locked", "Not now.", 8)
        if not free and luck.random() < 0.2:
            written += f"{pad}once: true\n"
        if luck.random() < 0.3:
            passed, failed = self.effects(), self.effects()
            written += (
                f"{pad}check: {{odds: 50 + ann * 10, pass: {{effects: {passed}}}, fail: {{effects: {failed}}}}}\n"
            )
        if luck.random() < 0.5:
            written += self.block("result", self.words("result"), 8)
        written += f"{pad}effects: {self.effects()}\n"
        if not free and luck.random() < 0.3:
            return written + self.inside(where.strip())
        if self.weekly and not free and luck.random() < 0.2:
            where += f"{pad}call: {luck.choice(self.scenes)}\n"
        return written + where

    def inside(self, where: str) -> str:
        """Choices inside a choice, which may fall together again before they lead on."""
        pad, on = " " * 8, f", {where}" if where else ""
        inner = f"{pad}choices:\n{pad}  yes: {{text: Yes, effects: {self.effects()}{on}}}\n"
        if self.weekly and self.luck.random() < 0.4:
            return f"{inner}{pad}  no: {{text: No}}\n{pad}after: {{text: Well, enter: {self.effects()}}}\n"
        return f"{inner}{pad}  no: {{text: No, when: {self.condition()}{on}}}\n"

    def scene(self, number: int) -> str:
        luck, name = self.luck, self.scenes[number]
        written = f"  {name}:\n" + self.block("text", self.words(name), 4)
        if luck.random() < 0.3:
            written += "    arc: road\n"
            if self.weekly and number:
                written += f"    at: 1..{self.turns}\n"
        elif self.weekly and number and luck.random() < 0.6:
            written += f"    at: {luck.randint(1, self.turns)}\n"
        if luck.random() < 0.3:
            written += f"    enter: {self.effects()}\n"
        if luck.random() < 0.3:
            written += f"    threads: [{', '.join(luck.sample(self.scenes, 2))}]\n"
        written += "    choices:\n" + self.choice("go", number, free=True)
        if not self.weekly:
            written += "      leave: {text: Leave, effects: [{end: out}]}\n"
        for extra in range(luck.randint(1, 3)):
            written += self.choice(f"way_{extra}", number, free=False)
        return written

    def card(self, name: str) -> str:
        luck = self.luck
        written = (
            f"  {name}:\n    deck: post\n    weight: {luck.randint(1, 9)}\n    priority: {luck.choice((0, 0, 0, 1))}\n"
        )
        written += f"    once: {luck.choice(('true', 'false'))}\n" + self.block("text", self.words(name), 4)
        if luck.random() < 0.3:
            written += f"    when: {self.condition()}\n"
        goto = f", goto: {luck.choice(self.scenes)}" if luck.random() < 0.2 else ""
        written += (
            f"    envelope: {{text: Envelope {name}, handler: ann, likely: she answers, "
            f"default: {{effects: {self.effects()}, because: Ann answered{goto}}}}}\n"
        )
        if luck.random() < 0.7:
            written += "    choices:\n" + self.choice("go", 0, free=True) + self.choice("way", 1, free=False)
        return written

    def lines(self) -> str:
        return f"""\
lines:
  brief:
    echo: {{text: An echo, when: count == 9}}
    noisy: {{about: noise, text: A noise, once: {self.luck.choice(("true", "false"))}}}
    usual: {{text: As usual, when: {self.condition()}, once: false}}
  papers:
    haifa: {{about: noise, from: Haifa, text: Noise in Haifa, once: false}}
    acre: {{about: noise, from: Acre, text: Noise in Acre, priority: 2}}
    hot: {{about: heat, from: Acre, text: It is hot, once: false}}
    filler: {{from: Jaffa, text: Rain}}
"""
