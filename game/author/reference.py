"""The manual: every key of the format from its one table, with examples that the tests load."""

from collections.abc import Mapping
from dataclasses import replace

from game.author import extending, judging, language, style_chapter
from game.author.chapter import Chapter, code, table
from game.author.kinds import KINDS, ONE_OF, PHASES, RECORDS, SECTION_RECORDS, WORDS
from game.author.sample import excerpt
from game.load import schema, schema_effects, schema_style
from game.load.keys import Field, Record
from game.source.limits import CALLS

_NOTES: Mapping[str, str] = {
    "story": "These keys stand at the top of one of the story's files. A story needs `story`, `title` and `start`.",
    "facts": "A yes/no fact is written `name: false`, with its value at the start. The others are mappings.",
    "truths": "A truth is a mapping of its outcomes to their odds, which add up to 100, or it has a `range`. It is "
    "drawn at the start and stays. A reader learns it when an effect reveals it. While a case of `narrow` "
    "holds, what was drawn is read more narrowly everywhere: `-8` of `-8..8` is `-4` of `-4..4`, halves rounded up.",
    "conditions": "Each is written `name: condition` (see *Conditions and amounts*) and stands for what it says "
    "wherever it is used.",
    "acts": "Each is written `name: [effects]`, or `name(amount): [effects]` where `amount` stands for a number that "
    "the caller gives: `{act: burn(small)}`. Acts may call acts, not themselves.",
    "scenes": "A scene without choices is text that the next thing follows on the same page. In a story with a clock a "
    "choice may leave the way on unsaid: then the turn goes on.\n\nA scene can be used from several places: `call` "
    "it, and where it has no way on it returns to the place that called, which goes on by its own `goto` or `then`. "
    "`goto: return` and `then: return` say so outright; where nobody called, they go on as if nothing were written. At "
    f"most {CALLS} places wait; of more, the one that has waited longest is forgotten. An end forgets them all.\n\n"
    "`threads` are scenes that are told in another: coming there is coming to each of them whose `when` holds, and its "
    "choices stand behind the scene's own, as `thread.choice` in saved sessions. A thread may have threads. What is "
    "chosen in one leads on as it says there; where nothing is said, the scene it was told in goes on by its `then`, "
    "as if it had called. A thread's fallbacks don't count there, and neither does its `then` where nothing of it was "
    "chosen.\n\n"
    "`goto` may also be an effect, `{goto: court}`, so that it can stand behind a `when` or in an act. The last one "
    "that is done counts, and more than what its place says otherwise. In `enter` it leaves before the choices are "
    "offered; in rules, promises and plans it leads to the next scene phase.",
    "storylets": "A storylet is a scene that waits in a deck. It has every key of a scene but `at`.",
    "choices": "Choices by the scene or storylet that they are added to, `choices: {scene: {choice: ...}}`, from "
    "anywhere: another file, or a story that extends this one. They stand behind the scene's own. Two of one id are an "
    "error that shows both.",
    "lines": "Lines stand in groups, `lines: {group: {line: ...}}`; a lines phase prints the group it names. A line of "
    "a `kind` says beneath it which turn it comes back to: if it was planned the turn of the decision that planned it, "
    "if it is `about` something the turn in which that happened.\n\n"
    "The group `previously` is printed by no phase. Readers who take up a session again are told those of its lines "
    "whose `when` holds where they stand, the highest `priority` first, three at most; where there are fewer, the "
    "game says the rest. Such lines have `text`, `plain`, `when` and `priority`, and best one sentence each.\n\n"
    "Where a line takes knowledge of its subject for granted, `plain` beside its `text` says the same to those who "
    "have none. Readers who choose plain words (`narrowsky play --plain-briefing`) read it in place of the text; "
    "scenes and storylets may have it too.",
    "rules": "Rules are looked at at every turn's end, after drift, in the order written.",
    "promises": "An effect gives a promise (`{promise: supper}`), another keeps it (`{keep: supper}`).",
    "endings": "An ending `at: any` without `when` comes only where an effect asks for it (`{end: ...}`). A story with "
    "a clock needs one `at: last` without `when`, so that an end is sure. The gallery shows the `hint` of "
    "an ending that a reader has not come to yet.",
    "chapters": "A chapter begins when a scene of another chapter than the last one is entered; its title is shown "
    "then. Scenes without a chapter change nothing.",
    "achievements": "An effect gives one: `{achieve: honest}`. It is said once, and kept beside the sessions; "
    "`narrowsky achievements` lists them.",
    "claims": judging.CLAIMS,
    "strategies": judging.STRATEGIES,
    "content": "The story's note lists what its scenes are about, by the sentences of its `themes` where "
    "it has those. Readers who start with `narrowsky play --summaries` "
    "read each `summary`, of a scene or of what follows a choice, in place of the text.",
    "codas": "After an ending's text the codas follow, in their `order`: each whose `when` holds. A coda has a `text`, "
    "or several wordings in `first_of`. In codas (and in claims) `ended` is the id of the ending that came. A ghost "
    "is a coda with `planted: true` that an effect plants: `{later: {coda: rope, kind: ghost}}`.",
    "codex": "Entries on the shelves `record` and `outside` speak of our world and need `grade` and `source`.",
    "gather": "Choices whose ways part for a moment meet again here. What a gather leaves unsaid is as it is where it "
    "stands: the `then` of the scene, or the `after` of the choices around it. A gather may have an `after` too.",
    "choice": "A choice stays when it was taken, unless it is `once: true` (in ink it is the other way round). A "
    "`fallback: true` is for when nothing is left: it stands only where no other choice of the scene is open, though "
    "locked ones may still be shown. With a `text` it is offered; without one it is taken by itself, on the same page. "
    "Of several the first that is open counts.\n\n"
    "Readers who want hints are told which arcs a choice feeds: those of the scenes it leads to, now or by what it "
    "plans and puts on offer, and those in `feeds`. They are told the titles of arcs and nothing of the scenes.\n\n"
    "A choice may hold `choices`: they are offered when its result has been read, and their results may "
    "hold choices again. They belong to the scene: what takes turns in their texts goes by its visits. Conditions and "
    "saved sessions speak of them by the whole way: `took(landing.trunk.sorry)`; `pass`, `fail` and `after` are parts "
    "of such a way.",
    "style": style_chapter.INTRODUCTION,
    "consequence": "Whatever may follow from something: from a choice (which has these keys itself), a check, an "
    "unopened envelope, a promise.",
}
_PARTS: Mapping[str, tuple[str, str, str]] = {
    "parts": ("part", "Parts of the clock", "clock.parts"),
    "gains": ("gain", "Gains", "meters.oil.gains"),
    "narrowings": ("narrowing", "Narrowings", "truths.gauge_error"),
    "drifts": ("drift", "Drift", "meters.oil.drift"),
    "choices": ("choice", "Choices", "scenes.lamp_room.choices.signal"),
    "check": ("check", "Checks", "scenes.lamp_room.choices.signal.check"),
    "consequence": ("consequence", "Consequences", "promises.supper.broken"),
    "outcome": ("outcome", "Outcomes of a check", "scenes.lamp_room.choices.signal.check.pass"),
    "gather": ("gather", "Gathers", "scenes.landing.after"),
    "envelope": ("envelope", "Envelopes", "storylets.bill.envelope"),
    "versions": ("version", "Versions of a coda", "codas.rope.first_of"),
    "preferences": ("preference", "Preferences", "strategies.dutiful.prefers"),
    "content": ("content", "Content notes", "scenes.inquiry.content"),
    "later": ("later", "Later", "scenes.lamp_room.choices.trim.effects.2"),
    "ledger": ("ledger", "Ledger lines", "scenes.lamp_room.choices.signal.check.fail.effects.1"),
}
"""Kinds that have a chapter of their own: the word that asks for it, its title, its example."""
_WITH: Mapping[str, tuple[str, ...]] = {
    "meters": ("gains", "drifts"),
    "truths": ("narrowings",),
    "storylets": ("choices", "consequence", "gather", "check", "outcome", "envelope", "content"),
    "codas": ("versions",),
    "strategies": ("preferences",),
}
"""Behind which section the chapters of its parts stand."""

_FILES = """\
A story is a folder of `.yaml` files, or one file. Any file may hold any section; sections merge by name, so scenes may
lie in as many files and folders as you like. Files and folders whose names begin with a dot are left out.

YAML's guesses are not taken: every value is text until the key says what it is, so `no`, `on` and `1_0` hold no traps.
Anchors, aliases, merges, tags and second documents are errors. So are unknown keys and names. All faults are reported
in one run, by `narrowsky check`, each with its file, line and column.

Comments stand on lines of their own. Prose is written as blocks:

```yaml
text: |
  "Quotation marks are the text's own," he said: all of them.
```
"""


def chapters() -> tuple[Chapter, ...]:
    """The manual's chapters, in order."""
    found = [
        Chapter("files", "How a story is written", _FILES),
        _record("story", "The header", (schema.HEADER,), ""),
        _record("clock", "The clock", (schema.CLOCK,), "clock"),
        _part("parts"),
        _record("phases", "Phases", (*PHASES, schema.JOIN), "clock.phases"),
    ]
    for section in schema.SECTIONS:
        found.append(_section(section))
        found.extend(_part(kind) for kind in _WITH.get(section, ()))
    found += [_effects(), _part("later"), _part("ledger"), _style(), extending.chapter(), _kinds()]
    return (*found, *language.chapters())


def manual() -> str:
    """The whole manual."""
    written = chapters()
    contents = "\n".join(f"- {chapter.title}: `narrowsky reference {chapter.name}`" for chapter in written)
    return f"# The story format\n\n{contents}\n\n" + "\n".join(str(chapter) for chapter in written)


def _section(section: str) -> Chapter:
    title = f"{section.capitalize()}: {schema.SECTIONS[section]}"
    record = SECTION_RECORDS.get(section)
    return _record(section, title, () if record is None else (record,), section)


def _part(kind: str) -> Chapter:
    name, title, example = _PARTS[kind]
    return _record(name, title, RECORDS[kind], example)


def _record(name: str, title: str, records: tuple[Record, ...], example: str) -> Chapter:
    parts = [_NOTES.get(name, "")]
    for record in records:
        if len(records) > 1:
            parts.append(f"### {record.name.capitalize()}")
        parts += [keys(record), *(_exactly(group) for group in ONE_OF.get(record.name, ()))]
    if name == "story":
        shown = [excerpt(key) for key in schema.HEADER.fields if key not in ("clock", "extends")]
        parts.append(code("\n".join(shown)))
    elif example:
        parts.append(code(excerpt(example)))
    return Chapter(name, title, "\n\n".join(part for part in parts if part))


def _exactly(group: tuple[str, ...]) -> str:
    return f"Exactly one of {', '.join(f'`{key}`' for key in group)} must be there."


def keys(record: Record) -> str:
    """The keys of a record as a table: kind, whether it must be there, meaning."""
    rows = [
        (f"`{key}`", _kind(record, key, field), "yes" if field.required else "", field.about)
        for key, field in record.fields.items()
    ]
    return table(("key", "kind", "must", "meaning"), rows)


def _kind(record: Record, key: str, field: Field) -> str:
    words = WORDS.get((record.name, key))
    return " / ".join(f"`{word}`" for word in words) if words else field.kind


def _effects() -> Chapter:
    changes = table(
        ("effect", "what it does"),
        [
            ("`oil += 5`, `oil -= small`", "changes a meter, a count or a regard by an amount"),
            ("`oil = 40`, `rationed = true`, `flag = red`", "sets a meter, a fact or a regard"),
            ("`pockets += knife`, `pockets -= knife`", "puts a word into a set, takes it out"),
            ("`pockets = knife`, `pockets = nothing`", "leaves just that word in it, or none"),
        ],
    )
    marked = table(
        ("effect", "kind", "what it does"),
        [(f"`{key}`", field.kind, field.about) for key, field in schema_effects.EFFECTS.items()],
    )
    body = f"""\
Effects are a list. A change is one line of text; the others are mappings with one key, which marks them.

{changes}

{marked}

A conditional effect:

{keys(schema_effects.CONDITIONAL)}

{code(excerpt("scenes.lamp_room.choices.trim.effects"))}

{code(excerpt("scenes.lamp_room.choices.wait.effects"))}

A draw has more keys than the one that marks it. Outcomes whose `when` holds take part, by weight; what is drawn is
recorded in saved sessions by its id. With `if_none: all` every outcome takes part where none may by its `when`.

{keys(schema_effects.DRAW)}

{keys(schema_effects.DRAWN)}

{code(excerpt("rules.weather"))}
"""
    return Chapter("effects", "Effects", body)


def _style() -> Chapter:
    records = (schema_style.STYLE, schema_style.LENGTH, schema_style.SPARING)
    chapter = _record("style", "Style", records, "style")
    return replace(chapter, body=f"{chapter.body}\n\n{style_chapter.judged()}")


def _kinds() -> Chapter:
    parts = ["What may stand behind a key, by the kind its table names."]
    for name, kind in KINDS.items():
        parts += [f"### {name}", kind.about, code(excerpt(kind.example))]
    return Chapter("kinds", "Kinds of value", "\n\n".join(parts))
