"""Short runs of the harness against killed writers, lost power and crowds; and the museum of journals. Long: bench."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from surroundings import ZONES, locales, pythons

from game.engine.prepare import prepare
from game.load.pipeline import load_path
from game.play.codec import decode, encode
from game.play.migrate import migrate
from game.play.shelf import Shelf

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MUSEUM = sorted((HERE / "museum").glob("*.jsonl"))


def figures(*given, python=sys.executable, **environment):
    """What a run of the harness, in a program of its own, found."""
    done = subprocess.run(
        [python, *map(str, given)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=os.environ | environment,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_no_acknowledged_decision_is_lost_when_the_writer_is_killed():
    found = figures(HERE / "kills.py", "kills", 25)
    assert found["acknowledged"] > 100
    assert (found["lost"], found["unreadable"]) == (0, 0)


def test_no_decision_whose_page_was_shown_is_lost_when_the_game_is_killed_in_its_terminal():
    found = figures(HERE / "app_kills.py", 4)
    assert found["begun"] == found["rounds"]
    assert found["shown"] > 10
    assert (found["lost"], found["unreadable"]) == (0, 0)


def test_of_several_programs_on_one_session_each_writes_a_file_of_its_own():
    found = figures(HERE / "kills.py", "crowds", 8)
    assert found["acknowledged"] > 50
    assert (found["lost"], found["mixed"], found["unreadable"]) == (0, 0, 0)


def test_no_acknowledged_decision_is_lost_with_the_power():
    found = figures(HERE / "power.py", 300)
    assert found["acknowledged"] > 500
    assert found["lost"] == 0


def test_on_a_disk_that_syncs_nothing_the_harness_finds_what_is_lost():
    assert figures(HERE / "power.py", 100, "deaf")["lost"] > 20


def loaded_back(seed, playthroughs, *, python=sys.executable):
    """What loading finds in the surroundings of this number."""
    known = locales()
    given = {"PYTHONHASHSEED": str(seed), "LC_ALL": known[seed % len(known)], "TZ": ZONES[seed % len(ZONES)]}
    return figures(HERE / "loaded_back.py", playthroughs, python=python, **given)


def test_loading_changes_nothing_at_any_decision_under_any_hash_seed_locale_and_time_zone():
    first, *others = (loaded_back(seed, 20) for seed in range(3))
    assert first["decisions"] > 200
    assert first["unlike"] == 0
    assert others == [first, first]


def test_every_python_here_draws_the_same_pages():
    found = {version: loaded_back(1, 10, python=python) for version, python in pythons().items()}
    assert len({json.dumps(one) for one in found.values()}) == 1, found


def test_the_museum_holds_every_format_there_was_and_all_that_a_journal_can_say():
    records = [json.loads(line) for path in MUSEUM for line in path.read_bytes().splitlines()]
    openings = [one for one in records if "narrowsky" in one]
    assert {one["narrowsky"] for one in openings} == {1, 2}
    said = {key for one in openings for key in one}
    assert said == {"narrowsky", "story", "version", "fingerprint", "seed", "started", "extends", "at", "with", "drew",
                    "before", "player", "branched", "check"}  # fmt: skip
    assert {key for one in records for key in one} - said == {"n", "scene", "choice", "state", "back"}
    places = {(one.get("scene", ""), one.get("choice", "")) for one in records}
    assert ("baker.buy.rye", "sliced") in places  # a choice inside choices
    assert ("market", "child.wave") in places  # one of a thread
    assert ("gossip", "nod") in places  # one in what was called


def museum_story(path):
    """The story of one of its journals."""
    name = path.stem.split("-")[0]
    kept = {"campaign": ROOT / "story" / "narrow_sky", "chambers": HERE / "museum" / "chambers.yaml"}
    loaded = load_path(kept.get(name, HERE / "museum" / name))
    assert loaded.story is not None
    return prepare(loaded.story)


@pytest.mark.parametrize("path", MUSEUM, ids=lambda path: path.stem)
def test_every_journal_of_the_museum_is_read_whole_and_opened(path, tmp_path):
    decoded = decode(path.read_bytes())
    assert decoded.damage == ""
    assert encode(decoded.journal).encode() == path.read_bytes()
    campaign = path.stem.startswith("campaign")
    program = museum_story(path)
    found = migrate(program, decoded.journal)
    assert [one.choice for one in found.playthrough.standing] == [
        one.choice for one in decoded.journal.standing[: found.playthrough.decisions]
    ]
    # The story of those is kept beside them, so they arrive; the campaign has gone on.
    assert campaign or found.parting is None
    session = Shelf(tmp_path, program).branch(str(path))
    assert session.playthrough.decisions == found.playthrough.decisions
    session.close()
