"""Words by which a report takes back what it names: what is denied, prevented, feared or planned did not happen."""

import re
from collections.abc import Sequence

from firsthand.extract.numbers import Amount

WORDS = (
    r"\b(?:no|not|never|without|denie[sd]|deny|denying|would|will|could|may|might|should|must|if|unless|plan(?:s|ned|ning)?|"
    r"threat(?:en(?:s|ed|ing)?|s)?|vow(?:s|ed)?|prepar\w{1,6}|avoid\w{0,3}|prevent\w{0,3}|foil\w{0,3}|thwart\w{0,3}|fears? of|"
    r"rumou?rs?|drill|exercises?|film|novel|game)\b"
)
BEFORE = re.compile(rf"{WORDS}[^.;:!?\n]{{0,50}}$|n['’]t\b[^.;:!?\n]{{0,50}}$", re.IGNORECASE)
"""Words before the name of an event that take it back, or put it off."""
SAME_CLAUSE = r"(?:(?!\.\s| (?:but|and|while|who|which) )[^;:!?\n])"
AFTER = re.compile(
    rf"^{SAME_CLAUSE}{{0,60}}?\b(?:was|were|be|been|being|is|are)(?: \w{{2,12}}ly)?"
    r" (?:foiled|prevented|thwarted|averted|denied|cancell?ed|called off|disproved|refuted|false|untrue|staged|invented|a hoax)\b"
    rf"|^(?:(?!,){SAME_CLAUSE}){{0,60}}?\b(?:did not|didn['’]t|never (?:happened|occurred|took place))\b",
    re.IGNORECASE,
)
"""The same behind the name of an event, within its clause."""
OF_A_NUMBER = re.compile(
    rf"{WORDS}|n['’]t\b|\b(?:none|nobody|no one|neither|nor|threatening|fear(?:s|ed|ing)?|almost|nearly)\b"
    r"|\b(?:tried|tries|trying|wants?|wanted|hoped|meant|intended|aimed|attempted|failed) to (?:\w{1,20} ){1,2}"
    r"(?:(?:the|some|all|their|its) )?$",
    re.IGNORECASE,
)
"""The same of a number of people, wherever it stands in the clause before it or between it and the word for their fate."""
BOUNDS = re.compile(r"\b(?:no|not) (?:fewer|less|more) than\b", re.IGNORECASE)
"""What only bounds a number."""
NEAR = 16
OTHER_DEED = re.compile(r"\b(?:that|which|who|whose|claim\w*|responsib\w*|for)\b|,", re.IGNORECASE)
"""Words between nobody and a word of harm that tell of somebody else's fate."""
OF_THE_DEAD = re.compile(r"\s+of\s+(?:(?:the|those|these)\s+)?(?:\w+\s+)?$", re.IGNORECASE)
CLAUSE = re.compile(r"[;:!?\n]|\.(?=\s)|,? (?:but|while|although|though|whereas) |\b(?:said|says)\b", re.IGNORECASE)


def taken_back(sentence: str, amount: Amount, harms: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a number is denied, feared or planned. `harms`: where the words for what became of people stand."""
    ends = [m.end() for m in CLAUSE.finditer(sentence, 0, amount.start)]
    stops = [m.start() for m in CLAUSE.finditer(sentence, amount.end)]
    first, last = max(ends, default=0), min(stops, default=len(sentence))
    before = [span for span in harms if first <= span[0] < amount.start]
    after = [span for span in harms if amount.end <= span[0] < last]
    if amount.number == 0 and not _fate_of_none(sentence[amount.end : last], before, after, amount):
        return True
    if _said(sentence[first : amount.start]):
        return True
    if not harms:  # its form is not known ("fled"): it may stand anywhere
        return _said(sentence[amount.end : last])
    return not before and bool(after) and _said(sentence[amount.end : after[0][0]])


def _fate_of_none(
    words: str, before: Sequence[tuple[int, int]], after: Sequence[tuple[int, int]], amount: Amount
) -> bool:
    """Tell whether what befell nobody is what is asked for: not "no one claimed the attack that killed three"."""
    if not after:
        return any(amount.start - end <= NEAR for _, end in before)
    start, end = (at - amount.end for at in after[0])
    return OTHER_DEED.search(words[:end]) is None and OF_THE_DEAD.match(words[:start]) is None


def _said(words: str) -> bool:
    return OF_A_NUMBER.search(BOUNDS.sub(" ", words)) is not None


def same(lemma: str, word: str) -> bool:
    """Tell whether a lemma may be that of a word."""
    stem = lemma[: max(4, len(lemma) - 1)]
    return word.startswith(stem) and len(word) <= len(lemma) + 4
