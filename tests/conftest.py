"""Places that a person added to their own gazetteer stay out of the tests; what hypothesis tries is the same in every run.

By hand, with other and more examples where a test does not say how many: pytest --hypothesis-profile=long tests/property
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("short", derandomize=True, deadline=None, database=None, max_examples=60)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile("short")


@pytest.fixture(scope="session", autouse=True)
def no_places_of_a_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty data folder."""
    before, folder = os.environ.get("XDG_DATA_HOME"), tmp_path_factory.mktemp("data")
    os.environ["XDG_DATA_HOME"] = str(folder)
    yield folder
    if before is None:
        del os.environ["XDG_DATA_HOME"]
    else:
        os.environ["XDG_DATA_HOME"] = before
