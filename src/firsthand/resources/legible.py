"""A report's text as the finders see it, letter for letter as long as the stored one, so that offsets hold in both."""

import re

from firsthand.resources.casing import Casing
from firsthand.resources.parser import smooth
from firsthand.resources.remarks import without_remarks

BREAK = re.compile(r"\r?\n")
ROW = re.compile(r"[\"'“”‘’«»`]{6,}")
"""Quotation marks in a row, which quote nothing and cost the parser milliseconds each."""


def legible(text: str, casing: Casing) -> str:
    """The text with its case restored, editors' remarks and rows of marks blanked, lines joined that a machine broke.

    The text itself, not a copy, where nothing of this is needed: most reports are printed as they are read.
    """
    return joined(without_remarks(casing.restore(ROW.sub(lambda m: " " * len(m.group()), text))))


def joined(text: str) -> str:
    """The text with blanks for the line breaks that the parser is not shown."""
    if "\n" not in text:
        return text
    flow = smooth(text)
    if flow.count("\n") == text.count("\n"):
        return text
    return BREAK.sub(lambda m: m.group() if "\n" in flow[m.start() : m.end()] else " " * len(m.group()), text)
