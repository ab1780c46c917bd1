"""The ledger: who was hurt, when, and what each side says."""

from small_stories import begun, played, weekly

from game.view.ledger import ledger, ledger_lines

STORY = """
scenes:
  start:
    at: 1
    text: A road
    choices:
      strike:
        text: Strike
        effects:
          - ledger: {name: Ali, age: 61, place: a road, doing: making tea, claims: {damascus: killed, the_army: silent}}
  two:
    at: 2
    text: A stair
    choices: {strike: {text: Strike, effects: [{ledger: {name: Noam, place: the stairs, doing: playing}}]}}
"""


def test_a_line_says_who_when_and_what_each_side_claims():
    first, second = ledger_lines(played(weekly(STORY), "strike", "strike"))
    assert (first.number, first.when, first.name, first.age, first.place) == (1, "Week 1", "Ali", 61, "a road")
    assert first.claims == (("Damascus", "killed"), ("The army", "silent"))
    assert (second.number, second.when, second.age, second.claims) == (2, "Week 2", None, ())
    assert (first.disputed, second.disputed) == (True, False)


def test_the_same_lines_as_sentences():
    told = [line.text for line in ledger(played(weekly(STORY), "strike", "strike"))]
    assert told == [
        "Ali, 61, a road, making tea. Damascus: killed. The army: silent.",
        "Noam, the stairs, playing.",
    ]
    assert ledger_lines(begun(weekly(STORY))) == ()
