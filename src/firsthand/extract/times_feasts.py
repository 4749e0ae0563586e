"""Holidays in a text, whatever their spelling."""

import re
from collections.abc import Sequence

from firsthand.extract.times_grammar import Found
from firsthand.extract.times_words import Token
from firsthand.model.timeref import TimeRef

_AL = r"(?:[ -]?(?:al|ul|el|e|il)?[ -]?)"
SPELLINGS: tuple[tuple[str, str], ...] = (
    ("eid al-fitr", rf"eid{_AL}fi?tr|eidul fitr"),
    ("eid al-adha", rf"eid{_AL}a[dz]h?a|eid-e-qurban"),
    ("ramadan", r"(?:the (?:holy )?month of )?rama[dz]h?an"),
    ("ashura", r"ashoura|ashura"),
    ("arbaeen", r"arba['’]?een|arbain"),
    ("mawlid", r"maw?lid(?: al-nabi)?|milad un nabi|(?:the )?prophet['’]s birthday"),
    ("muharram", r"muharram"),
    ("nowruz", r"n[aeo][wvu]?r[ou]{1,2}z"),
    ("islamic new year", r"islamic new year"),
    ("laylat al-qadr", r"la[iy]lat[ -](?:al|ul)[ -]qadr"),
    ("new year's eve", r"new year['’]?s eve"),
    ("new year's day", r"new year['’]?s(?: day)?"),
    ("orthodox christmas eve", r"(?:orthodox|coptic) christmas eve"),
    ("orthodox christmas", r"(?:orthodox|coptic) christmas(?: day)?"),
    ("orthodox good friday", r"orthodox good friday"),
    ("orthodox easter", r"(?:orthodox|coptic) easter(?: sunday| day)?"),
    ("rosh hashanah", r"rosh ha-?shanah?"),
    ("yom kippur", r"yom kippur"),
    ("sukkot", r"sukkoth?"),
    ("simchat torah", r"simchat torah"),
    ("passover", r"passover"),
    ("purim", r"purim"),
    ("shavuot", r"shavuoth?"),
    ("hanukkah", r"c?hann?ukk?ah"),
    ("lunar new year", r"(?:lunar|chinese) new year(?:['’]?s day)?|tet(?= holiday| truce)"),
    ("vesak", r"vesak(?: day)?|wesak|buddha purnima"),
    ("diwali", r"diwali|deepavali"),
    ("anzac day", r"anzac day"),
    ("women's day", r"(?:international )?women['’]?s day"),
    ("epiphany", r"epiphany"),
    ("ascension day", r"ascension day"),
    ("ash wednesday", r"ash wednesday"),
    ("maundy thursday", r"maundy thursday|holy thursday"),
    ("all saints' day", r"all saints['’]? day"),
    ("christmas eve", r"christmas eve"),
    ("christmas day", r"christmas day"),
    ("christmas", r"christmas|xmas"),
    ("boxing day", r"boxing day"),
    ("easter monday", r"easter monday"),
    ("easter", r"easter(?: sunday| day)"),
    ("good friday", r"good friday"),
    ("palm sunday", r"palm sunday"),
    ("pentecost", r"pentecost|whitsun"),
    ("valentine's day", r"valentine['’]?s day"),
    ("may day", r"may day"),
    ("halloween", r"hallowe['’]?en"),
    ("bastille day", r"bastille day"),
    ("armistice day", r"armistice day"),
    ("veterans day", r"veterans['’]? day"),
    ("fourth of july", r"(?:the )?(?:fourth|4th) of july"),
    ("thanksgiving", r"thanksgiving(?: day)?"),
    ("labor day", r"labou?r day"),
    ("memorial day", r"memorial day"),
    ("martin luther king day", r"martin luther king(?:,? jr\.?)? day"),
    ("mother's day", r"mother['’]?s['’]? day"),
    ("columbus day", r"columbus day"),
    ("presidents day", r"presidents?['’]?s?['’]? day"),
    ("juneteenth", r"juneteenth"),
)
"""Names of `firsthand.model.feasts` and how reports spell them."""
# "May Day" of distress calls is "mayday"; "Easter" alone and "labour day" in small letters are left out: names, and a day's work.
_FEASTS = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<f{i}>{spelt})" for i, (_, spelt) in enumerate(SPELLINGS))
    + r")\b(?:,? (?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)


_HIJRI: tuple[str, ...] = (
    "muharram",
    "safar",
    r"rabi['’ -]?(?:al|ul|u)?[ -]?a[lw]w?[ -]?[aw]w?wal|rabi['’]? (?:i|1)",
    r"rabi['’ -]?(?:al|ul|u)?[ -]?(?:al-)?(?:thani|akhir|sani)|rabi['’]? (?:ii|2)",
    r"jumad[ai][ -](?:al|ul)[ -](?:awwal|ula|oula)|jumada (?:i|1)",
    r"jumad[ai][ -](?:al|ul|al-)[ -]?(?:thani|akhir|akhirah?|thaniy?ah?)|jumada (?:ii|2)",
    "rajab",
    "sha['’]?ba+n",
    "rama[dz]h?a+n",
    "shawwa+l",
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


DEEDS = frozenset(
    "Offensive Agreement Accord Accords Rising Uprising Massacre Mutiny War Revolution Island Bombing".split()
)


def _hijri_days(text: str, starts: dict[int, int], ends: dict[int, int]) -> list[Found]:
    """ "12 Ramadan 1437": only with its year, which no other calendar has."""
    found: list[Found] = []
    for match in _HIJRI_DAY.finditer(text):
        first, last = starts.get(match.start()), ends.get(match.end())
        month = next(i for i in range(12) if match[f"m{i}"] is not None) + 1
        if first is not None and last is not None:
            ref = TimeRef(op="hijri", args=(int(match["year"]), month, int(match["day"])))
            found.append(Found(first, last, "DATE", ref))
    return found


def find_feasts(text: str, words: Sequence[Token]) -> list[Found]:
    """Holidays in the text, as stretches of its tokens."""
    starts = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number + 1 for number, word in enumerate(words)}
    found = _hijri_days(text, starts, ends)
    for match in _FEASTS.finditer(text):
        first, last = starts.get(match.start()), ends.get(match.end())
        number = (
            int((match.lastgroup or "f0")[1:])
            if match["year"] is None
            else next(i for i in range(len(SPELLINGS)) if match[f"f{i}"] is not None)
        )
        if (
            first is None
            or last is None
            or (not match.group()[0].isupper() and not match.group().lower().startswith(("the", "new")))
        ):
            continue
        before = words[first - 1] if first else None
        if before is not None and before.name == "WORD" and before.text[0].isupper():
            # "Operation Ramadan", "White Christmas": a name.
            continue
        after = words[last] if last < len(words) else None
        if after is not None and after.text in DEEDS:
            # "The Tet Offensive", "the Good Friday Agreement": known by that name in every year.
            continue
        year = None if match["year"] is None else int(match["year"])
        found.append(Found(first, last, "DATE", TimeRef(op="holiday", args=(year, SPELLINGS[number][0]))))
    return found
