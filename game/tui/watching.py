"""What can be done while a session is watched."""

from dataclasses import replace

from game.tui.commands import BACK, BEHIND, COPY, GAUGES, LEDGER, LOG, MAP, PEOPLE, TERM, WHY, Command
from game.tui.glyphs import MINUS

WATCHING = (
    Command(
        keys="right,right_square_bracket,l",
        action="step(1)",
        id="step_on",
        about="To the next decision",
        shown="→ ]",
        word="next",
    ),
    Command(keys="p", action="play", id="play_pause", about="Play by itself, or stop", word="play"),
    Command(
        keys="left,left_square_bracket,h",
        action="step(-1)",
        id="step_back",
        about="To the decision before",
        shown="← [",
        word="before",
    ),
    Command(keys="b", action="branch", about="Decide anew from here, in a new session", word="branch"),
    Command(keys="plus,equals_sign", action="pace(-1)", id="faster", about="Play faster", shown="+"),
    Command(keys="minus", action="pace(1)", id="slower", about="Play slower", shown=MINUS),
    Command(keys="right_curly_bracket", action="turn(1)", id="next_turn", about="To the next turn", shown="}"),
    Command(keys="left_curly_bracket", action="turn(-1)", id="turn_before", about="To the turn before", shown="{"),
    Command(keys="w", action="ask_turn", id="to_turn", about="To a turn by its number"),
    Command(keys="a", action="arc", id="next_in_arc", about="To the next decision of this arc"),
    Command(
        keys="o", action="parting", id="next_parting", about="To the next decision that other sessions took otherwise"
    ),
    Command(keys="home", action="go(0)", id="to_beginning", about="To the beginning", shown="home"),
    Command(keys="end", action="go(-1)", id="to_end", about="To the end", shown="end"),
    Command(
        keys="g,colon",
        action="ask",
        id="to_decision",
        about="To a decision by its number",
        shown="g :",
        word="go to",
        spare=True,
    ),
    Command(
        keys="space",
        action="read_on",
        about="Read on; at the end of a page, to the next decision",
        word="read on",
        spare=True,
    ),
    Command(keys="down,j", action="scroll_lines(3)", id="line_down", about="A little down", shown="↓ j", listed=False),
    Command(keys="up,k", action="scroll_lines(-3)", id="line_up", about="A little up", shown="↑ k", listed=False),
    Command(
        keys="pagedown", action="scroll_screens(1)", id="page_down", about="One screen down", shown="PgDn", listed=False
    ),
    Command(
        keys="pageup", action="scroll_screens(-1)", id="page_up", about="One screen up", shown="PgUp", listed=False
    ),
    Command(keys="c", action="codex", about="Codex, as it was known then", word="codex", spare=True),
    replace(TERM, word=""),
    replace(WHY, keys="W", shown="W", word="", about="Why a choice was locked: what it needed"),
    replace(LOG, keys="L", about="Log: everything read until then", shown="L"),
    replace(GAUGES, about="Gauges, how they had gone until then", word=""),
    replace(PEOPLE, keys="P", about="People, as they were known then", shown="P"),
    replace(LEDGER, about="Ledger, as it stood then"),
    COPY,
    *BEHIND,
    MAP,
    BACK,
)
