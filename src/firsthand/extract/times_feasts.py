"""Holidays and days of the Islamic calendar in a text, whatever their spelling."""

import re
from collections.abc import Sequence

from firsthand.extract.times_grammar import Found
from firsthand.extract.times_words import Token
from firsthand.model.timeref import TimeRef

_AL = r"(?:[ -]?(?:al|ul|el|e|il)?[ -]?)"
SPELLINGS: tuple[tuple[str, str, str], ...] = (
    ("eid al-fitr", "eid", rf"eid{_AL}fi?tr|eidul fitr"),
    ("eid al-adha", "eid", rf"eid{_AL}a[dz]h?a|eid-e-qurban"),
    ("eid", "eid", r"eid(?: holidays?)?"),
    ("ramadan", "ram", r"rama[dz]h?an"),
    ("ashura", "ash", r"ashoura|ashura"),
    ("arbaeen", "arb", r"arba['’]?een|arbain"),
    ("mawlid", "maw mau", r"ma[wu]?lid(?: al-nabi)?"),
    ("mawlid", "mil pro", r"milad un nabi|prophet['’]s birthday"),
    ("muharram", "muh", r"muharram"),
    ("nowruz", "now naw nev new nor nav", r"n[aeo][wvu]?r[ou]{1,2}z"),
    ("islamic new year", "isl", r"islamic new year"),
    ("laylat al-qadr", "lay lai", r"la[iy]lat[ -](?:al|ul)[ -]qadr"),
    ("new year's eve", "new", r"new year['’]?s eve"),
    ("new year's day", "new", r"new year['’]?s(?: day)?"),
    ("orthodox christmas eve", "ort cop", r"(?:orthodox|coptic) christmas eve"),
    ("orthodox christmas", "ort cop", r"(?:orthodox|coptic) christmas(?: day)?"),
    ("orthodox good friday", "ort", r"orthodox good friday"),
    ("orthodox easter", "ort cop", r"(?:orthodox|coptic) easter(?: sunday| day)?"),
    ("rosh hashanah", "ros", r"rosh ha-?shanah?"),
    ("yom kippur", "yom", r"yom kippur"),
    ("sukkot", "suk", r"sukkoth?"),
    ("simchat torah", "sim", r"simchat torah"),
    ("passover", "pas", r"passover"),
    ("purim", "pur", r"purim"),
    ("shavuot", "sha", r"shavuoth?"),
    ("hanukkah", "han cha", r"c?hann?ukk?ah"),
    ("lunar new year", "lun chi", r"(?:lunar|chinese) new year(?:['’]?s day)?"),
    ("lunar new year", "tet", r"tet(?= holiday| truce)"),
    ("vesak", "ves wes bud", r"vesak(?: day)?|wesak|buddha purnima"),
    ("diwali", "diw dee", r"diwali|deepavali"),
    ("anzac day", "anz", r"anzac day"),
    ("women's day", "int wom", r"(?:international )?women['’]?s day"),
    ("epiphany", "epi", r"epiphany"),
    ("ascension day", "asc", r"ascension day"),
    ("ash wednesday", "ash", r"ash wednesday"),
    ("maundy thursday", "mau hol", r"maundy thursday|holy thursday"),
    ("all saints' day", "all", r"all saints['’]? day"),
    ("christmas eve", "chr", r"christmas eve"),
    ("christmas day", "chr", r"christmas day"),
    ("christmas", "chr xma", r"christmas|xmas"),
    ("boxing day", "box", r"boxing day"),
    ("easter monday", "eas", r"easter monday"),
    ("easter", "eas", r"easter(?: sunday| day)"),
    ("good friday", "goo", r"good friday"),
    ("palm sunday", "pal", r"palm sunday"),
    ("pentecost", "pen whi", r"pentecost|whitsun"),
    ("valentine's day", "val", r"valentine['’]?s day"),
    ("may day", "may", r"may day"),
    ("halloween", "hal", r"hallowe['’]?en"),
    ("bastille day", "bas", r"bastille day"),
    ("armistice day", "arm", r"armistice day"),
    ("veterans day", "vet", r"veterans['’]? day"),
    ("fourth of july", "fou 4th", r"(?:fourth|4th) of july"),
    ("thanksgiving", "tha", r"thanksgiving(?: day)?"),
    ("labor day", "lab", r"labou?r day"),
    ("memorial day", "mem", r"memorial day"),
    ("martin luther king day", "mar", r"martin luther king(?:,? jr\.?)? day"),
    ("mother's day", "mot", r"mother['’]?s['’]? day"),
    ("columbus day", "col", r"columbus day"),
    ("presidents day", "pre", r"presidents?['’]?s?['’]? day"),
    ("juneteenth", "jun", r"juneteenth"),
)
"""Names of `firsthand.model.feasts`, the first three letters of their spellings, and how reports spell them."""
# "May Day" of distress calls is "mayday"; "Easter" alone and "labour day" in small letters are left out: names, and a day's work.


def _by_seed() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    seeds: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for name, starts, spelt in SPELLINGS:
        spelt = re.sub(r" (?![^\[]*\])", r"\\s", spelt)
        pattern = re.compile(rf"(?:{spelt})\b(?:,? (?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE)
        for seed in starts.split():
            seeds.setdefault(seed, []).append((name, pattern))
    return seeds


_SEEDS = _by_seed()
_SMALL = frozenset(("new", "pro", "fou", "4th"))
"""Starts of those that are also written without capitals."""
DEEDS = frozenset(
    "Offensive Agreement Accord Accords Rising Uprising Massacre Mutiny War Revolution Island Bombing".split()
)
KEPT = frozenset(
    "after before during since for on at over the until till by celebrate celebrating mark marking".split()
)


def find_feasts(text: str, words: Sequence[Token]) -> list[Found]:
    """Holidays in the text, as stretches of its tokens."""
    found: list[Found] = []
    hijri = False
    for first, word in enumerate(words):
        start = word.text[:3]
        known = _SEEDS.get(start.lower())
        if word.name == "YEAR":
            hijri = hijri or word.text < "1500"
        if known is None or not (start[0].isupper() or start in _SMALL):
            continue
        met = [(match, name) for name, pattern in known if (match := pattern.match(text, word.start))]
        if met:
            match, name = max(met, key=lambda one: one[0].end())
            last = _last(words, first, match.end())
            if last is not None and not _is_name(name, first, last, words):
                year = None if match["year"] is None else int(match["year"])
                ref = TimeRef(op="holiday", args=(year, name))
                found.append(Found(_first(name, first, words), last, "DATE", ref))
    return [*found, *_hijri_days(text, words)] if hijri else found


def _last(words: Sequence[Token], first: int, end: int) -> int | None:
    """The token after the one that ends at a place of the text; None where none ends there."""
    for place in range(first, min(first + 10, len(words))):
        if words[place].end >= end:
            return place + 1 if words[place].end == end else None
    return None


def _is_name(name: str, first: int, last: int, words: Sequence[Token]) -> bool:
    """ "Operation Ramadan", "White Christmas", "the Good Friday Agreement": known by that name in every year."""
    before = words[first - 1] if first else None
    if before is not None and before.name == "WORD" and before.text[0].isupper():
        return True
    if name == "eid" and (before is None or before.text.lower() not in KEPT):
        # Also a person's name.
        return True
    return last < len(words) and words[last].text in DEEDS


def _first(name: str, first: int, words: Sequence[Token]) -> int:
    """With "the" before it, or "the holy month of"."""
    lead = [word.text.lower() for word in words[max(0, first - 4) : first]]
    if name == "ramadan" and lead[-2:] == ["month", "of"]:
        back = 3 if lead[-3:-2] == ["holy"] else 2
        return first - back - (lead[-back - 1 : -back] == ["the"])
    if name in ("fourth of july", "mawlid") and lead[-1:] == ["the"]:
        return first - 1
    return first


_HIJRI: tuple[str, ...] = (
    "muharram",
    "safar",
    r"rabi['’ -]?(?:al|ul|u)?[ -]?a[lw]w?[ -]?[aw]w?wal|rabi['’]? (?:i|1)",
    r"rabi['’ -]?(?:al|ul|u)?[ -]?(?:al-)?(?:thani|akhir|sani)|rabi['’]? (?:ii|2)",
    r"jumad[ai][ -](?:al|ul)[ -](?:awwal|ula|oula)|jumada (?:i|1)",
    r"jumad[ai][ -](?:al|ul|al-)[ -]?(?:thani|akhir|akhirah?|thaniy?ah?)|jumada (?:ii|2)",
    "rajab",
    "sha['’]?baa?n",
    "rama[dz]h?aa?n",
    "shawwaa?l",
    r"(?:dhu|dhul|zul|thul)[ -]?(?:al|ul|l)?[ -]?q[ia]['’]?i?dah?",
    r"(?:dhu|dhul|zul|thul)[ -]?(?:al|ul|l)?[ -]?hijj?ah?",
)
"""The months of the Islamic calendar, and how they are spelt in English."""
_HIJRI_DAY = re.compile(
    r"\b(?P<day>[1-9]|[12]\d|30)(?:st|nd|rd|th)?(?: of)? (?:"
    + "|".join(f"(?P<m{i}>{spelt})" for i, spelt in enumerate(_HIJRI))
    + r"),? (?P<year>1[34]\d\d)\b",
    re.IGNORECASE,
)


def _hijri_days(text: str, words: Sequence[Token]) -> list[Found]:
    """ "12 Ramadan 1437": only with its year, which no other calendar has."""
    found: list[Found] = []
    starts = {word.start: number for number, word in enumerate(words)}
    for match in _HIJRI_DAY.finditer(text):
        first = starts.get(match.start())
        last = None if first is None else _last(words, first, match.end())
        month = next(i for i in range(12) if match[f"m{i}"] is not None) + 1
        if first is not None and last is not None:
            ref = TimeRef(op="hijri", args=(int(match["year"]), month, int(match["day"])))
            found.append(Found(first, last, "DATE", ref))
    return found
