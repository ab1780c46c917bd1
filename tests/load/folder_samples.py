"""Folders in which something is wrong with the files themselves: how each is made, and where the finding stands."""

import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from reading import GOOD, TIMELESS

from game.source.limits import BASES, FILE_BYTES, FILES, FOLDER_DEPTH


def _story(folder: Path) -> None:
    (folder / "story.yaml").write_text(TIMELESS)


def _nothing(folder: Path) -> None:
    folder.rmdir()


def _empty(folder: Path) -> None:
    (folder / "notes.txt").write_text(GOOD)
    (folder / ".hidden.yaml").write_text(GOOD)


def _many(folder: Path) -> None:
    _story(folder)
    for number in range(FILES):
        (folder / f"z{number}.yaml").write_text("")


def _deep(folder: Path) -> None:
    _story(folder)
    deep = folder.joinpath(*["in"] * (FOLDER_DEPTH + 1))
    deep.mkdir(parents=True)
    (deep / "lost.yaml").write_text("codex: [")


def _link_out(folder: Path) -> None:
    _story(folder)
    (folder.parent / "secret.yaml").write_text("secret: words")
    (folder / "link.yaml").symlink_to(folder.parent / "secret.yaml")


def _pipe(folder: Path) -> None:
    _story(folder)
    os.mkfifo(folder / "pipe.yaml")


def _large(folder: Path) -> None:
    _story(folder)
    (folder / "large.yaml").write_bytes(b"#" * (FILE_BYTES + 1))


def _circle(folder: Path) -> None:
    _story(folder)
    (folder / "circle.yaml").symlink_to(folder / "circle.yaml")


def _nowhere(folder: Path) -> None:
    _story(folder)
    (folder / "nowhere.yaml").symlink_to(folder / "gone.yaml")


def _extending(folder: Path, name: str, base: str) -> Path:
    (folder / name).mkdir(exist_ok=True)
    (folder / name / "story.yaml").write_text(f"extends: {base}\nstory: {name}\ntitle: T\n")
    return folder / name


def _no_base(folder: Path) -> None:
    _extending(folder.parent, folder.name, "gone")


def _own_base(folder: Path) -> None:
    _extending(folder.parent, folder.name, folder.name)


def _round(folder: Path) -> None:
    _extending(folder.parent, folder.name, "other")
    _extending(folder.parent, "other", folder.name)


def _pile(folder: Path) -> None:
    names = [folder.name, *(f"b{number}" for number in range(1, BASES + 2))]
    for name, base in pairwise(names):
        _extending(folder.parent, name, base)


FOLDERS: dict[str, list[tuple[Callable[[Path], None], str]]] = {
    "no-story": [(_nothing, "{folder}")],
    "no-files": [(_empty, "{folder}")],
    "too-many-files": [(_many, "{folder}")],
    "folder-too-deep": [(_deep, "/".join(["in"] * FOLDER_DEPTH))],
    "outside": [(_link_out, "link.yaml")],
    "no-base": [(_no_base, "story.yaml")],
    "base-circle": [(_own_base, "story.yaml"), (_round, "other/story.yaml")],
    "too-many-bases": [(_pile, f"b{BASES}/story.yaml")],
    "unreadable": [(_pipe, "pipe.yaml"), (_large, "large.yaml"), (_circle, "circle.yaml"), (_nowhere, "nowhere.yaml")],
}
"""By code: how to make the folder, and the name that the finding shows; ``{folder}`` is the folder's own path."""
