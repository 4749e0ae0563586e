"""Who was killed, wounded, taken, driven out, and how many: from verbs, participles, adjectives and nouns over the parse.

A number is only ever one that the words bear: an amount in the phrase, "a" or "another", or a singular noun.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc, Token

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.counts_patterns import older, pattern_counts
from firsthand.extract.counts_people import affected_by_adjective, affected_by_verb
from firsthand.extract.numbers import Amount
from firsthand.extract.phrases import above, conjuncts, edges, meaning_head, pobj, trimmed
from firsthand.model.claim import Field
from firsthand.resources.frames import Frames
from firsthand.resources.lexicon import Lexicon

FIELD_OF: dict[str, Field] = {
    "killed": "killed", "wounded": "wounded", "captured": "captured", "missing": "missing", "displaced": "displaced",
    "casualties": "killed_or_wounded",
}  # fmt: skip
SINGULAR = re.compile(
    r"\b(?:an?|one|another|single|man|woman|child|boy|girl|person|\w{2,}(?:er|or|ist|ian|an))\b|[A-Z]"
)
INCLUDED = re.compile(r"\b(?:including|among them|among whom|of whom|of them|included)\b[^.;]{0,30}$", re.IGNORECASE)
FRONT = re.compile(r"^(?:(?:of|the|other|more|additional|people,|a|an|its|their|his|her|some)\s+){1,3}", re.IGNORECASE)
ANIMALS = frozenset("camel cow cattle goat sheep horse dog donkey livestock chicken bird animal".split())
COLLECTIVE = frozenset("people police crew family personnel group troops livestock cattle staff".split())
DEFINITE = frozenset({"the", "these", "those", "all"})
ACTS = frozenset({"killing", "detention", "arrest", "capture", "abduction", "kidnapping"})
HITS = frozenset("strike hit target destroy bomb raid attack shell damage neutralize neutralise engage".split())
THINGS = re.compile(
    r"^(?:target|location|site|position|camp|base|hideout|depot|compound|facility|cache|warehouse|launcher|cave|"
    r"bunker|stronghold|"
    r"vehicle|headquarters|checkpoint|installation|outpost|tunnel)s?$",
    re.IGNORECASE,
)
TAKES_LIFE = frozenset({"claim", "lose", "take", "cost"})
NEAR = 60
"""Characters between a bare number and its word, within which they are quoted together."""
LONGEST = 240
"""Characters of a quoted phrase; a longer one is a parse gone wrong."""


def find_counts(
    doc: Doc, amounts: Sequence[Amount], frames: Frames, lexicon: Lexicon, skip: frozenset[int] = frozenset()
) -> tuple[HarmCount, ...]:
    """All counts in reading order, one for each amount and field. `amounts` by start; `skip`: tokens of dates and names."""
    text = doc.text  # put together anew at every call
    counter = Counter(doc, text, amounts, frames, lexicon)
    found = [c for token in doc if token.i not in skip for c in counter.of_token(token)]
    plain = list(pattern_counts(doc, text, amounts, skip))
    found = [c for c in found if not any(_contradicts(p, c) for p in plain)] + plain
    return tuple(_with_word(doc, text, c) for c in _joint(_distinct(found)))


def _joint(counts: Sequence[HarmCount]) -> list[HarmCount]:
    """One number for two fates ("50 were killed or wounded") belongs to neither alone.

    The number of each is not told and never split by guess: killed_or_wounded, or nothing if the second fate is another.
    """
    fates: dict[tuple[int, int], list[HarmCount]] = {}
    for c in counts:
        if c.low is not None or c.high is not None:
            fates.setdefault((c.start, c.end), []).append(c)
    out = [c for c in counts if len(fates.get((c.start, c.end), ())) < 2 or c.number == 0]
    out += [
        replace(same[0], field="killed_or_wounded", by="counts.joint")
        for same in fates.values()
        if len(same) > 1 and {c.field for c in same} == {"killed", "wounded"} and same[0].number != 0
    ]
    return sorted(out, key=lambda c: (c.start, c.end, c.field))


def _with_word(doc: Doc, text: str, c: HarmCount) -> HarmCount:
    """A bare number quoted together with the word that says what happened: "496 killed", "wounding 130"."""
    if not text[c.start : c.end].replace(",", "").isdigit():
        return c
    word = doc[c.token]
    if word.idx == c.start and word.i > 0:
        word = doc[word.i - 1]  # "rose to 330": the number itself is all that the pattern knows
    start, end = min(c.start, word.idx), max(c.end, word.idx + len(word))
    if end - start > NEAR or "\n" in text[start:end]:
        return c
    return replace(c, start=start, end=end, wording=text[start:end])


def _contradicts(plain: HarmCount, c: HarmCount) -> bool:
    """Tell whether the word right behind a number says otherwise than the parse ("80 killed, 100 hurt")."""
    return (
        plain.by == "counts.pattern"
        and c.start <= plain.start < c.end
        and c.field != plain.field
        and c.wording == plain.wording
    )


def _distinct(found: Sequence[HarmCount]) -> tuple[HarmCount, ...]:
    """One count a field where two share words: the one that tells most (a head, then more words).

    "the militants", "both men" after a count of the same sort only point back to it.
    """
    kept: list[HarmCount] = []
    for c in sorted(found, key=lambda c: (c.head < 0, c.start - c.end, c.start, c.by)):
        if not any(k.field == c.field and min(k.end, c.end) > max(k.start, c.start) for k in kept):
            kept.append(c)
    told: set[str] = set()
    found = []
    for c in sorted(kept, key=lambda c: (c.start, c.end, c.field)):
        if not (c.again and c.field in told):
            found.append(c)
        told.add(c.field)
    return tuple(found)


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
        if token.pos_ == "VERB" and lemma in HITS:
            yield from self._things_hit(token)
        if token.pos_ in {"ADJ", "VERB", "NOUN"} and (name := frames.harm_adjectives.get(token.lower_)):
            for head in affected_by_adjective(token):
                yield from self._counts(FIELD_OF[name], token, head, "counts.adjective")
        if token.pos_ in {"NOUN", "PROPN"} and (name := frames.harm_nouns.get(lemma)):
            yield from self._noun(token, lemma, name)

    def _things_hit(self, token: Token) -> Iterator[HarmCount]:
        """ "struck more than 75 targets": things, not people, and only with a number."""
        for head in affected_by_verb(token, token.lemma_.lower(), self.frames):
            if THINGS.match(head.lemma_) or THINGS.match(meaning_head(head).lemma_):
                yield from self._counts("targets_hit", token, head, "counts.things", need_amount=True)

    def _verb_harm(self, token: Token, lemma: str) -> str | None:
        for child in token.children:
            phrase = f"{lemma} {child.lemma_.lower()}"
            if child.dep_ in {"prt", "dobj", "advmod", "acomp", "oprd", "prep"} and phrase in self.frames.harm_verbs:
                return self.frames.harm_verbs[phrase]
        after = token.nbor(1).lower_ if token.i + 1 < len(self.doc) else ""
        if f"{lemma} {after}" in self.frames.harm_verbs:
            return self.frames.harm_verbs[f"{lemma} {after}"]
        if lemma in {"claim", "seize"}:
            return None
        return self.frames.harm_verbs.get(lemma)

    def _noun(self, token: Token, lemma: str, name: str) -> Iterator[HarmCount]:
        if lemma == "casualty":
            civil = any(c.lower_ == "civilian" for c in token.children)
            field: Field = "civilian_casualties" if civil else "killed_or_wounded"
            yield from self._counts(field, token, token, "counts.casualties", need_amount=True)
            return
        if lemma == "toll" or (lemma == "life" and not any(h.lemma_.lower() in TAKES_LIFE for h in above(token, 2))):
            return
        below = pobj(token, "of")
        if below is not None and (lemma in ACTS or self._amount_of(token) is None):
            yield from self._counts(FIELD_OF[name], token, below, "counts.noun", people=True)
        elif lemma not in ACTS:
            yield from self._counts(FIELD_OF[name], token, token, "counts.noun", need_amount=True)

    def _counts(
        self, field: Field, token: Token, head: Token, by: str, *, need_amount: bool = False, people: bool = False
    ) -> Iterator[HarmCount]:
        for one in conjuncts(head):
            other = self.frames.harm_adjectives.get(one.lower_)
            if one.dep_ in {"relcl", "acl"} or (one != head and other is not None and FIELD_OF[other] != field):
                continue  # "70 dead and 100 wounded": the wounded are not among the dead
            found = self._count(field, token, one, by, need_amount=need_amount, people=people)
            if found is not None:
                yield found

    def _count(
        self, field: Field, token: Token, head: Token, by: str, *, need_amount: bool, people: bool
    ) -> HarmCount | None:
        who = meaning_head(head)
        amount = self._amount_of(head)
        if amount is None and who != head:
            amount = self._amount_of(who)
        if (amount is None or amount.kind == "one") and not self._people(who):
            return None
        if who.lemma_.lower() in ANIMALS or any(
            c.lower_ in {"how", "what", "which"} for t in who.children for c in (t, *t.children)
        ):
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

    def _people(self, who: Token) -> bool:
        """Tell whether a word without a number can be someone: a word for people, a name, a body of people."""
        if who.ent_type_ in {"GPE", "LOC", "FAC", "DATE", "TIME"}:
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
        if end - start > LONGEST:
            inner = [who.idx, who.idx + len(who), *((amount.start, amount.end) if amount else ())]
            start, end = min(inner), max(inner)
        return (start, end) if 0 < end - start <= LONGEST else None

    def _who(self, head: Token, amount: Amount | None, end: int) -> str | None:
        start, _ = trimmed(self.doc, *edges(head))
        if amount is not None and amount.start <= head.idx + len(head) and amount.end < end:
            start = max(start, amount.end)
        words = FRONT.sub("", self.text[start:end].strip(" ,\"'“”‘’"))
        return " ".join(words.split()) or None

    def _made(
        self, field: Field, token: Token, who: Token, amount: Amount | None, start: int, end: int, words: str | None,
        by: str,
    ) -> HarmCount | None:  # fmt: skip
        text = self.text
        quote = text[start:end]
        part = bool(INCLUDED.search(text[max(0, start - 60) : start]))
        if amount is not None and amount.kind != "one":
            return HarmCount(
                field=field, token=token.i, head=who.i, start=start, end=end, number=amount.number, bound=amount.bound,
                low=amount.low, high=amount.high, who=words, wording=amount.wording, by=by, part=part,
                older=older(text, amount), again=amount.wording.lower() in {"both", "the two", "the pair"},
            )  # fmt: skip
        if who.tag_ in {"NNS", "NNPS"} or who.lower_ in COLLECTIVE:
            number, wording = None, quote
        elif who.pos_ in {"NOUN", "PROPN"} and SINGULAR.search(quote):
            number, wording = 1, amount.wording if amount else quote
        else:
            return None
        return HarmCount(
            field=field, token=token.i, head=who.i, start=start, end=end, number=number,
            bound="vague" if number is None else "exact", low=number, high=number, who=words, wording=wording, by=by,
            part=part, again=number is None and any(c.lower_ in DEFINITE for c in who.children),
        )  # fmt: skip

    def _amount_of(self, head: Token) -> Amount | None:
        """The amount that counts this head: among the words of its phrase up to the head itself, the nearest to it."""
        low, high = self.doc[edges(head)[0]].idx, head.idx + len(head)
        i = bisect_right(self.starts, high) - 1
        while i >= 0 and self.amounts[i].end > low:
            a = self.amounts[i]
            if a.start < high and a.end <= high + (40 if head.pos_ == "NUM" else 0) and self._free(a, head):
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
