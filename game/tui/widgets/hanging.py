"""Text with a lead that hangs in a margin of its own, however the text wraps."""

from dataclasses import replace

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from game.tui.text import stacked

_NARROWEST = 12


class Hanging(Visual):
    """A lead of ``indent`` cells beside a body that wraps in what is left."""

    def __init__(self, lead: Content, body: Content, indent: int) -> None:
        self.lead = lead
        self.body = body
        self.indent = indent

    @property
    def plain(self) -> str:
        """The words alone."""
        return f"{self.lead.plain.rstrip()} {self.body.plain}".strip()

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the body, and the lead in its margin; where that leaves no room, one under the other."""
        unselected = replace(options, selection=None)
        room = width - self.indent
        if room < _NARROWEST:
            return stacked(self.lead, self.body).render_strips(width, height, style, unselected)
        body = self.body.render_strips(room, None, style, options)
        lead = self.lead.render_strips(self.indent, None, style, unselected)
        rich = style.rich_style
        lines = []
        for row in range(max(len(body), len(lead))):
            left = lead[row] if row < len(lead) else Strip.blank(self.indent, rich)
            right = body[row] if row < len(body) else Strip.blank(room, rich)
            lines.append(Strip.join([left.adjust_cell_length(self.indent, rich), right]))
        return lines if height is None else lines[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width that needs no wrapping."""
        return self.indent + self.body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the height at a width."""
        room = width - self.indent
        if room < _NARROWEST:
            return stacked(self.lead, self.body).get_height(rules, max(width, 1))
        return max(self.body.get_height(rules, room), self.lead.get_height(rules, self.indent))
