"""The wheel carries the stories and plays from anywhere."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return next(folder.glob("narrowsky-*.whl"))


def test_the_wheel_carries_the_campaign_and_the_sample_sessions(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "game/bundled/story/narrow_sky/story.yaml" in names
    assert "game/bundled/story/harbour_light/story.yaml" in names
    assert any(name.startswith("game/bundled/saves/sample-") for name in names)
    assert any(name.endswith(".tcss") for name in names)


def test_the_installed_wheel_plays_in_a_folder_of_its_own(wheel, tmp_path):
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, system_site_packages=False)
    python = home / "bin" / "python"
    # What it depends on is already on this machine: lend it the libraries without lending it the checkout.
    site = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    zipfile.ZipFile(wheel).extractall(site)
    import platformdirs
    import yaml

    for module in (platformdirs, yaml):
        folder = Path(module.__file__ or "").parent
        (Path(site) / folder.name).symlink_to(folder)
    for extension in Path(yaml.__file__ or "").parent.parent.glob("_yaml*"):
        (Path(site) / extension.name).symlink_to(extension)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = subprocess.run(
        [str(python), "-m", "game", "play", "--plain", "--seed", "7", "--saves", str(tmp_path / "saves")],
        input="1\n" * 400, cwd=elsewhere, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "The end." in done.stdout
    assert list((tmp_path / "saves").glob("narrow_sky-*.jsonl"))
