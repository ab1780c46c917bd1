"""Bad and good samples of claims and strategies, by the code of what is found in the bad."""

_STRATEGY = "strategies:\n  hawk:\n    title: Hawk\n    prefers:\n      - "
JUDGED: dict[str, list[str]] = {
    "bad-id": [_STRATEGY + "{choice: hall.call, score: 1}\n  ⟦Dove→dove⟧: {title: Dove, prefers: []}\n"],
    "general-reader": ["strategies:\n  ⟦curious→nosy⟧: {title: Nosy, prefers: [{choice: hall.call, score: 1}]}\n"],
    "missing-key": [
        "strategies:\n  ⟦hawk: {→hawk: {title: Hawk, ⟧prefers: []}\n",
        "strategies:\n  ⟦hawk: {→hawk: {prefers: [], ⟧title: Hawk}\n",
        _STRATEGY + "⟦{meter: sky}→{meter: sky, by: 2}⟧\n",
        _STRATEGY + "⟦{choice: hall.call}→{choice: hall.call, score: 2}⟧\n",
    ],
    "never-holds": ["claims:\n  c: {sometimes: ⟦sky > 100→sky > 99⟧}\n"],
    "not-a-number": [_STRATEGY + "{arc: line, score: ⟦much→9⟧}\n"],
    "one-of-these": [
        "claims:\n  ⟦c: {→c: {never: cornered, ⟧because: it is sad}\n",
        "claims:\n  ⟦c: {always: open_door, →c: {⟧never: cornered}\n",
        _STRATEGY + "⟦{score: 3}→{arc: line, score: 3}⟧\n",
        _STRATEGY + "⟦{arc: line, deck: post, score: 3}→{arc: line, score: 3}⟧\n",
    ],
    "out-of-range": [
        "strategies:\n  hawk: {title: Hawk, steady: ⟦101→100⟧, prefers: []}\n",
        _STRATEGY + "{meter: sky, by: ⟦1001→1000⟧}\n",
    ],
    "unknown-function": ["conditions:\n  c: ⟦promise(twelve) is kept→met(line)⟧\n"],
    "unknown-key": [
        "claims:\n  c: {never: cornered, ⟦untill→before⟧: open_door}\n",
        _STRATEGY + "{meter: sky, by: 2, ⟦score: 2→when: open_door⟧}\n",
        _STRATEGY + "{arc: line, score: 2, ⟦by: 2→when: open_door⟧}\n",
    ],
    "unknown-band": ["claims:\n  c: {never: promise(twelve) is ⟦brken→broken⟧}\n"],
    "unknown-name": [
        "claims:\n  c: {never: ⟦cornerd→cornered⟧}\n",
        "claims:\n  c: {never: cornered, after: promise(⟦twelv→twelve⟧) is kept}\n",
        _STRATEGY + "{meter: ⟦skye→sky⟧, by: 2}\n",
        _STRATEGY + "{choice: ⟦hall.cal→hall.call⟧, score: 2}\n",
        _STRATEGY + "{storylet: ⟦olive→olives⟧, score: 2}\n",
        _STRATEGY + "{deck: ⟦pots→post⟧, score: 2}\n",
        _STRATEGY + "{arc: ⟦lin→line⟧, score: 2}\n",
        _STRATEGY + "⟦{tag: kind, score: 2}→{arc: line, score: 2}⟧\n",
        _STRATEGY + "{arc: line, score: 2, when: ⟦ended == dark→open_door⟧}\n",
    ],
    "unknown-word": ["claims:\n  c: {never: ended == ⟦drak→dark⟧}\n"],
    "unseen-meter": [
        "meters:\n  dread: {title: Dread, range: 0..9, start: 1, shown: never}\n"
        + _STRATEGY
        + "{meter: ⟦dread→sky⟧, by: 2}\n"
    ],
    "wrong-shape": [
        "claims: ⟦[]→{}⟧\n",
        "claims:\n  c: ⟦cornered→{never: cornered}⟧\n",
        "strategies:\n  hawk: {title: Hawk, prefers: ⟦sky→[]⟧}\n",
        _STRATEGY + "⟦sky→{meter: sky, by: 2}⟧\n",
    ],
    "wrong-type": ["claims:\n  c: {always: ⟦sky→sky > 3⟧}\n", "claims:\n  c: {always: ⟦ended→ended == dark⟧}\n"],
}
"""Added to the samples of other places."""
