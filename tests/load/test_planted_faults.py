"""A copy of the campaign with faults planted in it: one run tells of all of them, each at its line."""

import shutil
from pathlib import Path

import pytest

from game.load.pipeline import load_path

CAMPAIGN = Path(__file__).parents[2] / "story" / "narrow_sky"

# Every line that is wrong carries ⟦code⟧, which is taken out before the file is written. A file of its own each, so
# that prose may be rewritten in the campaign without a test taking notice.
PLANTED = {
    "a_planted_scenes.yaml": """\
scenes:
  planted_one:
    title: Planted
    text: |
      They wait. {planted_metr > 3: this | that}⟦unknown-name⟧
    choices:
      wait:
        text: Wait
        effects: [planted_metre += 1]⟦unknown-name⟧
        goto: planted_nowhere⟦unknown-name⟧
      wait:⟦duplicate-key⟧
        text: Wait again
      shout:
        text: "Shout."⟦swallowed-quotes⟧
        cost: It costs something⟦cut-by-hash⟧ # a lot
        when: planted_meter = 3⟦expression-syntax⟧
        requires: planted_meter is Oppen⟦unknown-band⟧
        loocked: Nobody⟦unknown-key⟧
      whisper:
        text: Whisper
        effects:
          - {act: planted_act}⟦unknown-name⟧
          - {end: planted_ending}⟦unknown-name⟧
          - planted_meter == 3⟦bad-effect⟧
          - {later: {scene: planted_one, in: soon}}⟦not-a-number⟧
  planted_two:
    text: |
      [Nobody](codex:planted_nobody) is here.⟦unknown-name⟧
    then: planted_one
    when: planted_meter > 9⟦never-holds⟧
""",
    "b_planted_world.yaml": """\
meters:
  planted_meter: {title: Planted, range: 0..9, start: 1, bands: {0: Shut, 5: Open}}
  planted_other: {title: Planted, range: 0..9, start: 10}⟦out-of-range⟧
truths:
  planted_truth: {one: 60, other: 50}⟦odds-sum⟧
facts:
  planted_fact: no⟦not-yes-no⟧
storylets:
  planted_letter:⟦missing-key⟧
    text: A letter
  planted_card: {deck: planted_deck, text: A card}⟦unknown-name⟧
""",
    "c_planted_indentation.yaml": """\
codex:
  planted_good: {title: Good, shelf: people, text: Words}
  planted_bad:
    title: Bad
     shelf: people⟦yaml-syntax⟧
    text: Words
  planted_late: {title: Late, shelf: planted_shelf, text: Words}⟦unknown-word⟧
""",
    "d_planted_quote.yaml": """\
codex:
  planted_quote:
    title: "Never closed⟦yaml-syntax⟧
    shelf: people
    text: Words
  planted_later:
    title: "Closed"
    shelf: people
    text: Words
    colour: red⟦unknown-key⟧
""",
    "e_planted_signs.yaml": """\
rules:
  planted_rule: {do: [], once: maybe}⟦not-yes-no⟧
  # a hidden sign: \u202e⟦control-character⟧
""",
    "f_planted_anchor.yaml": """\
rules:
  planted_anchor: &anchor {do: []}⟦yaml-anchor⟧
  planted_alias: *anchor⟦yaml-alias⟧
""",
}


@pytest.fixture
def planted(tmp_path):
    folder = tmp_path / "narrow_sky"
    shutil.copytree(CAMPAIGN, folder)
    expected = set()
    for name, text in PLANTED.items():
        lines = []
        for number, line in enumerate(text.split("\n"), 1):
            written, _, code = line.partition("⟦")
            rest = code.partition("⟧")[2]
            lines.append(written + rest)
            if code:
                expected.add((name, number, code.partition("⟧")[0]))
        (folder / name).write_text("\n".join(lines), "utf-8")
    return folder, expected


def test_all_planted_faults_are_found_in_one_run_each_at_its_line(planted):
    folder, expected = planted
    before = load_path(CAMPAIGN)
    loaded = load_path(folder)
    found = {(one.at.source, one.at.line, one.code) for one in loaded.diagnostics}
    assert len(expected) > 20
    assert expected <= found
    extra = {one for one in found - expected if one[0] in PLANTED}
    assert {code for _, _, code in extra} <= {"wrong-shape", "missing-key", "declared-twice"}
    others = {(one.at.source, one.at.line, one.code) for one in before.diagnostics}
    assert {one for one in found if one[0] not in PLANTED} <= others
    assert not loaded.playable


def test_each_finding_of_a_misspelt_name_says_what_was_meant(planted):
    folder, _ = planted
    hints = {one.at.line: one.hint for one in load_path(folder).diagnostics if one.at.source == "a_planted_scenes.yaml"}
    assert hints[9] == "did you mean `planted_meter`?"
    assert hints[17] == "did you mean `Open`?"
    assert hints[18] == "did you mean `locked`?"


def test_findings_come_in_the_order_of_files_and_lines(planted):
    folder, _ = planted
    places = [one.at for one in load_path(folder).diagnostics]
    assert places == sorted(places)
