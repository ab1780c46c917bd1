"""``narrowsky export``, as a user types it."""

import json

import pytest
from calling import called, typed

FORMS = {
    "markdown": "# Two Chambers\n",
    "html": "<!DOCTYPE html>",
    "cast": '{"version": 2',
    "json": "{\n",
    "papers": "Two",
}


@pytest.fixture
def one(capsys, chambers, monkeypatch):
    typed(monkeypatch, ["2", "1", "3"])
    called(capsys, "play", chambers, "--seed", 5)
    return chambers


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_printed_or_written_the_same(capsys, one, home, form):
    code, out, err = called(capsys, "export", "1", "--as", form, "--story", one)
    assert (code, err) == (0, "")
    assert out.startswith(FORMS[form])
    written = home / "out"
    code, printed, err = called(capsys, "export", "1", "--as", form, "--story", one, "-o", written)
    assert (code, printed, err) == (0, "", f"Wrote {written}\n")
    assert written.read_text("utf-8") == out


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_sessions_are_exported(capsys, form):
    code, out, err = called(capsys, "export", "sample-ten-minutes", "--as", form)
    assert (code, err) == (0, "")
    assert len(out) > 500
    if form == "json":
        assert len(json.loads(out)["pages"]) == 56


def test_a_session_is_exported_by_the_title_its_player_gave_it(capsys, one):
    called(capsys, "saves", "rename", "1", "My <b>first</b>", "--story", one)
    out = called(capsys, "export", "My <b>first</b>", "--as", "html", "--story", one)[1]
    assert "My &lt;b&gt;first&lt;/b&gt;" in out


def test_a_damaged_session_is_exported_as_far_as_it_goes_with_code_1(capsys, one, home):
    path = home / "saves" / "chambers-0001.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    code, out, err = called(capsys, "export", "1", "--story", one)
    assert code == 1
    assert "cut off" in err
    assert out.startswith("# Two Chambers")


def test_misuse_and_files_that_can_not_be_written_are_said_with_code_2(capsys, one, home):
    assert called(capsys, "export")[0] == 2
    assert called(capsys, "export", "1", "--as", "pdf")[0] == 2
    code, _, err = called(capsys, "export", "1", "--story", one, "-o", home / "no" / "folder")
    assert code == 2
    assert "can't be written" in err
    assert called(capsys, "export", "nobody", "--story", one)[0] == 1
