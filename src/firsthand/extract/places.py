"""Every place name of a text, and the place each is taken for.

Names come from the gazetteer and from cues, are judged by what surrounds them (`places_choose`), and are resolved together
(`places_resolve`); the words around a name widen or move what it means (`places_area`).
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc

from firsthand.extract import places_cues as cues
from firsthand.extract.places_anchors import anchors_of
from firsthand.extract.places_area import around, shifted
from firsthand.extract.places_choose import Sight, sight, with_anchors
from firsthand.extract.places_evidence import Evidence, Seen, Use, chosen_of, somewhere_in
from firsthand.extract.places_resolve import Ranked, choose, thousandths
from firsthand.extract.places_setting import Setting, setting_of
from firsthand.extract.places_units import fitting, unit_of
from firsthand.extract.places_words import Run, runs_of, words_of
from firsthand.model.extraction import Name
from firsthand.model.place import PlaceName
from firsthand.model.span import Span
from firsthand.resources.gazetteer import Found, Gazetteer
from firsthand.resources.gazetteer_fold import plain
from firsthand.resources.gazetteer_tables import Rank

GAP: Final = re.compile(
    rf"(?:['’]s)?(?: (?:{cues.UNIT}))?(?:,| in| of|, in|, (?:a|the) [a-z ]{{2,30}} (?:in|of)|['’]s)(?: the)?(?: "
    rf"[a-z]{{4,12}}(?:ern|-east|-west))?(?: (?:{cues.UNIT}) of)? ?\n?",
    re.IGNORECASE,
)
SHORT_COUNTRIES: Final = frozenset(("US", "U.S", "UK", "U.K", "USA", "UAE", "EU", "DRC"))
OTHERS: Final = 3
"""Alternatives kept beside the place that is taken."""
UNKNOWN_BEFORE: Final = re.compile(
    r"\b(?:village|town|city|hamlet|district|province|township|settlement|neighbou?rhood|suburb)s? (?:of|called|named) [\"“']?"
    r"(?P<name>(?:[Aa]l-|[Ee]l-|[Aa][sdrzn]-)?[A-Z](?:[\w'’ʿ-]{1,20}|(?= [A-Z]))"
    r"(?: (?:al-|el-|ez-|as-|e )?[A-Z][\w'’-]{1,20}){0,2})"
)
UNIT_AFTER: Final = re.compile(r" (?:village|district|province|governorate|subdistrict|township|refugee camp)\b")
UNKNOWN_AFTER: Final = re.compile(
    r"(?P<name>(?:\b[Aa]l-|\b[Ee]l-|\b[Aa][sdrzn]-)?(?<![.\w])[A-Z][a-z'’ʿ-]{2,20}(?:[ -](?:al-|e |i "
    r")?[A-Z][a-z'’-]{1,20}){0,2})$"
)
IN_PLACE: Final = re.compile(
    r"\b(?:in|near|at|from|outside|around|of|villages?|towns?|city|districts?|and|,)(?: (?:the|nearby|neighbou?ring|"
    r"[a-z]{4,9}ern))? [\"']?$"
)
LONGER: Final = 20
"""Unknown names of several words that are looked for in all of a text."""
COMMON: Final = frozenset(
    "the a an this that each every our their his her its rural other another one two three".split()
)
MEANT: Final = -0.4
"""Score from which a name is a place (log odds; chosen for the best F1 on local news)."""
CLEAR: Final = 1.5
"""Score from which it speaks for others."""
PERSONAL: Final = frozenset(
    ("ent person", "ent person wider", "person elsewhere", "title before", "age after", "given person")
)


def find_places(
    doc: Doc, gazetteer: Gazetteer, names: Sequence[Name], *, text: str | None = None
) -> tuple[PlaceName, ...]:
    """All place names of a parsed text, in order.

    `text`: the report's own text where `doc` holds a smoothed copy of equal length.
    """
    smooth = doc.text
    words = words_of(smooth)
    runs = runs_of(smooth, words, gazetteer)
    setting = setting_of(doc, smooth, words, runs, names)
    wider = [s for s in features(smooth, setting) if not covered(s.run, runs)]
    marked = marks(len(smooth), (s.run for s in wider))
    runs = tuple(r for r in runs if marked.find(1, r.start, r.end) < 0)
    known = [*judged(runs, setting), *wider]
    marked = marks(len(smooth), (*runs, *(s.run for s in wider)))
    taken = marks(len(smooth), (s.run for s in known))
    seen = sorted([*known, *unknown(marked, taken, setting)], key=lambda s: (s.run.start, -s.run.end))
    seen = list(apart(seen))
    pairs = links(seen, smooth)
    chosen = chosen_of(seen, pairs, smooth, setting.lean)
    evidence = Evidence.of(seen, {key: tuple(f for _, f in ranked) for key, ranked in chosen.items()}, pairs)
    return tuple(told(s, evidence, chosen, gazetteer, text or smooth) for s in seen)


def marks(size: int, runs: Iterable[Run]) -> bytearray:
    """A byte for each character of a text, 1 where a run stands."""
    out = bytearray(size)
    for run in runs:
        out[run.start : run.end] = b"\x01" * (run.end - run.start)
    return out


def covered(one: Run, runs: Sequence[Run]) -> bool:
    """Tell whether one of `runs` (in order, none overlapping) holds all of `one`."""
    i = bisect_right(runs, one.start, key=lambda r: r.start) - 1
    return i >= 0 and runs[i].end >= one.end


def features(text: str, setting: Setting) -> list[Seen]:
    """Roads, rivers, lakes and the like by the form of their names; a "name" where a group or body is called after one."""
    out = []
    for pattern in (cues.ROAD, cues.FEATURE):
        for m in pattern.finditer(text):
            lead = cues.LEADING.match(m[0])
            start = m.start() + (lead.end() if lead else 0)
            if (" " in text[start : m.end()] or "-" in text[start : m.end()]) and not cues.ORGANISATION_AFTER.match(
                text, m.end()
            ):
                given = any(n.type in ("group", "organisation", "unit") for n in setting.names_at(start, m.end()))
                named = given or cues.GROUP_AFTER.match(text, m.end())
                out.append(unresolved(text, start, m.end(), "name" if named else "place"))
    return out


def judged(runs: Sequence[Run], setting: Setting) -> Iterator[Seen]:
    """Runs that are places, with their use: by their own surroundings, or because the same name clearly is one elsewhere."""
    sights = weighed(runs, setting)
    clear = {plain(s.run.text) for s in sights if s.score >= CLEAR}
    for s in sights:
        alike = s.score >= MEANT - 1.0 and plain(s.run.text) in clear and not PERSONAL & set(s.features)
        if s.score >= MEANT or alike:
            found, use = meaning(s, setting)
            if found:
                yield Seen(s.run, use, key_of(s.run, setting.text), found)


def weighed(runs: Sequence[Run], setting: Setting) -> list[Sight]:
    """Each run with its score; those that are clear in themselves then speak for others near them."""
    sights = [sight(run, setting) for run in runs]
    clear = {s.run.text: s.run.found for s in sights if s.score >= CLEAR and s.run.found[0].rank < Rank.SHORT}
    placed = choose(clear, Counter(s.run.text for s in sights if s.run.text in clear), (), setting.lean)
    anchors = anchors_of({name: ranked[0][1] for name, ranked in placed.items() if ranked})
    return [with_anchors(s, anchors) for s in sights]


def meaning(s: Sight, setting: Setting) -> tuple[tuple[Found, ...], Use]:
    """The candidates that fit the words beside the name, and how it is used."""
    found = s.run.found
    exact = [f for f in found if f.rank in (Rank.PRIMARY, Rank.ALTERNATE)]
    people = [f for f in found if f.rank is Rank.ADJECTIVE]
    if people and not any(f.weight >= 5 and f.id != people[0].id and f.rank is Rank.PRIMARY for f in exact):
        return tuple(people), "adjective"
    after = setting.text[s.run.end : s.run.end + 90]
    places = tuple(f for f in found if f.rank is not Rank.ADJECTIVE)
    shorts = tuple(f for f in places if f.rank is Rank.SHORT)
    if shorts and not exact:
        before = setting.text[max(0, s.run.start - 3) : s.run.start]
        usable = (
            before.endswith((", ", ",\n"))
            or ("capital before" not in s.features and "." in s.run.text and len(s.run.text) > 2)
            or ("capital before" not in s.features and s.entity.label in ("GPE", "LOC"))
        )
        return (shorts if usable else ()), "place"
    before = setting.text[max(0, s.run.start - 70) : s.run.start]
    return fitting(places, s.run, setting.text), use_of(s, places, before, after)


def use_of(s: Sight, places: Sequence[Found], before: str, after: str) -> Use:
    """Place, dateline, speaker, or part of the name of something else."""
    if "dateline" in s.features:
        return "dateline"
    followed = "organisation after" in s.features and after[:1] not in "'’"
    if followed or "given name" in s.features or "ent organisation wider" in s.features:
        return "name"
    if cues.MADE.match(after) or (s.run.text.strip(".") in SHORT_COUNTRIES and not cues.FOREIGN.match(after)):
        return "adjective"
    if places and places[0].kind in ("country", "capital", "region"):
        speaks = "preposition" not in s.features and cues.SPEAKING.match(after)
        if speaks or cues.ACTING.search(before):
            return "speaker"
    return "place"


def key_of(run: Run, text: str) -> str:
    """Names with one key mean one place in a text."""
    return f"{plain(run.text)}|{unit_of(run, text) or ''}"


def unknown(marked: bytearray, taken: bytearray, setting: Setting) -> Iterator[Seen]:
    """Places that the gazetteer does not know but the words show to be one.

    `marked`: where names of the gazetteer stand; `taken`: those of them that are places here ("the town of Ain Baal" has none).
    """
    text = setting.text
    beside = [UNKNOWN_AFTER.search(text, max(0, m.start() - 70), m.start()) for m in UNIT_AFTER.finditer(text)]
    for m in beside:
        if m is not None and m["name"].split()[0].lower() not in COMMON and marked.find(1, *m.span("name")) < 0:
            yield unresolved(text, *m.span("name"))
    longer: set[str] = set()
    for m in UNKNOWN_BEFORE.finditer(text):
        start, end = m.span("name")
        first, *others = m["name"].split()
        if taken.find(1, start, start + len(first) if others else end) < 0:
            yield unresolved(text, start, end)
            longer |= {m["name"]} if others and len(longer) < LONGER else set()
    for name in sorted(longer):
        # Elsewhere too it is one name, whatever a word of it may mean by itself.
        for m in re.finditer(rf"\b{re.escape(name)}\b", text):
            yield unresolved(text, *m.span())
    for entity in setting.entities:
        if entity.label != "GPE" or not entity.text[0].isupper() or "\n" in entity.text:
            continue
        cut = len(entity.text.removesuffix("'s").rstrip())
        if not IN_PLACE.search(setting.text, max(0, entity.start - 40), entity.start):
            continue
        if cut > 2 and marked.find(1, entity.start, entity.end) < 0:
            yield unresolved(setting.text, entity.start, entity.start + cut)


def unresolved(text: str, start: int, end: int, use: Use = "place") -> Seen:
    """A place name without candidates."""
    run = Run(-1, -1, start, end, text[start:end], ())
    return Seen(run, use, plain(run.text), ())


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
    for one, two in pairwise(seen):
        if (
            two.use != "speaker"
            and two.run.start - one.run.end < 60
            and GAP.fullmatch(text, one.run.end, two.run.start)
        ):
            out.append((one.key, two.key))
    return out


def told(s: Seen, evidence: Evidence, chosen: Mapping[str, Ranked], gazetteer: Gazetteer, text: str) -> PlaceName:
    """The place name as the stage yields it. `chosen`: the candidates of each key with their scores."""
    span = Span.cut(text, s.run.start, s.run.end)
    likely = evidence.likely(s.key, gazetteer)
    if not likely:
        held = evidence.holder.get(s.key)
        place = somewhere_in(held, shown(span.quote), gazetteer) if held else None
        return PlaceName(span=span, area=span, place=place, use=s.use)
    first, *others = (gazetteer.place(f.id) for f in likely[: 1 + OTHERS])
    kept = {f.id for f in likely}
    weights = thousandths([score for score, f in chosen[s.key] if f.id in kept])[: 1 + OTHERS]
    moved = around(text, s.run.start, s.run.end) if s.use == "place" else None
    if moved is None:
        return PlaceName(span=span, area=span, place=first, use=s.use, others=tuple(others), weights=weights)
    area = Span.cut(text, moved.start, moved.end)
    first, *others = (shifted(one, moved, shown(area.quote)) for one in (first, *others))
    return PlaceName(span=span, area=area, place=first, use=s.use, others=tuple(others), weights=weights)


def shown(words: str) -> str:
    """Words of an area as a name: one line, one space."""
    return " ".join(words.split())
