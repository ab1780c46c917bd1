"""Loading again what was loaded whole before and found sound: the same story, without reading its scenes."""

from collections.abc import Sequence
from dataclasses import replace

from game.load.bases import NOWHERE, Bases, layered
from game.load.cast import late_cast
from game.load.census import take
from game.load.files import SourceFile
from game.load.judged import late_judged
from game.load.late import Index, StaleError, read_late
from game.load.log import Log
from game.load.pipeline import Loaded, no_collection
from game.load.story import story_of, world_of
from game.source.diagnostic import Diagnostic


def load_again(
    sources: Sequence[SourceFile], index: Index, findings: tuple[Diagnostic, ...], bases: Bases = NOWHERE
) -> Loaded:
    """Load a story of which ``index`` and ``findings`` are what loading found out before.

    Raises StaleError where these are not the files that were loaded then, byte for byte.
    """
    log = Log()
    with no_collection():
        documents = [read_late(source.name, source.data, index) for source in sources]
        layers = layered(documents, bases, lambda name, data: read_late(name, data, index))
        if layers.found or not layers.whole or {one.name for one in layers.documents} != index.files.keys():
            raise StaleError
        census = take(layers.documents, log, index.events)
        known, world = world_of(census, log)
        cast, judged = late_cast(census, known, index), late_judged(census, known, index.early.judged)
        story = story_of(census, known, world, cast, index.fingerprint)
    story = replace(story, claims=judged.claims, strategies=judged.strategies)
    return Loaded(story, findings, {one.name: one.text for one in layers.documents}, index)
