"""The plugin of docs/how-to/write-a-plugin.md, installed as a person would install it, and used."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

LINES = """# of March
2024-03-05 | Hill Monitor | Gunmen killed three farmers near Raqqa on Monday, residents said.
2024-03-06 | Hill Monitor | The toll of the attack near Raqqa on Monday rose to five, a hospital said.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the plugin is installed. Its source is copied first: a build leaves its traces there."""
    source, target = tmp_path_factory.mktemp("source") / "sitrep", tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "docs/examples/sitrep", source)
    pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    ]
    subprocess.run([sys.executable, *pip, "--target", str(target), str(source)], check=True)
    return target


def firsthand(site: Path, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    path = os.pathsep.join([str(ROOT / "src"), str(site)])
    return subprocess.run(
        [sys.executable, "-m", "firsthand", *arguments], cwd=folder, env={**os.environ, "PYTHONPATH": path},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_example_reads_and_writes(site: Path, tmp_path: Path) -> None:
    (tmp_path / "monitor.sitrep").write_text(LINES)
    built = firsthand(site, tmp_path, "build", ".", "--out", "record.db", "--json", "--read-on", "2024-04-01")
    assert built.returncode == 0, built.stderr
    summary = json.loads(built.stdout)
    assert (summary["reports"], summary["refused"], summary["incidents"]) == (2, 0, 1)
    assert summary["dated"] == 2
    written = firsthand(site, tmp_path, "export", "record.db", "--format", "sitrep")
    assert written.stdout == "2024-03-04 | 2 sources | Killing, Raqqa, 4 March 2024\n", written.stderr
    (tmp_path / "broken.sitrep").write_text("no bar in it\n")
    again = firsthand(site, tmp_path, "build", "broken.sitrep", "--out", "record.db", "--strict")
    assert again.returncode == 3
    assert "reader sitrep of plugin sitrep 1.0: ValueError" in " ".join(again.stdout.split())


def test_the_example_is_listed_with_what_it_gives(site: Path, tmp_path: Path) -> None:
    listed = json.loads(firsthand(site, tmp_path, "plugins", "--json").stdout)
    found = next(one for one in listed if one["name"] == "sitrep")
    assert (found["version"], found["fault"]) == ("1.0", None)
    assert [gift["hook"] for gift in found["gives"]] == ["reader", "format"]


def test_the_example_is_short() -> None:
    lines = [
        line
        for path in (ROOT / "docs/examples/sitrep").iterdir()
        if path.is_file()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    assert len(lines) < 60
