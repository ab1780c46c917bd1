"""The house as it is meant to stand: floors, doors, sizes, and what must never be committed."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "game").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 50
TOP_LEVEL = {"pyproject.toml", "README.md", "game", "story", "saves", "tests"}


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_the_import_contracts_hold():
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", lint, "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_yaml_is_read_in_one_place():
    assert [path.relative_to(ROOT).as_posix() for path in SOURCES if "yaml" in _imports(path)] == ["game/load/nodes.py"]


def test_dask_is_known_to_one_file():
    found = [path.relative_to(ROOT).as_posix() for path in SOURCES if _imports(path) & {"distributed", "dask"}]
    assert found == ["game/cli/crew.py"]


def test_textual_is_known_to_one_room():
    rooms = {path.relative_to(ROOT).parts[1] for path in SOURCES if _imports(path) & {"textual", "rich"}}
    assert rooms == {"tui"}


def test_a_check_is_switched_off_only_with_its_reason_beside_it():
    switch = re.compile(r"#\s*(?:noqa|type: ignore)\b(?P<which>[:\[][^#]*?)?(?P<reason>\s+[#-]\s*\S.*)?$")
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted([*SOURCES, *(ROOT / "tests").rglob("*.py")])
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (found := switch.search(line)) and not found["reason"]
    ]
    assert not bare, bare


def test_nothing_in_the_game_can_run_a_story_s_text():
    forbidden_calls = {"eval", "exec", "compile", "__import__"}
    for path in SOURCES:
        assert not _imports(path) & {"pickle", "marshal", "shelve", "subprocess", "socket", "urllib", "http"}, path
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in forbidden_calls, f"{path}:{node.lineno}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_functions_stay_small(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_FILE, "a noun is missing: find it"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= LONGEST_FUNCTION, node.name


def test_every_room_and_file_says_what_it_is():
    for path in SOURCES:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path


def test_the_top_level_is_what_the_owner_fixed():
    names = {path.relative_to(ROOT).parts[0] for path in _tracked()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def test_no_machine_s_path_and_no_registry_s_host_is_committed():
    hosts = ["pypi" + ".org", "python" + "hosted", "npm" + "js.org", "/ro" + "ot/", "/ho" + "me/"]
    pattern = re.compile("|".join(re.escape(host) for host in hosts))
    for path in _tracked():
        if path.suffix == ".png":
            continue
        found = pattern.search(path.read_text("utf-8", "replace"))
        assert found is None, f"{path}: {found}"


def test_the_engine_knows_nothing_of_the_campaign():
    told = re.compile(r"\b(israel|moscow|washington|russia|gurevich|veretin|kirya)\b", re.IGNORECASE)
    for path in SOURCES:
        code = path.read_text("utf-8")
        allowed = {"cli"}  # the command line says what game it opens
        if path.relative_to(ROOT).parts[1] not in allowed:
            assert not told.search(re.sub(r'"""[\s\S]*?"""|#.*', "", code)), path


def test_ci_runs_the_readme_s_own_words():
    readme = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.+?)\n```", readme, re.DOTALL)
    assert "narrowsky" in blocks[0]
    assert "pytest" in blocks[1]
    assert "README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_no_two_files_of_tests_have_one_name():
    """They would be imported as one module, and no run of all tests would begin."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
