"""Two texts beside each other, each in its half; one under the other where that leaves no room."""

from dataclasses import replace

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from game.tui.text import stacked, together, words

_GAP = 3
_NARROWEST = 26


class Columns(Visual):
    """Two texts that each wrap in a column of their own, with a line between them; ``indent`` cells further in."""

    def __init__(self, left: Content, right: Content, indent: int = 0) -> None:
        self.left = left
        self.right = right
        self.indent = indent

    @property
    def plain(self) -> str:
        """The words alone."""
        return f"{self.left.plain} {self.right.plain}".strip()

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw both."""
        options = replace(options, selection=None)
        room = self._room(width)
        if room < _NARROWEST:
            return self._under().render_strips(width, height, style, options)
        left = self.left.render_strips(room, None, style, options)
        right = self.right.render_strips(room, None, style, options)
        rich = style.rich_style
        before = Strip.blank(self.indent, rich)
        between = words(" │ ", "$track").render_strips(_GAP, 1, style, options)[0].adjust_cell_length(_GAP, rich)
        lines = []
        for row in range(max(len(left), len(right))):
            first = left[row] if row < len(left) else Strip.blank(room, rich)
            second = right[row] if row < len(right) else Strip.blank(room, rich)
            line = Strip.join([before, first.adjust_cell_length(room, rich), between, second])
            lines.append(line.adjust_cell_length(width, rich))
        return lines if height is None else lines[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width that needs no wrapping."""
        widest = max(each.get_optimal_width(rules, container_width) for each in (self.left, self.right))
        return self.indent + 2 * widest + _GAP

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the height at a width."""
        room = self._room(width)
        if room < _NARROWEST:
            return self._under().get_height(rules, max(width, 1))
        return max(self.left.get_height(rules, room), self.right.get_height(rules, room))

    def _room(self, width: int) -> int:
        return (width - self.indent - _GAP) // 2

    def _under(self) -> Content:
        return stacked(together(words("1  ", "$accent"), self.left), together(words("2  ", "$accent"), self.right))
