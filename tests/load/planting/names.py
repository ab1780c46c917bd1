"""A misspelt name, in each place where a name can stand."""

from planting.ground import Kind, slip

_FLOW = r"[,} \n]"


def _name(where: str, pattern: str, code: str = "unknown-name", inside: str = "") -> Kind:
    return Kind(f"misspelt: {where}", code, pattern, slip, inside)


NAMES = (
    _name("goto", r"^ +goto: (\w+)$"),
    _name("then", r"^ +then: (\w+)$"),
    _name("start", r"^start: (\w+)$"),
    _name("arc", r"^ +arc: (\w+)$"),
    _name("deck", r"^ +deck: (\w+)$"),
    _name("deck that is dealt", r"\bdeal: \[(?:\w+, )*(north|house|desk)\b"),
    _name("group of lines", r"^lines:\n  (\w+):$"),
    _name("handler", r"^ +handler: (\w+)$"),
    _name("link to the codex", r"\]\((codex:\w+)\)"),
    _name("link to a character", r"\]\((character:\w+)\)"),
    _name("promise", r"\{promise: (\w+)\}"),
    _name("keep", r"\{keep: (\w+)\}"),
    _name("to of a promise", r"^    to: (\w+)$"),
    _name("reveal", r"\{reveal: (\w+)\}"),
    _name("unlock", r"\{unlock: (\w+)\}"),
    _name("end", r"\{end: (\w+)\}"),
    _name("scene of later", r"later: \{scene: (\w+)"),
    _name("line of later", r"later: \{line: (\w+)"),
    _name("about of a line", r"\babout: (\w+)(?:$|,)"),
    _name("remember", r"\{remember: \{(\w+):", "unknown-key"),
    _name("act", r"\{act: (\w+)\("),
    _name("size", r"[+-]= (small|some|large)\b"),
    _name("size given to an act", r"\{act: \w+\((\w+)\)"),
    _name("meter in an effect", r"(?:- |\[|, )(\w+) [+-]= "),
    _name("fact in an effect", r"(?:- |\[|, )(\w+) = "),
    _name("meter or fact in a condition", r"\bwhen: (\w+) (?:[<>]=?|==) "),
    _name("named condition", r"\bwhen: (\w+)(?: and|$)"),
    _name("in a named condition", r"^  \w+: \(?(\w+) (?:[<>]|==) .* (?:and|or) "),
    _name("odds of a check", r"odds: 40 \+ (\w+)"),
    _name("condition in prose", r"\{(\w+) (?:==|[<>]=?) \w+:"),
    _name("insert in prose", r"\{(\w+)\}"),
    _name("band() in prose", r"\{band\((\w+)\)\}"),
    _name("band in prose", r"\{moscow is (\w+):", "unknown-band"),
    _name("band in a condition", r"when: .*moscow is (?:not )?(\w+)", "unknown-band"),
    _name("visits()", r"visits\((\w+)\)"),
    _name("scene in took()", r"took\((\w+)\.\w+\)"),
    _name("choice in took()", r"took\((\w+\.\w+)\)"),
    _name("met()", r"met\((\w+)\)"),
    _name("happened()", r"happened\((\w+)\)"),
    _name("revealed()", r"revealed\((\w+)\)"),
    _name("a question's name", r"\b(visits|took|met|happened|revealed)\(", "unknown-function"),
    _name("word of a one-of in a condition", r"\b(?:notice|background|bet) == (\w+)", "unknown-word"),
    _name("word of a one-of in an effect", r"(?:- |\[|, )(?:notice|background|bet) = (\w+)", "unknown-word"),
    _name("word of the format", r"\b(?:shelf|kind|grade|better|shown|due): (\w+)", "unknown-word"),
    _name("yes or no", r"\bonce: (true|false)", "not-yes-no"),
)

_KEYS = {
    "section": r"^(scenes|storylets|lines|meters|facts|truths|characters|conditions|arcs|rules|promises|codex|acts):$",
    "header": r"^(title|version|by|blurb|note|start|sizes|clock|story):",
    "clock": r"^  (unit|turns|starts|phases):",
    "phase": r"^    \w+: \{title: [\w -]+, (\w+):",
    "deal phase": r"^      (hand|take|when|deal|text):(?=.*\n(?:      (?:take|text|hand|when|deal)|    ))",
    "meter": r"^    (range|start|bands|group|shown|about|appears|better|soft|gains|drift|shown_as):",
    "drift": r"\{(?:when: [^,]+, )?(by|toward):",
    "character": r"\b(role|regard|wants):",
    "promise": r"^    (to|by|within|text|kept|broken):",
    "scene": r"^    (title|arc|text|choices|enter|at|then):",
    "storylet": r"^    (deck|envelope|weight|priority):",
    "envelope": r"^      (text|handler|likely|default):",
    "default": r"^        (effects|because|result):",
    "choice": r"^        (text|cost|effects|because|result|goto|when|requires|locked|check):",
    "check": r"check: \{(odds):",
    "effect": r"- \{(unlock|reveal|happen|keep|act|promise|remember|ledger):",
    "later": r"later: \{\w+: \w+, (at|in|kind):",
    "rule": r"^    (do|when|once|because|at):",
    "line": r"^      (when|about|priority|text|from):",
    "ending": r"^    (title|order|at|when|text):",
    "codex entry": r"^    (title|shelf|date|grade|source|text):",
}
_FILES = {
    **dict.fromkeys(("promise", "rule", "meter"), "world"),
    **dict.fromkeys(("deal phase", "header", "clock", "phase"), "story.yaml"),
    "ending": "endings",
    "line": "lines",
    "codex entry": "codex",
    "scene": "scenes",
    "storylet": "storylets",
}

KEYS = tuple(
    Kind(f"misspelt key: {where}", "unknown-key", pattern, slip, _FILES.get(where, ""))
    for where, pattern in _KEYS.items()
)
