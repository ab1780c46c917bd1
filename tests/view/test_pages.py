"""Pages: what a reader sees after each decision, as plain values."""

import pytest
from small_stories import begun, played, timeless, weekly
from two_chambers import chambers

from game.engine.prose import Strand
from game.source.clean import clean_line
from game.view.compose import codex, compose
from game.view.draw import draw
from game.view.page import Touch
from game.view.transcript import codex_text, page_text, transcript

METERS = """
sizes: {small: 3, some: 6, large: 10}
facts: {known: false, secret: false}
truths: {error: {range: 5..5}}
characters: {maya: {name: Maya}}
meters:
  sky: {title: Sky, group: north, about: The sky, range: 0..100, start: 50, bands: {0: Blind, 40: Open, 60: Ours}}
  mood: {title: Mood, range: 0..9, start: 5, shown: words, bands: {0: Sour, 5: Even}}
  standing: {title: Standing, range: 0..5, start: 1, shown: pips}
  fuse: {title: Fuse, range: 0..100, start: 13, shown: never}
  late: {title: Late, range: 0..100, start: 13, appears: known}
  roots: {title: Roots, range: 0..100, start: 40, shown_as: roots + error}
scenes:
  start:
    text: It begins
    choices:
"""
ENDING = "endings:\n  over: {title: Over, order: 1, at: any, text: All over}\n"


def with_choice(written: str):
    return timeless(
        METERS + f"      one: {{text: One, goto: start, {written}}}\n      two: {{text: Two, goto: start}}\n" + ENDING
    )


def option(written: str):
    return compose(begun(with_choice(written))).options[0]


def touches(written: str):
    return option(f"effects: [{written}]").touches


def gauges(playthrough):
    return {gauge.id: gauge for gauge in compose(playthrough).gauges}


def kinds(playthrough):
    return [block.kind for block in compose(playthrough).blocks]


def test_a_touch_says_the_size_word_that_was_written_whatever_comes_of_it():
    assert touches("sky += large") == (Touch(gauge="Sky", up=True, size="large", marks=3),)
    assert touches("sky -= small") == (Touch(gauge="Sky", up=False, size="small", marks=1),)
    assert touches("mood += some") == (Touch(gauge="Mood", up=True, size="some", marks=2),)


def test_a_touch_written_as_a_number_gets_the_nearest_word():
    assert [touch.size for touch in touches("sky += 4")] == ["small"]
    assert [touch.size for touch in touches("sky += small * 3")] == ["large"]


def test_touches_of_one_meter_are_one_and_cancel_out():
    assert [(touch.up, touch.size) for touch in touches("sky += large, sky -= small")] == [(True, "some")]
    assert touches("sky += small, sky -= small") == ()


def test_pips_are_marked_one_by_one():
    assert touches("standing += 2") == (Touch(gauge="Standing", up=True, size="", marks=2),)
    assert touches("standing += 5") == (Touch(gauge="Standing", up=True, size="5", marks=3),)


def test_a_touch_by_setting_counts_from_where_the_meter_stands():
    assert [(touch.up, touch.size) for touch in touches("sky = 40")] == [(False, "large")]
    assert touches("sky = 50") == ()


def test_what_a_reader_can_not_see_is_only_said_to_move():
    for written in (
        "fuse += 3",
        "late += 3",
        "maya += 1",
        "later: {do: [sky += 3], in: 1}",
        "roots = 40",
        "sky = fuse",
        "sky += fuse",
        "sky -= error + small",
    ):
        effect = f"{{{written}}}" if written.startswith("later") else written
        found = option(f"effects: [{effect}]")
        assert (found.touches, found.hidden) == ((), True), written
    found = option("effects: [known = true]")
    assert (found.touches, found.hidden) == ((), False)


def test_a_touch_never_tells_a_hidden_condition():
    seen = option("effects: [{when: sky > 40, do: [sky += small], else: [sky -= large]}]")
    assert [(touch.up, touch.size) for touch in seen.touches] == [(True, "small")]
    for condition in ("fuse > 1", "error > 0", "maya >= 0", "late > 1"):
        hidden = option(f"effects: [{{when: {condition}, do: [sky += small], else: [sky -= large]}}]")
        assert (hidden.touches, hidden.hidden) == ((), True)


def test_odds_are_shown_within_0_and_100():
    for written, shown in (("30", 30), ("sky * 9", 100), ("0 - sky", 0), ("45 + maya * 10", 45)):
        assert option(f"check: {{odds: {written}, pass: {{}}, fail: {{}}}}").odds == shown
    assert option("effects: [sky += 1]").odds is None


def test_a_locked_choice_says_why_and_an_open_one_does_not():
    locked = option("requires: sky > 60, locked: Not under that sky")
    assert (locked.open, locked.reason) == (False, "Not under that sky")
    assert option("requires: sky > 40, locked: Not under that sky").reason == ""
    assert "Locked." in page_text(compose(begun(with_choice("requires: sky > 60, locked: No")))).replace(": No", ".")


def test_gauges_come_in_the_order_written_and_hidden_ones_not_at_all():
    found = gauges(begun(with_choice("effects: [known = true]")))
    assert list(found) == ["sky", "mood", "standing", "roots"]
    assert (found["sky"].group, found["sky"].about, found["sky"].band) == ("north", "The sky", "Open")
    assert list(gauges(played(with_choice("effects: [known = true]"), "one"))) == [
        "sky", "mood", "standing", "late", "roots",
    ]  # fmt: skip


def test_a_gauge_in_words_has_no_number_anywhere():
    mood = gauges(played(with_choice("effects: [mood -= 4]"), "one"))["mood"]
    assert (mood.value, mood.band, mood.change, mood.trend) == (None, "Sour", -1, "falling")
    same = gauges(played(with_choice("effects: [mood += 1]"), "one"))["mood"]
    assert (same.value, same.change, same.trend) == (None, 0, "steady")


def test_a_change_is_what_the_last_decision_did_with_its_reasons():
    program = with_choice("effects: [sky += large], because: a good night")
    sky = gauges(played(program, "one"))["sky"]
    assert (sky.value, sky.change, sky.band, sky.because) == (60, 10, "Ours", ("a good night",))
    later = gauges(played(program, "one", "two"))["sky"]
    assert (later.value, later.change, later.because) == (60, 0, ())


def test_a_gauge_shown_as_something_else_never_shows_itself_and_a_drawing_is_no_change():
    first = gauges(begun(with_choice("effects: [roots += 3]")))["roots"]
    assert (first.value, first.change) == (45, 0)
    moved = gauges(played(with_choice("effects: [roots += 3]"), "one"))["roots"]
    assert (moved.value, moved.change) == (48, 3)


def test_a_truths_drawing_is_no_change_whatever_was_drawn():
    program = timeless(METERS.replace("range: 5..5", "range: -8..8") + "      one: {text: One, goto: start}\n" + ENDING)
    for seed in range(20):
        assert gauges(begun(program, seed))["roots"].change == 0


def test_the_blocks_of_a_page_stand_in_the_order_they_were_read():
    program = weekly(
        """
        characters: {maya: {name: Maya}}
        codex: {road: {title: The road, shelf: people, text: A road}}
        promises: {page: {to: maya, by: 1, text: a page, broken: {result: No page}}}
        scenes:
          start:
            title: The start
            text: It begins
            choices:
              go:
                text: Go
                effects:
                  - {happen: going}
                  - {unlock: road}
                  - {promise: page}
                  - ledger: {name: A dog, place: the road, doing: asleep}
                result: You go
              stay: {text: Stay}
          two: {at: 2, text: Two, choices: {a: {text: A}, b: {text: B}}}
        lines:
          brief: {gone: {about: going, text: You went}}
          papers: {town: {about: going, from: Haifa, text: Somebody went}}
        """,
        phases=(
            "scene: {due: first}",
            "papers: {title: Papers, lines: papers, one_event: true}",
            "brief: {title: Brief, lines: brief}",
        ),
    )
    assert kinds(begun(program)) == ["turn", "scene"]
    page = played(program, "go")
    assert kinds(page) == [
        "result",
        "codex",
        "promise",
        "ledger",
        "papers",
        "brief",
        "promise",
        "result",
        "turn",
        "scene",
    ]
    assert [block.title for block in compose(page).blocks] == [
        "", "The road", "", "", "Papers", "Brief", "", "", "Week 2", "",
    ]  # fmt: skip
    assert compose(page).blocks[4].sources == ("Haifa",)


def test_a_line_of_several_paragraphs_loses_none():
    program = weekly(
        """
        scenes: {start: {text: It begins}, two: {at: 1, text: Two, choices: {a: {text: A}, b: {text: B}}}}
        lines:
          brief:
            one:
              text: |
                First.

                Second.
            two: {text: Third}
          papers:
            one_more:
              from: Haifa
              text: |
                Fourth.

                Fifth.
        """,
        phases=("brief: {lines: brief}", "papers: {lines: papers, one_event: true}", "scene: {due: first}"),
    )
    brief, papers = [block for block in compose(begun(program)).blocks if block.kind in ("brief", "papers")]
    assert [paragraph.text for paragraph in brief.paragraphs] == ["First.", "Second.", "Third"]
    assert papers.sources == ("Haifa", "")
    assert "Haifa: Fourth.\nFifth." in page_text(compose(begun(program)))


def test_a_page_knows_where_it_is_and_what_was_chosen():
    playthrough = begun(chambers(), seed=2)
    assert (compose(playthrough).where, compose(playthrough).chosen, compose(playthrough).number) == (
        "Week 1 of 6",
        "",
        0,
    )
    tray = playthrough.choose("go")
    assert (compose(tray).phase, compose(tray).chosen) == ("Tray", "Go on")
    card = tray.state.hand[0]
    opened = compose(tray.choose(card))
    assert opened.chosen == f"Envelope {card.removeprefix('card_')}"
    assert opened.number == 2


def test_envelopes_say_who_deals_with_them_otherwise():
    tray = compose(begun(chambers(), seed=2).choose("go"))
    assert [option.otherwise for option in tray.options] == ["Yotam: he pays"] * 2
    assert [option.open for option in tray.options] == [True] * 2
    assert kinds(begun(chambers(), seed=2).choose("go")) == ["tray"]


def test_an_envelope_that_others_dealt_with_is_said_even_where_nothing_was_written_of_it():
    playthrough = begun(chambers(), seed=2).choose("go")
    first, second = playthrough.state.hand
    page = compose(playthrough.choose(first).choose("burn"))
    assert [block.title for block in page.blocks if block.kind == "handled"] == [
        f"Card {second.removeprefix('card_')} · Yotam"
    ]


def test_an_unlocked_entry_is_news_once():
    program = timeless(
        """
        codex:
          road: {title: The road, shelf: people, text: A road}
          shed: {title: The shed, shelf: people, text: A shed}
        scenes:
          start:
            text: |
              A [shed](codex:shed).
            enter: [{unlock: road}, {unlock: road}]
            choices: {on: {text: On, goto: start}, shed: {text: Shed, effects: [{unlock: shed}], goto: start}}
        endings: {over: {title: Over, order: 1, at: any, text: All over}}
        """
    )
    titles = [block.title for block in compose(begun(program)).blocks if block.kind == "codex"]
    assert titles == ["The road"]
    assert "codex" not in kinds(played(program, "on"))
    assert "codex" not in kinds(played(program, "shed"))


def test_the_codex_knows_what_the_text_linked_to_or_unlocked_and_takes_it_back_with_the_decision():
    program = timeless(
        """
        codex:
          base: {title: The base, shelf: record, grade: A, source: A list, date: 26 Aug 2015, text: A base}
          town: {title: The town, shelf: people, text: A town}
          hill: {title: The hill, shelf: people, text: A hill}
        meters: {meters: {title: Meters, range: 0..9, start: 7}}
        scenes:
          start:
            text: |
              {visits(start) > 1: The [hill](codex:hill).}
            choices: {on: {text: On, effects: [{unlock: town}], goto: start}, off: {text: Off, goto: start}}
        endings: {over: {title: Over, order: 1, at: any, text: All over}}
        """
    )

    def known(playthrough):
        return [entry.id for entry in codex(playthrough) if entry.known]

    assert known(begun(program)) == []
    assert known(played(program, "off")) == ["hill"]
    assert known(played(program, "on")) == ["town", "hill"]
    assert known(played(program, "on").back(0)) == []
    entry = codex(begun(program))[0]
    assert (entry.grade, entry.source, entry.date, entry.shelf) == ("A", "A list", "26 Aug 2015", "record")
    assert codex_text(entry) == "The base · 26 Aug 2015\n\nA base\n\nGrade A. A list"


def test_an_earlier_page_is_the_page_as_it_was():
    playthrough = begun(chambers(), seed=3)
    pages = [compose(playthrough)]
    for choice in ("toss", "wait", "go"):
        playthrough = playthrough.choose(choice)
        pages.append(compose(playthrough))
    assert [compose(playthrough.at(number)) for number in range(4)] == pages


def test_a_page_without_anything_to_choose_is_stuck_unless_it_is_the_end():
    assert not compose(begun(chambers())).stuck
    stuck = timeless(
        """
        scenes:
          start:
            text: Stuck
            choices: {go: {text: Go, requires: visits(start) > 5, locked: No, goto: start}}
        endings: {over: {title: Over, order: 1, at: any, text: All over}}
        """
    )
    assert compose(begun(stuck)).stuck
    ended = played(weekly("scenes:\n  start: {text: It begins}\n"))
    assert compose(ended).ending == "Done"
    assert not compose(ended).stuck


def test_text_reaches_a_page_cleaned_whatever_it_went_through():
    paragraphs = draw((Strand("\x1b]0;owned\x07Sky\u202e \x9b2J"), Strand("[bold]", "em"), Strand("\ttab\r")), "")
    assert [paragraph.text for paragraph in paragraphs] == ["]0;ownedSky 2J[bold] tab"]


HOSTILE_NAMES = ("\x1b]0;owned\x07", "> a form", "a\n\nb", "{turn} [x](codex:c) *y*", "\u202e", "[bold]x[/]")


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=ascii)
def test_a_name_is_words_alone_wherever_it_stands(name):
    (paragraph,) = draw((Strand("you", player=True), Strand(" and "), Strand("you", "em", player=True)), name)
    said = clean_line(name) or "you"
    assert not paragraph.document
    assert [run.text.strip() for run in paragraph.lines[0]] == [f"{' '.join(said.split())} and", " ".join(said.split())]
    assert paragraph.text.isprintable()
    assert [run.link for run in paragraph.lines[0]] == ["", ""]


def test_paragraphs_lines_and_documents_are_told_apart_and_spaces_folded():
    drawn = draw(
        (
            Strand("One  line\nfolded. "),
            Strand(" Styled ", "em"),
            Strand(" on.\n\n\n> A form\n> "),
            Strand("signed", "strong"),
            Strand("\n>\n> twice\n\n   \n\nLast"),
        ),
        "",
    )
    assert [(paragraph.text, paragraph.document) for paragraph in drawn] == [
        ("One line folded. Styled on.", False),
        ("A form\nsigned\n\ntwice", True),
        ("Last", False),
    ]
    assert [run.style for run in drawn[0].lines[0]] == ["", "em", ""]


def test_a_transcript_of_any_width_holds_the_same_words():
    playthrough = begun(chambers(), seed=3).choose("toss").choose("go")
    wide = transcript(playthrough, 72).split()
    for width in range(20, 73):
        lines = transcript(playthrough, width)
        assert lines.split() == wide
        assert max(map(len, lines.split("\n"))) <= width
