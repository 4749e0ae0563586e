"""Every example of the documentation runs, as it is written.

The blocks of a page run in order in one folder, which holds the samples and the record that `make demo` makes. A line of a
`console` block that begins with `$` is a command; it ends with 0, or with what a remark says ("# exits with 1").
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, Fence, fences, name, pages

EXIT = re.compile(r"\s+# exits with (\d+)$")
SHOWN = re.compile(r"(?:(?<=firsthand show record\.db )|(?<=firsthand origins record\.db ))[0-9a-f]{8}\b")
BOTH = re.compile(r"(?<=firsthand explain record\.db )[0-9a-f]{8} [0-9a-f]{8}\b")
ASKED = re.compile(r"(?<=firsthand why record\.db )[0-9a-f]{8}\b")
"""The ids in examples; they are of the record that the page was made with, which may have been made elsewhere."""
ELSEWHERE = re.compile(r"make |\.venv/bin/python tools/")
"""Commands that would run all tests again, or change the checkout: that they exist is checked instead."""


def runs(fence: Fence) -> bool:
    return fence.language in ("console", "python")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that `make demo` makes."""
    record = tmp_path_factory.mktemp("demo") / "record.db"
    run(f"firsthand build samples/reports --out {record} --quiet", ROOT)
    return record


@pytest.fixture(scope="module")
def two(demo: Path) -> str:
    """The short ids of two incidents of that record."""
    found = json.loads(run(f"firsthand incidents {demo} --json", ROOT).stdout)
    return " ".join(str(incident["id"]).removeprefix("inc_")[:8] for incident in found[:2])


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one line in a shell, where `firsthand` is the program of this checkout."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "src")}
    bash = shutil.which("bash") or "sh"
    return subprocess.run(
        [bash, "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def claim(demo: Path) -> str:
    """The short id of a claim of that record."""
    found = json.loads(run(f"firsthand export {demo}", ROOT).stdout)
    return str(found["claims"][0]["id"]).removeprefix("clm_")[:8]


@pytest.mark.parametrize("page", [page for page in pages() if any(map(runs, fences(page)))], ids=name)
def test_examples_run(page: Path, demo: Path, two: str, claim: str, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    (tmp_path / "build/demo").mkdir(parents=True)
    shutil.copy(demo, tmp_path / "build/demo/record.db")
    for fence in filter(runs, fences(page)):
        if fence.language == "python":
            (tmp_path / "example.py").write_text(fence.text, encoding="utf-8")
            check(f"{sys.executable} example.py", 0, page, fence, tmp_path)
            continue
        typed = [line[2:] for line in fence.text.splitlines() if line.startswith("$ ")]
        commands = [ASKED.sub(claim, BOTH.sub(two, SHOWN.sub(two.split()[0], line))) for line in typed]
        assert commands, f"{name(page)}:{fence.line} is a console block without a command"
        if any("record.db" in command for command in commands) and not (tmp_path / "record.db").exists():
            shutil.copy(demo, tmp_path / "record.db")
        for command in commands:
            said = EXIT.search(command)
            if ELSEWHERE.match(command):
                exists(command, page)
            else:
                check(EXIT.sub("", command), int(said[1]) if said else 0, page, fence, tmp_path)


def check(command: str, expected: int, page: Path, fence: Fence, folder: Path) -> None:
    done = run(command, folder)
    told = f"{name(page)}:{fence.line}: {command}\n{done.stdout[-500:]}{done.stderr[-1500:]}"
    assert done.returncode == expected, told
    assert "Traceback" not in done.stderr, told


def exists(command: str, page: Path) -> None:
    """The target of make, or the tool with its options, is there."""
    words = command.split()
    if words[0] == "make":
        assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), command
        return
    tool = (ROOT / words[1]).read_text(encoding="utf-8")
    assert all(f'"{word}"' in tool for word in words if word.startswith("--")), f"{name(page)}: {command}"


@pytest.mark.parametrize("page", pages(), ids=name)
def test_data_in_pages_is_sound(page: Path) -> None:
    for fence in fences(page):
        if fence.language == "json":
            json.loads(fence.text)
        elif fence.language == "toml":
            tomllib.loads(fence.text)
