"""The variants of texts, as something that is met at a point where a text is told or offered."""

from collections.abc import Iterable

from game.analysis.explore.asking import is_now, one_of
from game.analysis.explore.flow import Guard
from game.analysis.explore.ground import Ground
from game.analysis.explore.sketch import Stretch
from game.analysis.explore.targets import Named, of_consequence
from game.analysis.explore.variants import Turn, Variant, variants_of
from game.engine.prose import whose_turn
from game.expr.types import Whole
from game.model.scene import Consequence


class Texts:
    """Says at which points which variants may be met."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._variants: dict[tuple[str, str], tuple[tuple[Variant, tuple[Guard, ...]], ...]] = {}

    def tell(self, stretch: Stretch, texts: Iterable[Named], home: str = "") -> Stretch:
        """Tell texts by the values as they are here; ``home`` is the scene by whose visits they take turns."""
        told = [one for prose, name in texts if prose is not None for one in self._of((prose, name), home)]
        if not told:
            return stretch
        sketch = self._ground.sketch
        here = sketch.halt(stretch, sketch.points[stretch.source].name)
        for variant, guards in told:
            sketch.look(here.source, guards, variant.target)
        return here

    def follow(self, stretch: Stretch, consequence: Consequence, name: str, home: str = "") -> Stretch:
        """Tell the texts of what follows."""
        if consequence.result is None and consequence.summary is None:
            return stretch
        return self.tell(stretch, of_consequence(consequence, name), home)

    def offer(self, source: int, asked: tuple[Guard, ...], texts: Iterable[Named], home: str) -> None:
        """Offer texts at a point, while this holds."""
        for prose, name in texts:
            for variant, guards in () if prose is None else self._of((prose, name), home):
                self._ground.sketch.look(source, (*asked, *guards), variant.target)

    def _of(self, named: Named, home: str) -> tuple[tuple[Variant, tuple[Guard, ...]], ...]:
        prose, name = named
        found = self._variants.get((name, home))
        if found is None:
            made = ((one, tuple(self._guard(ask, home) for ask in one.asks)) for one in variants_of(prose, name))
            found = self._variants[name, home] = tuple(made)
        return found

    def _guard(self, ask: Guard | Turn, home: str) -> Guard:
        if isinstance(ask, Guard):
            return ask
        key = f"visits({home})"
        if not self._ground.keeps(key):  # nothing counts: the first stands
            return Guard(is_now(ask.index == 0))
        turn, kind = whose_turn(ask.of), self._ground.types[key]
        assert isinstance(kind, Whole)
        return Guard(one_of(key, [count for count in range(kind.high + 1) if turn(count) == ask.index]))
