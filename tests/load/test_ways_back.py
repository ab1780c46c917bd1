"""Whether a call comes back, through scenes that call one another."""

from reading import load_text

HEAD = "story: s\ntitle: T\nstart: a\nendings: {e: {title: E, order: 1, at: last, text: Over}}\nscenes:\n"
CHAIN = "".join(f"  c{one}: {{text: C, call: c{one + 1}, then: return}}\n" for one in range(50))


def found(last):
    loaded = load_text(HEAD + "  a: {text: A, call: c0}\n" + CHAIN + f"  c50: {{text: C, {last}}}\n")
    return [(one.at.line, one.at.column) for one in loaded.diagnostics]


def test_a_call_comes_back_through_a_chain_of_any_length():
    assert found("then: return") == [(6, 3)]
    assert found("choices: {x: {text: X, effects: [{end: e}]}}") == []
