"""``narrowsky simulate``, as an author types it; and who does the work."""

import json
import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache

import pytest
from calling import ROOT, called

from game.analysis.simulate.task import tasks
from game.cli import progress
from game.cli.crew import Alone, NoClusterError, cores, crew
from game.cli.opening import open_story
from game.cli.simulating import BrokenCrewError, gathered, keep_open, worked

SMALL = "story/first_steps"


@cache
def small():
    program = open_story(SMALL)
    keep_open(SMALL, program)
    return program


def going_on(_done):
    return True


def work(runs=30, each=4, **more):
    return list(tasks(("uniform", "kind"), runs, each, seed=1, worded=True, after=(), **more))


def test_a_process_far_from_here_finds_the_story(capsys, monkeypatch):
    seen = []

    def listening(place, fingerprint, task):
        seen.append(place)
        return worked(place, fingerprint, task)

    monkeypatch.setattr("game.cli.simulating.worked", listening)
    assert called(capsys, "simulate", SMALL, "--runs", 2, "--jobs", 1)[0] == 0
    assert set(seen) == {str(ROOT / SMALL)}


def by(executor, ahead=3):
    fingerprint = small().story.fingerprint
    return gathered(lambda task: executor.submit(worked, SMALL, fingerprint, task), work(), ahead, going_on)


def test_a_real_story_is_read_and_told(capsys):
    code, out, err = called(capsys, "simulate", SMALL, "--runs", 40, "--readers", "all")
    assert (code, err) == (0, "")
    assert out.startswith(
        "The Last Ferry: 40 runs of each reader, seed 1. Readers: Uniform, Curious, Cautious, Kind, Bold"
    )
    assert "Endings by reader" in out
    assert "ashore" in out
    assert "\x1b" not in out


def test_the_same_seed_gives_the_same_and_another_gives_something_else(capsys):
    given = ("simulate", SMALL, "--runs", 40, "--json")
    first = called(capsys, *given)[1]
    assert called(capsys, *given)[1] == first
    assert called(capsys, *given, "--seed", 2)[1] != first


def test_one_job_and_two_give_the_same(capsys):
    given = ("simulate", SMALL, "--runs", 60, "--json", "--after", "window", "--reader", "kind", "--reader", "curious")
    one, two = called(capsys, *given, "--jobs", 1), called(capsys, *given, "--jobs", 2)
    assert one[0] == two[0] == 0
    assert json.loads(one[1]) == json.loads(two[1])


def test_any_executor_gives_the_same():
    alone = by(Alone(), ahead=1)
    with ThreadPoolExecutor(3) as threads:
        assert by(threads) == alone
    assert set(alone) == {"uniform", "kind"}
    assert all(one.runs == 30 for one in alone.values())


def test_a_cluster_gives_the_same():
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as cluster,
        crew(1, cluster.scheduler_address) as executor,
    ):
        assert by(executor) == by(Alone(), ahead=1)


def test_without_dask_one_line_says_what_installs_it(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, out, err = called(capsys, "simulate", SMALL, "--runs", 2, "--scheduler", "tcp://127.0.0.1:1")
    assert (code, out, err) == (1, "", "--scheduler needs Dask: pip install 'narrowsky[cluster]'\n")
    with pytest.raises(NoClusterError), crew(1, "x"):
        pass


def test_without_text_words_and_variants_are_left_out(capsys):
    data = json.loads(called(capsys, "simulate", SMALL, "--runs", 20, "--no-text", "--json")[1])
    assert data["all"]["words"] is None
    assert not any(name.startswith("variant:") for name in data["all"]["met"])


def test_the_sources_are_printed_with_counts_beside_them(capsys):
    code, out, _ = called(capsys, "simulate", SMALL, "--runs", 20, "--margin", "story.yaml")
    assert code == 0
    assert "      20 |   window:" in out
    assert "world.yaml: how often" not in out
    assert "world.yaml: how often" in called(capsys, "simulate", SMALL, "--runs", 20, "--margin")[1]


def test_what_was_met_is_listed(capsys):
    code, out, _ = called(capsys, "simulate", SMALL, "--runs", 20, "--of", "choice", "--of", "variant")
    assert code == 0
    assert re.search(r"^  window.sell_two +\d+ +\d+ +20 +0 +\d+$", out, re.MULTILINE)
    assert re.search(r"^  pier.text#3 +\d+ +\d+$", out, re.MULTILINE)


def test_the_page_is_written(capsys, tmp_path):
    path = tmp_path / "report.html"
    code, out, err = called(capsys, "simulate", SMALL, "--runs", 20, "--html", path)
    assert (code, err) == (0, f"Wrote {path}\n")
    assert "Endings by reader" in out
    text = path.read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "<li data-n=" in text  # the sources are in it
    assert called(capsys, "simulate", SMALL, "--runs", 2, "--html", tmp_path)[0] == 2


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--reader", "nobody"), "no reader is called `nobody`"),
        (("--after", "windov"), "did you mean `window`"),
        (("--margin", "stori.yaml"), "did you mean `story.yaml`"),
        (("--runs", "0"), "a whole number from 1"),
        (("--readers", "some"), "some"),
        (("--jobs", "0"), "a whole number from 1"),
    ],
)
def test_misuse_is_said_with_code_2(capsys, given, said):
    code, out, err = called(capsys, "simulate", SMALL, *given)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


def test_a_ctrl_c_tells_what_was_done(capsys, monkeypatch):
    def interrupting(_bar, done, of, said):
        assert done <= of
        assert said
        if done >= 100:
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(progress.Bar, "show", interrupting)
    code, out, err = called(capsys, "simulate", SMALL, "--runs", 1_000, "--jobs", 1)
    assert (code, err) == (130, "")
    assert "100 runs of each reader" in out
    assert "Stopped before it was done: 1,000 runs of each were asked for." in out


def test_a_ctrl_c_before_anything_was_done_says_so(capsys, monkeypatch):
    monkeypatch.setattr("game.cli.commands.simulate._simulated", lambda *_: {})
    code, out, err = called(capsys, "simulate", SMALL, "--runs", 10)
    assert (code, out, err) == (130, "", "Stopped before any run was done.\n")


INTERRUPTED = """
import os, signal, sys
from game.cli import progress
from game.cli.main import main

def show(self, done, of, said):
    if done:
        os.killpg(0, signal.SIGINT)

if __name__ == "__main__":
    progress.Bar.show = show
    code = main(["simulate", "story/first_steps", "--runs", "100000", "--jobs", "2"])
    print(f"code {code}")
"""


def test_a_ctrl_c_that_all_processes_get_is_heard_by_one(tmp_path):
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED)
    done = subprocess.run(
        [sys.executable, script], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        timeout=120, check=True, start_new_session=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "code 130"
    assert "Stopped before it was done" in done.stdout
    assert done.stderr == ""


def test_who_is_gone_in_the_midst_of_work_is_said():
    class Gone(Alone):
        def submit(self, *_given):
            raise BrokenProcessPool("gone")

    with pytest.raises(BrokenCrewError, match="has ended"):
        by(Gone())


def test_a_story_that_has_changed_since_is_not_read():
    small()
    with pytest.raises(BrokenCrewError, match="has changed"):
        worked(SMALL, "another fingerprint", work()[0])


def test_what_goes_wrong_with_a_task_comes_out():
    with pytest.raises(KeyError):
        gathered(lambda _task: Alone().submit({}.__getitem__, "x"), work(), 1, going_on)


def test_work_that_was_stopped_hands_out_no_more():
    handed = []

    def submit(task):
        handed.append(task)
        return Alone().submit(worked, SMALL, small().story.fingerprint, task)

    found = gathered(submit, work(), 1, lambda done: done < 8)
    assert sum(one.runs for one in handed) == sum(one.runs for one in found.values()) == 8


def test_there_is_a_core_at_least():
    assert cores() >= 1


def test_runs_that_are_kept_are_the_runs_that_were_counted_and_replay(capsys, tmp_path):
    folder = tmp_path / "kept"
    code, out, err = called(capsys, "simulate", SMALL, "--runs", 2, "--readers", "all", "--json", "--sessions", folder)
    assert code == 0
    told = {one["reader"]: one for one in json.loads(out)["readers"]}
    assert f"Wrote {2 * len(told)} sessions" in err
    for reader, one in told.items():
        stands = []
        for number in (1, 2):
            file = folder / f"{reader}-{number}.jsonl"
            replayed, text, _ = called(capsys, "replay", file, "--story", SMALL, "--json")
            assert replayed == 0
            stands.append(json.loads(text)["session"]["stands"])
        titles = {ending.id: ending.title for ending in small().story.endings}
        counted = [titles[ending] for ending, found in one["endings"].items() for _ in range(found["runs"])]
        assert sorted(stands) == sorted(counted)


def test_a_folder_that_cannot_be_written_is_said_and_the_figures_still_told(capsys, tmp_path):
    (tmp_path / "file").write_text("")
    code, out, err = called(capsys, "simulate", SMALL, "--runs", 2, "--sessions", tmp_path / "file" / "kept")
    assert code == 2
    assert "Endings" in out
    assert "can't be written" in err
