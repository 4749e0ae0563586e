"""Plugins for the tests."""

from pathlib import Path

import pytest

from tests.unit.plugins.installed import Site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A folder where plugins can be installed, gone after the test."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Site(folder, monkeypatch)
