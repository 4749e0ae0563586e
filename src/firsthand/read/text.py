"""Plain text."""

from firsthand.read.clean import clean, repair
from firsthand.read.decode import decode
from firsthand.read.page import Page


def read_text(raw: bytes) -> Page:
    """The file's own characters. Offsets into sound UTF-8 stay those of the file. Errors: NotText."""
    return Page(text=plain(raw))


def plain(raw: bytes, *, declared: str | None = None) -> str:
    """Decoded, repaired where that is safe, cleaned. Errors: NotText."""
    text, _, sound = decode(raw, declared=declared)
    return clean(repair(text, keep_length=sound))
