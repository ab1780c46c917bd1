"""A good file beside the slice that uses what the slice uses rarely, ten times each, so that faults find a place."""

_SCENE = """\
  extra_{n}:
    title: Extra {n}
    arc: line
    when: met(line)
    then: extra_{after}
    text: |
      Sky is {{sky}} and {{band(sky)}}. {{moscow is Working: It goes | It stays}}. {{met(ladder): Up | Down}}.

      {{happened(extra_event_{n}): A thing was heard | Nothing was heard}}. {{revealed(trucks): You know | You don't}}.
    choices:
      on:
        text: Go on
        once: true
        requires: standing >= 1 and not happened(extra_event_{n})
        locked: Nobody answers
        effects:
          - {{act: nudge(small)}}
          - {{happen: extra_event_{n}}}
          - {{reveal: trucks}}
          - {{promise: extra_promise_{n}}}
          - {{remember: {{veretin: you went on}}}}
          - {{ledger: {{name: Somebody, place: a road, doing: was walking}}}}
          - extra_fact_{n} = true
        because: going on
        goto: extra_{after}
      keep:
        text: Keep it
        when: extra_fact_{n} or turn >= 3 and moscow is not Broken
        effects: [{{keep: extra_promise_{n}}}]
        check: {{odds: 40 + veretin * 10, pass: {{effects: [moscow += small]}}, fail: {{effects: [moscow -= small]}}}}
      plan:
        text: |
          [Veretin](character:veretin) and [the base](codex:khmeimim).
        effects:
          - {{later: {{line: extra_line_{n}, in: 1, kind: echo}}}}
          - {{later: {{scene: extra_{after}, in: 1}}}}
          - {{end: another_year}}
        result: You plan
"""
_REST = """\
  extra_line_{n}: {{about: extra_event_{n}, text: It was heard}}
"""
_MANY = range(10)


def companion() -> str:
    """The file, as text."""
    scenes = "".join(_SCENE.format(n=n, after=(n + 1) % len(_MANY)) for n in _MANY)
    lines = "".join("  " + _REST.format(n=n) for n in _MANY)
    facts = "".join(f"  extra_fact_{n}: false\n" for n in _MANY)
    promises = "".join(
        f"  extra_promise_{n}:\n    to: veretin\n    within: 1\n    text: A word\n"
        "    broken: {effects: [moscow -= small], because: a word not kept}\n"
        for n in _MANY
    )
    conditions = "".join(f"  extra_condition_{n}: moscow > {n + 1} and sky < 90\n" for n in _MANY)
    rules = "".join(
        f"  extra_rule_{n}:\n    when: extra_condition_{n} and visits(extra_{n}) >= 1\n    once: true\n"
        f"    do: [{{act: nudge(some)}}, {{later: {{scene: extra_{n}, at: 4}}}}]\n"
        for n in _MANY
    )
    start = "  extra_start: {at: 1, once: true, do: [{later: {scene: extra_0, at: 2}}]}\n"
    acts = "acts:\n  nudge(size): [moscow += size]\n"
    return (
        f"facts:\n{facts}conditions:\n{conditions}{acts}scenes:\n{scenes}lines:\n  papers:\n{lines}"
        f"promises:\n{promises}rules:\n{start}{rules}"
    )
