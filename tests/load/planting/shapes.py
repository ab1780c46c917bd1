"""Slips in how a file is written: indentation, quotation marks, comments, colons, keys out of place."""

import re

from planting.ground import Kind, instead, marked

_CHOICE_KEY = r"^        (\w+): ([^|\s].*)$"
_AFTER_A_KEY = r"^(        \w+: [^|\s\[].*)\n        (\w+): (.*)$"
_PLAIN = r"^( +)(text|cost|because|title): (\w[^\n{}\[\]:#'\"|]*)$"


def capital(match: re.Match[str], _number: int) -> tuple[str, int]:
    """The id with a capital letter."""
    at = match.start(1) - match.start()
    return match[0][:at] + match[0][at].upper() + match[0][at + 1 :], at


SHAPES = (
    Kind("a key indented one more", "yaml-syntax", _AFTER_A_KEY, marked("\\1\n         ⟦\\2: \\3"), "scenes"),
    Kind("a key indented one less", "yaml-syntax", _AFTER_A_KEY, marked("\\1\n       ⟦\\2: \\3"), "scenes"),
    Kind("a tab for indentation", "yaml-syntax", _CHOICE_KEY, marked("⟦\t\t\\1: \\2"), "scenes"),
    Kind(
        "a key beside the choices",
        "wrong-shape",
        r"^      (\w+):\n        text:",
        marked("      goto: ⟦tea\n      \\1:\n        text:"),
        "scenes",
    ),
    Kind(
        "a key of another thing: scene",
        "unknown-key",
        r"^    (title): (.*)$",
        marked("    ⟦weight: 2\n    \\1: \\2"),
        "scenes",
    ),
    Kind(
        "a key of another thing: choice",
        "unknown-key",
        _CHOICE_KEY,
        marked("        ⟦then: tea\n        \\1: \\2"),
        "scenes",
    ),
    Kind(
        "a key of another thing: line",
        "unknown-key",
        r"^      (text): \|$",
        marked("      ⟦title: Words\n      \\1: |"),
        "lines",
    ),
    Kind(
        "a key of another thing: meter",
        "unknown-key",
        r"^    (group): (\w+)$",
        marked("    \\1: \\2\n    ⟦arc: line"),
        "world",
    ),
    Kind("a key twice", "duplicate-key", _CHOICE_KEY, marked("        \\1: \\2\n        ⟦\\1: \\2"), "scenes"),
    Kind(
        "a required key left out: deck", "missing-key", r"^  (\w+):\n    deck: \w+\n", marked("  ⟦\\1:\n"), "storylets"
    ),
    Kind(
        "a required key left out: text",
        "missing-key",
        r"^      (\w+):\n        text: \w.*\n",
        marked("      ⟦\\1:\n"),
        "scenes",
    ),
    Kind(
        "a required key left out: handler",
        "missing-key",
        r"^    (envelope):\n      (text: .*\n)      handler: .*\n",
        marked("    envelope:\n      ⟦\\2"),
        "storylets",
    ),
    Kind("a lost quotation mark: at the end", "yaml-syntax", _PLAIN, marked('\\1\\2: ⟦"\\3'), "scenes"),
    Kind("a lost quotation mark: at the start", "lone-quote", _PLAIN, marked('\\1\\2: \\3⟦"'), "scenes"),
    Kind("marks around half a text", "yaml-syntax", _PLAIN, marked('\\1\\2: "\\3," ⟦she says'), "scenes"),
    Kind(
        "swallowed quotation marks",
        "swallowed-quotes",
        r"^( +)(text|cost): (\w[^\n{}'\"|]*)$",
        marked('\\1\\2: ⟦"\\3"', "\\1\\2: ⟦'\\3'"),
        "scenes",
    ),
    Kind("text cut by ` #`", "cut-by-hash", _PLAIN, marked("\\1\\2: \\3⟦ # 5 of them"), "scenes"),
    Kind("a colon in a text", "yaml-syntax", _PLAIN, marked("\\1\\2: He says⟦: \\3"), "scenes"),
    Kind(
        "a colon that makes a mapping",
        "colon-made-mapping",
        r"^( +)(text|cost): (\w[^\n{}\[\]:#'\"|]*)$",
        marked("\\1\\2:\n\\1  ⟦He says: \\3"),
        "scenes",
    ),
    Kind(
        "an insert that makes a mapping",
        "brace-made-mapping",
        r"^( +)(text|cost): (\w[^\n{}\[\]:#'\"|]*)$",
        marked("\\1\\2: ⟦{sky}", "\\1\\2: ⟦{sky > 50: \\3}", "\\1\\2: ⟦{He says: no}"),
        "scenes",
    ),
    Kind(
        "a comma in a text in braces",
        "unknown-key",
        r"^(  \w+: \{name: [^,}]+, role: [^,}]+)(,)",
        marked("\\1, ⟦and so on,"),
        "world",
    ),
    Kind(
        "a key without its colon",
        "yaml-syntax",
        r"^        (goto|because): (.*)$",
        marked("        ⟦\\1 \\2"),
        "scenes",
    ),
    Kind(
        "a bracket never closed", "yaml-syntax", r"^( +)effects: \[([^\n\]]*)\]$", marked("\\1effects: ⟦[\\2"), "scenes"
    ),
    Kind("`yes` and `no`", "not-yes-no", r"\bonce: (true|false)", instead("yes", "no", "True", "on", "y")),
    Kind(
        "a yes/no fact in other words",
        "not-yes-no",
        r"^  \w+: (false)$",
        instead("no", "False", "off", "n", "flase"),
        "world",
    ),
    Kind(
        "a word for a number",
        "not-a-number",
        r"\b(?:start|order|by|within|priority|turns|at_most|hand|take): (\d+)",
        instead("three", "3.5", "3rd", "1e3"),
    ),
    Kind("a number for a list", "wrong-shape", r"^( +effects: )\[.*\]$", marked("\\1⟦3"), "scenes"),
    Kind("a list for a mapping", "wrong-shape", r"^(  \w+: )\{title: .*\}$", marked("\\1⟦[a, b]"), "world"),
    Kind("a mapping for a list", "wrong-shape", r"^( +effects: )\[.*\]$", marked("\\1⟦{moscow: 3}"), "scenes"),
    Kind("an effect without its list", "wrong-shape", r"^( +effects: )\[([^\n,{]*)\]$", marked("\\1⟦\\2")),
    Kind(
        "a range the wrong way round",
        "bad-range",
        r"\b(?:range|regard): (-?\d+\.\.\d+)",
        instead("9..0", "100..0", "3..-3"),
    ),
    Kind("a range with a dash", "bad-range", r"\b(?:range|regard): (-?\d+\.\.\d+)", instead("0-9", "0 to 9", "0...9")),
    Kind("a capital in an id", "bad-id", r"^      (\w+):\n        text:", capital, "scenes"),
)
