"""A copy of a record, by SQLite's own means: whole, whoever writes the record meanwhile."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from firsthand.errors import DiskFull


def copied(path: Path, to: Path) -> None:
    """Copy a record to a file that is not there yet; the record stays as it is. Errors: DiskFull."""
    source = f"file:{quote(str(path.absolute()))}?mode=ro"
    try:
        with closing(sqlite3.connect(source, uri=True)) as old, closing(sqlite3.connect(to)) as new:
            old.backup(new)
    except (OSError, sqlite3.Error) as e:
        hint = f"Free as much space in {to.parent} as the record takes; TMPDIR names another folder."
        raise DiskFull(f"no copy of {path} could be made ({e})", hint=hint) from e
