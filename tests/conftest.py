"""What tests find out of stories is kept in a folder of their own, and forgotten with it."""

import pytest


def pytest_addoption(parser):
    """``--bless`` writes anew what was kept to be compared; read every changed file before keeping it."""
    parser.addoption("--bless", action="store_true", default=False, help="rewrite expected transcripts and frames")


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_session(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NARROWSKY_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("NARROWSKY_CONFIG", str(tmp_path_factory.mktemp("config") / "config.toml"))
        yield
