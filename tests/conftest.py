"""What tests find out of stories is kept in a folder of their own, and forgotten with it."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_session(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NARROWSKY_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("NARROWSKY_CONFIG", str(tmp_path_factory.mktemp("config") / "config.toml"))
        yield
