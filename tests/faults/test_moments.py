"""Kills, half writes, power cuts, a full and a failing disk at chosen calls. `tools/kills.py` tries hundreds; here are a few."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(shutil.which("cc") is None and shutil.which("gcc") is None, reason="needs a C compiler")
def test_a_few_moments_of_a_build(tmp_path: Path) -> None:
    asked = ["--moments", "6", "--others", "0", "--only", "build", "--folder", str(tmp_path / "kills")]
    done = subprocess.run(
        [sys.executable, "tools/kills.py", *asked], cwd=ROOT, capture_output=True, text=True, check=False, timeout=280
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^8 trials, 8 hold, 0 faults", done.stdout, re.MULTILINE), done.stdout
    assert " killed " in done.stdout
    assert " E205 " in done.stdout
