"""Numbers of people in the words that a model points at, read by the program's own grammar: how many, and that it is people."""

import re
from typing import NamedTuple

from firsthand.extract.counts_words import ANIMALS, THINGS
from firsthand.extract.numbers import Amount
from firsthand.llm.answer import Said
from firsthand.llm.unreal import same, taken_back
from firsthand.llm.words import Reading
from firsthand.model.claim import COUNTS, Claim
from firsthand.model.span import Span
from firsthand.model.value import Count, Value
from firsthand.resources.frames import Frames
from firsthand.resources.lexicon import Lexicon

FIELDS = frozenset({"killed", "wounded", "captured", "missing", "displaced"})
NUMBER = "a number that its words do not bear"
HARM = "a toll without a word in its sentence for what happened"
PEOPLE = "a number that is not of people"
OTHERWISE = "a number that the grammar reads otherwise"
UNREAL = "a number that its sentence denies or only fears"
UNSURE = re.compile(r"\b(?:reports?|reported|indications?|signs?|word|immediate|known|information)\b", re.IGNORECASE)
AGE = re.compile(
    r"\b(?:aged?|age of|(?:boy|girl|man|woman|child|son|daughter|teenager|youth|baby)(?: of|,))\s+$", re.IGNORECASE
)
WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
HURT = re.compile(
    r"^(?:kill|dead$|die[sd]?$|dying|death|bod(?:y|ies)$|corpse|fatal|casualt|victim|wound|injur|hurt|maim|captur|detain|arrest|"
    r"abduct|kidnap|hostage|captive|prison|missing|displac|evacuat|flee|fled|taken|held|seiz|slain|slay|murder|execut|toll|number|"
    r"count|figure|other|more$|further|people|person)",
    re.IGNORECASE,
)
"""Beginnings of words that a number of people stands by where nobody is named."""
COMES_TO = re.compile(
    r"\b(?:toll|number|count|figure|dead)\b.{0,200}\b(?:rose|risen|rises|climbed|grew|increased|reached|raised|lowered|revised|"
    r"fell|dropped|stood|stands|put)\b[^.;]{0,24}$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands before the number that a toll has come to, however long its name is."""
DOERS = re.compile(r"(?:ers|ors|ists|ians|men|women|ants|ees|ards|ics)$")
SMALL = frozenset(
    "on in at after before and or but were was are is had have has been by from of when as since while during near to that who "
    "with for over between".split()
)
NOBODY = frozenset({"no one", "nobody", "none"})
SUFFERED = re.compile(
    r"^(?:deaths?|fatalit|casualt|victims?$|wounded$|injur|dead$|bod(?:y|ies)$|corpses?$|captives?$|hostages?$|losses$|"
    r"kill(?:ed|ing|ings)$|arrests?$|abduct|kidnap|detainees?$|prisoners?$|displaced$|missing$)",
    re.IGNORECASE,
)
"""What there can be none of, where people are meant."""
AHEAD, BEHIND, FAR_BEHIND = 4, 80, 260
"""Words after a number, and characters before it, in which people or their fate are looked for; and a toll by its name."""


class Borne(NamedTuple):
    """A value, and the words that bear it."""

    value: Value
    span: Span


class Tolls:
    """Reads numbers of people from quotes of one report."""

    def __init__(self, reading: Reading, lexicon: Lexicon, frames: Frames) -> None:
        self._reading, self._lexicon, self._frames = reading, lexicon, frames

    def value(self, said: Said, span: Span, k: int) -> Borne | str:
        """A number as the grammar reads it in sentence `k`; what the model takes it for must agree. Else why not."""
        place = self._reading.passages[k]
        told = [
            (a, Span.cut(self._reading.text, place.start + a.start, place.start + a.end))
            for a in self._reading.amounts(k)
            if span.touches(place.start + a.start, place.start + a.end)
        ]
        plain = [(a, s) for a, s in told if a.kind in ("number", "vague")] or told
        agreeing = [(a, s) for a, s in plain if _agrees(a, said)]
        if len(agreeing) != 1:
            return NUMBER
        amount, where = agreeing[0]
        if not self._harm(said.field, k):
            return HARM
        if not self._people(place_words(self._reading, k), amount):
            return PEOPLE
        if self._unreal(said.field, amount, k):
            return UNREAL
        if any(self._otherwise(claim, said, where) for m in self._reading.found.mentions for claim in m.claims):
            return OTHERWISE
        zero = amount.number == 0 and UNSURE.search(place_words(self._reading, k)) is not None
        count = Count(
            number=amount.number, bound="none_reported" if zero else amount.bound, low=amount.low,
            high=None if zero else amount.high, wording=amount.wording,
        )  # fmt: skip
        start, end = min(span.start, where.start), max(span.end, where.end)
        return Borne(count, Span.cut(self._reading.text, start, end))

    def _people(self, sentence: str, amount: Amount) -> bool:
        """Tell whether a number is of people: by the word it counts, or, where it stands alone, by what is told around it."""
        before = sentence[max(0, amount.start - BEHIND) : amount.start]
        if AGE.search(before):
            return False
        after = [m[0] for m in WORDS.finditer(sentence, amount.end, amount.end + BEHIND)][:AHEAD]
        if amount.number == 0:
            told = _to_the_noun(after)
            return amount.wording.lower() in NOBODY or any(self._counted(word) for word in told)
        if after and after[0].lower() not in SMALL and after[0][0].isalpha():
            return any(self._person(word) for word in _to_the_noun(after))
        if COMES_TO.search(sentence[max(0, amount.start - FAR_BEHIND) : amount.start]):
            return True
        around = [*WORDS.findall(before), *after]
        return any(HURT.match(word) for word in around)

    def _person(self, word: str) -> bool:
        """Tell whether a word is for people, or for what becomes of them."""
        return bool(self._lexicon.people(word.lower()) or HURT.match(word) or DOERS.search(word))

    def _otherwise(self, claim: Claim, said: Said, where: Span) -> bool:
        """Tell whether the program took the same number for another toll."""
        if claim.field not in COUNTS or not claim.span.touches(where.start, where.end):
            return False
        return claim.field != said.field and not claim.field.endswith(said.field)

    def _counted(self, word: str) -> bool:
        return self._lexicon.people(word.lower()) is not None or SUFFERED.match(word) is not None

    def _harm(self, field: str, k: int) -> bool:
        """Tell whether the sentence has a word for what happened to the people."""
        words = {word for lemma in self._reading.passages[k].lemmas for word in (lemma, *lemma.split("-"))}
        return any(self._harms(field, word) for word in words)

    def _harms(self, field: str, lemma: str) -> bool:
        known = (self._frames.harm_verbs, self._frames.harm_adjectives, self._frames.harm_nouns)
        return any(table.get(lemma) == field for table in known)

    def _unreal(self, field: str, amount: Amount, k: int) -> bool:
        """Tell whether a number of people is denied, feared or planned: in its clause, before it or up to the word of harm."""
        lemmas = [lemma for lemma in self._reading.passages[k].lemmas if self._harms(field, lemma.rpartition("-")[2])]
        sentence = place_words(self._reading, k)
        harms = [
            m.span() for m in WORDS.finditer(sentence) if any(same(x.rpartition("-")[2], m[0].lower()) for x in lemmas)
        ]
        return taken_back(sentence, amount, harms)


def place_words(reading: Reading, k: int) -> str:
    """The words of a sentence."""
    return reading.text[reading.passages[k].start : reading.passages[k].end]


def _to_the_noun(words: list[str]) -> list[str]:
    """The words that may be of the noun a number counts; none where an animal or a thing comes first."""
    found: list[str] = []
    for word in words:
        if not word[0].isalpha() or word.lower() in SMALL:
            break
        if word.lower().rstrip("s") in ANIMALS or THINGS.match(word):
            return []
        found.append(word)
    return found


def _agrees(amount: Amount, said: Said) -> bool:
    """Tell whether the numbers that a model gives are those of the words; giving none agrees with any."""
    given = {n for n in (said.low, said.high) if n is not None}
    known = {n for n in (amount.low, amount.high, amount.number) if n is not None}
    if given:
        return given <= known
    return amount.kind in ("number", "vague")
