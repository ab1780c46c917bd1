"""One line with words at its left and at its right; what is too long is cut, never wrapped."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from game.tui.text import NOTHING, together, words


class Spread(Visual):
    """``left`` as far as there is room for it, ``right`` at the end of the line.

    Where ``left`` has no room, ``short`` stands for it, if there is one. What stands at the right is cut at half the
    line, or at two thirds where it ``weighs`` more than what is left of it; ``end`` behind it is never cut.
    """

    def __init__(
        self,
        left: Content,
        right: Content,
        *,
        short: Content | None = None,
        end: Content = NOTHING,
        weighs: bool = False,
    ) -> None:
        self.left = left
        self.right = right
        self._short = short or left
        self._end = end
        self._weighs = weighs

    @property
    def plain(self) -> str:
        """The words alone."""
        return f"{self.left.plain} {self.right.plain}{self._end.plain}".strip()

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:  # noqa: ARG002  # Textual hands it over
        """Draw the line."""
        most = max(width * 2 // 3 if self._weighs else width // 2 - 1, 1) - self._end.cell_length
        right = together(_cut(self.right, max(most, 1)), self._end)
        room = max(width - right.cell_length - (2 if right.cell_length else 0), 1)
        left = _cut(self.left if self.left.cell_length <= room else self._short, room)
        gap = words(" " * max(width - left.cell_length - right.cell_length, 0))
        return together(left, gap, right).render_strips(width, 1, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width at which nothing is cut."""
        optimal = self.left.get_optimal_width(rules, container_width)
        right = together(self.right, self._end)
        return optimal + 2 + right.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002  # Textual hands it over
        """Return one."""
        return 1


def _cut(text: Content, room: int) -> Content:
    return text.truncate(room, ellipsis=True) if text.cell_length > room else text
