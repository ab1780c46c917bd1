"""The source itself: one door for text, and nothing that reads markup."""

import ast
from pathlib import Path

import pytest

import game.tui

ROOT = Path(game.tui.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
TEXT_WIDGETS = {"Static": "widgets/words.py", "OptionList": None, "Input": "widgets/entry.py"}
MARKUP_PARSERS = {"from_markup", "from_text", "from_rich_text", "markup", "render_markup", "to_content"}
TITLES = {"border_title", "border_subtitle", "tooltip", "sub_title", "title"}


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_known_widgets_that_show_text_are_used_and_only_in_their_place(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets"):
            for alias in node.names:
                if alias.name == "Option":
                    assert name(path) == "widgets/menu.py"
                else:
                    assert alias.name in TEXT_WIDGETS, alias.name
                    assert TEXT_WIDGETS[alias.name] in (None, name(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "OptionList"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nothing_reads_markup(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute):
            assert node.attr not in MARKUP_PARSERS, node.attr
        if isinstance(node, ast.ImportFrom):
            assert not (node.module or "").startswith(("rich", "textual.markup"))
        if isinstance(node, ast.Import):
            assert not any(alias.name.startswith("rich") for alias in node.names)
        if isinstance(node, ast.keyword) and node.arg == "markup":
            assert isinstance(node.value, ast.Constant)
            assert node.value.value is False
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            assert not any(isinstance(target, ast.Attribute) and target.attr in TITLES for target in targets)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_what_is_said_in_passing_is_never_markup(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify":
            assert any(word.arg == "markup" for word in node.keywords)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Static", "Option"):
            assert not node.args or not isinstance(node.args[0], ast.Constant | ast.JoinedStr)
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "Static" for base in node.bases):
            assert "markup=False" in ast.unparse(node)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_what_is_drawn_is_never_a_string(path):
    """Textual reads markup in a string that ``render`` returns or ``update`` is given."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("render"):
            assert ast.unparse(node.returns or ast.Constant("")) in ("Content", "list[Strip]", "Strip"), node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "update":
            assert name(path) == "widgets/words.py" or not _is_widget(node.func.value), node.lineno
        if isinstance(node, ast.ClassDef):
            named = {getattr(target, "id", "") for one in node.body for target in _targets(one)}
            assert not named & {"BORDER_TITLE", "BORDER_SUBTITLE"}, node.name


def _is_widget(node):
    """Whether this may be a widget: it was looked for on the screen, or is the thing itself."""
    return "query" in ast.unparse(node) or ast.unparse(node) == "self"


def _targets(node):
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_content_is_made_in_one_place(path):
    made = [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == "Content")
            or (
                isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "Content"
            )
        )
    ]
    assert not made or name(path) == "text.py"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_and_functions_stay_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


def test_screens_do_not_know_each_other():
    for path in (ROOT / "screens").glob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("game.tui.screens."):
                assert node.module.rpartition(".")[2] in (
                    "room",
                    "reading",
                    "asking",
                    "story_room",
                    "leaf_room",
                    "shelves",
                    "page",
                ), path
