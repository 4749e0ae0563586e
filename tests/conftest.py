"""Places that a person added to their own gazetteer stay out of the tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


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
