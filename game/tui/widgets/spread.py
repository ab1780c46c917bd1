"""One line with words at its left and at its right; what is too long is cut, never wrapped."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from game.tui.text import together, words


class Spread(Visual):
    """``left`` as far as there is room for it, ``right`` at the end of the line."""

    def __init__(self, left: Content, right: Content) -> None:
        self.left = left
        self.right = right

    @property
    def plain(self) -> str:
        """The words alone."""
        return f"{self.left.plain} {self.right.plain}".strip()

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:  # noqa: ARG002  # Textual hands it over
        """Draw the line."""
        right = self.right if self.right.cell_length < width // 2 else self.right.truncate(max(width // 2, 1))
        room = max(width - right.cell_length - (2 if right.cell_length else 0), 1)
        left = self.left.truncate(room, ellipsis=True) if self.left.cell_length > room else self.left
        gap = words(" " * max(width - left.cell_length - right.cell_length, 0))
        return together(left, gap, right).render_strips(width, 1, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width at which nothing is cut."""
        optimal = self.left.get_optimal_width(rules, container_width)
        return optimal + 2 + self.right.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002  # Textual hands it over
        """Return one."""
        return 1
