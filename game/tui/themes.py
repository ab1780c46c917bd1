"""The game's own colours: a narrow strip of sky between two dark blocks, by night, at dawn, and in plain contrast."""

from textual.color import Color
from textual.theme import Theme

NIGHT = Theme(
    name="narrow-night",
    dark=True,
    primary="#8fa9cc",
    secondary="#6f86a8",
    accent="#e3a94c",
    foreground="#e9dfc9",
    background="#0b1120",
    surface="#10182b",
    panel="#16203a",
    success="#9db98a",
    warning="#e3a94c",
    error="#e58a6c",
    variables={
        "quiet": "#98a0b0",
        "hair": "#2b3754",
        "track": "#33405f",
        "lift": "#e8c07d",
        "fall": "#8fb2de",
        "lit": "#1a2542",
        "block": "#070b16",
        "roof": "#070b16",
        "sky-1": "#121d36",
        "sky-2": "#182746",
        "sky-3": "#1f3358",
        "sky-4": "#2a4269",
        "sky-5": "#43597a",
        "sky-6": "#77736f",
        "sky-7": "#c08e52",
        "sky-ink": "#f6ecd6",
        "border": "#e3a94c",
        "block-cursor-background": "#1a2542",
        "block-cursor-foreground": "#f6ecd6",
        "block-cursor-text-style": "bold",
        "scrollbar": "#2b3754",
        "scrollbar-background": "#0b1120",
        "scrollbar-hover": "#43537a",
        "scrollbar-active": "#e3a94c",
        "scrollbar-background-hover": "#0b1120",
        "scrollbar-background-active": "#0b1120",
        "scrollbar-corner-color": "#0b1120",
    },
)
DAWN = Theme(
    name="narrow-dawn",
    dark=False,
    primary="#35567f",
    secondary="#5a7391",
    accent="#874c0c",
    foreground="#2a2b33",
    background="#f6f0e3",
    surface="#efe7d6",
    panel="#e8dec9",
    success="#4d6b3a",
    warning="#874c0c",
    error="#a03c22",
    variables={
        "quiet": "#595756",
        "hair": "#d3c7ae",
        "track": "#cabd9f",
        "lift": "#7d4a0c",
        "fall": "#2f5687",
        "lit": "#e9dcc0",
        "block": "#e3d8c1",
        "roof": "#5b5a66",
        "sky-1": "#8fabc9",
        "sky-2": "#9fb7d0",
        "sky-3": "#b1c3d6",
        "sky-4": "#c4d0d9",
        "sky-5": "#dcd8cc",
        "sky-6": "#efd6ae",
        "sky-7": "#f2bf7c",
        "sky-ink": "#1d2633",
        "border": "#874c0c",
        "block-cursor-background": "#e9dcc0",
        "block-cursor-foreground": "#1d1e26",
        "block-cursor-text-style": "bold",
        "scrollbar": "#d3c7ae",
        "scrollbar-background": "#f6f0e3",
        "scrollbar-hover": "#b5a683",
        "scrollbar-active": "#874c0c",
        "scrollbar-background-hover": "#f6f0e3",
        "scrollbar-background-active": "#f6f0e3",
        "scrollbar-corner-color": "#f6f0e3",
    },
)
CONTRAST = Theme(
    name="narrow-contrast",
    dark=True,
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffd75f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#afff87",
    warning="#ffd75f",
    error="#ff8f8f",
    variables={
        "quiet": "#e0e0e0",
        "hair": "#a0a0a0",
        "track": "#909090",
        "lift": "#ffd75f",
        "fall": "#87d7ff",
        "lit": "#303030",
        "block": "#000000",
        "roof": "#ffffff",
        "sky-1": "#000000",
        "sky-2": "#000000",
        "sky-3": "#000000",
        "sky-4": "#000000",
        "sky-5": "#000000",
        "sky-6": "#000000",
        "sky-7": "#000000",
        "sky-ink": "#ffffff",
        "border": "#ffd75f",
        "block-cursor-background": "#ffd75f",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
    },
)
OURS = (NIGHT, DAWN, CONTRAST)


def completed(theme: Theme, variables: dict[str, str]) -> dict[str, str]:
    """Return a theme's variables with the names that only ours have, so that any theme of Textual's will do too."""
    if theme.ansi:
        ours = dict.fromkeys(("hair", "track"), "ansi_bright_black")
        ours |= dict.fromkeys(("quiet", "sky-ink", "lift", "fall", "roof"), "ansi_default")
        ours |= dict.fromkeys(
            ("block", "lit", "sky-1", "sky-2", "sky-3", "sky-4", "sky-5", "sky-6", "sky-7"), "ansi_default"
        )
        return ours | variables
    paper = Color.parse(variables["background"])
    ink = Color.parse(variables["foreground"])
    sky = Color.parse(variables["primary"])
    ours = {
        "quiet": paper.blend(ink, 0.7).hex,
        "hair": paper.blend(ink, 0.2).hex,
        "track": paper.blend(ink, 0.3).hex,
        "lit": paper.blend(ink, 0.1).hex,
        "lift": variables["accent"],
        "fall": variables["primary"],
        "block": variables["surface"],
        "roof": variables["surface"],
        "sky-ink": ink.hex,
    }
    ours |= {f"sky-{step}": paper.blend(sky, step * 0.06).hex for step in range(1, 8)}
    return ours | variables
