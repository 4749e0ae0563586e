"""The steps from one wording of a saying to another; what is the same in another spelling is no step."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from firsthand.trace.quoted import Quoted
from firsthand.trace.spellings import one_spelling
from firsthand.trace.texts import Text

JOINT = ("and",)
STOPS = ".;:!?—–"

Code = tuple[Literal["equal", "replace", "insert", "delete"], int, int, int, int]
"""A step between two wordings: from words i..j of the one to words x..y of the other."""


def steps(texts: Sequence[Text], full: Quoted, other: Quoted) -> Iterator[Code]:
    """The steps from `full` to `other`, in order. A full stop for an "and", or one name of an entity for another, is none."""
    here, there, names = full.keys, other.keys, full.names | other.names
    for tag, i, j, x, y in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        same = (
            (tag == "replace" and one_spelling(here[i:j], there[x:y], names))
            or (tag == "replace" and _one_entity(texts, full, (i, j), other, (x, y)))
            or (tag == "delete" and here[i:j] == JOINT and _stops(texts, other, x))
            or (tag == "insert" and there[x:y] == JOINT and _stops(texts, full, i))
        )
        yield ("equal" if same else tag), i, j, x, y


def _one_entity(
    texts: Sequence[Text], full: Quoted, here: tuple[int, int], other: Quoted, there: tuple[int, int]
) -> bool:
    """Tell whether both reports name one entity: "the United Nations", "the UN"."""
    one = {texts[full.text].entities[full.words[k]] for k in range(*here) if full.keys[k] != "the"}
    two = {texts[other.text].entities[other.words[k]] for k in range(*there) if other.keys[k] != "the"}
    return len(one) == 1 and one == two and "" not in one


def _stops(texts: Sequence[Text], q: Quoted, at: int) -> bool:
    """Tell whether a sentence or a clause ends in front of a word."""
    if not 0 < at < len(q.words):
        return False
    text = texts[q.text]
    return any(c in STOPS for c in text.report.text[text.ends[q.words[at - 1]] : text.starts[q.words[at]]])
