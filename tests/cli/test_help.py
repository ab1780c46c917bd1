"""Help comes quickly, and fits."""

import subprocess
import sys

import pytest
from calling import ROOT, narrowsky


@pytest.mark.parametrize("given", [("--help",), ("saves", "--help"), ("new", "scene", "--help")])
def test_help_is_as_wide_as_it_is_told(given):
    lines = narrowsky(*given, env={"COLUMNS": "60"}).stdout.decode().splitlines()
    assert lines
    assert max(map(len, lines)) <= 60
    wide = narrowsky(*given, env={"COLUMNS": "200"}).stdout.decode().splitlines()
    assert len(wide) < len(lines)
    assert narrowsky(*given, env={"COLUMNS": "none"}).stdout == narrowsky(*given, env={"COLUMNS": "80"}).stdout


def test_help_loads_nothing_it_does_not_need():
    asked = (
        "import sys; from game.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'shutil', 'pathlib', 'typing', 'dataclasses', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"
