"""What many readings tell, in every form: as text, as data, in the margin, and as a page that needs nothing else."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile_story import PAYLOAD, acts, hostile_program
from small_stories import timeless

from game.analysis.readers import all_readers
from game.analysis.simulate.figures import Spread
from game.analysis.simulate.task import Task, done
from game.author.simulation.charts import Part, Scale, bars, binned, fan, histogram, ticks
from game.author.simulation.data import as_data
from game.author.simulation.margin import margin_text
from game.author.simulation.page import as_page
from game.author.simulation.report import Report, percent, share
from game.author.simulation.text import as_text, columns
from game.engine.prepare import prepare
from game.load.pipeline import load_path

STORIES = Path(__file__).parents[2] / "story"
FIRST = STORIES / "first_steps"


def report_of(program, *names, runs=30, sources=None, worded=True, after=()):
    readers = {one.name: one for one in all_readers(program)}
    names = names or tuple(readers)
    tallies = tuple(
        done(program, Task(reader=name, seed=1, first=0, last=runs, worded=worded, after=() if index else after))
        for index, name in enumerate(names)
    )
    return Report(
        story=program.story,
        tallies=tallies,
        titles={name: readers[name].title for name in names},
        seed=1,
        wanted=runs,
        sources=sources or {},
    )


@cache
def first_steps():
    program = prepare(load_path(FIRST).story)
    sources = {one.name: one.read_text("utf-8") for one in sorted(FIRST.glob("*.yaml"))}
    return report_of(program, sources=sources, after=("window",))


@cache
def campaign():
    return report_of(prepare(load_path(STORIES / "narrow_sky").story), "uniform", "hawk", runs=12)


@cache
def hostile():
    return report_of(hostile_program(), runs=6, sources={f"{PAYLOAD}.yaml": f"{PAYLOAD}\n<script>alert(1)</script>"})


class Page(HTMLParser):
    """What a page is made of: its tags, and everything that its attributes refer to."""

    EMPTY = ("meta", "input", "br")
    OPEN = ("li",)
    """Those whose ends may be left out."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.refers, self.ids, self.handlers, self.stack, self.texts = set(), [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src", "action", "data", "srcset", "poster", "xlink:href"):
                self.refers.append(value)
            if name == "id":
                self.ids.append(value)
            if name.startswith("on") or name == "style":
                self.handlers.append((tag, name))
        if tag not in (*self.EMPTY, *self.OPEN):
            self.stack.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.OPEN:
            assert self.stack.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def test_the_text_says_endings_with_how_sure_they_are():
    told = as_text(first_steps())
    assert "The Last Ferry: 30 runs of each reader, seed 1. Readers: Uniform, Curious, Cautious, Kind, Bold." in told
    assert re.search(r"^  ashore +\d+ \(\d+-\d+\)", told, re.MULTILINE)
    assert "Nerve" in told
    assert re.search(r"^  Uniform +\d+ +\d+-\d+ +\d+-\d+ +\d+ +\d+-\d+ +\d+-\d+$", told, re.MULTILINE)
    assert "  window.sell_two" in told  # the hinge


def test_the_text_says_what_hangs_on_what_was_long_ago_where_there_are_turns():
    assert "three turns before or earlier" in as_text(campaign())
    assert "three turns before or earlier" not in as_text(first_steps())


def test_without_text_words_are_not_counted_and_that_is_said():
    found = report_of(prepare(first_steps().story), "uniform", worded=False)
    assert "not counted" in as_text(found)
    assert as_data(found)["all"]["words"] is None
    assert "not counted" in as_page(found)


@pytest.mark.parametrize("fits", [20, 60, 100])
def test_tables_are_divided_where_they_are_too_wide(fits):
    head, rows = ("ending", *(f"Reader {number}" for number in range(9))), [("ashore", *("12 (3-45)",) * 9)]
    whole = list(columns(head, rows))
    told = list(columns(head, rows, fits=fits))
    assert len(whole) == 2
    assert max(map(len, told)) <= max(fits, 8 + 2 + 9)
    assert sum(line.count("12 (3-45)") for line in told) == 9
    assert [one for line in told for one in re.findall(r"Reader \d", line)] == list(head[1:])
    assert all(line.startswith(("  ending", "  ashore")) for line in told if line)


def test_data_is_json_and_adds_up():
    data = json.loads(json.dumps(as_data(first_steps())))
    for reader in (*data["readers"], data["all"]):
        ended = sum(one["runs"] for one in (*reader["endings"].values(), *reader["no_ending"].values()))
        assert ended == reader["runs"] == sum(reader["decisions"]["counts"].values())
        for one in reader["endings"].values():
            assert one["low"] <= one["share"] <= one["high"]
    assert data["all"]["runs"] == 150
    assert data["lines"]["story.yaml"]
    assert {one["choice"] for one in data["hinges"]} == {"sell_two", "sell_one"}
    assert data["asked_later"]["window.sell_two"]


def test_the_margin_stands_beside_every_line_of_the_source():
    source = first_steps().sources["story.yaml"]
    told = margin_text(first_steps(), "story.yaml").splitlines()
    assert len(told) == len(source.splitlines()) + 1
    assert all(
        line.rstrip() == f"{told[number][:8]} | {line}".rstrip()[11:]
        for number, line in enumerate(source.splitlines(), 1)
    )
    assert any(line.startswith("     150 |   window:") for line in told)
    assert len(margin_text(first_steps()).splitlines()) > len(told)


def test_the_page_refers_to_nothing_but_itself():
    text = as_page(first_steps())
    page = Page(text)
    assert page.stack == []
    assert page.refers
    assert all(one.startswith("#") and one[1:] in page.ids for one in page.refers)
    assert len(page.ids) == len(set(page.ids))
    assert not page.handlers
    assert page.tags & {"link", "img", "iframe", "object", "form", "base"} == set()
    assert not re.search(r"url\(|@import|https?:", text)


def test_the_page_allows_its_own_script_and_no_other():
    text = as_page(first_steps())
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(scripts) == 1
    wanted = "sha256-" + b64encode(sha256(scripts[0].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src '{wanted}'" in text


def test_every_chart_has_a_title_and_every_table_its_headings():
    text = as_page(campaign())
    charts = re.findall(r"<svg[^>]*>(.{0,9})", text)
    assert len(charts) > 11
    assert set(charts) == {"<title>" + one[7:] for one in charts}
    assert text.count("<svg") == text.count('role="img"')
    assert text.count("<table") == text.count("<caption") == text.count("<thead>")
    assert "prefers-color-scheme:dark" in text
    page = Page(text)
    assert {"endings", "meters", "length", "scenes", "choices", "passages", "hinges"} <= set(page.ids)


def test_the_page_has_every_ending_choice_and_reader():
    text = as_page(campaign())
    words = "".join(Page(text).texts)
    for ending in campaign().story.endings:
        assert ending.title in words
    for scene in campaign().story.scenes.values():
        assert all(f"{scene.id}.{choice.id}" in words for choice in scene.choices)
    assert "The hawk" in words


@pytest.mark.parametrize("form", [as_text, as_page, margin_text, lambda one: json.dumps(as_data(one))])
def test_a_hostile_story_acts_on_nothing(form):
    assert acts(form(hostile())) == []


def test_no_word_of_a_hostile_story_becomes_a_tag():
    text = as_page(hostile())
    page = Page(text)
    assert text.count("<script") == 1
    assert not page.handlers
    assert page.stack == []
    assert "<img" not in text
    assert all(one.startswith("#") for one in page.refers)
    assert any("<script>alert(1)</script>" in words for words in page.texts)


def test_a_story_without_meters_or_turns_has_a_page_too():
    program = timeless("""
        facts: {dry: false}
        endings: {out: {title: Out, order: 1, at: any, text: Out}}
        scenes:
          start: {text: A, choices: {go: {text: Go, effects: [{end: out}]}, wall: {text: Wall, goto: wall}}}
          wall: {text: B, choices: {over: {text: Over, requires: dry, locked: Wet, goto: start}}}
        """)
    found = report_of(program, "uniform")
    page = Page(as_page(found))
    assert "meters" not in page.ids
    assert {"w0", "length"} <= set(page.ids)
    assert "stuck: nothing was open" in "".join(page.texts)
    assert "stuck" in as_text(found)


def test_what_was_stopped_says_so():
    report = first_steps()
    stopped = Report(story=report.story, tallies=report.tallies, titles=report.titles, seed=1, wanted=1_000)
    assert "Stopped before it was done: 1,000 runs" in as_text(stopped)
    assert "Stopped before it was done: 1,000 runs" in as_page(stopped)
    assert as_data(stopped)["stopped"]
    assert "Stopped" not in as_text(report)


def test_shares_are_told_with_the_digits_that_they_bear():
    assert [percent(one) for one in (0, 0.0001, 0.004, 0.0994, 0.0996, 0.5, 0.994, 0.999, 1)] == [
        "0", "<0.1", "0.4", "9.9", "10", "50", "99.4", "99.9", "100",
    ]  # fmt: skip
    assert share(0, 0) == (0.0, (0.0, 1.0))


def test_histograms_count_every_run_once_in_round_columns():
    counts = {3_438: 1, 9_999: 2, 10_000: 3, 15_442: 4}
    low, step, columns = binned(counts)
    assert (low, step) == (3_000, 1_000)
    assert sum(columns) == 10
    assert columns[-1] == 4
    assert binned({7: 2}) == (7, 1, [2])
    assert histogram("none", {}) == ""
    assert ticks(1, 24) == [1, 5, 10, 15, 20, 24]
    assert ticks(3, 3) == [3]


def test_a_fan_lies_within_its_chart():
    course = {1: Spread(0, 0, 1, 2, 3, 4, 4, 9), 2: Spread(0, 0, 0, 0, 1, 4, 4, 9), 0: Spread(0, 0, 0, 0, 0, 0, 0, 9)}
    drawn = fan("Heat", course, Scale(0, 4, (("Low", 0), ("High", 2))))
    _, _, width, height = map(float, re.search(r'viewBox="([\d. ]+)"', drawn)[1].split())
    spots = [
        tuple(map(float, one.split(",")))
        for one in re.findall(r"[\d.]+,[\d.]+", " ".join(re.findall(r'points="([^"]+)"', drawn)))
    ]
    assert len(spots) == 2 * 2 * 2 + 2
    assert all(0 <= x <= width and 0 <= y <= height for x, y in spots)
    assert drawn.count('class="band"') == 1
    assert fan("Heat", {0: course[0]}, Scale(0, 4)) == ""


def test_the_parts_of_a_bar_are_as_wide_as_their_shares():
    drawn = bars("Endings", [("Kind", [Part("e0", 0.75, "A"), Part("e1", 0.25, "B")])])
    wide = [float(one) for one in re.findall(r'<rect [^>]*width="([\d.]+)"', drawn)]
    assert wide[0] + 1 == pytest.approx(3 * (wide[1] + 1))
