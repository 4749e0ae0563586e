"""Words of a text that may be names of places, and what the gazetteer holds for runs of them."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from firsthand.resources.gazetteer import Found, Gazetteer
from firsthand.resources.gazetteer_tables import Rank

STARTERS: Final = frozenset("al el ar as ash ad az an at ez es et ul".split())
LONGEST: Final = 6
WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,5}|W\.\s?Va\.|[^\W\d_]+(?:['’‘ʿʾ`][^\W\d_]+)*\.?|\d{1,4}(?:st|nd|rd|th)?\b")
JOIN: Final = re.compile(r"[ \t]?[-‐‑–][‘’'`ʿʾ]?|[ \t]{1,2}|(?<=l) [‘ʿʾ`]")
"""What may stand between two words of a name. A line break ends every name."""
INNER: Final = frozenset(
    "al el ul ar er as es ash ad ed az ez an at ath us uz de del della di da do dos das du des la le les los las lo i y e "
    "o of the and au en na nad pri pod "
    "bin ben abu umm am an van von der den on upon sur in aux a-".split()
)
"""Small words inside names, in lower case."""
TAIL: Final = frozenset(
    "air base camp airport airfield crossing prison dam bridge refinery oil gas field plant forest desert mountain mountains "
    "valley island islands river lake pass plateau peninsula strait gorge refugee".split()
)
"""Words in lower case that may end a name: "Al-Hol camp", "Sharara oil field"."""
SMALL: Final = INNER | TAIL
POINTED: Final = frozenset(("St.", "Ste.", "Ft.", "Mt.", "Pt.", "N.", "S.", "E.", "W."))
"""Abbreviations that a name may begin with."""
GENERIC: Final = frozenset(
    "the a an north south east west northern southern eastern western central northeast northwest southeast southwest "
    "upper lower middle new old "
    "county parish township district province state city town village street road avenue drive lane highway route court "
    "place park square river lake "
    "valley creek bay island mount mountain beach hill hills heights center centre police sheriff school college "
    "university hospital church church "
    "bank club hall house home union league party front army force forces guard council board commission office service "
    "department national "
    "international general federal public human rights man woman mayor president minister mr mrs ms dr st but and or of "
    "for in on at to from by with "
    "he she it they we you his her our their this that these those there here who what when where why how all both some "
    "many most more one two three "
    "four five six seven eight nine ten first second third if as is are was were has have had do does did will would can "
    "could may might must "
    "should al el ez az ar bin abu umm not no yes so then than now also after before since until while during about over "
    "under markaz masjid madrasa majlis jihad shura sharia emir amir mufti caliph caliphate islamic arab muslim christian "
    "coast border frontier camp base bases airport airbase checkpoint barracks prison jail media press agency ministry "
    "ministries cabinet parliament senate congress assembly court courts tribunal coalition alliance opposition regime "
    "militia militants rebels rebel fighters fighter soldiers soldier troops troop brigade brigades battalion regiment "
    "division unit units squad corps navy marines command commander captain colonel general major brigadier sergeant "
    "spokesman spokeswoman officer officers official officials activist activists journalist journalists reporter "
    "reporters civilian civilians suicide bomb bomber bombers bombing attack attacks attacker raid strike strikes shell "
    "shells shelling rocket rockets missile missiles drone drones mine mines tunnel tunnels convoy convoys patrol patrols "
    "mission operation operations victory martyr martyrs mosque mosques temple shrine monitor monitors observatory "
    "brothers sons sources source reports report statement update photo video "
    "red crescent cross air bureau cell gang liberation lions eagles hawks dawn thunder desert wilayat wilayah diwan "
    "sheikh mullah station agence presse radio tribune times post herald share email peace royal".split()
)
"""Words that are no place when they stand alone, though somewhere a village bears the name."""
MONTHS: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)


class Word(NamedTuple):
    """A word of the text. `joined`: only a space or hyphen stands between the word before and this one."""

    start: int
    end: int
    text: str
    upper: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words first..last (inclusive) that the gazetteer knows as a name, or that cues take for one (`found` empty then)."""

    first: int
    last: int
    start: int
    end: int
    text: str
    found: tuple[Found, ...]


def words_of(text: str) -> tuple[Word, ...]:
    """Words that may stand in a name, in order. A point belongs to an abbreviation only (U.S., W.Va., Ky.)."""
    out: list[Word] = []
    before = -1
    for m in WORD.finditer(text):
        word = m[0]
        if word[0].islower() and word not in SMALL:
            before = -1
            continue
        start, end = m.span()
        if not word.isalpha():
            word = trimmed(word, text[end : end + 2])
            end = start + len(word)
        gap = text[before:start] if before >= 0 else ""
        joined = gap == " " or (gap != "" and JOIN.fullmatch(gap) is not None)
        if joined and out and out[-1].text[-1] == "." and out[-1].text not in POINTED:
            joined = False
        out.append(Word(start, end, word, not (word[0].islower() or word[0].isdigit()), joined))
        before = end
    return tuple(out)


def trimmed(word: str, after: str) -> str:
    """`word` without a genitive 's, and without a point that ends the sentence. `after`: what follows."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    if not word.endswith(".") or "." in word[:-1] or word in POINTED:
        return word
    ends = (
        len(word) > 6
        or not word[0].isupper()
        or (after[:1].isspace() and not after[1:2].islower() and after[1:2] != "(")
    )
    return word[:-1] if ends else word


def runs_of(text: str, words: tuple[Word, ...], gazetteer: Gazetteer) -> tuple[Run, ...]:
    """Longest runs of capitalised words that the gazetteer knows, left to right, none overlapping."""
    out: list[Run] = []
    i = 0
    while i < len(words):
        run = longest(text, words, i, gazetteer) if starts(text, words, i) else None
        if run is None:
            i += 1
        else:
            out.append(run)
            i = run.last + 1
    return tuple(out)


def starts(text: str, words: tuple[Word, ...], i: int) -> bool:
    """A name may begin here: with a capital, or with a small article that a capital follows ("al-Bab")."""
    word = words[i]
    if word.upper:
        return len(word.text) > 1 and word.text.lower() not in MONTHS
    if word.text not in STARTERS or i + 1 == len(words) or not words[i + 1].upper or not words[i + 1].joined:
        return False
    return word.text in ("al", "el") or text[word.end] in "-‐‑"


def longest(text: str, words: tuple[Word, ...], i: int, gazetteer: Gazetteer) -> Run | None:
    """The longest name that begins at word `i`."""
    last = i
    ends = [i]
    while last + 1 < len(words) and last - i + 1 < LONGEST and words[last + 1].joined:
        last += 1
        if words[last].upper or words[last].text[0].isdigit() or words[last].text in TAIL:
            ends.append(last)
        elif words[last].text not in INNER:
            break
    for end in reversed(ends):
        stop = words[end].end
        name = text[words[i].start : stop]
        found = known(name, gazetteer)
        if not found and name.endswith("."):
            stop -= 1
            found = known(name[:-1], gazetteer)
        if end > i and (words[i].text in ("The", "the", "A") or words[end].text in TAIL):
            found = tuple(f for f in found if f.rank in (Rank.PRIMARY, Rank.ALTERNATE))
        if end > i and words[end].text in ("The", "A", "An", "In", "On", "At", "It", "He"):
            found = ()
        if found and end == i and words[i].text.lower() in GENERIC:
            found = ()
        if found and not (end > i and all(f.rank is Rank.LOOSE and f.weight < 3 for f in found)):
            return Run(i, end, words[i].start, stop, text[words[i].start : stop], found)
    return None


def known(name: str, gazetteer: Gazetteer) -> tuple[Found, ...]:
    """What the gazetteer holds for `name`; short spellings only as they are written there."""
    found = gazetteer.find(" ".join(name.split()))
    if len(name) < 5 or name.endswith("."):
        found = tuple(f for f in found if f.rank is not Rank.LOOSE)
    if name.endswith(".") and len(name) > 2 and "." not in name[:-1]:
        found = tuple(f for f in found if f.rank is Rank.SHORT)
    if len(name) == 2:
        found = tuple(f for f in found if f.rank is Rank.SHORT or f.kind == "country")
    return found
