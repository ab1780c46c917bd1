"""What a reader wants to be called: in every text, in the words of decisions and exports, and in no state."""

import pytest
from small_stories import begun, program_of

from game.view.compose import codex, compose, note
from game.view.decisions import decisions
from game.view.export.book import book
from game.view.export.html import as_html
from game.view.export.markdown import as_markdown
from game.view.transcript import transcript

STORY = program_of("""
story: named
title: Named
player: stranger
start: desk
note: |
  For {player}.
codex:
  book:
    title: The book
    shelf: campaign
    text: |
      Of {player}
scenes:
  desk:
    text: Good evening, {player}.
    choices:
      sign:
        text: Sign as {player}
        result: Signed
        goto: desk
      leave: {text: Leave, effects: [{end: over}]}
endings:
  over:
    title: Over
    order: 1
    at: any
    text: Goodbye, {player}.
""")


def test_a_reader_without_a_name_is_called_as_the_story_says():
    assert "Good evening, stranger." in transcript(begun(STORY))


@pytest.mark.parametrize("name", ["Noa", "Ли", "{turn} | *x*"])
def test_the_name_stands_wherever_a_text_says_it(name):
    playthrough = begun(STORY, player=name).choose("sign").choose("leave")
    told = transcript(playthrough)
    assert told.count(f"Good evening, {name}.") == 2
    assert f"Sign as {name}" in told
    assert f"Goodbye, {name}." in told
    assert compose(playthrough.at(1)).chosen == f"Sign as {name}"
    assert decisions(playthrough)[0].text == f"Sign as {name}"
    assert codex(playthrough)[0].paragraphs[0].text == f"Of {name}"
    assert note(STORY, name)[0].text == f"For {name}."


def test_no_state_and_no_record_of_a_decision_knows_the_name():
    one, other = (begun(STORY, player=name).choose("sign") for name in ("", "Noa"))
    assert one.state == other.state
    assert one.standing == other.standing


def test_an_export_says_it_as_words_whatever_it_looks_like():
    made = book("one", begun(STORY, player="<b>*Noa*</b>").choose("leave"))
    assert "<b>" not in as_html(made)
    assert "&lt;b&gt;*Noa*&lt;/b&gt;" in as_html(made)
    assert "\\*Noa\\*" in as_markdown(made)
