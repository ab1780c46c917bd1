"""What surroundings this machine can give a program: languages, other Pythons, time zones."""

import os
import shutil
import subprocess
import sys

ZONES = ("UTC", "Asia/Kathmandu", "America/St_Johns")
WANTED = ("C", "de_DE.UTF-8", "tr_TR.UTF-8")
PYTHONS = "NARROWSKY_PYTHONS"
"""More interpreters to try, their paths separated as in PATH; each needs PyYAML."""


def locales() -> tuple[str, ...]:
    """Those wanted that are installed; the plain one always is."""
    try:
        said = subprocess.run(["locale", "-a"], capture_output=True, check=False).stdout.decode("ascii", "replace")
    except OSError:
        said = ""
    there = {name.replace("utf8", "UTF-8") for name in said.split()}
    return tuple(name for name in WANTED if name == "C" or name in there)


def pythons() -> dict[str, str]:
    """Every Python that can run the game, by its version; the one that runs this is the first."""
    named = (shutil.which(f"python3.{minor}") for minor in range(11, 20))
    tried = [*os.environ.get(PYTHONS, "").split(os.pathsep), *named]
    found = {version(sys.executable): sys.executable}
    for path in filter(None, tried):
        found.setdefault(version(path), path)
    found.pop("", None)
    return found


def version(python: str) -> str:
    """Which Python this is; empty where it can't run the game."""
    asked = "import sys, yaml; assert sys.version_info >= (3, 11); print('%d.%d.%d' % sys.version_info[:3])"
    try:
        done = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
