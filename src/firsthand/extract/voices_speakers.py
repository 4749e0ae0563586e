"""The speaker that a source goes back to, and through whom the words came."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand.extract.voices_act import NOBODY, WITHIN, Act
from firsthand.extract.voices_grammar import reach
from firsthand.extract.voices_known import (
    FIGHTERS,
    HE,
    IT,
    MANY,
    THEY,
    VAGUE,
    WATCHERS,
    WATCHING,
    Being,
    Known,
    below,
    last_name_of,
    subject_of_last,
)
from firsthand.extract.voices_wording import MARKS, SPEAKS_FOR, Wording
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.speech import Speech

MANY_TAGS = frozenset(("NNS", "NNPS"))
UNNAMED = "unnamed source"
"""Speaker of hearsay that names nobody: "it was reported that"."""


ONLINE = frozenset(("channel", "account", "page", "website", "feed", "site"))
"""Where a body publishes what it says: "the group's Telegram channel"."""


class Speaker(NamedTuple):
    """Who speaks: entity or words, what it is, and the words of the source in lower case."""

    name: str
    being: Being
    words: str = ""


class Speakers(Wording):
    """Resolves sources in the order of the text; remembers who spoke and who was named."""

    def __init__(self, doc: Doc, known: Sequence[Known], speech: Speech, lexicon: Lexicon | None) -> None:
        super().__init__(doc, known, speech, lexicon)
        self._said: list[Speaker] = []

    @property
    def last(self) -> Speaker | None:
        """Who spoke last."""
        return self._said[-1] if self._said else None

    def resolve(self, act: Act) -> tuple[str | None, tuple[str, ...]]:
        """Speaker and chain of an act; remembers the speaker."""
        if act.rule == "carried":
            last = self.last
            return (last.name, (last.name,)) if last else (None, ())
        if act.source and self._doc[act.source[0]].lower_ in NOBODY:
            return None, ()
        if not act.source:
            return (UNNAMED, (UNNAMED,)) if act.rule == "hearsay" or act.cue else (None, ())
        self._whole_names(act)
        if act.meant:
            act = replace(act, source=act.meant, meant=[])
        speaker = self._speaker(act)
        if speaker is None:
            return None, ()
        speaker = next((s for s in reversed(self._said) if last_name_of(speaker.name, s.name)), speaker)
        cited = self._cited(act)
        if cited is not None:
            self._said.append(cited)
            return cited.name, tuple(dict.fromkeys((cited.name, speaker.name, *self._carriers(act))))
        if (act.reports or act.direct) and act.rule != WITHIN:
            self._said.append(speaker._replace(words=" ".join(self._doc[i].lower_ for i in act.source)))
        chain = [speaker.name, *self._bodies(act, speaker.name), *self._carriers(act)]
        return speaker.name, tuple(dict.fromkeys(chain))

    def _whole_names(self, act: Act) -> None:
        """Give a source the whole of a name that it has the end of."""
        for known in self._known:
            if known.first < act.source[0] < known.last:
                act.source = [*range(known.first, act.source[0]), *act.source]

    def _cited(self, act: Act) -> Speaker | None:
        """Whom the source of an act cites: "Reuters reported, citing the ministry"; None where a thing is cited."""
        for i in act.cited:
            head = self._doc[i]
            words = list(reach(head))
            named = any(k.first in words for k in self._known)
            speech = self._speech
            known = speech.officials | speech.spokesmen | speech.generic | speech.documents
            if named or head.lemma_.lower() in known:
                return self._speaker(Act([], words, set(), "asserts", "cited", head=i))
        return None

    def _speaker(self, act: Act) -> Speaker | None:
        head = self._doc[act.head if act.head is not None else act.source[-1]]
        word = head.lower_
        if head.pos_ == "PRON" or word in HE | IT | THEY:
            return self._pronoun(word, head)
        inside = [k for k in self._known if k.first in act.source or k.last - 1 in act.source]
        lemma = head.lemma_.lower()
        owned = lemma in ONLINE and any(c.dep_ == "poss" for c in head.children)
        if (lemma in self._speech.documents or owned) and head.pos_ != "PROPN":
            return self._issuer(head, inside)
        person = next(
            (k for k in inside if k.being == "person" and not below(self._doc, k, head, self._speech.officials)), None
        )
        if person is not None:
            return Speaker(self._entity(person), "person")
        named = next((k for k in inside if k.first <= head.i < k.last), None)
        if named is not None:
            return Speaker(self._entity(named), named.being)
        apart = next(
            (k for k in inside if k.being == "body" and not below(self._doc, k, head, self._speech.officials)), None
        )
        if (
            apart is not None
            and apart.first > head.i
            and apart.last - 1 >= act.source[-1] - 3
            and head.tag_ == "NN"
            and lemma not in self._speech.officials
        ):
            return Speaker(self._entity(apart), "body")
        if lemma == "source":
            return self._unnamed(head, act)
        if lemma in self._speech.officials - MANY and head.tag_ in ("NN", "NNP") and not inside:
            back = self._office(head, lemma)
            if back is not None:
                return back
        if lemma in self._speech.spokesmen:
            return self._body_of(head, inside, act)
        if lemma in self._speech.generic and not inside:
            return self._generic(head, lemma, act)
        alone = lemma in self._speech.officials and lemma not in MANY
        return Speaker(self._words(head, act), "people" if head.tag_ in MANY_TAGS else "person" if alone else "body")

    def _pronoun(self, word: str, head: Token) -> Speaker | None:
        wanted = "person" if word in HE or word == "who" else "body" if word in IT else "people"
        if wanted == "people" and word not in THEY:
            return None
        order = {"person": ("person",), "body": ("body", "people"), "people": ("people", "body")}[wanted]
        spoke = [s for being in order for s in reversed(self._said) if s.being == being]
        if not spoke and wanted == "person":  # A name that nothing tells to be a person's.
            spoke = [s for s in self._said[-1:] if last_name_of(s.name.rpartition(" ")[2], s.name)]
        if spoke:
            return spoke[0]
        if wanted == "body" and (own := self._told_of(head)) is not None:
            return own
        named = [k for k in self._known if k.last <= head.i and (k.being == "person") == (wanted == "person")]
        if not named and wanted == "person":  # “We ran,” she said. Mara Lind has lived there since May.
            named = [k for k in self._known if k.being == "person" and k.first > head.i][:1]
        chosen = subject_of_last(self._doc, named) if named else None
        return Speaker(self._entity(chosen), chosen.being) if chosen else None

    def _told_of(self, head: Token) -> Speaker | None:
        """ "The army recovered ten bodies, it said": the body that the words before "it" are about."""
        told = (c for c in head.head.children if c.dep_ in ("ccomp", "parataxis") and c.i < head.i)
        subject = next((s for c in told for s in c.children if s.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.lemma_.lower() not in self._speech.generic:
            return None
        named = next((k for k in self._known if k.first <= subject.i < k.last), None)
        return Speaker(self._entity(named) if named is not None else self._phrase(subject), "body")

    def _office(self, head: Token, lemma: str) -> Speaker | None:
        """ "The minister": the person who spoke last under that title, else the person who spoke last."""
        if not all(c.dep_ == "det" and c.lower_ in ("the", "this") for c in head.children) or not list(head.children):
            return None
        persons = [s for s in reversed(self._said) if s.being == "person"]
        named = (s for s in persons if s.name[:1].isupper())  # "the governor said, the mayor said" are two
        return next((s for s in persons if lemma in s.words), next(named, None))

    def _unnamed(self, head: Token, act: Act) -> Speaker:
        """A source without a name, with where it sits; "the source" is the one that spoke before."""
        if any(c.dep_ == "det" and c.lower_ in ("the", "same") for c in head.children):
            before = next((s for s in reversed(self._said) if "source" in s.name.lower()), None)
            if before is not None:
                return before
        place = next(
            (c for c in head.children if c.dep_ == "prep" and c.lower_ in ("at", "in", "from", "inside", "within")),
            None,
        )
        words = self._words(head, act)
        if place is not None and place.i == head.i + 1:
            words = f"{words} {self._doc[place.i : place.right_edge.i + 1].text}".strip(MARKS)
        return Speaker(words, "people" if head.tag_ == "NNS" else "body")

    def _issuer(self, head: Token, inside: list[Known]) -> Speaker | None:
        """Who issued a document: who is named with it, else the body that spoke last."""
        if inside:
            return Speaker(self._entity(inside[0]), inside[0].being)
        of = next(
            (
                b
                for c in head.children
                if c.dep_ == "prep" and c.lower_ in ("from", "by", "of")
                for b in c.children
                if b.dep_ == "pobj"
            ),
            None,
        )
        by = of or next(
            (c for c in head.children if c.dep_ in ("poss", "compound") and c.pos_ in ("NOUN", "PROPN")), None
        )
        if by is not None:
            return Speaker(self._phrase(by), "body")
        for being in ("body", "person", "people"):
            for speaker in reversed(self._said[-6:]):
                if speaker.being == being:
                    return speaker
        named = [k for k in self._known if k.last <= head.i and k.being == "body"]
        return Speaker(self._entity(named[-1]), "body") if named else Speaker(self._phrase(head), "body")

    def _body_of(self, head: Token, inside: list[Known], act: Act) -> Speaker:
        if inside:
            return Speaker(self._entity(inside[0]), "body")
        of = next(
            (
                b
                for c in head.children
                if c.dep_ == "prep" and c.lower_ in ("for", "of")
                for b in c.children
                if b.dep_ == "pobj"
            ),
            None,
        )
        by = of or next(
            (c for c in head.children if c.dep_ in ("poss", "compound") and c.pos_ in ("NOUN", "PROPN")), None
        )
        if by is not None and by.dep_ == "compound" and by.tag_ == "NN" and head.lemma_.lower() not in SPEAKS_FOR:
            by = by if by.lemma_.lower() in self._speech.generic else None  # "emergency services" are no emergency
        return Speaker(self._phrase(by), "body") if by is not None else Speaker(self._words(head, act), "body")

    def _generic(self, head: Token, lemma: str, act: Act) -> Speaker:
        """A body that was named before: the last name with the word in it, else the last body that spoke."""
        definite = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in head.children)
        watching = any(c.lower_ in WATCHING for c in head.children)
        plain = watching or all(c.dep_ in ("det", "punct", "case") for c in head.children if c.i < head.i)
        if definite and plain:
            for known in reversed(self._known):
                if known.last <= head.i and known.being == "body" and lemma in known.entity.lower():
                    return Speaker(self._entity(known), "body")
            if lemma in FIGHTERS and not watching:
                named = [k for k in self._known if k.last <= head.i and self._fights(k)]
                if named:
                    return Speaker(self._entity(named[-1]), "body")
                spoke = (s for s in reversed(self._said) if s.being == "body" and s.name[:1].isupper())
                return next(spoke, Speaker(self._words(head, act), "body"))
            if watching or lemma in VAGUE:
                for speaker in reversed(self._said):
                    if speaker.being == "body" and speaker.name[:1].isupper():
                        return speaker
                named = [k for k in self._known if k.last <= head.i and k.entity.split()[-1] in WATCHERS]
                if named:
                    return Speaker(self._entity(named[-1]), "body")
        return Speaker(self._words(head, act), "body")
