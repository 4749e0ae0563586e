"""Every place name of a text, and the place each is taken for.

Names come from the gazetteer and from cues, are judged by what surrounds them (`places_choose`), and are resolved together
(`places_resolve`); the words around a name widen or move what it means (`places_area`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from spacy.tokens import Doc

from firsthand.extract import places_cues as cues
from firsthand.extract.places_area import around, shifted
from firsthand.extract.places_choose import Setting, Sight, setting_of, sight
from firsthand.extract.places_resolve import choose
from firsthand.extract.places_words import Run, runs_of, words_of
from firsthand.model.extraction import Name
from firsthand.model.place import PlaceName
from firsthand.model.span import Span
from firsthand.resources.gazetteer import Found, Gazetteer, Rank
from firsthand.resources.gazetteer_fold import plain

Use = Literal["place", "adjective", "speaker", "dateline", "name"]
GAP: Final = re.compile(
    rf"(?:['’]s)?(?: (?:{cues.UNIT}))?(?:,| in| of|, in|, (?:a|the) [a-z ]{{2,30}} (?:in|of)|['’]s)(?: the)?(?: [a-z]{{4,12}}(?:ern|-east|-west)?)?(?: (?:{cues.UNIT}) of)? ?\n?",
    re.IGNORECASE,
)
OTHERS: Final = 3
"""Alternatives kept beside the place that is taken."""
UNKNOWN_BEFORE: Final = re.compile(
    r"\b(?:village|town|city|hamlet|district|province|township|settlement|neighbou?rhood|suburb)s? (?:of|called|named) [\"“']?"
    r"(?P<name>(?:[Aa]l-|[Ee]l-|[Aa][sdrzn]-)?[A-Z][\w'’ʿ-]{1,20}(?: (?:al-|el-|ez-|as-|e )?[A-Z][\w'’-]{1,20}){0,2})"
)
UNKNOWN_AFTER: Final = re.compile(
    r"(?P<name>(?:\b[Aa]l-|\b[Ee]l-|\b[Aa][sdrzn]-)?(?<![.\w])[A-Z][a-z'’ʿ-]{2,20}(?:[ -](?:al-|e |i )?[A-Z][a-z'’-]{1,20}){0,2}) "
    r"(?:village|district|province|governorate|subdistrict|township|refugee camp)\b"
)
COMMON: Final = frozenset("the a an this that each every our their his her its rural other another one two three".split())
MEANT: Final = 0.0
"""Score from which a name is a place."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A place name on its way: `key` groups the names of one text that mean one place; `unit` is the kind of unit beside it."""

    run: Run
    use: Use
    key: str
    found: tuple[Found, ...]


def find_places(doc: Doc, gazetteer: Gazetteer, names: Sequence[Name], *, text: str | None = None) -> tuple[PlaceName, ...]:
    """All place names of a parsed text, in order. `text`: the report's own text where `doc` holds a smoothed copy of equal length."""
    words = words_of(doc.text)
    runs = runs_of(doc.text, words, gazetteer)
    setting = setting_of(doc, words, names)
    seen = sorted([*judged(runs, setting), *unknown(runs, setting)], key=lambda s: s.run.start)
    seen = list(apart(seen))
    chosen = choose({s.key: s.found for s in seen}, Counter(s.key for s in seen), links(seen, doc.text))
    return tuple(told(s, chosen.get(s.key, ()), gazetteer, text or doc.text) for s in seen)


def judged(runs: Sequence[Run], setting: Setting) -> Iterator[Seen]:
    """Runs that are places, with their use: by their own surroundings, or because the same name clearly is one elsewhere."""
    sights = [sight(run, setting) for run in runs]
    clear = {plain(s.run.text) for s in sights if s.score >= MEANT + 1.0}
    for s in sights:
        alike = plain(s.run.text) in clear and "person" not in " ".join(s.features) and "title before" not in s.features
        if s.score >= MEANT or (alike and s.score >= MEANT - 1.5):
            found, use = meaning(s, setting)
            if found:
                yield Seen(s.run, use, key_of(s.run, setting.text), found)


def meaning(s: Sight, setting: Setting) -> tuple[tuple[Found, ...], Use]:
    """The candidates that fit the words beside the name, and how it is used."""
    found = s.run.found
    exact = [f for f in found if f.rank in (Rank.PRIMARY, Rank.ALTERNATE)]
    people = [f for f in found if f.rank is Rank.ADJECTIVE]
    if people and not any(f.weight >= 5 for f in exact):
        return tuple(people), "adjective"
    after = setting.text[s.run.end : s.run.end + 90]
    places = tuple(f for f in found if f.rank is not Rank.ADJECTIVE)
    shorts = tuple(f for f in places if f.rank is Rank.SHORT)
    if shorts and not exact:
        before = setting.text[max(0, s.run.start - 3) : s.run.start]
        usable = before.endswith((", ", ",\n")) or ("." in s.run.text and len(s.run.text) > 2) or s.entity.label in ("GPE", "LOC")
        return (shorts if usable else ()), "place"
    return fitting(places, s.run, setting.text), use_of(s, places, after)


def use_of(s: Sight, places: Sequence[Found], after: str) -> Use:
    """Place, dateline, speaker, or part of the name of something else."""
    if "dateline" in s.features:
        return "dateline"
    if "given name" in s.features or (s.entity.label == "ORG" and "ent organisation wider" in s.features) or "organisation after" in s.features:
        return "name"
    if places and places[0].kind in ("country", "capital", "region") and cues.SPEAKING.match(after) and "preposition" not in s.features:
        return "speaker"
    return "place"


def fitting(found: tuple[Found, ...], run: Run, text: str) -> tuple[Found, ...]:
    """Candidates of the kind that a unit word beside the name asks for; all where none is of it."""
    unit = unit_of(run, text)
    if unit is None:
        return found
    kinds = cues.UNITS[unit]
    fit = [f for f in found if f.kind in kinds]
    if not fit:
        return found
    first = [f for f in fit if f.kind == kinds[0]]
    return tuple(first or fit)


def unit_of(run: Run, text: str) -> str | None:
    """The unit word beside a name: "Homs province", "the town of Homs"."""
    m = cues.AFTER_UNIT.match(text, run.end) or cues.BEFORE_UNIT.search(text, max(0, run.start - 40), run.start)
    return m[1].lower() if m else None


def key_of(run: Run, text: str) -> str:
    """Names with one key mean one place in a text."""
    return f"{plain(run.text)}|{unit_of(run, text) or ''}"


def unknown(runs: Sequence[Run], setting: Setting) -> Iterator[Seen]:
    """Places that the gazetteer does not know but the words show to be one."""
    held = [(r.start, r.end) for r in runs]
    for pattern in (UNKNOWN_BEFORE, UNKNOWN_AFTER):
        for m in pattern.finditer(setting.text):
            start, end = m.span("name")
            if m["name"].split()[0].lower() not in COMMON and not any(a < end and start < b for a, b in held):
                yield unresolved(setting.text, start, end)
    for entity in setting.entities:
        if entity.label != "GPE" or not entity.text[0].isupper() or "\n" in entity.text:
            continue
        cut = len(entity.text.removesuffix("'s").rstrip())
        if cut > 2 and not any(a < entity.end and entity.start < b for a, b in held):
            yield unresolved(setting.text, entity.start, entity.start + cut)


def unresolved(text: str, start: int, end: int) -> Seen:
    """A place name without candidates."""
    run = Run(-1, -1, start, end, text[start:end], ())
    return Seen(run, "place", plain(run.text), ())


def apart(seen: Iterable[Seen]) -> Iterator[Seen]:
    """Leave out names that overlap an earlier one."""
    reached = -1
    for s in seen:
        if s.run.start >= reached:
            reached = s.run.end
            yield s


def links(seen: Sequence[Seen], text: str) -> list[tuple[str, str]]:
    """Neighbours of which the second is written as holding the first: "Homs, Syria", "X district of Y province"."""
    out = []
    for one, two in zip(seen, seen[1:], strict=False):
        if two.run.start - one.run.end < 60 and GAP.fullmatch(text, one.run.end, two.run.start):
            out.append((one.key, two.key))
    return out


def told(s: Seen, ranked: Sequence[Found], gazetteer: Gazetteer, text: str) -> PlaceName:
    """The place name as the stage yields it."""
    span = Span.cut(text, s.run.start, s.run.end)
    ranked = ranked or s.found
    if not ranked:
        return PlaceName(span=span, area=span, place=None)
    place = gazetteer.place(ranked[0].id)
    others = tuple(gazetteer.place(f.id) for f in ranked[1 : 1 + OTHERS])
    moved = around(text, s.run.start, s.run.end) if s.use == "place" else None
    if moved is None:
        return PlaceName(span=span, area=span, place=place, use=s.use, others=others)
    area = Span.cut(text, moved.start, moved.end)
    return PlaceName(span=span, area=area, place=shifted(place, moved, shown(area.quote)), use=s.use, others=others)


def shown(words: str) -> str:
    """Words of an area as a name: one line, one space."""
    return " ".join(words.split())
