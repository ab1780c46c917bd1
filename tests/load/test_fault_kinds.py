"""Each kind of mistake that authors make, planted in a copy of the slice: one finding, at its very place."""

import pytest
from planting.ground import ground, judged, plant
from planting.kinds import KINDS

PLACES = 2
"""``fault_table.py`` plants each kind in ten places."""


def test_the_ground_has_no_findings():
    assert judged(ground()) == ()


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_mistake_makes_one_finding_at_its_very_place(kind):
    for planted in plant(kind, PLACES):
        found = [(one.code, one.at.source, one.at.line, one.at.column) for one in judged(planted.sources)]
        assert found == [(kind.code, planted.source, planted.line, planted.column)]


def test_every_kind_has_a_name_of_its_own():
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names) > 130
