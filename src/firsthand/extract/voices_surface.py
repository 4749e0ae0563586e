"""Sayings that the parse misses and the order of the words still shows: "…, the Observatory said.", "… said the Observatory."."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from firsthand.extract.voices_act import Act
from firsthand.extract.voices_known import TELLS, Known
from firsthand.resources.speech import Speech

SHORTEST = 4
"""Tokens of a content that is found by word order only."""
TAIL = 8
"""Tokens that may follow the saying up to the end of the sentence: a day, a place, who was told."""
BETWEEN = frozenset(
    (
        "monitor",
        "monitoring",
        "war",
        "rights",
        "news",
        "tv",
        "ngo",
        "group",
        "agency",
        "network",
        "spokesman",
        "spokeswoman",
        "channel",
        "newspaper",
        "commander",
    )
)
FINDS = frozenset(("find", "show", "prove"))
"""Verbs of saying that as often are none: "bodies found on Saturday"."""
LONGEST = 5
"""Words of a phrase for somebody who speaks."""
MEDIA = frozenset(("media", "police", "army", "television", "military", "tv", "radio", "government"))
"""Singular nouns for those who speak that stand without an article."""
TOLD = frozenset(("tell", "inform", "brief", "notify", "assure", "remind"))
"""Verbs behind which stands who is told, never who tells."""
ENDS = frozenset((".", "!", "?", ";"))


def loose_acts(doc: Doc, known: Sequence[Known], found: Sequence[Act], speech: Speech) -> Iterator[Act]:
    """Acts of saying at the end of a sentence whose source is a known name; cues that are taken are passed over."""
    taken = {i for act in found for i in act.cue}
    begins, ends = {k.first: k for k in known}, {k.last: k for k in known}
    for token in doc:
        if token.i in taken or not _speaks(token, speech):
            continue
        before = _name_before(doc, ends, token.i)
        if before is not None:
            source = _with_article(doc, before.first, token.i)
            after = token.i + 1
        elif token.lemma_ not in FINDS and (spoken := _phrase_before(doc, token.i, speech)) is not None:
            source = list(range(spoken, token.i))
            after = token.i + 1
        elif (apposed := _apposed_before(doc, ends, token.i, speech)) is not None:
            source, after = apposed, token.i + 1
        else:
            at = token.i + 1 + (doc[token.i + 1 : token.i + 2].text.lower() == "the")
            behind = begins.get(at)
            if behind is None:
                continue
            source = list(range(token.i + 1, behind.last))
            after = behind.last
        first = _start(doc, min(source[0], token.i))
        content = set(range(first, min(source[0], token.i)))
        if len(content) >= SHORTEST and _closes(doc, after):
            stance = speech.verbs[token.lemma_.lower()].stance
            yield Act([token.i], source, content, stance, "surface", head=source[-1], denies=stance == "denies")


def mend_sources(doc: Doc, known: Sequence[Known], found: Sequence[Act], speech: Speech) -> None:
    """Give an act the known name right beside its verb as source, where the parse went past it.

    Texts that lost their commas ("… killed three the Observatory said") are common on scraped pages.
    """
    begins, ends = {k.first: k for k in known}, {k.last: k for k in known}
    for act in found:
        if act.verb is None or doc[act.verb].tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        if _inverted(doc, act, begins):
            continue
        first = min((i for i in act.cue if i >= act.verb - 3), default=act.verb)
        behind = begins.get(act.verb + 1 + (doc[act.verb : act.verb + 2][-1].lower_ == "the"))
        before = _name_before(doc, ends, first)
        apposed = ends.get(act.source[0]) if act.source and act.source[0] > 0 else None
        if before is not None and _new_phrase(doc, act, before):
            joined = act.source and act.source[-1] + 1 == before.first
            words = [*act.source, *range(before.first, first)] if joined else _with_article(doc, before.first, first)
            _set(act, words, before.last - 1)
        elif before is not None and not act.source:
            start = _title_before(doc, ends, before.first)
            _set(act, list(range(start, first)), start if start == before.first else _head(ends, start))
        elif before is None and not act.source and (spoken := _phrase_before(doc, first, speech)) is not None:
            _set(act, list(range(spoken, first)), first - 1)
        elif before is None and not act.source and (titled := _apposed_before(doc, ends, first, speech)) is not None:
            _set(act, titled, titled[-1])
        elif before is None and not act.source and doc[first - 1].pos_ == "PROPN":
            _set(act, _name_run(doc, first), first - 1)
        elif (
            behind is not None
            and doc[act.verb].lemma_ not in TOLD
            and min(act.content) < act.verb
            and behind.last not in act.source
            and _stops(doc, behind.last)
        ):
            _set(act, list(range(act.verb + 1, behind.last)), behind.last - 1)
            act.content |= set(range(_start(doc, act.verb), first)) - set(act.cue)
        elif apposed is not None and doc[act.source[0]].lower_ in ("a", "an", "the") and apposed.being == "body":
            _set(act, [*_with_article(doc, apposed.first, apposed.last), *act.source], apposed.last - 1)


def _inverted(doc: Doc, act: Act, begins: Mapping[int, Known]) -> bool:
    """Turn round an act whose object is who says it: "Nine died, confirmed deputy governor X Y."."""
    verb = act.word
    if act.rule != "nominal" or verb < SHORTEST or doc[verb - 1].text != ",":
        return False
    if any(doc[i].pos_ in ("PROPN", "PRON") or i >= verb for i in act.source):
        return False
    name = next((begins[i] for i in range(verb + 1, min(verb + 7, len(doc))) if i in begins), None)
    if (
        name is None
        or not _closes(doc, name.last)
        or any(doc[i].pos_ in ("VERB", "ADP") for i in range(verb + 1, name.first))
    ):
        return False
    first = _start(doc, verb)
    if verb - 1 - first < SHORTEST:
        return False
    act.source, act.head, act.rule = list(range(verb + 1, name.last)), name.last - 1, "surface"
    act.content = set(range(first, verb - 1))
    return True


def _name_before(doc: Doc, ends: Mapping[int, Known], at: int) -> Known | None:
    """The known name that ends in front of `at`, but for what may stand between: "monitoring group", "(SHORT)"."""
    if at > 3 and doc[at - 1].text == ")":
        opening = next((i for i in range(at - 2, max(at - 6, 0), -1) if doc[i].text == "("), None)
        if opening is not None:
            return ends.get(opening) or ends.get(at)
    while at > 0 and at not in ends and doc[at - 1].lower_ in BETWEEN:
        at -= 1
    return ends.get(at)


def _phrase_before(doc: Doc, at: int, speech: Speech) -> int | None:
    """Where a phrase for somebody who speaks begins that ends in front of `at`: "military sources", "a monitor", "he"."""
    if at < SHORTEST or at >= len(doc):
        return None
    head = doc[at - 1]
    if head.pos_ == "PRON":
        return at - 1 if head.lower_ in ("he", "she", "they", "it") else None
    speaks = speech.officials | speech.generic | speech.documents | TELLS | MEDIA
    if head.pos_ not in ("NOUN", "PROPN") or head.lemma_.lower() not in speaks:
        return None
    first = at - 1
    while (
        at - first < LONGEST
        and doc[first - 1].pos_ in ("NOUN", "ADJ", "PROPN")
        and doc[first - 1].ent_type_ in ("", "ORG", "NORP")
    ):
        first -= 1
    article = doc[first - 1].pos_ == "DET"
    return first - 1 if article else first if head.tag_ in ("NNS", "NNPS") or head.lemma_.lower() in MEDIA else None


def _apposed_before(doc: Doc, ends: Mapping[int, Known], at: int, speech: Speech) -> list[int] | None:
    """Somebody with an office and a name between commas in front of `at`: "an army spokesman, Lt Col Oran Tal, said"."""
    name = ends.get(at - 1) if at > SHORTEST and doc[at - 1].text == "," else None
    if name is None or name.being != "person":
        return None
    first = name.first
    while first > 0 and name.first - first < LONGEST and doc[first - 1].pos_ == "PROPN":  # his rank
        first -= 1
    office = _phrase_before(doc, first - 1, speech) if first > SHORTEST and doc[first - 1].text == "," else None
    return list(range(office, name.last)) if office is not None else None


def _name_run(doc: Doc, at: int) -> list[int]:
    """The capitalised words that end in front of `at`."""
    first = at
    while first > 0 and at - first < 5 and doc[first - 1].pos_ == "PROPN":
        first -= 1
    return list(range(first, at))


def _head(ends: Mapping[int, Known], start: int) -> int:
    """The head of a mended phrase: the person it begins with, else its first word."""
    person = next((k for k in ends.values() if k.first == start), None)
    return person.last - 1 if person is not None else start


def _title_before(doc: Doc, ends: Mapping[int, Known], first: int) -> int:
    """Where a phrase begins whose end is a name: "Mara Lind head of the Guard", "head of the Guard"."""
    at = first
    while at > 1 and doc[at - 1].lower_ in ("the", "of", "for", "at"):
        at -= 1
    if at == first or doc[at].lower_ == "the":
        return first
    noun = at
    while noun > 0 and doc[noun - 1].pos_ in ("NOUN", "ADJ"):
        noun -= 1
    if noun == at:
        return first
    person = ends.get(noun)
    return person.first if person is not None else noun


def _set(act: Act, words: list[int], head: int) -> None:
    act.source, act.head, act.meant = words, head, []
    act.content -= set(words)


def _new_phrase(doc: Doc, act: Act, name: Known) -> bool:
    """Tell whether a name before a verb is its subject though the parse says otherwise."""
    if act.head is not None and name.first <= act.head < name.last:
        return False
    at = name.first - 1
    article = at >= 0 and doc[at].lower_ == "the"
    while at >= 0 and (
        doc[at].lower_ in ("the", "so") or doc[at].text == "-" or doc[at].lower_ == "called" or doc[at].pos_ == "ADJ"
    ):
        at -= 1
    if at >= 0 and (doc[at].pos_ in ("ADP", "CCONJ") or doc[at].text in (",", "'s", "’s")):
        return False
    if act.meant or (len(act.source) == 1 and doc[act.source[0]].pos_ == "PRON"):
        return False
    return article if name.first in act.source else True


def _stops(doc: Doc, at: int) -> bool:
    return at >= len(doc) or doc[at].text in ENDS or doc[at].text == "," or doc[at].is_quote or "\n" in doc[at].text


def _speaks(token: Token, speech: Speech) -> bool:
    if token.tag_ not in ("VBD", "VBZ", "VBN", "NNS") or not token.is_lower:
        return False
    verb = speech.verbs.get(token.lemma_.lower())
    return verb is not None and "quotation" in verb.takes


def _with_article(doc: Doc, first: int, end: int) -> list[int]:
    start = first - 1 if first and doc[first - 1].lower_ == "the" else first
    return list(range(start, end))


def _start(doc: Doc, at: int) -> int:
    """The first token of the sentence that `at` stands in, by its punctuation and lines."""
    while at > 0 and doc[at - 1].text not in ENDS and not doc[at - 1].is_quote and "\n" not in doc[at - 1].text:
        at -= 1
    return at


def _closes(doc: Doc, at: int) -> bool:
    """Tell whether the sentence ends soon after `at`, with no clause in between."""
    for token in doc[at : at + TAIL]:
        if token.text in ENDS or "\n" in token.text:
            return True
        if token.pos_ in ("VERB", "SCONJ", "AUX") or token.is_quote:
            return False
    return at + TAIL >= len(doc)
