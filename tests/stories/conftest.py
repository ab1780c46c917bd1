"""``pytest tests/stories --bless`` writes the transcripts anew; read every changed one before keeping it."""


def pytest_addoption(parser):
    parser.addoption("--bless", action="store_true", default=False, help="rewrite tests/stories/*/expected.txt")
