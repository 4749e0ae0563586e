"""What editors and monitors set in brackets into a text: marks about the words, which are no part of what is told."""

import re
from typing import Final

REMARK: Final = re.compile(
    r"\[\s?(?:"
    r"(?:text|excerpts?|summary|report|sic|inaudible|indistinct|unintelligible|garbled|crosstalk|applause|laughter|music|recorded|"
    r"recording|live|ellipsis|pause|repeats)"
    r"|(?:a |one |two |several |few |the )?"
    r"(?:words?|sentences?|phrases?|passages?|paragraphs?|lines?|names?|numbers?|figures?|portions?)"
    r"(?:\s(?:is|are|was|were|or|two|more|few|of)){0,2}\s(?:omitted|indistinct|unintelligible|inaudible|garbled|missing|illegible|deleted|"
    r"unclear|unknown|as \w{4,12})"
    r"|(?:\w{2,14}\s){0,4}as\s(?:received|heard|published|printed|transmitted|given|broadcast|spoken|written|telecast|released)"
    r"|(?:begin|end|video|live|start)(?:\sof)?\s(?:recording|relay|video|tape|quote|report)"
    r"|(?:emphasis|italics)\s(?:added|mine|ours|in\s(?:the\s)?original)"
    r")\s?\]|\(sic\)",
    re.IGNORECASE,
)
"""Remarks as radio monitors, wire services and transcripts write them; other words in brackets are part of the sentence."""


def without_remarks(text: str) -> str:
    """The text in equal length with blanks in the place of editors' remarks; the text itself where there are none."""
    if "[" not in text and "(" not in text:
        return text
    return REMARK.sub(lambda m: " " * len(m.group()), text)
