"""The part of the app that holds the player's settings. A change applies at once, and is kept."""

from textual.reactive import reactive

from game.settings.values import DEFAULTS, Settings, Value
from game.tui.given import Game
from game.tui.lasting import LastingApp
from game.tui.messages import SettingWanted


class Configured(LastingApp):
    """An app with settings. What depends on one watches them: ``self.watch(self.app, "settings", self.redraw)``."""

    game: Game
    settings: reactive[Settings] = reactive(DEFAULTS, init=False, repaint=False)

    def on_setting_wanted(self, message: SettingWanted) -> None:
        """Let a setting hold from now on."""
        self.change(message.name, message.value)

    def say_what_is_wrong(self) -> None:
        """Say what was chosen wrongly, if anything was."""
        if wrong := self.game.config.notices:
            more = f" (and {len(wrong) - 1} more: `narrowsky paths` lists them)" if len(wrong) > 1 else ""
            self.notify(wrong[0] + more, title="Settings", severity="warning", markup=False, timeout=15)

    def change(self, name: str, value: Value) -> None:
        """Let a setting hold from now on, and keep it; where it can't be kept, that is said."""
        self.game.config = self.game.config.with_value(name, value)
        self.settings = self.game.settings
        if trouble := self.game.keep(name, value):
            self.notify(trouble, severity="warning", markup=False, timeout=8)
