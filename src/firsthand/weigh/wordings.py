"""One figure in other words: "12" and "a dozen", "more than 50" and "at least 51"."""

import re
from collections.abc import Iterator
from typing import Final

from firsthand.model.incident import Discrepancy
from firsthand.weigh.evidence import Stated, ids
from firsthand.weigh.origins import Sources
from firsthand.weigh.readings import Group, count_of, quoted

WORDED: Final = re.compile(
    r"\b(?:at least|at the least|(?:no|not) (?:less|fewer) than|a minimum of|more than|over|upwards? of|in excess of|well over|"
    r"above|up to|as many as|at most|no more than|about|around|some|roughly|approximately|nearly|almost|close to|just under|"
    r"estimated|half a dozen|dozens?|scores?|or more|or so)\b",
    re.IGNORECASE,
)
"""Words about a number that say how it is meant, or that are one."""


def other_words(field: str, group: Group, sources: Sources) -> Iterator[Discrepancy]:
    """One line for a figure that reports give in words that differ by more than how a number is written out."""
    forms: dict[str, list[Stated]] = {}
    for stated in group.told:
        forms.setdefault(form(stated), []).append(stated)
    if len(forms) > 1 and len({s.claim.report for s in group.told}) > 1:
        first = [min(told, key=lambda s: (s.said_on is None, str(s.said_on), s.id)) for told in forms.values()]
        words = ", ".join(
            quoted(s, sources) for s in sorted(first, key=lambda s: (s.said_on is None, str(s.said_on), s.id))
        )
        yield Discrepancy(field=field, kind="wording", claims=ids(group.told), why=f"{words}: the same in other words")


def form(stated: Stated) -> str:
    """The words about a number, in small letters: "" for a bare one."""
    said = count_of(stated).wording or stated.claim.span.quote
    return " ".join(m[0].lower() for m in WORDED.finditer(" ".join(said.split())[:80]))
