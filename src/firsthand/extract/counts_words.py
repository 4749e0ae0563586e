"""Counts over the parse: each word of harm with the people it is about, and the number that counts them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc, Token

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.counts_patterns import NOT_ONE, older
from firsthand.extract.counts_people import (
    NO_PEOPLE,
    affected_by_adjective,
    affected_by_verb,
    beyond_colon,
    only_shot,
    shot_in_a_limb,
    taken_along,
    taken_to_care,
    together,
    who_suffers,
)
from firsthand.extract.counts_real import natural, unreal
from firsthand.extract.numbers import Amount
from firsthand.extract.phrases import above, edges, meaning_head, objects, pobj, subjects, trimmed
from firsthand.model.claim import Field
from firsthand.resources.frames import Frames
from firsthand.resources.lexicon import Lexicon

FIELD_OF: dict[str, Field] = {
    "killed": "killed", "wounded": "wounded", "captured": "captured", "missing": "missing", "displaced": "displaced",
    "casualties": "killed_or_wounded",
}  # fmt: skip
TO_DEATH = frozenset({"sentence", "condemn", "doom", "commute", "scare", "frighten", "bore"})
"""What is done "to death" and kills nobody yet."""
SINGULAR = re.compile(
    r"\b(?:an?|one|another|single|man|woman|child|boy|girl|person|\w{2,}(?:er|or|ist|ian|an))\b|[A-Z]"
)
INCLUDED = re.compile(r"\b(?:including|among them|among whom|of whom|of them|included)\b[^.;]{0,30}$", re.IGNORECASE)
OF_THEM = re.compile(r"\bof (?:them|whom)\b", re.IGNORECASE)
FRONT = re.compile(
    r"^(?:(?:of|them|whom|the|other|others|further|more|additional|people,|a|an|its|their|his|her|some|those|these|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|\d{1,5})\s+){1,4}",
    re.IGNORECASE,
)
TAKEN_AS = re.compile(r"\s(?:prisoners?|captives?|hostages?)$", re.IGNORECASE)
ANIMALS = frozenset("camel cow cattle goat sheep horse dog donkey livestock chicken bird animal".split())
COLLECTIVE = frozenset("people police crew family personnel group troops livestock cattle staff".split())
PAIRS = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4}
DEFINITE = frozenset({"the", "these", "those", "all"})
ACTS = frozenset({"killing", "detention", "arrest", "capture", "abduction", "kidnapping"})
BODIES = frozenset({"body", "corpse", "death", "fatality"})
"""Words for the dead, whom nothing else befell."""
HELD = frozenset({"hostage", "captive"})
FREES = frozenset("free release rescue liberate escape exchange swap ransom return kill execute behead murder".split())
HITS = frozenset("strike hit target destroy bomb raid attack shell damage neutralize neutralise engage".split())
THINGS = re.compile(
    r"^(?:target|location|site|position|camp|base|hideout|depot|compound|facility|cache|warehouse|launcher|cave|"
    r"bunker|stronghold|vehicle|headquarters|checkpoint|installation|outpost|tunnel)s?$",
    re.IGNORECASE,
)
TAKES_LIFE = frozenset({"claim", "lose", "take", "cost"})
CLAUSE = re.compile(r"\d (?:as|after|when|with) ")
HE = frozenset({"him", "her", "he", "she"})
LONGEST = 240  # characters of a quoted phrase; a longer one is a parse gone wrong


class Counter:
    """Counts over the parse of one text."""

    def __init__(self, doc: Doc, text: str, amounts: Sequence[Amount], frames: Frames, lexicon: Lexicon) -> None:
        self.text = text
        self.doc, self.amounts, self.frames, self.lexicon = doc, amounts, frames, lexicon
        self.starts = [a.start for a in amounts]

    def of_token(self, token: Token) -> Iterator[HarmCount]:
        """Counts that one word of harm gives."""
        lemma, frames = token.lemma_.lower(), self.frames
        if token.pos_ in {"VERB", "AUX"} and (name := self._verb_harm(token, lemma)):
            told = (
                token.dep_ == "amod" or lemma == "flee"
            )  # "wounded soldiers", "fleeing soldiers" count nobody by themselves
            for head in affected_by_verb(token, lemma, frames):
                yield from self._counts(FIELD_OF[name], token, head, "counts.verb", need_amount=told)
            return
        if token.pos_ == "VERB" and lemma in {"lose", "give"}:
            yield from self._lost(token)
        if token.pos_ == "VERB" and lemma == "shoot" and only_shot(token):
            for head in affected_by_verb(token, lemma, frames):
                yield from self._counts(
                    "killed_or_wounded", token, head, "counts.shot", need_amount=token.dep_ == "amod"
                )
        for who in who_suffers(token) if token.pos_ == "VERB" else ():
            yield from self._counts("wounded", token, who, "counts.suffered")
        for who in taken_along(token, self.lexicon) if token.pos_ == "VERB" else ():
            yield from self._counts("captured", token, who, "counts.taken")
        if token.pos_ == "VERB" and lemma in HITS:
            yield from self._things_hit(token)
        if token.pos_ in {"ADJ", "VERB", "NOUN"} and (name := frames.harm_adjectives.get(token.lower_)):
            for head in affected_by_adjective(token):
                yield from self._counts(FIELD_OF[name], token, head, "counts.adjective")
        if token.pos_ in {"NOUN", "PROPN"} and (name := frames.harm_nouns.get(lemma)):
            yield from self._noun(token, lemma, name)

    def _lost(self, verb: Token) -> Iterator[HarmCount]:
        """ "lost three soldiers"; "four guards lost their lives", or gave them."""
        for thing in objects(verb):
            if thing.lemma_.lower() in {"life", "live"}:
                if any(c.dep_ == "poss" for c in thing.children) and self._amount_of(thing) is None:
                    for who in subjects(verb):
                        yield from self._counts("killed", verb, who, "counts.lost")
            elif verb.lemma_ == "lose" and self.lexicon.people(meaning_head(thing).lemma_.lower()) is not None:
                yield from self._counts("killed", verb, thing, "counts.lost", need_amount=True)

    def _things_hit(self, token: Token) -> Iterator[HarmCount]:
        """ "struck more than 75 targets": things, not people, and only with a number."""
        for head in affected_by_verb(token, token.lemma_.lower(), self.frames):
            if THINGS.match(head.lemma_) or THINGS.match(meaning_head(head).lemma_):
                yield from self._counts("targets_hit", token, head, "counts.things", need_amount=True)

    def _verb_harm(self, token: Token, lemma: str) -> str | None:
        if lemma == "die" and any(natural(pobj(token, p)) for p in ("of", "from", "in")):
            return None
        for child in token.children:
            phrase = f"{lemma} {child.lemma_.lower()}"
            if child.dep_ in {"prt", "dobj", "advmod", "acomp", "oprd", "prep"} and phrase in self.frames.harm_verbs:
                return self.frames.harm_verbs[phrase]
            if child.lower_ == "to" and lemma not in TO_DEATH and any(t.lower_ == "death" for t in child.children):
                return "killed"  # "were hacked to death"
        after = token.nbor(1).lower_ if token.i + 1 < len(self.doc) else ""
        if f"{lemma} {after}" in self.frames.harm_verbs:
            return self.frames.harm_verbs[f"{lemma} {after}"]
        if lemma in {"claim", "seize"}:
            return None
        if taken_to_care(token) or shot_in_a_limb(token):
            return "wounded"
        return self.frames.harm_verbs.get(lemma)

    def _noun(self, token: Token, lemma: str, name: str) -> Iterator[HarmCount]:
        if lemma == "casualty":
            civil = any(c.lower_ == "civilian" for c in token.children)
            field: Field = "civilian_casualties" if civil else "killed_or_wounded"
            yield from self._counts(field, token, token, "counts.casualties", need_amount=True)
            return
        if lemma == "toll" or (lemma == "life" and not any(h.lemma_.lower() in TAKES_LIFE for h in above(token, 2))):
            return
        if lemma in HELD and any(h.lemma_.lower() in FREES for h in above(token, 2)):
            return  # "freed 15 hostages" takes nobody
        below = pobj(token, "of")
        if below is not None and (lemma in ACTS or self._amount_of(token) is None):
            yield from self._counts(FIELD_OF[name], token, below, "counts.noun", people=True)
        elif lemma not in ACTS:
            yield from self._counts(FIELD_OF[name], token, token, "counts.noun", need_amount=True)

    def _counts(
        self, field: Field, token: Token, head: Token, by: str, *, need_amount: bool = False, people: bool = False
    ) -> Iterator[HarmCount]:
        none = False
        for one in together(token, head):
            other = self.frames.harm_adjectives.get(one.lower_)
            if one.dep_ in {"relcl", "acl"} or (one != head and other is not None and FIELD_OF[other] != field):
                continue  # "70 dead and 100 wounded": the wounded are not among the dead
            if none and self._amount_of(one) is None:
                continue  # "no women or children"
            if beyond_colon(token, one) or (field != "killed" and one.lemma_.lower() in BODIES):
                continue
            found = self._count(field, token, one, by, need_amount=need_amount, people=people)
            if found is not None:
                none = found.number == 0
                yield found

    def _count(
        self, field: Field, token: Token, head: Token, by: str, *, need_amount: bool, people: bool
    ) -> HarmCount | None:
        if head.lower_ in HE and token.pos_ == "VERB" and field in {"killed", "wounded", "captured"}:
            return self._pronoun(field, token, head)
        who = meaning_head(head)
        amount = self._amount_of(head)
        if amount is None and who != head:
            amount = self._amount_of(who)
        if (amount is None or amount.kind == "one") and not self._people(who):
            return None
        if self._no_people(who) or (field != "targets_hit" and self._inanimate(who)):
            return None
        if amount is None and (who.pos_ == "PRON" or need_amount or (people and who.pos_ not in {"NOUN", "PROPN"})):
            return None
        span = self._words(head, who, amount)
        if span is None:
            return None
        start, end = span
        bare = (head.i == token.i and who == head) or who.pos_ in {"NUM", "PRON"}
        words = None if bare else self._who(head, amount, end)
        return self._made(field, token, who, amount, start, end, words, by)

    def _pronoun(self, field: Field, token: Token, head: Token) -> HarmCount | None:
        """ "killing him": one, unless he has been counted before."""
        return HarmCount(
            field=field, token=token.i, head=-1, start=head.idx, end=head.idx + len(head), number=None,
            bound="exact", low=1, high=1, who=None, wording=head.text, by="counts.pronoun", again=True, unreal=unreal(token),
        )  # fmt: skip

    def _no_people(self, who: Token) -> bool:
        return who.lemma_.lower() in ANIMALS | NO_PEOPLE or any(
            c.lower_ in {"how", "what", "which"} for t in who.children for c in (t, *t.children)
        )

    def _inanimate(self, who: Token) -> bool:
        """Tell whether a word is of a weapon or a thing: "detained two men and secured several rifles"."""
        return self.lexicon.people(who.lemma_.lower()) is None and (
            THINGS.match(who.lemma_) is not None or self.lexicon.weapon_class(who.lemma_) is not None
        )

    def _people(self, who: Token) -> bool:
        """Tell whether a word without a number can be someone: a word for people, a name, a body of people."""
        if who.ent_type_ in {"GPE", "LOC", "FAC", "DATE", "TIME"} or self.lexicon.country(who.text) is not None:
            return False
        if self.lexicon.is_source(who.text):
            return False
        return (
            who.pos_ == "PROPN"
            or who.ent_type_ in {"PERSON", "NORP", "ORG"}
            or self.lexicon.people(who.lemma_.lower()) is not None
        )

    def _words(self, head: Token, who: Token, amount: Amount | None) -> tuple[int, int] | None:
        """Offsets of the phrase with its number; only its core where the whole is too long to be one phrase."""
        start, end = trimmed(self.doc, *edges(head))
        if amount is not None:
            start, end = min(start, amount.start), max(end, amount.end)
            if CLAUSE.search(self.text, start, amount.start):
                start = amount.start  # "rose to 30 as three more bodies were found"
        if end - start > LONGEST or ": " in self.text[start:end] or "\n\n" in self.text[start:end]:
            inner = [who.idx, who.idx + len(who), *((amount.start, amount.end) if amount else ())]
            start, end = min(inner), max(inner)
        return (start, end) if 0 < end - start <= LONGEST and "\n\n" not in self.text[start:end] else None

    def _who(self, head: Token, amount: Amount | None, end: int) -> str | None:
        start, _ = trimmed(self.doc, *edges(head))
        if amount is not None and amount.start <= head.idx + len(head) and amount.end < end:
            start = max(start, amount.end)
        words = FRONT.sub("", self.text[start:end].strip(" ,\"'“”‘’"))
        return " ".join(TAKEN_AS.sub("", words).split()) or None

    def _made(
        self, field: Field, token: Token, who: Token, amount: Amount | None, start: int, end: int, words: str | None,
        by: str,
    ) -> HarmCount | None:  # fmt: skip
        text = self.text
        quote = text[start:end]
        lemma = who.lemma_.lower()
        part = bool(INCLUDED.search(text[max(0, start - 60) : start]) or OF_THEM.search(quote))
        base = HarmCount(
            field=field, token=token.i, head=who.i, start=start, end=end, number=None, bound="vague", low=None, high=None,
            who=words, wording=amount.wording if amount is not None else quote, by=by, part=part, unreal=unreal(token),
        )  # fmt: skip
        if amount is not None and amount.kind != "one":
            if NOT_ONE.search(text[max(0, start - 24) : start]):
                return replace(base, number=0, bound="exact", low=0, high=0)
            again = amount.wording.lower() in {"both", "the two", "the pair"}
            return replace(
                base, number=amount.number, bound=amount.bound, low=amount.low, high=amount.high, again=again,
                older=older(text, amount),
            )  # fmt: skip
        known = self.lexicon.people(lemma)
        if lemma in PAIRS:
            return replace(base, number=PAIRS[lemma], bound="exact", low=PAIRS[lemma], high=PAIRS[lemma])
        if who.tag_ in {"NNS", "NNPS"} or who.lower_ in COLLECTIVE:
            return replace(base, wording=quote, again=any(c.lower_ in DEFINITE for c in who.children))
        if who.pos_ in {"NOUN", "PROPN"} and SINGULAR.search(quote):
            return replace(base, number=1, bound="exact", low=1, high=1)
        if who.tag_ == "NN" and known is not None and not known.collective:
            return replace(
                base, bound="exact", low=1, high=1
            )  # "the insurgent": one, though no word for one is written
        return None

    def _amount_of(self, head: Token) -> Amount | None:
        """The amount that counts this head: among the words of its phrase up to the head itself, the nearest to it."""
        low, high = self.doc[edges(head)[0]].idx, head.idx + len(head)
        i = bisect_right(self.starts, high) - 1
        while i >= 0 and self.amounts[i].end > low:
            a = self.amounts[i]
            beyond = 40 if head.pos_ == "NUM" else 3 if a.wording.lower().endswith(" of") else 0
            if a.start < high and a.end <= high + beyond and self._free(a, head):
                return a
            i -= 1
        return None

    def _free(self, amount: Amount, head: Token) -> bool:
        """Tell whether no verb or mark stands between the amount and the head, so that it may count it."""
        between = [t for t in self.doc[max(0, head.i - 12) : head.i] if t.idx >= amount.end]
        return not any(
            t.pos_ in {"VERB", "AUX", "PUNCT"} and t.text not in {",", "-", "'", '"', "(", ")"} and t.dep_ != "amod"
            for t in between
        )
