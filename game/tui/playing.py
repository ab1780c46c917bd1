"""What can be done while a story is played, and what is said when it has come to an end."""

from dataclasses import replace

from game.tui.commands import BACK, BEHIND, COPY, MAP, RECORDS, SETTINGS, TERM, WHY, Command
from game.tui.glyphs import DASH

PLAYING = (
    Command(
        keys="",
        action="confirm",
        about="Take the choice with this number",
        shown=f"1{DASH}9",
        word="choose",
        listed=False,
    ),
    Command(keys="down,j", action="point(1)", id="next_choice", about="To the next choice", shown="↓ j", listed=False),
    Command(
        keys="up,k", action="point(-1)", id="choice_before", about="To the choice before", shown="↑ k", listed=False
    ),
    Command(keys="enter", action="confirm", about="Take the choice under the cursor; before that, read on"),
    Command(keys="space", action="read_on", about="Read on: one screen down", word="read on", spare=True),
    Command(
        keys="tab",
        action="skip",
        about="Past what you have read before; then to the choices; from there back to where the page begins",
        listed=False,
    ),
    Command(keys="u", action="take_back", about="Take the last decision back", word="take back"),
    Command(
        keys="pagedown", action="scroll_by(1)", id="page_down", about="One screen down", shown="PgDn", listed=False
    ),
    Command(
        keys="pageup",
        action="scroll_by(-1)",
        id="page_up",
        about="One screen up, to what was read before",
        shown="PgUp",
        listed=False,
    ),
    Command(
        keys="home,g",
        action="scroll_to(0)",
        id="to_beginning",
        about="To the top of what is kept here",
        listed=False,
    ),
    Command(keys="end,G", action="scroll_to(1)", id="to_end", about="To the choices", listed=False),
    Command(keys="c", action="codex", about="Codex: people, places, terms", word="codex"),
    TERM,
    WHY,
    Command(
        keys="r,left_square_bracket",
        action="look_back",
        about="Look back through this game's decisions",
        shown="r [",
    ),
    *RECORDS,
    *BEHIND,
    MAP,
    SETTINGS,
    Command(keys="a", action="move_on", about="Move on by itself, a screen at a time, or stop"),
    COPY,
    replace(BACK, about="To the title. Every decision is already kept.", word="title"),
)
STUCK = (
    "The story has come to a stop here: it has not ended, and nothing is left to choose. That is a fault of the story,"
    " not of yours. Press {} to take your last decision back."
)
