"""Whether a known name that the words of a text spell is meant there: by its writing, its neighbours, the country spoken of."""

from typing import Final

from firsthand.extract.names_offices import OFFICE_WORDS
from firsthand.extract.names_persons import SAID
from firsthand.extract.names_words import DAYS, SMALL_OPENERS, Words
from firsthand.resources.lexicon import MEDIA, SOURCES, Alias, Entry, Hit, has_article
from firsthand.resources.lexicon_fold import EVERYDAY_WORDS

EVERYDAY: Final = frozenset(
    (
        "memorial amnesty congress coalition contras tempo bild sputnik telegram saba spiegel reforma wagner independent "
        "times guardian telegraph economist punch time kan fana mehr petra antara proceso milenio samaa dabanga hindu "
        "monitor universal axios politico bakhtar fars amu baza qasioun caracol bloomberg edhi badr"
    ).split()
)
"""Names that are everyday words or surnames too: at the head of a sentence they need the parser's word for it."""
SHARED: Final = frozenset(
    (
        "pdf icu let plan sac hm im rr fc sl pap jra cam cv rn far sla fis mir nda opc cpc upc plc nas cma anp ssa ssp "
        "abt rab aaa pips amc vdc kan gnu mas das ism cit tip drg mss ses smm fs ra"
    ).split()
)
"""Abbreviations that also mean other things: names only where the country is spoken of."""
PLACES: Final = frozenset(
    (
        "road|street|hotel|square|bridge|river|district|city|town|mosque|church|hospital|university|avenue|"
        "airport|market"
    ).split("|")
)
BEARERS: Final = frozenset(
    "family families brothers clan tribe village temple river province valley mountain town".split()
)
"""What bears a word as its name in small letters."""
GENERAL: Final = frozenset(
    (
        "national people peoples popular resistance committee committees army armies front council union movement forces "
        "force defense security internal republican guard guards police metropolitan federal military state states "
        "liberation democratic patriotic transitional new free united revolutionary southern northern eastern western "
        "central south north east west salvation congress party news agency press service rapid response intervention "
        "support special operations joint command human rights commission association network center white black red "
        "conquest justice peace corps brigade brigades battalion division unit units volunteer volunteers "
        "self protection political presidential leadership sovereign autonomous administration government interim media "
        "cell public order civil and of for the men army/front armed alliance coalition regional general staff stability "
        "deterrence apparatus authority local emergency lawyers doctors"
    ).split()
)
"""Words that many bodies' names are made of; a name of nothing else belongs to whichever country is spoken of."""
BODY_WORDS: Final = frozenset(
    (
        "foundation institute bank committee council union association society university company corporation fund "
        "front army movement brigade brigades battalion party alliance coalition league federation congress network group "
        "school hospital prize festival museum college club center forces command"
    ).split()
)
MEDIA_WORDS: Final = frozenset(
    "news agency tv radio channel online newspaper media network television website report reports correspondent".split()
)
ASKED: Final = frozenset("told to by with quoted citing quoting source via from in cites".split())
"""Words before the one who tells."""
ENEMIES: Final = frozenset(("isis", "isil", "daesh", "daech", "inherent"))


def fits(words: Words, hit: Hit) -> bool:
    """Tell whether the words in the text are written as the name would be, and nothing says that another is meant."""
    if not words.joined(hit.first, hit.last):
        return False
    if hit.country is not None:
        return _stately(words, hit)
    text = words.text[words.pieces[hit.first].start : words.pieces[hit.last - 1].end]
    if hit.last - hit.first == 1:
        return _single(words, hit, text) and _meant(words, hit)
    if (
        words.case == "mixed"
        and hit.alias.form != "common"
        and not any(words.text[p.start].isupper() for p in words.pieces[hit.first : hit.last])
    ):
        return False
    return not (_general(words, hit) and _elsewhere(words, hit))


def _stately(words: Words, hit: Hit) -> bool:
    """A body put together by rule: the country is written large."""
    if words.case != "mixed":
        return True
    return any(words.text[p.start].isupper() for p in words.pieces[hit.first : hit.last])


def _single(words: Words, hit: Hit, text: str) -> bool:
    """One word: an abbreviation is written large; a word that is also an everyday word is a name inside the sentence only."""
    key = words.pieces[hit.first].key
    if key in SHARED and not any(c in words.spoken for e in hit.alias.entries for c in e.theatre):
        return False
    if words.case != "mixed" and key in EVERYDAY:
        return False
    if words.case == "upper":
        return len(key) > 2 and key not in EVERYDAY_WORDS
    if words.case == "lower":
        return len(key) > 3 and key not in EVERYDAY_WORDS and hit.alias.form != "common"
    upper = sum(c.isupper() for c in text)
    if hit.alias.form == "acronym":
        if upper >= 2:
            return True
        return (
            upper == 1
            and len(key) >= 4
            and key not in EVERYDAY_WORDS
            and _proper(words, hit)
            and not words.opens(words.pieces[hit.first].start)
        )
    if upper == 0 or _inside(words, hit):
        return False
    return key not in EVERYDAY or _proper(words, hit) or not words.opens(words.pieces[hit.first].start)


def _meant(words: Words, hit: Hit) -> bool:
    """One word in a text with capitals: no part of a longer name, and a teller's common word with its article where it tells."""
    if words.case != "mixed" or hit.alias.form == "acronym":
        return True
    key, start = words.pieces[hit.first].key, words.pieces[hit.first].start
    teller = hit.alias.entries[0].sort in SOURCES
    if key not in EVERYDAY and not teller:
        return True
    if longer(words, hit.first, hit.last, strict=key in EVERYDAY) or (key in EVERYDAY and _surname(words, start)):
        return False
    if key == "congress" and words.spoken and "US" not in words.spoken:
        return False
    if key not in words.lexicon.articled:
        return True
    before = words.text[max(0, start - 4) : start] + "x"
    articles = words.lexicon.articled[key]
    if not has_article(before, articles) and not has_article(before[1:], articles):
        return False
    return key not in EVERYDAY or _tells(words, start)


def longer(words: Words, first: int, last: int, *, strict: bool) -> bool:
    """Tell whether the words first..last-1 are but a part of a longer name: capitals before or after them, or "of" and capitals.

    `strict`: any capitals after them make one; otherwise those do that end with a word for a body ("Foundation").
    """
    pieces, text = words.pieces, words.text
    if first > 0 and _big(words, first - 1) and text[pieces[first - 1].end : pieces[first].start] == " ":
        before = pieces[first - 1]
        known = words.lexicon.country(text[before.start : before.end]) is not None
        opening = words.opens(before.start) and not words.proper(before.start)
        if not known and not opening and before.key not in SMALL_OPENERS | DAYS | OFFICE_WORDS:
            return True
    if last >= len(pieces) or text[pieces[last - 1].end : pieces[last].start] != " ":
        return False
    after = pieces[last]
    if _big(words, last):
        run = 1
        while run < 3 and last + run < len(pieces) and _big(words, last + run) and words.joined(last, last + run + 1):
            run += 1
        if strict:
            return after.key not in MEDIA_WORDS | DAYS
        return any(p.key in BODY_WORDS for p in pieces[last : last + run])
    big = next((i for i in (last + 1, last + 2) if i < len(pieces) and pieces[i].key != "the"), None)
    return after.key in ("of", "for") and big is not None and _big(words, big) and pieces[big].key not in DAYS


def _big(words: Words, i: int) -> bool:
    return words.text[words.pieces[i].start].isupper()


def _surname(words: Words, start: int) -> bool:
    """Tell whether the parser takes the word for a part of a person's name."""
    token = words.token(start)
    return token is not None and token.ent_type_ == "PERSON" and token.i > 0 and token.ent_iob_ == "I"


def _tells(words: Words, start: int) -> bool:
    """Tell whether the one named at `start` tells something, or stands where a source is credited."""
    token = words.token(start)
    if token is None:
        return False
    if token.i + 1 >= len(words.doc) or words.doc[token.i + 1].lower_ in MEDIA_WORDS | {")", "daily"}:
        return True
    if words.doc[token.i + 1].lemma_.lower() in SAID | {"write", "quote", "publish", "cite", "describe"}:
        return True
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in SAID:
        return True
    head = token.i - 1
    while head > 0 and words.doc[head].lower_ in ("the", "al", "el", "-", "al-", "'s", "’s"):
        head -= 1
    return (
        words.doc[head].lower_ in ASKED | {"("} or words.doc[max(0, head - 1) : head + 1].text.lower() == "according to"
    )


def _general(words: Words, hit: Hit) -> bool:
    """Tell whether a known name of several words is made of words that any body's name may hold."""
    return all(p.key in GENERAL for p in words.pieces[hit.first : hit.last])


def _elsewhere(words: Words, hit: Hit) -> bool:
    """Tell whether such a name is another's: a part of a longer one, or none of its countries is spoken of where others are."""
    if words.case == "mixed" and longer(words, hit.first, hit.last, strict=False):
        return True
    where = {c for e in hit.alias.entries for c in e.theatre}
    if any(e.sort in MEDIA for e in hit.alias.entries):
        return False
    return bool(where) and bool(words.spoken) and where.isdisjoint(words.spoken)


def wrong_war(words: Words, entry: Entry, alias: Alias) -> bool:
    """Tell whether a coalition against one foe cannot be meant, because the text never speaks of that foe."""
    if entry.name != "Global Coalition against Daesh" or "coalition" not in words.keys:
        return False
    if "SY" in words.spoken or ENEMIES.intersection(words.keys) or ("islamic" in words.keys and "state" in words.keys):
        return False
    return len(alias.entries) > 1


def _proper(words: Words, hit: Hit) -> bool:
    return words.proper(words.pieces[hit.first].start)


def _inside(words: Words, hit: Hit) -> bool:
    """Tell whether a one-word name is but a part of a place's name ("Fatah Road", "Congress Hotel")."""
    token = words.token(words.pieces[hit.first].start)
    if token is None or token.i + 1 >= len(words.doc):
        return False
    after = words.doc[token.i + 1]
    if after.tag_ in ("NNP", "NNPS") and after.text[:1].isupper() and after.lower_ in PLACES:
        return True
    return words.pieces[hit.first].key in EVERYDAY and after.lower_ in BEARERS
