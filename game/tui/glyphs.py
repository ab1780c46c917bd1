"""The signs we draw with, and what they say. All are one cell wide and in every common terminal font."""

UP, DOWN = "▲", "▼"
PIP, NO_PIP = "●", "○"
MORE = "…"
CURSOR = "›"  # noqa: RUF001 - meant
LOCKED = "×"  # noqa: RUF001 - meant
DASH = "–"  # noqa: RUF001 - meant
BACK, ON, FIRST, LAST = "‹", "›", "«", "»"  # noqa: RUF001 - meant
FULL, EMPTY = "━", "─"
TICK, PARTED = "┿", "◆"
PLAY, PAUSE = "►", "‖"
DOT = "·"
FOLD = "┊"
ENDED, STANDS = "■", "●"
LEVELS = "▁▂▃▄▅▆▇█"
TIMES = "×"  # noqa: RUF001 - meant
MINUS = "\u2212"

LEGEND = (
    (f"{UP} {UP * 2} {UP * 3}", "a choice raises this gauge: a little, some, much"),
    (f"{DOWN} {DOWN * 2} {DOWN * 3}", "a choice lowers it"),
    (MORE, "something moves that you cannot see yet"),
    ("55 % chance", "the chance that it goes well"),
    (f"58 +4 {MINUS}3", "a gauge's number, and what the last decision changed"),
    (f"{PIP * 3}{NO_PIP * 2}", "a gauge counted in pips"),
    ("underlined", "a term with an entry in the codex: click it, or open the codex"),
    (LOCKED, "a locked choice: you can see it, and why it is not yours now"),
    (FOLD, "on the decision map: decisions between which no session parts from another"),
    (f"{STANDS} {ENDED}", "on the decision map: here a session stands; here one has ended"),
    (PARTED, "on the line under a replay: here other sessions decided otherwise"),
    (CURSOR, "the choice you are on; before a line: the choice you took"),
)
"""Signs and their meaning, for the help screen."""
