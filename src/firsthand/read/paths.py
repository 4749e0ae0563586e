"""Which files hold reports, and their bytes: sorted, each once, whatever lies in the folders."""

import os
import stat
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from firsthand.errors import CannotOpen, NoSuchPath, NotAFile, NothingToRead, ReadError, TooLarge, Vanished
from firsthand.model.base import Record
from firsthand.model.report import Refusal
from firsthand.read.page import Format

SUFFIXES: dict[str, Format | None] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".json": "json", ".jsonl": None, ".ndjson": None,
}  # fmt: skip
"""None: read line by line."""


class Found(Record, frozen=True, kw_only=True):
    """A file of reports. `name`: relative to the folder given; its own where it was given itself."""

    name: str
    path: str

    @property
    def suffix(self) -> str:
        """In small letters, with its dot."""
        return os.path.splitext(self.name)[1].lower()  # noqa: PTH122 - a name need not be a path of this system


def find(paths: Sequence[Path], more: Container[str] = ()) -> list[Found | Refusal]:
    """All files of reports under the paths, in the order given, each folder's by name; what cannot be listed as refusals.

    `more`: suffixes of files that plugins read.
    Errors: NoSuchPath, NothingToRead.
    """
    found: list[Found | Refusal] = []
    for path in paths:
        try:
            kind = path.stat().st_mode
        except PermissionError:
            found.append(refusal(name_of(path.name), CannotOpen(f"{path} may not be opened")))
            continue
        except (OSError, ValueError):
            raise NoSuchPath(f"there is no file or folder {name_of(str(path))}") from None
        if stat.S_ISDIR(kind):
            found += sorted(_walk(path, more), key=lambda item: item.name if isinstance(item, Found) else item.subject)
        else:
            found.append(Found(name=path.name, path=os.fspath(path)))
    if not found:
        raise NothingToRead("no report lies under " + ", ".join(name_of(str(path)) for path in paths))
    return found


def _walk(root: Path, more: Container[str]) -> Iterator[Found | Refusal]:
    """Every folder once: first those that lie there, then those that only links lead to. Links in circles end."""
    seen: set[tuple[int, int]] = set()
    folders = [(os.fspath(root), "")]
    links: list[tuple[str, str]] = []
    while folders or links:
        path, prefix = folders.pop() if folders else links.pop()
        try:
            here = Path(path).stat()
            if (here.st_dev, here.st_ino) in seen:
                continue
            seen.add((here.st_dev, here.st_ino))
            entries = sorted(os.scandir(path), key=lambda entry: entry.name, reverse=True)
        except OSError as e:
            yield refusal(name_of(prefix.rstrip("/") or root.name), _of(e, "the folder"))
            continue
        for entry in entries:
            name = prefix + entry.name
            try:
                inner = entry.is_dir()
                linked = entry.is_symlink()
            except OSError as e:
                yield refusal(name_of(name), _of(e, "it"))
                continue
            if inner:
                (links if linked else folders).append((entry.path, f"{name}/"))
            elif (suffix := os.path.splitext(name)[1].lower()) in SUFFIXES or suffix in more:  # noqa: PTH122
                yield Found(name=name, path=entry.path)


def opened(found: Found) -> BinaryIO:
    """The file, open; never a pipe that would wait for ever. Errors: Vanished, CannotOpen, NotAFile."""
    try:
        number = os.open(found.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as e:
        raise _of(e, "the file") from None
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise NotAFile("it is a pipe, a device or a folder, not a file")
    return os.fdopen(number, "rb")


def whole(found: Found, ceiling: int) -> bytes:
    """All bytes of the file. Errors: as `opened`, TooLarge."""
    with opened(found) as stream:
        try:
            raw = stream.read(ceiling + 1)
            size = os.fstat(stream.fileno()).st_size
        except OSError as e:
            raise _of(e, "the file") from None
    if len(raw) > ceiling:
        raise TooLarge(f"the file has {max(size, len(raw))} bytes, more than {ceiling}")
    return raw


def name_of(name: str) -> str:
    """A name as text; bytes of it that are none in UTF-8 are written as escapes."""
    return name.encode("utf-8", "backslashreplace").decode()


def refusal(subject: str, error: ReadError, *, sha256: str | None = None, line: int | None = None) -> Refusal:
    """The refusal that records this error."""
    return Refusal(stage="read", subject=subject, code=error.code, reason=str(error), sha256=sha256, line=line)


def _of(error: OSError, what: str) -> ReadError:
    """The reading error behind one of the system."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Vanished(f"{what} was there when the folders were listed and is gone")
    if isinstance(error, PermissionError):
        return CannotOpen(f"{what} may not be opened by this user")
    return CannotOpen(f"{what} cannot be read: {error.strerror or type(error).__name__}")
