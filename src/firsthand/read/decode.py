"""Bytes to characters: byte order marks, the encodings that reports come in, and several of them in one file."""

import codecs
import re
from typing import NamedTuple

from firsthand.errors import NotText

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (
    (b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a ZIP archive or office document"), (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"), (b"\xfd7zXZ\x00", "an xz file"), (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"SQLite format 3\x00", "an SQLite file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"{\\rtf", "an RTF document"), (b"OggS", "a sound file"),
    (b"ID3", "a sound file"), (b"RIFF", "a sound or film file"),
)  # fmt: skip
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
CONTROL_SHARE = 0.02
"""Above this share of control bytes a file is no text in a one-byte encoding: text has a stray one, not one in fifty."""
FEW = 4
"""So many odd bytes say nothing, however short the file."""
WIDE_SHARE = 0.3
"""In UTF-16 the higher byte of a letter is below 0x20 in all alphabets: half of all bytes are, less line by line."""
BINARY = "its bytes are no text: too many of them are control characters"
READABLE_SHARE = 0.95
SAMPLE = 40_000
FEW_HIGH = 0.12
"""Below this share of bytes over 0x7F the words are in Latin letters, and cp1252 is what their writers used."""
WESTERN = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
"""As browsers do (WHATWG Encoding): who declares Latin-1 writes cp1252."""
ALLOWED = re.compile(
    r"(?:utf-?8|utf-?16(?:-?[lb]e)?|utf-?32(?:-?[lb]e)?|(?:windows|cp)-?(?:125[0-8]|874|1006|949|932|936|950)|"
    r"iso-?8859-?\d{1,2}|koi8-?[rut]|gb2312|gbk|gb18030|big5(?:-?hkscs)?|shift[-_]?jis|euc[-_]?(?:jp|kr)|mac[-_]?\w{1,12}|"
    r"latin-?\d|us-?ascii|ascii|tis-?620)"
)
"""Encodings of text. Python knows others by name (rot13, zip, base64), which a file must not choose."""
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


class Decoded(NamedTuple):
    """`sound`: the bytes were valid in an encoding that says so itself, so that nothing was guessed."""

    text: str
    encoding: str
    sound: bool


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """Decode a whole file. `declared`: the encoding that it, or its transport, names. Errors: NotText."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            body = raw[len(mark) :]
            text = body.decode(encoding, "replace")
            return Decoded(text, encoding, "\ufffd" not in text)
    for magic, what in MAGIC:
        if raw.startswith(magic):
            raise NotText(f"it is {what}, not text")
    controls, size = len(CONTROL.findall(raw[:SAMPLE])), min(len(raw), SAMPLE)
    if controls > max(CONTROL_SHARE * size, FEW):
        if controls < WIDE_SHARE * size:
            raise NotText(BINARY)
        return _wide(raw)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", True)
    except UnicodeDecodeError:
        return _guessed(raw, declared)


def _wide(raw: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark: whichever reads as words. Errors: NotText."""
    for encoding in WIDE:
        unit = 4 if "32" in encoding else 2
        sample = raw[: SAMPLE - SAMPLE % 4]
        text = sample[: len(sample) - len(sample) % unit].decode(encoding, "replace")
        if text and sum(_readable(c) for c in text) >= READABLE_SHARE * len(text) and _common(text):
            return Decoded(raw.decode(encoding, "replace"), encoding, False)
    raise NotText(BINARY)


def _readable(character: str) -> bool:
    return character.isalnum() or character in " \t\r\n.,;:!?-'\"()%/“”‘’–—،؛؟。，"


def _common(text: str) -> bool:
    """Whether it has blanks and letters of few scripts, as words have and byte pairs taken for letters have not."""
    blocks = {ord(c) >> 8 for c in text if c.isalpha()}
    return len(blocks) <= 6 or (text.count(" ") > len(text) / 50 and len(blocks) <= 12)


def _guessed(raw: bytes, declared: str | None) -> Decoded:
    """Bytes that are not UTF-8 throughout."""
    encoding = _sane(declared)
    if encoding is not None and encoding != "utf-8":
        try:
            return Decoded(raw.decode(encoding), encoding, False)
        except (UnicodeDecodeError, LookupError):
            pass
    text = raw.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= c <= "\udcff" for c in text)
    if sum(c > "\x7f" for c in text) - stray >= stray or encoding == "utf-8":
        return Decoded(_mended(text), "utf-8 with cp1252", False)
    if sum(byte > 0x7F for byte in raw[:SAMPLE]) <= max(FEW_HIGH * min(len(raw), SAMPLE), FEW):
        return Decoded(raw.decode("cp1252", "replace"), "cp1252", False)
    return _detected(raw)


def _sane(declared: str | None) -> str | None:
    """The encoding of this name, where it is one of text."""
    name = (declared or "").strip().strip("\"'").lower()
    if not ALLOWED.fullmatch(name):
        return None
    return "utf-8" if name in ("utf8", "utf-8") else WESTERN.get(name, name)


def _mended(text: str) -> str:
    """Each run of bytes that is no UTF-8 (escaped as surrogates) read as cp1252."""
    return re.sub(
        "[\udc80-\udcff]{1,1000}", lambda m: m[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace"), text
    )


def _detected(raw: bytes) -> Decoded:
    """One-byte and East Asian encodings, told apart by how their letters follow each other. Errors: NotText."""
    from charset_normalizer import from_bytes  # a tenth of a second to load; few files need it

    best = from_bytes(raw[:SAMPLE], threshold=0.2, cp_exclusion=["utf_7", "utf_16", "utf_32"]).best()
    if best is None:
        raise NotText("its bytes are no text in any known encoding")
    return Decoded(raw.decode(best.encoding, "replace"), best.encoding, False)


def looks_like_html(raw: bytes) -> bool:
    """Whether a file without a telling name begins as a page does."""
    return re.match(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype\s{1,9}html|html[\s>])", raw[:512], re.I) is not None
