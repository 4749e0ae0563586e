"""What the words of a quote bear: a value made by the program's own grammars, or the reason why there is none.

A model only points at words and says what they are; the number, the place, the day and the entity are read from them here.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from firsthand.extract.voices import voice_at
from firsthand.llm.answer import Said
from firsthand.llm.tolls import DOERS, Borne, Tolls
from firsthand.llm.tolls import FIELDS as TOLLS
from firsthand.llm.words import Reading
from firsthand.model.extraction import Name
from firsthand.model.place import PlaceName
from firsthand.model.span import Span
from firsthand.model.timeref import names_day
from firsthand.model.value import Day, Party, Weapon, Where
from firsthand.model.voice import Voice
from firsthand.resources.frames import Frames
from firsthand.resources.lexicon import Lexicon

QUOTE = "words that do not stand in the report"
SNARE = "words of a paragraph that speaks to a machine"
PLACE, DAY, PARTY, WEAPON = (
    "no place in its words",
    "no day in its words",
    "nobody in its words",
    "no weapon in its words",
)
DAYS, PLACES = "several days in its words", "several places in its words"
BESIDE = re.compile(
    r"\b(?:by|of|from|against|with|without|for|in|on|at|to|near|and|or|but|as|than|who|whom|which|that|over|between|behind|after|"
    r"before|like|under|fleeing|fighting)\b|['’]s?(?!\w)|[,;:(\[]"
    r"|\b(?!(?:suspected|alleged|armed|retired|masked|unidentified|outlawed|banned|united|allied|hooded)\b)[a-z]{2,16}ed\b"
)
"""Words before a name that make it another's: whoever the quote is about, it is not who is named."""
WITHIN = re.compile(r"\s*(?:,|,? in(?: the)?)\s*", re.IGNORECASE)
"""What stands between a place and the one that it lies in."""
SAYS = (
    r"(?:said|says|saying|told|tells|reported|reports|added|confirmed|claimed|announced|stated|wrote|admitted|acknowledged|counted|"
    r"estimated)"
)
SAID_AFTER = re.compile(rf"[^.;:\n]{{0,30}}?\b{SAYS}\b", re.IGNORECASE)
SAID_BEFORE = re.compile(rf"\b(?:{SAYS}|according to)\s(?:by\s)?(?:the\s|an?\s)?$", re.IGNORECASE)
"""Words of saying that make somebody a speaker; whoever only stands near is none."""
OWN_DAY = frozenset({"stamp", "header", "published", "updated", "dateline", "heading"})
"""Kinds of clue that give the report's own day, which is no event's."""
LONGEST_PARTY = 120
"""Characters of the words for somebody."""


class Bearing:
    """Reads values from quotes of one report."""

    def __init__(self, reading: Reading, lexicon: Lexicon, frames: Frames) -> None:
        self._reading, self._lexicon = reading, lexicon
        self._tolls = Tolls(reading, lexicon, frames)

    def value(self, said: Said, span: Span, k: int) -> Borne | str:
        """The value of a field in the words at `span`, of sentence `k`; a reason where they bear none."""
        if self._reading.snared(span):
            return SNARE
        if said.field in TOLLS:
            return self._tolls.value(said, span, k)
        if said.field == "date":
            return self._day(span)
        if said.field == "place":
            return self._place(span)
        if said.field == "weapon":
            return self._weapon(span)
        return self._party(said, span)

    def voice(self, said: Said, span: Span, k: int) -> Voice:
        """Who says so: by the program's own reading, else by the words for a speaker in the same sentence or beside it."""
        beside = range(max(0, k - 1), min(len(self._reading.passages), k + 2))
        told = voice_at(span.start, span.end, self._reading.found.attributions)
        if told.speaker is not None or not said.speaker:
            return told
        source = self._reading.locate(said.speaker, k, beside)
        where = self._reading.passage_of(source.start) if source else -1
        if source is None or abs(where - k) > 1 or source.touches(span.start, span.end) or self._reading.snared(source):
            return told
        if not self._says(source, where):
            return told
        name = self._name(source)
        if name is None and not self._people(source):
            return told
        speaker = name.entity if name is not None else " ".join(source.quote.split())
        return Voice(speaker=speaker, chain=(speaker,), stance="asserts", span=source)

    def _says(self, source: Span, k: int) -> bool:
        """Tell whether a verb of saying, or "according to", is joined to the words for a speaker in their sentence."""
        place = self._reading.passages[k]
        before, after = self._reading.text[place.start : source.start], self._reading.text[source.end : place.end]
        return SAID_AFTER.match(after) is not None or SAID_BEFORE.search(before) is not None

    def _day(self, span: Span) -> Borne | str:
        own = [c.span for c in self._reading.found.clues if c.span is not None and c.kind in OWN_DAY]
        told = [
            t
            for t in self._reading.found.times
            if t.span.touches(span.start, span.end) and names_day(t.ref)
            if not any(t.span.touches(o.start, o.end) for o in own)
        ]
        if not told:
            return DAY
        if len({t.ref for t in told}) > 1:
            return DAYS
        time = max(told, key=lambda t: (t.span.end - t.span.start, -t.span.start))
        return Borne(Day(expression=time.span.quote, ref=time.ref), time.span)

    def _place(self, span: Span) -> Borne | str:
        told = [p for p in self._reading.found.places if p.use == "place" and p.span.touches(span.start, span.end)]
        if not told:
            return PLACE
        if self._scattered(told):
            return PLACES
        name = max(told, key=lambda p: (p.place is not None, -p.span.start))
        where = Where(text=name.area.quote, place=name.place, others=name.others, weights=name.weights)
        return Borne(where, name.area)

    def _scattered(self, told: Sequence[PlaceName]) -> bool:
        """Tell whether several places are named of which none is told to lie in the next."""
        areas = sorted({(p.area.start, p.area.end) for p in told})
        return any(
            after[0] >= before[1] and not WITHIN.fullmatch(self._reading.text[before[1] : after[0]])
            for before, after in pairwise(areas)
        )

    def _weapon(self, span: Span) -> Borne | str:
        name = next(
            (n for n in self._reading.found.names if n.type == "weapon" and n.span.touches(span.start, span.end)), None
        )
        if name is not None:
            class_ = self._lexicon.weapon_class(name.span.quote)
            return Borne(Weapon(text=name.span.quote, entity=name.entity, class_=class_), name.span)
        class_ = self._lexicon.weapon_class(span.quote)
        return WEAPON if class_ is None else Borne(Weapon(text=span.quote, entity=None, class_=class_), span)

    def _party(self, said: Said, span: Span) -> Borne | str:
        if len(span.quote) > LONGEST_PARTY:
            return PARTY
        text, name = " ".join(span.quote.split()), self._name(span)
        if name is not None and not name.plain:
            sort = name.type if name.type != "weapon" else "described"
            party = Party(text=text, entity=name.entity, type="named", sort=sort, country=name.country)
            return Borne(replace(party, type="described") if name.described else party, span)
        if not self._people(span) and (said.field != "target" or self._bare(span)):
            return PARTY
        return Borne(Party(text=text), span)

    def _bare(self, span: Span) -> bool:
        """Tell whether words are nothing but a place, a time or a number."""
        taken = [p.area for p in self._reading.found.places] + [t.span for t in self._reading.found.times]
        return any(t.start <= span.start and span.end <= t.end for t in taken) or not any(
            c.isalpha() for c in span.quote
        )

    def _name(self, span: Span) -> Name | None:
        """The longest name that the words are about; None where they are about somebody else and only name it."""
        told = [n for n in self._reading.found.names if n.type != "weapon" and n.span.touches(span.start, span.end)]
        name = max(told, key=lambda n: (n.span.end - n.span.start, -n.span.start), default=None)
        return name if name is not None and self._heads(name, span) else None

    def _heads(self, name: Name, span: Span) -> bool:
        """Tell whether a name is what a quote is about: before it ranks and the like, after it only words for people."""
        before = self._reading.text[span.start : max(span.start, name.span.start)]
        after = self._reading.text[min(span.end, name.span.end) : span.end]
        if BESIDE.search(before) or re.search(r"['’]s?\b|[,;:(]", after):
            return False
        follow = re.findall(r"[^\W\d_]+", after)
        return all(self._lexicon.people(word) is not None or DOERS.search(word) is not None for word in follow)

    def _people(self, span: Span) -> bool:
        """Tell whether the words have a word for people."""
        return any(self._lexicon.people(word) is not None for word in re.findall(r"[^\W\d_]+", span.quote))
