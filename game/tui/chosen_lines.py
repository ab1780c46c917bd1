"""Settings as a reader sees them: a line in the list, and what is told of the one under the cursor."""

from textual.content import Content
from textual.style import Style

from game.settings.config import Config
from game.settings.kinds import Number, OneOf
from game.settings.table import Setting
from game.tui.glyphs import BACK, DOT, ON
from game.tui.text import separated, stacked, together, words
from game.tui.themes import NAMES, OURS
from game.tui.widgets.choosing import STEP
from game.tui.widgets.spread import Spread

_SECTION = 10
_SAMPLE = "Ten minutes of notice"
_ORIGINS = {
    "file": "as the file has it",
    "environment": "as {variable} has it",
    "flag": "as {flag} has it, for this once",
    "here": "changed just now",
}


def line(setting: Setting, config: Config, *, section: str, under_cursor: bool) -> Spread:
    """Return a setting's line; ``section`` is written before it, if any. Under the cursor a click changes its value."""
    value = setting.of(config.settings)
    changed = value != setting.default
    told = words(setting.kind.written(value), "bold $accent" if changed else "")
    left = together(words(section.upper().ljust(_SECTION) if section else "", "$quiet"), words(setting.title))
    if under_cursor:
        return Spread(left, together(_sign(f"{BACK} ", -1), told, _sign(f" {ON}", 1)))
    return Spread(left, together(told, words("  ")))


def about(setting: Setting, config: Config, *, colourless: bool, room: bool) -> Content:
    """Return what is told of a setting: what it does, its values, its names, and where its value comes from.

    Without ``room`` it is told in few lines.
    """
    parts = [stacked(words(setting.title, "bold $accent"), words(setting.about)) if room else words(setting.about)]
    if setting.name == "theme":
        parts.append(words("NO_COLOR is set: there are no colours now.") if colourless else _themes(config, apart=room))
    elif isinstance(setting.kind, OneOf):
        parts.append(_options(setting.kind.options, str(setting.of(config.settings))))
    elif isinstance(setting.kind, Number):
        parts.append(words(f"{setting.kind.low} to {setting.kind.high}"))
    names = (setting.flag, setting.key, setting.variable)
    parts.append(stacked(_origin(setting, config), separated((words(name) for name in names), words(f" {DOT} "))))
    path = f"Kept in {config.path}." if config.path else "Kept until you leave."
    parts[-1] = stacked(parts[-1], words(path)).stylize_before("$quiet")
    return stacked(*parts, gap=int(room))


def _origin(setting: Setting, config: Config) -> Content:
    said = _ORIGINS.get(config.origins.get(setting.name, ""), "as it comes")
    names = {"variable": setting.variable, "flag": setting.flag}
    told = said.format(**names)
    told = f"{told[0].upper()}{told[1:]}."
    if config.origins.get(setting.name) == "here" and (over := config.over.get(setting.name)):
        told += f" {names['variable' if over == 'environment' else 'flag']} will hold again at the next start."
    return words(told)


def _options(options: tuple[str, ...], value: str) -> Content:
    return separated((words(one, "bold" if one == value else "$quiet") for one in options), words("   "))


def _themes(config: Config, *, apart: bool) -> Content:
    """Every theme in its own colours; ``apart`` on a line of its own, with a sample of prose."""
    rows = []
    for name, theme in zip(NAMES, OURS, strict=True):
        mark = words(f"{ON if name == config.settings.theme else ' '} ", "bold $accent")
        ground = "" if theme.ansi else f" on {theme.background}"
        ink = "" if theme.ansi else f"{theme.foreground}{ground}"
        told = words(f" {name.ljust(10 if apart else len(name) + 1)}", f"bold {theme.accent}{ground}")
        rows.append(together(mark, told, words(f"{_SAMPLE} ", ink)) if apart else together(mark, told))
    return stacked(*rows) if apart else separated(rows, words("  "))


def _sign(sign: str, step: int) -> Content:
    return words(sign, "bold $accent").stylize(Style.from_meta({STEP: step}))
