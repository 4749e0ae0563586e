"""Installs small invented plugins for a test: a package with an entry point, on the path of this process and its children."""

import textwrap
from pathlib import Path

import pytest


class Site:
    """A folder of packages."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        monkeypatch.syspath_prepend(str(folder))
        monkeypatch.setenv("PYTHONPATH", str(folder), prepend=":")

    def add(self, name: str, code: str, *, version: str = "1.0", entry: str | None = None) -> None:
        """Install a plugin. `code`: its module, in which `hookimpl` and the types are imported already."""
        module = f"plug_{name.replace('-', '_')}"
        head = "import msgspec\nfrom firsthand.plugins import *\nfrom firsthand.plugins import hookimpl\n"
        (self.folder / f"{module}.py").write_text(head + textwrap.dedent(code), encoding="utf-8")
        info = self.folder / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: {version}\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[firsthand]\n{name} = {entry or module}\n", encoding="utf-8")
        self._monkeypatch.delitem(__import__("sys").modules, module, raising=False)
