"""What can be played and is hardly what was meant."""

from planting.ground import Kind, marked

_EFFECT = r"^( +- )(\w+) [+-]= \w+$"

ADVICE = (
    Kind(
        "a fact nobody uses",
        "unused",
        r"^facts:\n",
        marked("facts:\n  ⟦nobody_asks: false\n", "facts:\n  ⟦nobody_counts: {range: 0..9}\n"),
    ),
    Kind(
        "a fact set and never read",
        "never-read",
        r"^facts:\n([\s\S]*?)^rules:\n",
        marked("facts:\n  ⟦only_set: false\n\\1rules:\n  sets_it: {do: [only_set = true]}\n"),
        "world",
    ),
    Kind(
        "a fact read and never set",
        "never-set",
        r"^facts:\n([\s\S]*?)^conditions:\n([\s\S]*?)^rules:\n",
        marked(
            "facts:\n  ⟦only_read: false\n\\1conditions:\n\\2rules:\n  reads_it: {when: only_read, do: [moscow += 1]}\n"
        ),
        "world",
    ),
    Kind(
        "a promise never given",
        "never-given",
        r"^promises:\n",
        marked("promises:\n  ⟦idle_word: {to: veretin, by: 3, text: A word, broken: {}}\n"),
    ),
    Kind("an act never used", "unused", r"^acts:\n", marked("acts:\n  ⟦idle_act: [moscow += 1]\n")),
    Kind(
        "a named condition never used",
        "unused",
        r"^conditions:\n",
        marked("conditions:\n  ⟦idle_condition: moscow > 3\n"),
    ),
    Kind(
        "a character nobody mentions",
        "unused",
        r"^characters:\n",
        marked("characters:\n  ⟦idle_person: {name: Zzyxena}\n"),
    ),
    Kind(
        "a codex entry nothing leads to",
        "unused",
        r"^codex:\n",
        marked("codex:\n  ⟦idle_entry: {title: Idle, shelf: campaign, text: Words}\n"),
    ),
    Kind("an arc without scenes", "unused", r"^arcs:\n", marked("arcs:\n  ⟦idle_arc: {title: Idle}\n")),
    Kind("a truth nothing asks about", "unused", r"^truths:\n", marked("truths:\n  ⟦idle_truth: {a: 50, b: 50}\n")),
    Kind(
        "a meter nothing changes or reads",
        "unused",
        r"^meters:\n",
        marked("meters:\n  ⟦idle_meter: {title: Idle, range: 0..9, start: 1, shown: never}\n"),
    ),
    Kind("a scene nothing leads to", "unreachable", r"^scenes:\n", marked("scenes:\n  ⟦idle_scene: {text: Words}\n")),
    Kind(
        "an effect that adds nothing", "does-nothing", _EFFECT, marked("\\1⟦\\2 += 0", "\\1⟦\\2 -= 0", "\\1⟦\\2 = \\2")
    ),
    Kind("an effect of no effects", "does-nothing", _EFFECT, marked("\\1⟦{when: page_sent, do: []}")),
    Kind(
        "a too long paragraph", "long-paragraph", r"^(    text: \|\n      )(\S)", marked("\\1⟦" + "word " * 161 + "\\2")
    ),
    Kind("a joiner emoji", "joined-emoji", r"^(      \w+)( \w+)", marked("\\1 ⟦\U0001f469\u200d\U0001f680\\2")),
)
