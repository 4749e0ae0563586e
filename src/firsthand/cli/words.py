"""Text from reports, made safe to print: it may hold anything, and a terminal obeys more than it shows."""

import re
from typing import Any

from firsthand.publish.plain import plain

SPACES = re.compile(r"\s+")


def safe(text: str) -> str:
    """The text without characters that a terminal obeys or a reader cannot see; tabs and line ends stay."""
    return plain(text)


def one_line(text: str, limit: int | None = None) -> str:
    """The text on one line, cut with an ellipsis where it is longer than `limit` characters."""
    flat = SPACES.sub(" ", safe(text)).strip()
    return flat if limit is None or len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def encodable(value: Any) -> Any:  # noqa: ANN401 - what a command was given, or a list of it
    """Words that a person gave, with bytes that are none in UTF-8 as escapes: a decision is kept, and must be encodable."""
    if isinstance(value, list):
        return [encodable(one) for one in value]
    return value.encode("utf-8", "backslashreplace").decode() if type(value) is str else value
