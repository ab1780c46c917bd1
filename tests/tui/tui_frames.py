"""A screen as text: its signs as they stand, then by which of our colours and weights its words are drawn."""

from tui_driver import playing, press, screen_text
from tui_rooms import ROOMS, Stage

SIZES = ((80, 24), (120, 36), (200, 60))
STYLED = (120, 36)
"""The size at which a frame tells of styles too; at the others they would say the same again."""
NAMES = (
    *("foreground", "accent", "quiet", "lift", "fall", "error", "success", "hair", "track", "lit", "background"),
    *("surface", "panel", "block", "roof", "sky-ink", "primary", "secondary", *(f"sky-{step}" for step in range(1, 8))),
)
WEIGHTS = ("bold", "italic", "underline", "reverse", "strike", "dim")


async def frame(room, size, *, theme="narrow-night"):
    """One room's screen, as a file holds it."""
    there = ROOMS[room]
    async with playing(first=Stage().first(there), size=size) as (app, pilot):
        app.theme = theme
        await press(pilot, *there.keys)
        columns, rows = size
        text = f"{room}, {columns}x{rows}, {theme}\n\n{screen_text(app)}\n"
        return f"{text}\n{styles(app)}" if size == STYLED else text


def styles(app):
    """Which words are drawn how, style by style as they first come; words in the ordinary style are left out."""
    found = {}
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            words = _shortened(segment.text.strip())
            name = _style(app, segment.style)
            if words and name:
                told = found.setdefault(name, [])
                if words not in told:
                    told.append(words)
    return "".join(f"{name}:\n" + "".join(f"    {words}\n" for words in told) for name, told in found.items())


def _shortened(words):
    """Words; a rule as its sign and its length."""
    return f"{words[0]} x{len(words)}" if len(words) > 3 and len(set(words)) == 1 else words


def _style(app, style):
    """What a style is called: weight, colour, ground; empty for the ordinary one."""
    if style is None:
        return ""
    named = _names(app)
    weights = [weight for weight in WEIGHTS if getattr(style, weight)]
    ink = _named(named, style.color, "foreground")
    ground = _named(named, style.bgcolor, "background")
    return " ".join([*weights, *([ink] if ink else []), *([f"on {ground}"] if ground else [])])


def _named(named, colour, ordinary):
    """The name of a colour among ours, or the colour; empty for the ordinary one."""
    if colour is None or colour.triplet is None:
        return ""
    told = colour.triplet.hex
    name = named.get(told, told)
    return "" if name == ordinary else name


def _names(app):
    """Our names by colour; where two are one colour, the first of them."""
    known = app.theme_variables
    return {known[name].lower(): name for name in reversed(NAMES) if name in known}
