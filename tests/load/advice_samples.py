"""Bad samples of what can be played and is hardly meant, and how each is mended: ⟦bad→good⟧."""

_STORY = "story: s\ntitle: T\nstart: a\n"
_WEEKS = _STORY + "clock:\n  turns: 3\n  phases:\n    s: {due: first}\n"
_METER = "meters:\n  m: {title: M, range: 0..9, start: 1}\n"
_LAST = "endings:\n  e: {title: E, order: 9, at: last, text: Over}\n"
_FACT = "facts:\n  door: false\n"
_PERSON = "characters:\n  c: {name: Hi}\n"
_A = "scenes:\n  a:\n    text: Hi\n    choices:\n      x: {text: Go, goto: a, when: not door or door}\n"
_B = "scenes:\n  a:\n    text: Hi\n    choices:\n      x: {text: Go, goto: a}\n"
_SET = "      y: {text: Set, goto: a, effects: [door = true]}\n"
_ISLAND = "⟦b: {text: x, then: c}\n  c: {text: x, choices: {d: {text: x, goto: b}}}→# nothing⟧\n"


def _does(effect: str) -> str:
    return _STORY + _FACT + _METER + _A + f"      y: {{text: Set, goto: a, effects: [door = not door, {effect}]}}\n"


def _behind(ending: str) -> str:
    return _WEEKS + _B + _LAST + f"  {ending}\n"


ADVICE = {
    "unused": [
        _STORY + "facts:\n  ⟦door: false→# nothing⟧\n" + _B,
        _STORY + "truths:\n  ⟦t: {b: 50, c: 50}→# nothing⟧\n" + _B,
        _STORY + "meters:\n  ⟦n: {title: N, range: 0..9, start: 1, shown: never}→# nothing⟧\n" + _B,
        _STORY + "characters:\n  ⟦c: {name: Maya Stone}→c: {name: Hi}⟧\n" + _B,
        _STORY + "arcs:\n  ⟦c: {title: C}→# nothing⟧\n" + _B,
        _STORY + "codex:\n  ⟦c: {title: C, shelf: people, text: x}→# nothing⟧\n" + _B,
        _STORY + "acts:\n  ⟦c: []→# nothing⟧\n" + _B,
        _STORY + _FACT + "conditions:\n  ⟦c: door→# nothing⟧\n" + _A + _SET,
    ],
    "never-read": [_STORY + "facts:\n  ⟦door: false\n" + _B + _SET + "→door: false\n" + _A + _SET + "⟧"],
    "never-set": [_STORY + "facts:\n  ⟦door: false\n" + _A + "→door: false\n" + _A + _SET + "⟧"],
    "never-given": [
        _WEEKS + _PERSON + "promises:\n  ⟦p: {to: c, by: 2, text: x, broken: {}}→# nothing⟧\n" + _B + _LAST,
    ],
    "unreachable": [
        _STORY + _B + "  ⟦b: {text: x, then: a}→# nothing⟧\n",
        _STORY + _B + "  " + _ISLAND,
        _behind(
            "⟦f: {title: F, order: 10, at: last, text: x}→f: {title: F, order: 8, at: any, when: turn > 2, text: x}⟧"
        ),
    ],
    "endless": [
        _STORY + "scenes:\n  ⟦a: {text: Hi, then: b}→a: {text: Hi, then: b, choices: {x: {text: Go}}}⟧\n"
        "  b: {text: Hi, then: a}\n",
        _STORY + "scenes:\n  a: {text: Hi, then: b}\n"
        "  ⟦b: {text: Hi, call: b}→b: {text: Hi, choices: {x: {text: Go, goto: a}}}⟧\n",
        _STORY + "scenes:\n  ⟦a: {text: Hi, call: b, then: a}→"
        "a: {text: Hi, choices: {x: {text: Go, call: b, goto: a}}}⟧\n  b: {text: x}\n",
        _STORY + "scenes:\n  a: {text: Hi, then: b}\n"
        "  ⟦b: {text: Hi, then: b}→b: {text: Hi, choices: {x: {text: Go, goto: a}}}⟧\n",
    ],
    "runs-out": [
        _STORY + "scenes:\n  ⟦a:\n    text: Hi\n    choices: {x: {text: Go, once: true, goto: a}}→"
        "a:\n    text: Hi\n    choices: {x: {text: Go, goto: a}}⟧\n",
        _STORY + "scenes:\n  ⟦a:\n    text: Hi\n    then: b\n    choices: {x: {text: Go, once: true}}\n"
        "  b: {text: x, then: a}→"
        "a:\n    text: Hi\n    then: b\n    choices: {x: {text: Go}}\n  b: {text: x, then: a}⟧\n",
    ],
    "may-strand": [
        _STORY + "facts: {d: {range: 0..3}}\nscenes:\n"
        "  a:\n    text: Hi\n    choices: {x: {text: Go, effects: [d += 1], goto: b}, y: {text: On, goto: b}}\n"
        "  ⟦b: {text: Hi, choices: {x: {text: Go, when: d >= 2, goto: a}}}→"
        "b: {text: Hi, choices: {x: {text: Go, when: d >= 2, goto: a}, y: {fallback: true, text: On, goto: a}}}⟧\n",
    ],
    "never-comes": [
        _STORY
        + "scenes:\n  a:\n    text: Hi\n    choices: {x: {text: Go, once: true, goto: a}, y: {fallback: true, goto: a},"
        " ⟦z: {fallback: true, goto: a}→z: {text: On, goto: a}⟧}\n",
        _STORY + "rules:\n  ⟦r: {do: [m += 1]}→# nothing⟧\n" + _METER + _B,
    ],
    "does-nothing": [
        _does("⟦m += 0→m += 1⟧"),
        _STORY + "scenes:\n  ⟦a:\n    text: Hi\n    threads: [a]→a:\n    text: Hi⟧\n"
        "    choices: {x: {text: Go, goto: a}}\n",
        _does("⟦m = m→m = 3⟧"),
        _does("⟦{when: door, do: []}→{when: door, do: [m += 1]}⟧"),
        _WEEKS + _B + _LAST + "rules:\n  ⟦r: {do: []}→# nothing⟧\n",
    ],
    "long-paragraph": [_STORY + _B.replace("Hi", "|\n      ⟦" + "So it goes on. " * 38 + "→Hi.⟧")],
}
