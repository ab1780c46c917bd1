"""Exports: a session as a book, a recording or data; complete, and harmless whatever a story holds."""

import json
import re
from html.parser import HTMLParser

import pytest
from small_stories import played, timeless, weekly

from game.view.export.book import book
from game.view.export.cast import as_cast
from game.view.export.data import as_data
from game.view.export.html import as_html, curled
from game.view.export.markdown import as_markdown, escaped
from game.view.export.papers import as_papers
from game.view.export.style import STYLE

STORY = """
meters:
  sky: {title: Sky, range: 0..100, start: 50, bands: {0: Blind, 40: Open}}
  mood: {title: Mood, range: 0..9, start: 5, shown: words, bands: {0: Sour, 5: Even}}
codex:
  base: {title: The base, shelf: people, date: 2015, grade: A, source: a book, text: An air base}
  never: {title: Never met, shelf: people, text: Nobody reads this}
scenes:
  start:
    title: The line
    text: |
      "It begins," she says, at *a* [base](codex:base).

      > FORM 7
      > Item 31
    choices:
      strike:
        text: |
          "Strike."
        effects: [sky -= 9, mood -= 3, {ledger: {name: Hussam, age: 61, place: a road, doing: making tea}}]
        goto: start
      leave: {text: Leave, effects: [{end: over}]}
endings: {over: {title: All over, order: 1, at: any, text: It is over}}
"""
HOSTILE = """
scenes:
  start:
    title: "<script>alert(1)</script>"
    text: |
      <img src=http://evil onerror=x> & "quoted" *bold* | [2] `code` # no heading <https://evil>

      1. no list

      - no list either
    choices:
      go:
        goto: start
        text: |
          </p><style>* {{}}</style>
endings: {over: {title: Over, order: 1, at: any, text: Over, when: visits(start) > 9}}
"""

SINGLE = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")


def told(story=STORY, *choices):
    playthrough = played(timeless(story), *choices)
    return book("small-0001", playthrough), playthrough


class Balanced(HTMLParser):
    """Fails where tags don't close in order; gathers tags and every attribute's value."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.values = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.values += [value or "" for _, value in attrs]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag, _attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(page):
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []
    return parser


def test_the_page_holds_prose_decisions_charts_ledger_and_codex_in_order():
    page = as_html(told(STORY, "strike", "leave")[0])
    parsed(page)
    order = [
        "<h1>Small</h1>", "The line", "“It begins,” she says", 'class="doc"', "FORM 7", "“Strike.”", "Ledger: Hussam",
        "Leave", "It is over", "END", "How it went", "<svg", "Even, then Sour", ">Ledger<",
        'id="codex-base"', "Grade A.",
    ]  # fmt: skip
    places = [page.index(part) for part in order]
    assert places == sorted(places)
    assert 'href="#codex-base"' in page
    assert "<em>a</em>" in page
    assert "Never met" not in page


def test_the_page_forbids_itself_scripts_and_the_network_and_asks_for_nothing():
    page = as_html(told(STORY, "strike")[0])
    assert "default-src 'none'" in page
    assert not re.search(r"https?:|//|url\(|@import|<script|<link|<img|javascript:", page)


def test_nothing_a_story_holds_becomes_markup():
    found, playthrough = told(HOSTILE, "go", "go")
    parser = parsed(as_html(found))
    assert not {"script", "img", "iframe", "object"} & set(parser.tags)
    assert parser.tags.count("style") == 1
    assert not any("evil" in value for value in parser.values)
    markdown = as_markdown(found)
    assert "<script" not in markdown.replace("\\<script", "")
    assert "\n\\1. no list\n" in markdown
    assert "\n\\- no list either\n" in markdown
    assert "](http" not in markdown
    assert json.loads(as_data(found, playthrough))["pages"]


def test_the_markdown_holds_the_same_book():
    markdown = as_markdown(told(STORY, "strike", "leave")[0])
    for part in (
        "# Small\n", "*small-0001: All over*", "### The line", '**→ "Strike."**', "> FORM 7  \n> Item 31  ",
        "| Sky | 50, 41, 41 |", "## Ledger\n\n- Hussam, 61, a road", "### The base · 2015", "*Grade A. a book*",
    ):  # fmt: skip
        assert part in markdown
    assert "Never met" not in markdown
    assert "at *a* base." in markdown


@pytest.mark.parametrize("text", ["*a*", "_b_", "[c](d)", "`e`", "<f>", "# g", "a|b", "&lt;", "\\n", "~~x~~"])
def test_signs_of_markdown_are_escaped(text):
    assert re.sub(r"\\(.)", r"\1", escaped(text)) == text
    assert not re.search(r"(?<!\\)[*_\[\]`<>#|&~]", escaped(text).replace("\\\\", ""))


def test_the_recording_is_an_asciicast_whose_time_goes_on():
    found, playthrough = told(STORY, "strike", "leave")
    header, *events = [json.loads(line) for line in as_cast(found, playthrough).splitlines()]
    assert (header["version"], header["width"], header["height"]) == (2, 80, 24)
    times = [at for at, _, _ in events]
    assert times == sorted(times)
    shown = "".join(text for _, kind, text in events if kind == "o")
    assert "\r\n> 1\r\n" in shown
    assert "\r\n> 2\r\n" in shown
    assert "The end." in shown
    assert "\x1b" not in shown
    assert max(map(len, shown.split("\r\n"))) <= 80


def test_the_data_is_every_page_and_decision():
    found = json.loads(as_data(*told(STORY, "strike", "leave")))
    assert [page["number"] for page in found["pages"]] == [0, 1, 2]
    assert [one["choice"] for one in found["decisions"]] == ["strike", "leave"]
    assert found["session"]["stands"] == "All over"
    assert [course["id"] for course in found["meters"]] == ["sky", "mood"]
    assert found["ledger"][0].startswith("Hussam")


def test_the_papers_alone_are_told_week_by_week():
    story = weekly(
        """
        scenes: {start: {text: It begins, choices: {go: {text: Go}}}}
        lines:
          papers:
            haifa: {from: Haifa, text: Rain in Haifa, once: false}
        """,
        turns=2,
        phases=["papers: {title: The papers, lines: papers, at_most: 2, one_event: true}"],
    )
    found = book("small-0001", played(story, "go"))
    assert (
        as_papers(found)
        == """\
Small: the papers

WEEK 1

The papers.
Haifa: Rain in Haifa

WEEK 2

The papers.
Haifa: Rain in Haifa
"""
    )
    assert as_papers(told()[0]).endswith("No papers were read.\n")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"Yes," she said. "No."', "“Yes,” she said. “No.”"),
        ("It's 'so'", "It\N{RIGHT SINGLE QUOTATION MARK}s {}so{}".format(*SINGLE)),
        ('("in")', "(“in”)"),
        ("\"'Both,' he said.\"", "“{}Both,{} he said.”".format(*SINGLE)),
        ("", ""),
    ],
)
def test_quotation_marks_are_those_of_print(typed, printed):
    assert curled(typed) == printed


def test_a_mark_after_a_run_in_another_style_closes():
    assert curled('" he said', "t") == "” he said"


def test_no_neighbour_moves_a_decision_out_of_its_place_in_a_book():
    (rule,) = re.findall(r"^\.chosen\{([^}]*)\}", STYLE, re.MULTILINE)
    assert "text-indent:-1.4em!important" in rule
    assert "padding-left:1.4em" in rule
