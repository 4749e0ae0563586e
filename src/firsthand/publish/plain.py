"""Text of others as it may leave the program: nothing in it is obeyed by a terminal, or hides from who reads it."""

import re
from typing import Final

UNSAFE: Final = re.compile(
    # What XML does not allow, among it the escape that begins a terminal's commands, and halves of a character.
    "[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    # Direction marks and overrides, fillers and other invisible characters, odd line ends, tags.
    "|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Characters that a terminal obeys, that XML does not allow, or that a reader cannot see."""
ENDS: Final = re.compile("\r(?!\n)|[\x0b\x0c\x85\u2028\u2029]")
"""Ends of lines that are no line feed: without them words on both sides would run together."""
BREAKS: Final = re.compile(r"</|<!--")
"""What would end or hide the script in which somebody puts our JSON."""


def plain(text: str) -> str:
    """The text without characters that are obeyed or cannot be seen; tabs and line ends stay, odd line ends are blanks."""
    return UNSAFE.sub("", ENDS.sub(" ", text))


def plain_json(encoded: bytes) -> bytes:
    """The same JSON with what is obeyed or cannot be seen written as escapes: whoever parses it gets the same values."""
    text = encoded.decode()
    text = BREAKS.sub(lambda found: "<\\/" if found[0] == "</" else "<\\u0021--", text)
    return UNSAFE.sub(_escape, text).encode()


def _escape(found: re.Match[str]) -> str:
    """A character as JSON writes it in ASCII; one beyond the first plane in two halves."""
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
