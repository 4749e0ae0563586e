"""Bytes to reports: a stand-in that knows UTF-8 text only (the real readers go behind the same function)."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from firsthand.errors import NoSuchPath, NothingToRead
from firsthand.model.base import sha256
from firsthand.model.report import Refusal, Report

SUFFIXES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}


def read_paths(paths: Sequence[Path], *, read_on: date) -> Iterator[tuple[Report, bytes] | Refusal]:
    """Every report under the paths, by name. Errors: NoSuchPath, NothingToRead, before anything is read."""
    files: list[tuple[str, Path]] = []
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            files += [(p.relative_to(path).as_posix(), p) for p in found]
        elif path.exists():
            files.append((path.name, path))
        else:
            raise NoSuchPath(f"there is no {path}")
    if not files:
        raise NothingToRead("no report lies under " + ", ".join(map(str, paths)))
    return (_read(name, path, read_on) for name, path in files)


def _read(name: str, path: Path, read_on: date) -> tuple[Report, bytes] | Refusal:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return Refusal(stage="read", subject=name, code="E110", reason="not UTF-8", sha256=sha256(raw))
    if not text.strip():
        return Refusal(stage="read", subject=name, code="E111", reason="the file is empty", sha256=sha256(raw))
    media = SUFFIXES.get(path.suffix.lower(), "text/plain")
    return Report(sha256=sha256(raw), text=text, names=(name,), media_type=media, read_on=read_on), raw
