"""Small stories with one defect each, and the same story mended: what must be found, and must not be claimed."""

from small_stories import HEADER

_HALL = """\
meters: {heat: {title: Heat, range: 0..10, start: 5}}
facts: {key: false, salt: false}
claims: {cool: {always: heat < 9}}
scenes:
  start:
    text: A hall
    choices:
      warm: {text: Warm, when: heat < 7, effects: [heat += 2], goto: start}
      look: {text: Look, goto: further}
  further:
    text: Further in
    choices:
      try: {text: Try, goto: last_room, check: {odds: 50, pass: {effects: [heat -= 1]}, fail: {effects: [salt = true]}}}
      go: {text: Go, goto: last_room}
  last_room:
    text: The last room
    choices:
      out: {text: Out, effects: [{end: out}]}
      up: {text: Up, when: heat == 7, effects: [{end: roof}]}
endings:
  out: {title: Out, order: 1, at: any, text: Out}
  roof: {title: Roof, order: 2, at: any, text: The roof}
"""
_OUT, _UP = "out: {text: Out, effects", "when: heat == 7, effects"
_RARE = "odds: 1, pass: {effects: [heat = 8], goto: twice}, fail: {effects: [salt = true]}"
_TWICE = """\
  twice:
    text: Twice
    choices:
      on: {text: On, goto: last_room, check: {odds: 50, pass: {effects: [heat = 9]}, fail: {effects: [salt = true]}}}
"""


def _with(*changes):
    told = HEADER + _HALL
    for old, new in changes:
        assert told.count(old) == 1, old
        told = told.replace(old, new)
    return told


SOUND = _with()
PLANTED = {
    "a stuck scene, with odd heat and salt": (
        _with((_OUT, "out: {text: Out, when: not (salt and heat == 7), effects"),
              (_UP, "when: heat == 7 and not salt, effects")),
        {("stuck", "stuck")},
    ),
    "a room from which no ending can be reached": (
        _with(("go: {text: Go, goto: last_room}", "go: {text: Go, goto: well}"),
              ("  last_room:\n", "  well: {text: A well, choices: {wait: {text: Wait, goto: well}}}\n  last_room:\n")),
        {("stuck", "hopeless")},
    ),
    "an ending that no number leads to": (
        _with((_UP, "when: heat == 10, effects")), {("ending", "roof"), ("choice", "last_room.up")},
    ),
    "a choice whose key lies nowhere": (
        _with((_OUT, "pry: {text: Pry, when: key, effects: [{end: out}]}\n      out: {text: Out, effects")),
        {("choice", "last_room.pry")},
    ),
    "a choice whose two conditions never meet": (
        _with((_OUT, ("pry: {text: Pry, when: heat == 4 and salt, effects: [{end: out}]}\n      out: {text: Out, "
               "effects"))),
        {("choice", "last_room.pry")},
    ),
    "a scene that nothing leads to": (
        _with(("  last_room:\n", ("  attic: {text: An attic, choices: {down: {text: Down, goto: start}}}\n"
               "  last_room:\n"))),
        {("scene", "attic"), ("choice", "attic.down")},
    ),
    "a claim that fails for one roll in two hundred": (
        _with(("odds: 50, pass: {effects: [heat -= 1]}, fail: {effects: [salt = true]}", _RARE),
              ("  last_room:\n", f"{_TWICE}  last_room:\n")),
        {("broken", "cool")},
    ),
}  # fmt: skip


def found(exploration):
    """Everything that an exploration calls a defect."""
    wrong = {
        (one.target.kind, one.target.name)
        for one in exploration.verdicts
        if one.found == "impossible" and one.target.kind != "claim"
    }
    wrong |= {
        ("broken", one.target.name)
        for one in exploration.verdicts
        if one.found == "reached" and one.target.kind == "claim"
    }
    stuck = exploration.stuck.found
    return wrong if stuck == "never" else wrong | {("stuck", stuck)}
