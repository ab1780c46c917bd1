"""A heading with a line after it to the edge of the page."""

from dataclasses import replace

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from game.tui.text import together, words


class Ruled(Visual):
    """Words at the left, then a thin line as far as there is room."""

    def __init__(self, text: Content) -> None:
        self.text = text

    @property
    def plain(self) -> str:
        """The words alone."""
        return self.text.plain

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw words and line; words too long for one line stand without it."""
        rest = width - self.text.cell_length - 1
        options = replace(options, selection=None)
        ruled = self.text if rest < 1 else together(self.text, words(" " + "─" * rest, "$hair"))
        return ruled.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width of the words."""
        return self.text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the height of the words."""
        return self.text.get_height(rules, max(width, 1))
