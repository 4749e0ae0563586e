"""The characters that are stored: newlines as one sign, no control characters, nothing else touched."""

import re
from bisect import bisect_right
from typing import NamedTuple

NEWLINE = re.compile(r"\r\n|[\r\n\v\f]")
CONTROLS = {code: " " for code in (*range(32), *range(0x7F, 0xA0)) if code not in (9, 10)} | {0xFFFE: " ", 0xFFFF: " "}
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
TABLE = str.maketrans(CONTROLS | SURROGATES)
DIRTY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Newlines to "\\n"; control characters to blanks and lone surrogates to U+FFFD, one for one.

    Only "\\r\\n" changes length, so offsets into a text without it stay right; signs without width and marks of direction
    stay, for they are in the words that were published.
    """
    if not DIRTY.search(text):
        return text
    return NEWLINE.sub("\n", text).translate(TABLE)


def repair(text: str, *, keep_length: bool) -> str:
    """Undo letters that were decoded wrongly before they came here, line by line, where that is certain.

    `keep_length`: only where the line stays as long as it is, for files whose offsets others know too.
    """
    if text.isascii():
        return text
    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import is_bad

    config = TextFixerConfig(restore_byte_a0=False, replace_lossy_sequences=False)

    def mended(line: str) -> str:
        if line.isascii() or not is_bad(line):
            return line
        better = fix_encoding(line, config)
        return line if is_bad(better) or "\n" in better or (keep_length and len(better) != len(line)) else better

    return "\n".join(mended(line) for line in text.split("\n"))


class Offsets(NamedTuple):
    """Where the characters of a stored text stood in the text it was cleaned from: per line, where each begins."""

    stored: tuple[int, ...]
    before: tuple[int, ...]

    def original(self, offset: int) -> int:
        """The offset in the text before cleaning. Within a line that was repaired it is off by what repair took out."""
        line = bisect_right(self.stored, offset) - 1
        return self.before[line] + offset - self.stored[line]


def offsets(original: str, cleaned: str) -> Offsets:
    """The map from a cleaned text back to the text before; both have the same lines. Errors: ValueError."""
    before = (0, *(match.end() for match in NEWLINE.finditer(original)))
    stored = (0, *(match.end() for match in re.finditer("\n", cleaned)))
    if len(before) != len(stored):
        raise ValueError("the one text is not the other cleaned: they differ in lines")
    return Offsets(stored, before)
