"""The map: every way and door of a story exactly, what stands out, parts of it, and each way of drawing it."""

import random
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from small_stories import timeless, weekly

from game.author.chart import HUB, chart_of
from game.author.chart_code import as_dot, as_mermaid
from game.author.chart_page import as_page
from game.author.chart_text import as_text
from game.author.lanes import HEIGHT, WIDTH, Lane
from game.author.layout import laid_out
from game.author.ways import Way

PHASES = ("tray: {deal: [post], hand: 2, take: 1}", "scene: {due: first, else: arcs}")
BODY = """
characters: {ann: {name: Ann}}
facts: {wet: false}
arcs: {road: {title: The road}}
acts: {end_it: [{end: drowned}]}
promises:
  page: {to: ann, by: 3, text: A page, kept: {goto: thanks}, broken: {effects: [{later: {scene: blame, at: 3}}]}}
scenes:
  start:
    arc: road
    text: It begins
    enter: [{later: {scene: blame, in: 2}}]
    choices:
      go: {text: Go, when: not wet, goto: mill}
      toss:
        text: Toss
        requires: wet
        locked: Too dry
        check: {odds: 40, pass: {goto: mill}, fail: {effects: [{when: wet, do: [{act: end_it}]}]}}
      wait: {text: Wait, effects: [{promise: page}]}
    then: thanks
  mill:
    arc: road
    text: A mill
    choices: {stay: {text: Stay}, swear: {text: Swear, effects: [{keep: page}], goto: mill}}
  thanks: {text: Thanks}
  blame: {text: Blame, at: 2}
  ford: {arc: road, text: A ford, at: 1..2}
  bridge: {text: No way leads here, choices: {jump: {text: Jump, goto: under}}}
  under: {text: Nor here}
storylets:
  parcel:
    deck: post
    text: A parcel
    envelope: {text: Brown, handler: ann, likely: she opens it, default: {goto: thanks}}
rules:
  flood: {when: wet, do: [{later: {do: [{end: drowned}], in: 1}}]}
  dull: {when: wet, do: [wet = false]}
endings:
  drowned: {title: Drowned, order: 1, at: any, text: Cold}
  lucky: {title: Lucky, order: 2, at: any, when: wet and turn == 3, text: Warm}
  lost: {title: Lost, order: 3, at: any, text: Nobody asks for this one}
  last: {title: Last, order: 4, at: last, text: Over}
"""


@pytest.fixture(scope="module")
def chart():
    return chart_of(weekly(BODY, phases=PHASES).story)


def test_every_way_of_a_story_is_found_and_no_other(chart):
    assert set(chart.ways) == {
        Way("start", "blame", "later", "", "2 later, on entering"),
        Way("start", "mill", "goto", "go", "if not wet"),
        Way("start", "mill", "pass", "toss", "odds 40, needs wet"),
        Way("start", "ending(drowned)", "ends", "toss", "when it fails, odds 40, needs wet, if wet"),
        Way("start", "blame", "later", "page", "turn 3, broken"),
        Way("start", "thanks", "then"),
        Way("mill", "thanks", "promise", "page", "kept"),
        Way("mill", "mill", "goto", "swear"),
        Way("bridge", "under", "goto", "jump"),
        Way("parcel", "thanks", "left", "", "left unopened"),
        Way("rule(flood)", "ending(drowned)", "ends", "", "1 later"),
    }


def test_every_door_is_found(chart):
    assert {key: [door.said for door in node.doors] for key, node in chart.nodes.items()} == {
        "start": ["start"],
        "mill": [],
        "thanks": [],
        "blame": ["turn 2"],
        "ford": ["turns 1 to 2"],
        "bridge": [],
        "under": [],
        "parcel": ["dealt from post"],
        "ending(drowned)": [],
        "ending(lucky)": ["any time: wet and turn == 3"],
        "ending(lost)": [],
        "ending(last)": ["after the last turn"],
        "rule(flood)": ["a turn's end"],
    }


def test_orphans_are_what_no_door_and_no_way_from_one_leads_to(chart):
    orphans = {key for key, node in chart.nodes.items() if node.orphan}
    assert orphans == {"bridge", "under", "ending(lost)"}
    assert "Nothing leads to: bridge, under, lost." in as_text(chart)


def test_where_the_turn_goes_on_is_known(chart):
    on = {key for key, node in chart.nodes.items() if node.goes_on}
    assert on == {"mill", "thanks", "blame", "ford", "under", "parcel"}


def test_scenes_stand_by_arc_and_storylets_by_deck(chart):
    found = {title: [node.key for node in chart.members(cluster)] for cluster, title in chart.clusters.items()}
    assert found["The road"] == ["start", "mill", "ford"]
    assert found["Deck: post"] == ["parcel"]
    assert found["Scenes"] == ["thanks", "blame", "bridge", "under"]
    assert found["Rules"] == ["rule(flood)"]
    assert len(found["Endings"]) == 4


def test_a_dated_scene_needs_a_phase_that_brings_it():
    story = weekly("scenes: {start: {text: a}, b: {text: b, at: 2}}", phases=("tray: {deal: [post]}",)).story
    assert chart_of(story).nodes["b"].orphan


def test_a_hub_is_where_many_ways_meet():
    leaves = "".join(
        f"  s{n}: {{text: leaf, choices: {{end: {{text: e, effects: [{{end: done}}]}}}}}}\n" for n in range(HUB)
    )
    choices = "".join(f"      c{n}: {{text: x, goto: s{n}}}\n" for n in range(HUB))
    story = timeless(
        f"scenes:\n  start:\n    text: a\n    choices:\n{choices}{leaves}"
        "endings: {done: {title: Done, order: 1, at: any, text: e}}\n"
    ).story
    chart = chart_of(story)
    assert {key for key, node in chart.nodes.items() if node.hub} == {"start", "ending(done)"}
    assert f"Many ways meet at: start ({HUB}), done ({HUB})." in as_text(chart)
    assert not any(node.goes_on for node in chart.nodes.values())


def test_the_neighbourhood_of_a_scene_is_walked_both_ways(chart):
    near = chart.around("mill", 1)
    assert set(near.nodes) == {"start", "mill", "thanks"}
    assert near.nodes["start"].cut
    assert not near.nodes["mill"].cut
    assert set(chart.around("mill", 0).nodes) == {"mill"}
    assert "bridge" not in chart.around("mill", 99).nodes
    assert set(chart.around("drowned", 1).nodes) == {"start", "ending(drowned)", "rule(flood)"}
    with pytest.raises(KeyError):
        chart.around("nowhere", 1)


def test_an_arc_comes_with_what_borders_on_it(chart):
    road = chart.of_arc("road")
    inside = {key for key, node in road.nodes.items() if not node.outside}
    assert inside == {"start", "mill", "ford"}
    assert {key for key, node in road.nodes.items() if node.outside} == {"blame", "thanks", "ending(drowned)"}
    assert "parcel" not in {way.source for way in road.ways}
    assert road.nodes["thanks"].cut


def test_a_part_says_of_what_it_is_one(chart):
    assert chart.part == ""
    for part, said in ((chart.of_arc("road"), "the arc `road`"), (chart.around("mill", 1), "around `mill`, 1 step")):
        assert as_text(part).startswith(f"{chart.title}, {said}: ")
        assert f"<h1>{chart.title}, {said}</h1>" in as_page(part)
        assert f"{chart.title}, {said}" in as_dot(part)


def test_a_deck_stands_in_rows_where_only_one_of_its_storylets_is_tied():
    loose = [f"loose_{number}" for number in range(15)]
    lanes = [Lane(["a", "b", "c"]), Lane(["tied", *loose]), Lane(["other"])]
    pairs = [("a", "b"), ("b", "c"), ("tied", "c"), ("other", "c")]
    layout = laid_out(lanes, pairs, {}, 1400)
    assert len({layout.places[key][1] for key in loose}) == 3
    assert len({layout.places[key][0] for key in loose}) == 6
    assert lanes[1].height < 7 * HEIGHT
    tops = [(lane.left, lane.left + lane.width, lane.top, lane.top + lane.height) for lane in lanes]
    for index, one in enumerate(tops):
        for other in tops[:index]:
            assert one[0] >= other[1] or other[0] >= one[1] or one[2] >= other[3] or other[2] >= one[3]


def test_a_page_can_show_the_whole_map_in_the_window_s_width(chart):
    page = as_page(chart)
    assert '<input type="checkbox" id="fit">' in page
    assert "body:has(#fit:checked) svg{width:100%" in page


def test_a_circle_of_promises_is_walked_once():
    story = weekly(
        """
        characters: {ann: {name: Ann}}
        promises:
          one: {to: ann, by: 2, text: a, kept: {effects: [{keep: two}]}, broken: {effects: [{promise: two}]}}
          two:
            to: ann
            by: 2
            text: b
            kept: {effects: [{keep: one}], goto: start}
            broken: {effects: [{promise: one}]}
        scenes:
          start: {text: a, choices: {go: {text: b, effects: [{promise: one}, {keep: one}]}}}
        """
    ).story
    assert [way.label for way in chart_of(story).ways] == ["two"]


HOSTILE = [
    '"]; evil [label="',
    "</title><script>alert(1)</script>",
    "a\\",
    "end",
    "--> n1",
    "&lt;b&gt; #quot; `x`",
    "]]>{{",
]


def _hostile():
    scenes = "".join(
        f"  s{n}:\n    title: |-\n      {text}\n    arc: a{n}\n    text: x\n"
        "    choices: {end: {text: y, goto: start}}\n"
        for n, text in enumerate(HOSTILE)
    )
    arcs = "".join(f"  a{n}:\n    title: |-\n      {text}\n" for n, text in enumerate(HOSTILE))
    story = timeless(
        f"arcs:\n{arcs}scenes:\n  start: {{text: a, choices: {{go: {{text: b, goto: s0}}}}}}\n{scenes}"
    ).story
    return chart_of(story)


def _strings(dot):
    """The strings of a DOT text; fails where one isn't closed on its line."""
    found = re.findall(r'"((?:[^"\\\n]|\\.)*)"', dot)
    assert '"' not in re.sub(r'"(?:[^"\\\n]|\\.)*"', "", dot)
    return found


def test_hostile_titles_stay_text_in_dot():
    dot = as_dot(_hostile())
    rest = re.sub(r'"(?:[^"\\\n]|\\.)*"', "S", dot)
    assert "evil" not in rest
    assert "script" not in rest
    said = [re.sub(r"\\(.)", r"\1", text) for text in _strings(dot)]
    for text in HOSTILE:
        assert any(text in one for one in said), text


def test_hostile_titles_stay_text_in_mermaid():
    lines = as_mermaid(_hostile()).split("\n")
    for line in lines:
        if line.startswith(("  subgraph", "    n")):
            label = line.partition('"')[2].rpartition('"')[0].replace("<br/>", "")
            assert re.fullmatch(r"[\w ,.:;!?'()/+*=#-]*", label), label
            assert not re.search(r"<|>|\"", label)
    assert sum(line == "  end" for line in lines) == sum(line.startswith("  subgraph") for line in lines)


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links, self.text = set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src", "xlink:href")]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data):
        self.text.append(data)


def test_a_page_holds_no_script_no_address_and_hostile_titles_as_text():
    page = as_page(_hostile())
    reader = _Tags()
    reader.feed(page)
    assert "script" not in reader.tags
    assert all(link.startswith("#l") for link in reader.links)
    assert not re.search(r"https?:|@import|url\((?!#tip\))", page)
    assert "default-src 'none'" in page
    said = " ".join(reader.text)
    for text in HOSTILE:
        assert text in said, text


def test_the_drawing_is_sound_and_every_node_can_be_pointed_at(chart):
    drawing = ET.fromstring(re.search(r"<svg.*?</svg>", as_page(chart), re.DOTALL)[0])
    nodes = [one for one in drawing.iter() if (one.get("class") or "").startswith("n ")]
    assert len(nodes) == len(chart.nodes)
    for node in nodes:
        assert node.get("tabindex") == "0"
        assert node.find("title") is not None
    paths = [one for one in drawing.iter() if (one.get("class") or "").split(" ")[0] == "w"]
    assert len(paths) == len({(way.source, way.target) for way in chart.ways})
    assert sum("orphan" in node.get("class") for node in nodes) == 3


def test_every_node_is_in_every_form(chart):
    for form in (as_text, as_dot, as_mermaid, as_page):
        drawn = form(chart)
        for node in chart.nodes.values():
            assert node.name in drawn


def test_a_map_is_the_same_each_time(chart):
    for form in (as_text, as_dot, as_mermaid, as_page):
        assert form(chart) == form(chart_of(weekly(BODY, phases=PHASES).story))


@pytest.mark.parametrize("seed", range(30))
def test_no_two_nodes_touch_each_stands_in_its_lane_and_ways_run_onward(seed):
    lots = random.Random(seed)
    keys = [f"k{n}" for n in range(lots.randint(1, 60))]
    lanes = [Lane([]) for _ in range(lots.randint(1, 6))]
    for key in keys:
        lots.choice(lanes).keys.append(key)
    lanes = [lane for lane in lanes if lane.keys]
    pairs = [(lots.choice(keys), lots.choice(keys)) for _ in range(lots.randint(0, 90))]
    earliest = {key: lots.choice((0, 0, 1, 2, 5)) for key in keys}
    found = laid_out(lanes, pairs, earliest, 900)
    assert set(found.places) == set(keys)
    places = list(found.places.values())
    for index, (x, y) in enumerate(places):
        for other_x, other_y in places[:index]:
            assert abs(x - other_x) >= WIDTH or abs(y - other_y) >= HEIGHT
    for index, lane in enumerate(lanes):
        for key in lane.keys:
            x, y = found.places[key]
            assert lane.left <= x
            assert x + WIDTH <= lane.left + lane.width
            assert lane.top <= y
            assert y + HEIGHT <= lane.top + lane.height
        for other in lanes[:index]:
            apart = lane.top >= other.top + other.height or other.top >= lane.top + lane.height
            beside = lane.left >= other.left + other.width or other.left >= lane.left + lane.width
            assert apart or beside
    for (source, target), stops in found.stops.items():
        walk = [found.places[source][0] + WIDTH, *(x for x, _ in stops), found.places[target][0]]
        assert walk == sorted(walk)
        for x, y in zip(walk[1:-1:2], [y for _, y in stops[::2]], strict=True):
            assert not any(abs(px - x) < WIDTH and py < y < py + HEIGHT for px, py in places), "a way passes a node"
