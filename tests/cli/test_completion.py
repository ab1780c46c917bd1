"""Completion: what could come next, and that the shells show it."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time

import pytest
from calling import ROOT, called, typed

from game.cli.completing import answer
from game.cli.parser import parser_for


def words(*line):
    kind, found = answer(line)
    assert kind == "words"
    return [word for word, _ in found]


def test_a_command_is_completed_with_what_it_does():
    kind, found = answer(["re"])
    assert (kind, [word for word, _ in found]) == ("words", ["replay", "reference"])
    assert dict(found)["replay"] == "read a saved session again"
    assert {"play", "saves", "completion"} <= set(words(""))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (["play", "--the"], ["--theme"]),
        (["play", "--theme", ""], ["night", "dawn", "contrast", "terminal"]),
        (["play", "--theme=d"], ["--theme=dawn"]),
        (["play", "--theme", "=", "d"], ["dawn"]),
        (["play", "--theme", "="], ["night", "dawn", "contrast", "terminal"]),
        (["play", "--theme", "dawn", "--the"], []),
        (["play", "--plain", "--hin"], ["--hints"]),
        (["saves", "re"], ["rename"]),
        (["saves", "compare", "a", "b", "c"], []),
        (["saves", "verify", "--me"], ["--mend"]),
        (["explain", "never-giv"], ["never-given"]),
        (["paths", "se"], ["settings", "sessions"]),
        (["completion", "f"], ["fish"]),
        (["nonsense", "x"], []),
        (["play", "--nonsense", "x", "--hin"], ["--hints"]),
        (["--ver"], ["--version"]),
    ],
)
def test_each_word_is_completed_by_what_may_stand_there(line, expected):
    assert words(*line) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [(["check", ""], "files"), (["play", "--saves", ""], "folders"), (["export", "x", "--output", ""], "files")],
)
def test_files_and_folders_are_the_shell_s_business(line, kind):
    assert answer(line) == (kind, [])


def test_sessions_are_completed_by_their_names(capsys, chambers, monkeypatch):
    typed(monkeypatch, ["1"])
    own = called(capsys, "play", chambers, "--plain")[2].split("Saved as ")[1].split(".")[0]
    assert words("replay", own[:-2]) == words("play", "--resume", own[:-2]) == words("saves", "show", own[:-2]) == [own]
    assert words("saves", "compare", own, "sample-t") == ["sample-ten-minutes"]
    assert words("play", "--resume", "--pl") == ["--plain", "--plain-briefing"]


def test_every_option_of_every_command_is_completed():
    every = parser_for(["--help"])
    [commands] = [one for one in every._actions if one.dest == "command"]
    for name in commands.choices:
        assert "--help" in words(name, "--"), name


def test_what_a_line_holds_does_nothing(capsys):
    code, out, _ = called(capsys, "completion", "answer", "replay", "\x1b[2J", "--", "-h", "")
    assert (code, out) == (0, "words\n")


@pytest.fixture
def on_path(home, monkeypatch):
    """The program as a command of its own, first on the path."""
    folder = home / "bin"
    folder.mkdir()
    program = folder / "narrowsky"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m game "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return home


def needed(shell):
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"no {shell} on this machine")


@needed("bash")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("play --the", "--theme"),
        ("play --theme da", "dawn"),
        ("replay sample-t", "sample-ten-minutes"),
        ("play --saves bi", "bin"),
    ],
)
def test_bash_completes(on_path, line, expected):
    asked = (
        'eval "$(narrowsky completion bash)"\n'
        f"COMP_WORDS=(narrowsky {line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n"
        '_narrowsky; printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", asked], capture_output=True, text=True, check=True, timeout=60, cwd=on_path
    )
    assert done.stdout.splitlines() == [expected]


@needed("fish")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("play --the", ["--theme\tdark, light, high contrast, or the sixteen colours of your own terminal"]),
        ("play --theme da", ["dawn"]),
        ("replay sample-t", ["sample-ten-minutes"]),
        ("play --saves bi", ["bin/"]),
    ],
)
def test_fish_completes(on_path, line, expected):
    asked = f"narrowsky completion fish | source; complete -C 'narrowsky {line}'"
    done = subprocess.run(
        ["fish", "--no-config", "-c", asked], capture_output=True, text=True, check=True, timeout=60, cwd=on_path
    )
    assert done.stdout.splitlines() == expected


@needed("zsh")
@pytest.mark.parametrize(("line", "expected"), [("play --the", "--theme"), ("replay sample-t", "sample-ten-minutes")])
def test_zsh_completes(on_path, line, expected):
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(on_path)
        os.execvpe("zsh", ["zsh", "-f"], os.environ | {"TERM": "dumb", "PS1": "ready> "})
    try:
        setup = "autoload -U compinit; compinit -D -u; eval \"$(narrowsky completion zsh)\"; echo set''up\n"
        os.write(terminal, setup.encode())
        assert "setup" in _until(terminal, "setup\r\n")
        os.write(terminal, f"narrowsky {line}\t".encode())
        assert expected in _until(terminal, expected)
    finally:
        os.close(terminal)
        os.waitpid(child, 0)


def _until(terminal, wanted):
    """What a terminal shows until it shows this."""
    seen, end = "", time.monotonic() + 60
    while wanted not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 4096).decode("utf-8", "replace")
    return seen
