"""Pages, offers and gauges as text, without a screen."""
# ruff: noqa: RUF001 - the signs on the screen

from dataclasses import replace

import pytest
import tui_stage as stage
from textual.color import Color

from game.tui import gauges, glyphs
from game.tui.offers import rows
from game.tui.pieces import pieces
from game.tui.text import LINK, line, spaced
from game.tui.themes import OURS
from game.view.page import Block, Origin, Run


def texts(page):
    return [(piece.kind, piece.lead.plain, piece.text.plain) for piece in pieces(page)]


def test_neighbouring_paragraphs_are_one_piece_and_documents_stand_alone():
    kinds = [kind for kind, _, _ in texts(stage.SCRIPT[2])]
    assert kinds == ["scene", "document", "prose"]


def test_headlines_have_their_city_and_briefs_a_dash():
    found = texts(replace(stage.SCRIPT[3], chosen="Sign it."))
    assert found[0] == ("chosen", "› ", "Sign it.")
    front = next(piece for piece in pieces(stage.SCRIPT[3]) if piece.kind == "front")
    assert [column.plain.split("\n")[0] for column in front.columns] == ["MOSCOW", "JERUSALEM", "WASHINGTON"]
    assert front.columns[0].plain == "MOSCOW\nNight watchman dies in strike near airport"
    assert ("masthead", "", "T H E   F R I D A Y   P A P E R S") in found
    assert any(lead == glyphs.DASH for kind, lead, _ in texts(stage.SCRIPT[1]) if kind == "item")


@pytest.mark.parametrize(
    "kind",
    [
        "turn",
        "brief",
        "tray",
        "scene",
        "result",
        "handled",
        "papers",
        "ledger",
        "promise",
        "codex",
        "reveal",
        "ending",
        "coda",
        "chapter",
        "achievement",
    ],
)
def test_every_kind_of_block_is_drawn_even_an_empty_one(kind):
    for block in (Block(kind=kind), Block(kind=kind, title="T", paragraphs=(stage.para("p"),))):
        shown = "".join(lead + text for _, lead, text in texts(stage.page(0, "", "", (block,))))
        assert block.title.upper() in shown.upper()
        assert all(paragraph.text in shown for paragraph in block.paragraphs if kind not in ("turn", "chapter"))


def test_what_comes_back_says_from_where_beneath_a_line_and_above_a_scene():
    echo = Origin(kind="echo", when="week 2", because="the ten minutes")
    told = (Block(kind="brief", paragraphs=(stage.para("one"), stage.para("two")), origins=(None, echo)),)
    assert [text for _, _, text in texts(stage.page(0, "", "", told))] == [
        "one",
        "two\nan echo of week 2: the ten minutes",
    ]
    told = (Block(kind="papers", paragraphs=(stage.para("one"),), sources=("Moscow",), origins=(echo,)),)
    assert [text for _, _, text in texts(stage.page(0, "", "", told))] == [
        "MOSCOW\none\nan echo of week 2: the ten minutes"
    ]
    bill = Origin(kind="bill", when="week 2", decision='"One."')
    told = (Block(kind="scene", title="T", paragraphs=(stage.para("p"),), origins=(bill,)),)
    assert [text for _, _, text in texts(stage.page(0, "", "", told))] == ["T", "a bill from week 2: “One.”", "p"]


def test_links_keep_their_target_in_a_key_of_our_own():
    made = line([Run("Khmeimim", "", "codex:khmeimim"), Run("Gurevich", "", "character:gurevich")])
    metas = [span.style.meta for span in made.spans if not isinstance(span.style, str)]
    assert metas == [{LINK: "codex:khmeimim"}]


def test_only_open_offers_have_numbers():
    assert [row.number for row in rows(stage.SCRIPT[0])] == [1, 2, 3, 0]


def test_capitals_are_set_apart_where_they_fit():
    assert spaced("Week 2").plain == "W E E K   2"
    assert spaced("A title that is far too long to be set apart").plain.startswith("A TITLE THAT")


def test_the_panel_fits_its_size_or_says_one_line_a_gauge():
    for height in (60, 30, 16):
        shown = gauges.panel(stage.gauges(4), 32, height).plain.splitlines()
        assert all(len(text) <= 32 for text in shown)
    assert any("━" in text and "+8" in text and "68" in text for text in shown)


def test_the_status_takes_no_more_lines_than_allowed_and_keeps_what_moved():
    for width in (36, 60, 100):
        for limit in (1, 2, 3):
            shown = gauges.status(stage.gauges(4), width, limit).plain.splitlines()
            assert len(shown) <= limit
            assert all(len(text) <= width for text in shown)
    assert "+4" in gauges.status(stage.gauges(4), 40, 1).plain


def test_gauges_in_words_move_without_a_number():
    word = replace(stage.gauges()[-1], change=3)
    shown = gauges.panel((word,), 30, 40).plain
    assert "careful" in shown
    assert "▲" in shown
    assert "3" not in shown


def test_a_gauge_at_its_ends_and_one_without_room():
    for value in (0, 100):
        assert len(gauges.bar(stage.gauge("x", value, ""), 10).plain) == 10
    assert gauges.bar(stage.gauge("x", 5, "", low=5, high=5), 10).plain == "─" * 10


def luminance(color):
    def channel(part):
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(color.r) + 0.7152 * channel(color.g) + 0.0722 * channel(color.b)


def contrast(one, other):
    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [one for one in OURS if not one.ansi], ids=lambda theme: theme.name)
def test_every_theme_can_be_read(theme):
    quiet, lit = theme.variables["quiet"], theme.variables["lit"]
    for ground in (theme.background, theme.surface, lit, theme.variables["block"]):
        assert contrast(theme.foreground, ground) >= 7
        assert contrast(quiet, ground) >= 4.5
        assert contrast(theme.accent, ground) >= 4.4
    for name in ("lift", "fall"):
        assert contrast(theme.variables[name], theme.background) >= 4.5
    assert contrast(theme.error, theme.background) >= 4.5
    assert contrast(theme.variables["sky-ink"], theme.variables["sky-4"]) >= 4.5


def test_a_dealt_scene_stands_under_the_name_of_its_part_of_the_week():
    told = (Block(kind="scene", title="The nameplate", paragraphs=(stage.para("brass"),), phase="The desk"),)
    assert [(kind, text) for kind, _, text in texts(stage.page(0, "", "", told))] == [
        ("part", "THE DESK"),
        ("scene", "THE NAMEPLATE"),
        ("prose", "brass"),
    ]


def test_paragraphs_stand_apart_as_the_reader_likes_it():
    told = (Block(kind="scene", paragraphs=(stage.para("one"), stage.para("two"))),)
    page = stage.page(0, "", "", told)
    told_in = {spacing: pieces(page, spacing)[0].text.plain for spacing in ("close", "open", "airy")}
    assert told_in == {"close": "one\n  two", "open": "one\n\ntwo", "airy": "one\n\n\ntwo"}


def test_a_choice_says_its_numbers_and_what_it_feeds_where_the_page_has_them():
    told = stage.option("a", "A", "", replace(stage.up("Sky", "some", 2), exact=6), feeds=("The Line", "The House"))
    page = stage.page(0, "", "", (), (told,))
    assert rows(page)[0].text.plain == "A\nSky ▲▲ some +6\nfeeds The Line, The House"


def test_a_gauge_says_in_a_word_which_way_it_went():
    shown = gauges.panel(stage.gauges(4), 32, 60).plain
    assert "rising +4" in shown
    assert "falling −4" in shown


def test_the_status_line_keeps_the_bands_of_what_moved():
    moved = tuple(replace(one, change=2 if one.id == "sky" else 0) for one in stage.gauges())
    assert "Sky 60 Open +2" in gauges.status(moved, 76, 2).plain
    assert "Moscow 50   " in gauges.status(moved, 76, 2).plain
