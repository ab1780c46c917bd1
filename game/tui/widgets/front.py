"""The front page: short texts in columns under the cities they come from; one under another where that is narrow."""

from dataclasses import dataclass, replace

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from game.tui.text import stacked, words

_GAP = 3
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Front(Visual):
    """Columns of equal width with a line between them, as many as there are."""

    columns: tuple[Content, ...]

    @property
    def plain(self) -> str:
        """The words alone."""
        return "\n\n".join(column.plain for column in self.columns)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the columns beside each other."""
        options = replace(options, selection=None)
        room = self._room(width)
        if room < _NARROWEST:
            return self._under().render_strips(width, height, style, options)
        drawn = [column.render_strips(room, None, style, options) for column in self.columns]
        rich = style.rich_style
        between = words(" │ ", "$track").render_strips(_GAP, 1, style, options)[0].adjust_cell_length(_GAP, rich)
        lines = []
        for row in range(max((len(column) for column in drawn), default=0)):
            parts: list[Strip] = []
            for column in drawn:
                strip = column[row] if row < len(column) else Strip.blank(room, rich)
                parts += [between] if parts else []
                parts.append(strip.adjust_cell_length(room, rich))
            lines.append(Strip.join(parts).adjust_cell_length(width, rich))
        return lines if height is None else lines[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width that needs no wrapping."""
        widest = max((column.get_optimal_width(rules, container_width) for column in self.columns), default=0)
        return len(self.columns) * (widest + _GAP) - _GAP

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the height at a width."""
        room = self._room(width)
        if room < _NARROWEST:
            return self._under().get_height(rules, max(width, 1))
        return max((column.get_height(rules, room) for column in self.columns), default=0)

    def _room(self, width: int) -> int:
        count = max(len(self.columns), 1)
        return (width - _GAP * (count - 1)) // count

    def _under(self) -> Content:
        return stacked(*self.columns, gap=1)
