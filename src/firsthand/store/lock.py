"""One writer at a time: a lock on a file beside the record; the system lets it go however the process ends."""

import errno
import fcntl
import os
from pathlib import Path

from firsthand.errors import DiskFull, NotARecord, RecordBusy, RecordError


class WriterLock:
    """The right to write one record, held until `release`.

    The record itself is never locked this way: closing a second handle on it would drop SQLite's own locks.
    """

    def __init__(self, record: Path) -> None:
        if not record.name or record.is_dir():
            raise NotARecord(f"{record} is a folder", hint="Give the name of a file, for example record.db.")
        self.path = record.with_name(record.name + "-lock")
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock or raise RecordBusy at once."""
        while self._handle is None:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
            except OSError as e:
                if e.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
                    raise DiskFull(f"nothing can be written beside {self.path.parent} ({e.strerror})") from e
                raise RecordError(
                    f"cannot write beside {self.path.parent}: {e.strerror}",
                    hint="Choose a folder that you may write to.",
                ) from e
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as e:
                os.close(handle)
                if e.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                    raise RecordError(
                        f"{self.path} cannot be locked: {e.strerror}", hint="Put the record on a disk of this machine."
                    ) from e
                raise RecordBusy(f"another run is writing {self.path.name.removesuffix('-lock')}") from e
            # A run that just ended may have removed the file between our opening and our locking it.
            if self._same_file(handle):
                self._handle = handle
            else:
                os.close(handle)

    def _same_file(self, handle: int) -> bool:
        """Tell whether the path still names what was locked."""
        try:
            here = self.path.stat()
        except FileNotFoundError:
            return False
        there = os.fstat(handle)
        return (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev)

    def release(self) -> None:
        """Let it go; nothing happens where it is not held."""
        if self._handle is not None:
            self.path.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = None
