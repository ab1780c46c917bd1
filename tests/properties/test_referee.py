"""What every method says of random small stories agrees with plain enumeration; ``agreement.py`` takes thousands."""

import pytest
from agreeing import disagreements
from enumerated import small_program


@pytest.mark.parametrize("seed", range(40))
def test_every_method_agrees_with_the_referee(seed):
    wrong, _ = disagreements(small_program(seed))
    assert not wrong
