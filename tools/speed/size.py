"""What an installation takes on disk: the packages of requirements/runtime.txt, and the program with its gazetteer."""

import re
from importlib import metadata
from pathlib import Path


def runtime_packages(requirements: Path) -> list[str]:
    """Names pinned in a requirements file."""
    return re.findall(r"^([A-Za-z0-9_.-]+)==", requirements.read_text(encoding="utf-8"), re.MULTILINE)


def package_bytes(name: str) -> int:
    """Bytes of a distribution's files; 0 for one that is for another platform and so not installed."""
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return 0
    located = {Path(str(file.locate())).resolve() for file in files}
    return sum(path.stat().st_size for path in located if path.is_file())


def folder_bytes(folder: Path) -> int:
    """Bytes of the files below a folder, compiled Python aside."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sum(path.stat().st_size for path in files)


def installed(root: Path) -> dict[str, float]:
    """MB by package, the largest first; `firsthand` is our own code and data with the compiled gazetteer."""
    sizes = {name: package_bytes(name) / 1e6 for name in runtime_packages(root / "requirements/runtime.txt")}
    sizes["firsthand"] = folder_bytes(root / "src/firsthand") / 1e6
    return dict(sorted(sizes.items(), key=lambda entry: -entry[1]))
