"""One small story a construct, with the transcript it promises."""

import pytest
from golden_cases import NAMES, as_read, as_typed, case, kept_and_read_again, stages

from game.view.transcript import transcript


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_story_reads_as_it_was_blessed(name, request):
    one = case(name)
    read = as_read(one)
    if request.config.getoption("--bless", default=False):
        one.expected.write_text(read, "utf-8")
    assert read == one.expected.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_story_reads_the_same_from_its_journal_after_every_decision(name):
    one = case(name)
    for stage in stages(one):
        again = kept_and_read_again(one, stage)
        assert again.state == stage.state
        assert transcript(again) == transcript(stage)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_plain_player_prints_is_the_transcript(name):
    one = case(name)
    printed = as_typed(one)
    if "back" in one.steps:
        last = as_read(one).rpartition("\n> ")[2].partition("\n")[2]
        assert last.strip() in printed
    elif stages(one)[-1].ended:
        assert printed == as_read(one)
    else:
        assert printed == as_read(one) + "\n> \n"


def test_no_width_from_20_to_72_is_ever_exceeded():
    for name in NAMES:
        last = stages(case(name))[-1]
        for width in (20, 21, 33, 47, 72):
            for line in transcript(last, width).split("\n"):
                assert len(line) <= width, (name, width, line)
