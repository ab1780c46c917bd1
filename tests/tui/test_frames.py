"""Every screen as it was looked at and kept: ``pytest tests/tui --bless`` draws them anew; look at each changed one."""

from pathlib import Path

import pytest
from tui_frames import SIZES, frame
from tui_rooms import NOT_OURS, ROOMS

KEPT = Path(__file__).with_name("frames")
DRAWN = [(room, size) for room in ROOMS if room not in NOT_OURS for size in SIZES]


def kept(room, size):
    """The file of one frame."""
    return KEPT / f"{room.replace(' ', '-')}.{size[0]}x{size[1]}.txt"


@pytest.mark.parametrize(
    ("room", "size"), DRAWN, ids=lambda part: part if isinstance(part, str) else "x".join(map(str, part))
)
async def test_a_screen_looks_as_it_did_when_it_was_looked_at(room, size, request):
    drawn, path = await frame(room, size), kept(room, size)
    if request.config.getoption("--bless"):
        KEPT.mkdir(exist_ok=True)
        path.write_text(drawn, "utf-8", newline="\n")
    assert path.is_file(), "never looked at: look at it, and run with --bless"
    assert drawn == path.read_text("utf-8")


def test_no_frame_is_kept_of_a_screen_that_is_gone(request):
    if request.config.getoption("--bless"):
        pytest.skip("frames are being drawn")
    assert {path.name for path in KEPT.iterdir()} == {kept(room, size).name for room, size in DRAWN}
