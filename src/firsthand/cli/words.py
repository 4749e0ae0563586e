"""Text from reports, made safe to print: it may hold anything, and a terminal obeys more than it shows."""

import re

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, among them the escape that begins a terminal's commands
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # direction marks and overrides, invisible characters, odd line ends
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
SPACES = re.compile(r"\s+")


def safe(text: str) -> str:
    """The text without characters that a terminal obeys or a reader cannot see; tabs and line ends stay."""
    return UNSAFE.sub("", text)


def one_line(text: str, limit: int | None = None) -> str:
    """The text on one line, cut with an ellipsis where it is longer than `limit` characters."""
    flat = SPACES.sub(" ", safe(text)).strip()
    return flat if limit is None or len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
