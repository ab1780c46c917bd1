"""Bad samples of style and how each is mended: ⟦bad→good⟧, the finding where the bad begins."""

STORY = "story: s\ntitle: T\nstart: a\n"
PROSE = "codex:\n  c:\n    title: C\n    shelf: people\n    text: |\n      "
METERS = (
    "meters:\n  sky: {title: Sky, range: 0..9, start: 5, better: high}\n  mud: {title: Mud, range: 0..9, start: 5}\n"
)
CHARACTERS = "characters: {ada: {name: Ada Holm}, per: {name: Per Lund}}\n"
AVOID = "style: {avoid: {olive: x, the pear: x}}\n"
HOPPER = "codex: {hopper: {title: The hopper, shelf: campaign, text: x}}\n"


def _style(rules: str) -> str:
    return STORY + f"style: {{{rules}}}\n" + METERS


def _scene(text: str, more: str = "") -> str:
    return f"scenes:\n  a:\n    text: |\n      {text}\n    then: a\n{more}"


def _choices(*choices: str) -> str:
    return "scenes:\n  a:\n    text: x\n    then: a\n    choices:\n" + "".join(f"      {one}\n" for one in choices)


def _length(words: str, of: str = "codex, shelf: people") -> str:
    return f"style: {{lengths: [{{of: {of}, words: {words}}}]}}\n"


def _measured(words: str, text: str, mended: str) -> str:
    return (
        _length(words)
        + f"codex:\n  c:\n    title: C\n    shelf: people\n    text: ⟦|\n      {text}→|\n      {mended}⟧\n"
    )


def _paragraph(words: str, text: str) -> str:
    return STORY + METERS + _length(words, "paragraph") + _scene(text)


STYLE_SAMPLES = {
    "avoided-word": [
        AVOID + PROSE + 'An ⟦olive→"olive"⟧.\n',
        AVOID + PROSE + "An ⟦OLIVE→olives⟧.\n",
        AVOID + PROSE + "*One* {sky > 3: {cornered: a | ⟦the→an⟧\n      pear}}, [pear](codex:olive)\n",
        AVOID + PROSE + "“Olive\n      olive” ⟦olive→olives⟧\n",
        AVOID + PROSE + '"Olive\n      olive\n\n      ⟦olive→olives⟧\n',
        AVOID + PROSE + "> ⟦olive→olives⟧\n",
        "style: {avoid: {olive: x}, spare_documents: true}\n" + PROSE + "> olive\n      ⟦olive→> olive⟧\n",
        "style: {avoid_everywhere: {olive: x}}\n" + PROSE + '"⟦Olive→Olives⟧"\n',
    ],
    "choice-count": [
        _style("choices: 2..3") + "scenes:\n  ⟦a: {text: x, then: a, choices: {c: {text: x}}}→a: {text: x, then: a}⟧\n",
        _style("choices: 0..1") + "scenes:\n  ⟦a: {text: x, then: a, choices: {c: {text: x}, d: {text: x}}}"
        "→a: {text: x, then: a, choices: {c: {text: x}, d: {text: x, when: sky > 3}}}⟧\n",
    ],
    "dominated-choice": [
        _style("no_dominated: true")
        + _choices("c: {text: x, effects: [sky += 2]}", "⟦d: {text: x}→d: {text: x, effects: [mud += 1]}⟧"),
        _style("no_dominated: true")
        + _choices(
            "⟦c: {text: x, effects: [sky -= 1]}→c: {text: x, effects: [sky += 1]}⟧", "d: {text: x, effects: [sky += 1]}"
        ),
        _style("no_dominated: true, good: {mud: low}")
        + _choices("c: {text: x}", "⟦d: {text: x, effects: [mud += 1]}→d: {text: x, effects: [mud += 1, sky += 1]}⟧"),
        _style("no_dominated: true")
        + _choices(
            "c: {text: x, effects: [sky += 1, mud += 1]}",
            "⟦d: {text: x, when: sky > 2, effects: [mud += 1]}"
            "→d: {text: x, effects: [mud += 1, {when: sky > 2, do: [sky += 1]}]}⟧",
        ),
    ],
    "many-names": [
        STORY + CHARACTERS + "style: {new_people: 1}\nscenes:\n"
        "  ⟦a: {text: Holm meets Lund., then: a}→a: {text: Holm meets a man., then: a}⟧\n",
        STORY + CHARACTERS + "style: {new_people: 1}\nscenes:\n"
        "  ⟦a:\n    then: a\n    text: |\n      [He](character:per) meets Holm.→"
        "a:\n    then: a\n    text: |\n      He meets Holm.⟧\n",
        STORY + CHARACTERS + "clock: {turns: 3, phases: {s: {due: first}}}\nstyle: {new_people: 1}\n"
        "endings: {e: {title: E, order: 1, at: last, text: x}}\nscenes:\n  a: {text: x}\n"
        "  ⟦b: {text: Holm meets Lund., at: 2}→b: {text: Holm is alone., at: 2}⟧\n"
        "  c: {text: Holm meets Lund., at: 3}\n",
        STORY + "style: {new_places: 0, places: [Old Mill]}\nscenes:\n  a: {text: x, then: b}\n"
        "  ⟦b: {text: The Old Mill., then: a}→b: {text: The old mill., then: a}⟧\n",
    ],
    "no-because": [
        _style("because: true")
        + _choices("⟦c: {text: x, effects: [sky += 1]}→c: {text: x, effects: [sky += 1], because: x}⟧"),
        _style("because: true")
        + _choices("c: {text: x}")
        + "rules:\n  ⟦r: {do: [{when: mud > 2, do: [sky = 1]}]}→r: {do: [], once: true}⟧\n",
    ],
    "no-cost": [
        _style("costs: true")
        + _choices("⟦c: {text: x, effects: [sky += 1]}→c: {text: x, cost: x, effects: [sky += 1]}⟧"),
        _style("costs: true")
        + _choices("⟦c: {text: x, check: {odds: 5, pass: {effects: [mud = 1]}, fail: {}}}→c: {text: x}⟧"),
    ],
    "no-ledger-line": [
        STORY + "style: {ledger: hurts}\n" + _choices("⟦c: {text: x, tags: [hurts]}→c: {text: x, tags: [harms]}⟧"),
        STORY + "style: {ledger: hurts}\nscenes:\n  ⟦a: {text: x, then: a, tags: [hurts]}"
        "→a: {text: x, then: a, tags: [hurts], enter: [{ledger: {name: x, place: x, doing: x}}]}⟧\n",
        _style("ledger: hurts")
        + "scenes:\n  ⟦a: {text: x, then: a, tags: [hurts], choices: {c: {text: x}}}→a: {text: x, "
        "then: a, tags: [hurts], choices: {c: {text: x, check: {odds: 5, pass: {}, "
        "fail: {effects: [{when: sky > 2, do: [{ledger: {name: x, place: x, doing: x}}]}]}}}}}⟧\n",
    ],
    "text-length": [
        _measured("3..5", "One", "One two three"),
        _measured("3..5", "One two three four five six", "One two, three; four - five"),
        _measured("3..5", "One two three {sky > 3: four five six}", "One two three{sky > 3: , four five}"),
        _measured("3..5", "One two{sky > 3: three}", "One two {sky > 3: three | four}"),
        _measured("3..5", "One {first: two | then: two three}", "One two {cycle: three | four}"),
        _measured("3..5", "One two {once: three}", "One two three {once: four}"),
        _measured("4..5", "One {sky > 3: two}{sky > 3: | two three} {sky}", "One two {sky} {band(sky)}"),
        _paragraph("0..2", "One\n\n      ⟦two *three*→two⟧ {sky > 3: four}"),
        _paragraph("0..1", "{sky > 3: One\n\n      ⟦two three→two⟧ | four}"),
        _length("3..5", "line, group: brief") + "lines:\n  brief:\n    b: {text: ⟦x→x y z⟧}\n",
        STORY + _length("3..5", "scene, scenes: [b]") + "scenes:\n  a: {text: One, then: b}\n"
        "  b: {then: a, text: ⟦One→One two three⟧}\n",
        STORY + _length("0..3", "first_choice") + "scenes:\n  ⟦a: {text: One two, then: b}→a: {text: One, then: b}⟧\n"
        "  b: {text: three four, choices: {c: {text: x, goto: a}}}\n",
        _length("3..5") + "codex:\n  c: {title: C, shelf: people, text: ⟦x y→x y z⟧}\n",
    ],
    "unlinked-term": [
        STORY
        + HOPPER
        + "style: {link_first: true}\n"
        + _scene("Oh, ⟦the hopper→[the hopper](codex:hopper)⟧. The hopper."),
        STORY + HOPPER + "style: {link_first: true}\n" + _scene("⟦The hopper→A hopper⟧. [The hopper](codex:hopper)."),
        STORY + HOPPER + "style: {link_first: true, terms: {hopper: [a box]}}\n" + _scene("The hopper, ⟦a box→boxes⟧."),
    ],
    "word-too-often": [
        "style: {at_most: [{words: [olive, pear], times: 1}]}\n" + PROSE + "Olive, {sky > 3: ⟦pear→apple⟧}\n",
        "style: {at_most: [{words: [pear], times: 0}]}\n" + PROSE + "Pears, ⟦pear→pears⟧\n",
    ],
}
