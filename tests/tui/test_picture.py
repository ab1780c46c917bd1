"""A picture of the screen, kept where sessions are."""

from test_keeping import shelf  # noqa: F401 - a fixture
from test_kept_sessions import kept
from tui_driver import press, settled


async def test_a_picture_is_kept_and_one_plain_line_says_where(shelf):  # noqa: F811 - the fixture
    for key in ("f8", "ctrl+s"):
        seen = []
        async with kept(shelf, seen=seen) as (_, pilot):
            await press(pilot, "s", key)
        (said,) = seen
        path = next((shelf.folder / "exports").glob("screen-*.svg"))
        assert said == f"The picture is kept as {path}"
        drawn = path.read_text()
        assert "Sessions" in drawn
        assert "url(http" not in drawn
        path.unlink()


async def test_the_palette_keeps_a_picture_too(shelf):  # noqa: F811 - the fixture
    seen = []
    async with kept(shelf, seen=seen) as (_, pilot):
        await press(pilot, "ctrl+p", *"keep a picture")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await settled(pilot)
    assert [said.startswith("The picture is kept as ") for said in seen] == [True]


async def test_where_no_picture_can_be_kept_that_is_said(shelf):  # noqa: F811 - the fixture
    seen = []
    (shelf.folder / "exports").write_text("in the way")
    async with kept(shelf, seen=seen) as (_, pilot):
        await press(pilot, "f8")
    assert len(seen) == 1
    assert "can't be written" in seen[0]
