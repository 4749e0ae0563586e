"""What the gate measures on: where it lies, what it holds, and digests that tell when it changed."""

import hashlib
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.measuring.sets import MeasuredSet, known

# Sets whose texts do not lie in a folder of their own name.
FOLDERS = {"five": "reports", "cases": "data/cases", "muc4-dev": "data/muc4"}


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """The folder with the sets and the measuring scripts."""

    folder: Path

    @property
    def bench(self) -> Path:
        """The folder of the measuring scripts."""
        return self.folder / "bench"

    def there(self) -> bool:
        """The folder is here and holds the measuring scripts."""
        return (self.bench / "run.py").is_file()

    def sets(self) -> list[MeasuredSet]:
        """Every set: the five reports, the cases, then those that the scripts list, in their order."""
        listed = subprocess.run(
            [sys.executable, "-B", str(self.bench / "run.py"), "list"], capture_output=True, text=True, check=True
        )
        rows = re.findall(r"^(\S+)\s+(extraction|record)\s", listed.stdout, re.MULTILINE)
        own = [(name, "record") for name, path in (("five", "reports"), ("cases", "data/cases")) if self._has(path)]
        return [known(name, needs) for name, needs in [*own, *rows]]

    def _has(self, path: str) -> bool:
        return (self.folder / path).is_dir()

    def digest(self, measured: MeasuredSet) -> str:
        """Digest of a set's texts and answers."""
        return digest_of(self.folder / FOLDERS.get(measured.name, f"data/{measured.name}"))

    def bench_digest(self) -> str:
        """Digest of the measuring scripts (their documentation aside)."""
        return digest_of(self.bench, "*.py")


def digest_of(folder: Path, pattern: str = "*") -> str:
    """SHA-256, shortened to 16 digits, over the names and contents of the files below a folder."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob(pattern)):
        if path.is_file() and "__pycache__" not in path.parts:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return total.hexdigest()[:16]
