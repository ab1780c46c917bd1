"""Pictures of every screen, at three sizes, by night and at dawn, to be looked at; and a sheet of them by theme.

``pictures.py FOLDER [ROOM ...]``. Needs rsvg-convert.
"""

import asyncio
import base64
import struct
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE.parent), str(HERE / "tui"), str(HERE / "stories")]

from tui_driver import playing, press
from tui_rooms import ROOMS, Stage

SIZES = ((80, 24), (120, 36), (200, 60))
WIDE = 700
THEMES = ("narrow-night", "narrow-dawn")


async def picture(room: str, size: tuple[int, int], theme: str, folder: Path) -> Path:
    """Draw one screen; the file it is in."""
    there = ROOMS[room]
    async with playing(first=Stage().first(there), size=size) as (app, pilot):
        app.theme = theme
        await press(pilot, *there.keys)
        drawn = app.export_screenshot()
    path = folder / f"{theme.removeprefix('narrow-')}-{size[0]}x{size[1]}-{room.replace(' ', '-')}.png"
    convert(drawn.replace("<text ", '<text xml:space="preserve" '), path)
    return path


def convert(svg: str, path: Path) -> None:
    """Make a picture of a drawing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["rsvg-convert", "--unlimited", "-o", path], input=svg, text=True, check=True)


def sheet(drawn: list[Path], path: Path) -> None:
    """Lay pictures of one size beside each other, three in a row."""
    wide, high = struct.unpack(">II", drawn[0].read_bytes()[16:24])
    high = WIDE * high // wide
    tiles = "".join(
        f'<image x="{number % 3 * (WIDE + 8)}" y="{number // 3 * (high + 8)}" width="{WIDE}" height="{high}" '
        f'xlink:href="data:image/png;base64,{base64.b64encode(one.read_bytes()).decode()}"/>'
        for number, one in enumerate(drawn)
    )
    across, down = 3 * (WIDE + 8), -(-len(drawn) // 3) * (high + 8)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{across}" '
        f'height="{down}"><rect width="100%" height="100%" fill="#777"/>{tiles}</svg>'
    )
    convert(svg, path)


async def main(folder: Path, rooms: list[str]) -> None:
    for theme in THEMES:
        for size in SIZES:
            drawn = [await picture(room, size, theme, folder) for room in rooms]
            if len(drawn) > 1:
                sheet(drawn, folder / f"sheet-{theme.removeprefix('narrow-')}-{size[0]}x{size[1]}.png")
            print(theme, size, len(drawn))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2:] or list(ROOMS)))
