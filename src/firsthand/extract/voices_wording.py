"""Names and phrases of a text in the words that a speaker is called by, and through whom words came."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from firsthand.extract.voices_act import Act
from firsthand.extract.voices_grammar import reach
from firsthand.extract.voices_known import ARTICLE, GROUPS, TELLS, TITLE, WATCHERS, Known, belongs, same_names
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.speech import Speech

MARKS = " \n\t\"\u201c\u201d'\u2018\u2019\u00ab\u00bb,;:-\u2013\u2014"
OFFICES = frozenset(("ministry", "department", "directorate"))
"""Bodies that are named by what they are of: "the ministry of health"."""
SPEAKS_FOR = frozenset(("spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative"))
PLACED = frozenset("governor mayor prefect emir king queen resident inhabitant villager elder local".split())
"""Whose "of" tells a place, not a body: "the governor of X"."""


def _portfolio(head: Token) -> int:
    """The last word of "ministry of health"."""
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == head.i + 1), None)
    return of.right_edge.i if of is not None and of.right_edge.i - head.i <= 5 else head.i


class Wording:
    """The names of one text, and how its phrases are put."""

    def __init__(self, doc: Doc, known: Sequence[Known], speech: Speech, lexicon: Lexicon | None) -> None:
        self._lexicon = lexicon
        self._doc = doc
        self._known = known
        self._same = same_names(doc, known)
        self._speech = speech

    def _entity(self, name: Known) -> str:
        entity = self._same.get(name.entity, name.entity)
        return TITLE.sub("", entity) if name.being == "person" else self._fuller(entity)

    def _phrase(self, token: Token) -> str:
        for known in self._known:
            apposed = known.first == token.i + 1 and token.pos_ == "NOUN"  # "the news agency X"
            if known.first <= token.i < known.last or apposed:
                return self._entity(known)
        words = self._doc[token.left_edge.i : token.i + 1].text.strip()
        return ARTICLE.sub("", words) if words else token.text

    def _words(self, head: Token, act: Act) -> str:
        """The noun phrase as written, up to its head, without what follows it."""
        first = next((i for i in act.source if i <= head.i), head.i)
        last = _portfolio(head) if head.lemma_.lower() in OFFICES else head.i
        words = ARTICLE.sub("", self._doc[first : last + 1].text.strip(MARKS))
        return self._fuller(self._same.get(words, words))

    def _fuller(self, words: str) -> str:
        """The longer name of a body that one word of it stands for: "the Observatory"."""
        if not (words.isalpha() and words.istitle()):
            return words
        longer = next(
            (
                k.entity
                for k in self._known
                if k.being == "body" and words in k.entity.split()[:-1] + k.entity.split()[1:]
            ),
            words,
        )
        return self._same.get(longer, longer)

    def _fights(self, name: Known) -> bool:
        """Tell whether a name is one of an armed group."""
        if self._lexicon is None:
            return name.type == "group"
        entry = self._lexicon.find(name.entity)
        return entry.sort in GROUPS if entry is not None else name.type == "group"

    def _bodies(self, act: Act, speaker: str) -> list[str]:
        """Bodies named with a person or an official: "General X of the Y Brigade"."""
        found = [
            self._entity(k)
            for k in self._known
            if k.being == "body" and k.first in act.source and belongs(self._doc, k, act.source)
        ]
        head = self._doc[act.head if act.head is not None else act.source[-1]].lemma_.lower()
        if head in PLACED or head in self._speech.generic:  # "the anti-X coalition" does not speak for X.
            return []
        found = found or [words for words in (self._office_of(self._doc[i]) for i in act.source) if words]
        return [name for name in found[:1] if name != speaker]

    def _office_of(self, noun: Token) -> str | None:
        """The body that a spokesman in a source speaks for, where it is no name: "a spokesman for the interior ministry"."""
        if noun.lemma_.lower() not in SPEAKS_FOR:
            return None
        bodies = [
            b for c in noun.children if c.dep_ == "prep" and c.lower_ in ("for", "of", "at", "from") for b in c.children
        ]
        bodies += [c for c in noun.children if c.dep_ in ("compound", "poss")]
        body = next(
            (b for b in bodies if b.pos_ in ("NOUN", "PROPN") and b.lemma_.lower() in self._speech.generic), None
        )
        return self._phrase(body) if body is not None else None

    def _listener(self, heard: Token) -> str | None:
        """Who is told and passes it on: an outlet, a monitor; None for others: reporters, a parliament."""
        within = range(heard.left_edge.i, heard.i + 1)  # "DPA news agency" is DPA
        known = next((k for k in self._known if k.first in within and heard.i < k.last + 3), None)
        if known is None:
            return self._phrase(heard) if heard.lemma_.lower() in TELLS else None
        named = known.entity.split()[-1] in WATCHERS and known.being == "body"
        return self._entity(known) if named or (self._lexicon and self._lexicon.is_source(known.entity)) else None

    def _carriers(self, act: Act) -> list[str]:
        """Outlets that the words came through: "told AFP", "in an interview with CNN"."""
        found = [self._phrase(self._doc[i]) for i in act.via]
        found += [name for name in (self._listener(self._doc[i]) for i in act.heard) if name]
        if act.cue and self._lexicon is not None:
            rest = {i for i in reach(self._doc[act.word]) if i not in act.content and i not in act.source}
            found += [self._entity(k) for k in self._known if k.first in rest and self._lexicon.is_agency(k.entity)]
        return found
