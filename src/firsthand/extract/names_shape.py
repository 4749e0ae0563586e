"""Names that their shape gives away: bodies and units by their last word, and abbreviations that a text introduces."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Final

from firsthand.extract.names_groups import IDEA
from firsthand.extract.names_words import CAPS, Found, Words, led
from firsthand.model.extraction import NameType
from firsthand.resources.lexicon_fold import fold_word

LIKELY: Final = 2
LINK: Final = r"(?:of|for|and|de|del|de la|la|el|al|for the|of the|against|to|to the)"
NUMBER: Final = r"\d{1,4}(?:st|nd|rd|th|d)?|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
UNITS: Final = (
    "Brigade|Brigades|Battalion|Battalions|Division|Regiment|Corps|Squadron|Platoon|Company|Fleet|Army Corps|"
    "Squad|Wing|Task Force|Army Group|Strike Group|Special Forces|Fighter Squadron|Expeditionary Unit|Air Wing|"
    "Commando|Legion|Column|Detachment"
).split("|")
BODIES: Final = (
    "Front|Movement|Army|Forces|Force|Party|Union|Council|Committee|Committees|Command|Organization|Organisation|"
    "Association|Federation|Coalition|Alliance|League|Agency|Ministry|Department|Office|Bureau|Police|Guard|"
    "Guards|Militia|Militias|Cartel|Network|Foundation|Institute|Center|Centre|Commission|Observatory|Group|"
    "Society|Trust|Service|Services|Authority|Administration|Assembly|Parliament|Congress|University|Bank|"
    "Company|Corporation|Press|News|Television|Radio|Times|Post|Herald|Tribune|Gazette|Court|Tribunal|Mission|"
    "Board|Directorate|Taskforce|Task Force|Syndicate|Gang|Brotherhood|Liberation Army|Rebels|Fund|Programme|"
    "Wire|Courier|Digest|Ledger|Monitor|Observer|Journal|Chronicle|Telegraph|Dispatch|Bulletin|Inquirer|Economist|Examiner|"
    "Guardian|Program|Project|Initiative|Fighters|Tigers|Resistance|Government|Embassy|Secretariat"
).split("|")
HEAD: Final = "|".join(sorted((*UNITS, *BODIES), key=len, reverse=True))
UNIT: Final = "|".join(sorted(UNITS, key=len, reverse=True))
HEADED: Final = re.compile(
    rf"\b(?:(?:{NUMBER})\s)?(?:{CAPS}\s){{1,6}}?(?:(?:{LINK})\s){{0,1}}?(?:{CAPS}\s){{0,4}}?(?P<head>{HEAD})\b"
)
MEN_OF: Final = re.compile(
    r"(?:Soldiers|Fighters|Forces|Commandos|Members|Supporters|Leaders|Units|Men|Troops|Officers|Officials|Commanders|Militants|"
    r"Rebels|Followers|Veterans|Survivors|Victims) (?:of|from) (?:the )?"
)
"""People at the head of a sentence, and the body they are of."""
MORE: Final = re.compile(rf"(?: (?P<head>{HEAD})\b)+")
"""Further words for bodies right after the first."""
NUMBERED: Final = re.compile(
    rf"\b(?P<name>(?:{NUMBER})\s(?:{CAPS}\s){{0,4}}?(?:{UNIT}))\b"
    rf"|\b(?P<unit>Unit \d{{2,5}}|(?:Task Force|C?J?TF|CTG|SOTF)[ -]\d{{1,4}}(?:[./]\d{{1,3}})?)\b"
)
DAY: Final = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
TAIL: Final = re.compile(
    rf"^(?:\s(?:of|for|against)(?:\sthe)?\s(?!{DAY}){CAPS}(?:\s(?!{DAY}){CAPS}){{0,4}}(?:,?\sand\s(?:{CAPS}\s)?(?:{IDEA})\b)?){{1,2}}"
)
SHORT: Final = re.compile(
    r"\(\s?(?:also known as |or |known as |the )?[\"“'‘]?"
    r"(?P<short>[A-Z][A-Za-z]{0,9}(?:[-/][A-Z][A-Za-z]{0,8}){0,3})[\"”'’]?\s?\)"
)
GROUPS: Final = frozenset(
    "Front|Movement|Militia|Militias|Cartel|Gang|Brotherhood|Liberation Army|Rebels|Fighters|Resistance".split("|")
)
"""Heads of bodies that mostly fight."""
PART: Final = re.compile(
    rf"[-–](?:{CAPS})(?: (?:Command|Wing|Faction|Front|Sector|Branch|Division|Brigade|Forces|Army)\b)?"
)
"""What a hyphen joins to a body's name: its wing ("-North", "-Eastern Command")."""


def headed_names(words: Words) -> Iterator[Found]:
    """Bodies and units by their last word; only in a text that uses capitals."""
    if words.case != "mixed":
        return
    for match in NUMBERED.finditer(words.flow):
        yield _found(words, match.start(), match.end(), "unit")
    for match in HEADED.finditer(words.flow):
        start, end = led(words, *match.span(), owner=match["head"] in GROUPS), match.end()
        head = match["head"]
        more = MORE.match(words.flow, end)
        if more is not None:
            end, head = more.end(), more["head"]
        who = MEN_OF.match(words.text, start, end) if words.opens(start) else None
        start = start if who is None else who.end()
        if (
            words.text[start:end] == head
            or words.text.startswith(("State of", "Department of"), start)
            or (words.opens(start) and words.text[start:end].count(" ") == 1 and not words.proper(start))
        ):
            continue
        part = PART.match(words.flow, end) if head not in UNITS else None
        end = part.end() if part is not None else end
        tail = TAIL.match(words.flow[end : end + 90]) if head not in UNITS else None
        end += len(tail.group()) if tail is not None else 0
        yield _found(words, start, end, "unit" if head in UNITS else "group" if head in GROUPS else "organisation")


def _found(words: Words, start: int, end: int, kind: NameType) -> Found:
    text = words.text[start:end]
    country = words.lexicon.country(text.split(" ", 1)[0])
    code = country.code if country is not None else None
    return Found(start=start, end=end, type=kind, entity=" ".join(text.split()), country=code, rank=LIKELY)


def introduced(words: Words) -> dict[str, tuple[int, int]]:
    """Abbreviations that the text introduces after the long name: abbreviation -> where the long name stands."""
    found: dict[str, tuple[int, int]] = {}
    for match in SHORT.finditer(words.text):
        short = match["short"]
        if sum(c.isupper() for c in short) < 2 or short in found:
            continue
        span = long_form(words, short, match.start())
        if span is not None:
            found[short] = span
    return found


def long_form(words: Words, short: str, at: int) -> tuple[int, int] | None:
    """Where the words stand, right before `at`, whose initials make up `short`; None where they do not."""
    last = bisect_right(words.ends, at)
    before = words.pieces[max(0, last - 14) : last]
    if not before or at - before[-1].end > 3:
        return None
    letters = [c.lower() for c in short if c.isalnum()]
    for first in range(len(before) - 1, -1, -1):
        span = before[first:]
        if (
            len(span) > 1
            and span[0].key[0] == letters[0]
            and words.text[span[0].start].isupper()
            and _spells([p.key for p in span], letters)
        ):
            return span[0].start, span[-1].end
    return None


def _spells(keys: list[str], letters: list[str]) -> bool:
    """Tell whether `letters` are the first letters of the words in order, or letters after them; small words count or not."""
    small = ("of", "the", "for", "and", "in", "to", "de", "del", "la", "on", "al")
    initials = [k[0] for k in keys if k not in small]
    if initials == letters or [k[0] for k in keys] == letters:
        return True
    at = 0
    for key in keys:
        if at < len(letters) and key[0] == letters[at]:
            at += 1
            inner = 1
            while (
                at < len(letters)
                and letters[at] in key[inner:]
                and (at + 1 >= len(letters) or len(keys) < len(letters))
            ):
                inner = key.index(letters[at], inner) + 1
                at += 1
        elif key not in small:
            return False
    return at == len(letters)


def abbreviated(words: Words, entities: Mapping[str, Found]) -> Iterator[Found]:
    """Every later use of an abbreviation that was introduced. `entities`: abbreviation -> the name it stands for."""
    if not entities:
        return
    keys = {fold_word(short): one for short, one in entities.items()}
    for piece in words.pieces:
        one = keys.get(piece.key)
        if one is not None and (
            words.case != "mixed" or sum(c.isupper() for c in words.text[piece.start : piece.end]) >= 2
        ):
            yield Found(
                start=piece.start,
                end=piece.end,
                type=one.type,
                entity=one.entity,
                country=one.country,
                rank=0,
                known=True,
            )
    for short, one in entities.items():
        if "-" in short or "/" in short:
            for match in re.finditer(re.escape(short), words.text):
                yield Found(
                    start=match.start(),
                    end=match.end(),
                    type=one.type,
                    entity=one.entity,
                    country=one.country,
                    rank=0,
                    known=True,
                )
