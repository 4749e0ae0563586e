"""Whose word a voice is: the body that speaks through a person, not the agency that passes it on."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from firsthand.model.extraction import Extraction
from firsthand.model.voice import Attribution, Voice
from firsthand.resources.lexicon import ARMED, MEDIA, SOURCES, Lexicon
from firsthand.resources.lexicon_fold import fold
from firsthand.weigh.entities import Naming
from firsthand.weigh.offices import OF_BODY, OF_THEM, OFFICE, SPOKESMAN, is_body, ministry, title, told_body
from firsthand.weigh.speaker_words import kept_back, media_words, unnamed

OWN_PEOPLE = frozenset({
    "activist", "source", "member", "volunteer", "staff", "network", "correspondent", "team", "worker", "contact", "informant",
    "researcher", "partner", "monitor", "observer", "reporter",
})  # fmt: skip
"""Those through whom a body that tells of events knows them; it vouches for what they say."""
SPEAKING = frozenset({
    "police", "officials", "authorities", "residents", "villagers", "locals", "witnesses", "survivors", "doctors", "medics",
    "activists", "rescuers", "sources", "workers", "staff", "soldiers", "army", "military", "government", "media", "officers",
    "relatives", "families", "journalists", "hospital", "ministry", "rebels", "militants", "elders", "leaders", "lawmakers",
})  # fmt: skip
"""Last words of those who speak without a name."""
ITS_REPORTERS = frozenset(
    {"correspondent", "reporter", "journalist", "photographer", "crew", "team", "correspondents", "reporters"}
)
ARTICLES = frozenset({"the", "a", "an"})
NO_STATE = frozenset(
    {*SOURCES, *ARMED, "criminal", "aid", "political", "peacekeeping", "peacekeepers", "intergovernmental"}
)
"""Sorts of bodies that no general word for a state's forces or offices means."""


def speaker_name(name: str) -> str:
    """A speaker's name without article and with single spaces."""
    words = name.split()
    if len(words) > 1 and words[0].casefold() in ARTICLES:
        words = words[1:]
    return " ".join(words)


class Speakers:
    """Who stands behind a voice, over all reports. Without a lexicon no name is known for an agency or outlet."""

    def __init__(self, extractions: Mapping[str, Extraction], naming: Naming, lexicon: Lexicon | None) -> None:
        self._naming = naming
        self._lexicon = lexicon
        # Names recur at every claim: what is found of each is kept.
        self._media: dict[str, bool] = {}
        self._names: dict[str, str] = {}
        self._body: dict[str, bool] = {}
        self._sorts: dict[str, str | None] = {}
        self._firsts: dict[tuple[str | None, Sequence[str], str | None], str | None] = {}
        self._titles: dict[str, frozenset[str]] = {}
        self._ministries: dict[str, str] = {}
        self._described: dict[tuple[str, str], str] = {}
        self._shared: dict[str, set[str]] = {}
        self._bodies: Mapping[str, str] = {}
        self._bodies = self._spoken_for(extractions)
        self._firsts.clear()

    def name(self, name: str) -> str:
        """The name that a speaker goes by."""
        found = self._names.get(name)
        if found is None:
            found = self._names[name] = self._called(name)
        return found

    def _called(self, name: str) -> str:
        kept = kept_back(speaker_name(name))
        house, _, last = kept.rpartition(" ")
        # "An AFP correspondent" is AFP.
        if last.casefold() in ITS_REPORTERS and house[:1].isupper() and self.media(self._naming.entity(house)):
            kept = house
        return self._naming.entity(kept) if kept[:1].isupper() else kept

    def first(self, voice: Voice) -> str | None:
        """Who first said what a voice says, None for the outlet's own voice and where nobody is named.

        Of a chain (an official, of a ministry, told an agency) the body is taken, and of a person the body they speak for.
        """
        key = (voice.speaker, voice.chain, voice.span.quote if voice.span is not None else None)
        if key not in self._firsts:
            self._firsts[key] = self._first(voice)
        return self._firsts[key]

    def _first(self, voice: Voice) -> str | None:
        names = self.chain(voice)
        named = [name for name in names if not unnamed(name)]
        if not named:
            return None
        own = [name for name in named if not self.media(name)] or named
        bodies = [name for name in own if self.body(name)]
        if len(bodies) > 1 and _own_people(bodies[0]):
            bodies = bodies[1:]
        if len(bodies) > 1 and voice.span is not None and OF_BODY.search(voice.span.quote):
            bodies = bodies[1:]
        described = self._described.get((own[0], voice.span.quote.casefold())) if voice.span is not None else None
        return (bodies[0] if bodies else None) or described or self._bodies.get(own[0], own[0])

    def several(self, name: str | None, words: str = "") -> tuple[str, ...]:
        """The speakers of a name that stands for several who are not named ("police and hospital officials").

        `words`: those that name the speaker in the report, of which the name may be a part.
        """
        for one in filter(None, (name, words)):
            parts = re.split(r",? and |, ", one) if one.islower() and " and " in one else []
            if (
                len(parts) > 1
                and all(SPEAKING & set(part.split()[-1:]) for part in parts)
                and (one == name or name in parts)
            ):
                return tuple(parts)
        return (name,) if name is not None else ()

    def chain(self, voice: Voice) -> Sequence[str]:
        """All who passed it on, the first to say it first."""
        said = voice.chain or ((voice.speaker,) if voice.speaker else ())
        return [self.name(name) for name in said]

    def body(self, name: str) -> bool:
        """Tell whether a speaker is a body: a force, ministry, monitor, group."""
        found = self._body.get(name)
        if found is None:
            found = self._body[name] = self._naming.type(name) in ("organisation", "group", "unit") or is_body(name)
        return found

    def someone(self, name: str) -> bool:
        """Tell whether a speaker is a person or body, and no agency or outlet."""
        return self._naming.type(name) not in (None, "weapon") and not self.media(name)

    def speaks(self, name: str) -> bool:
        """Tell whether a name is of somebody who can have said it first: a person, a body, or a general word for such."""
        last = name.casefold().split()[-1:]
        known = self._naming.type(name) not in (None, "weapon") or is_body(name) or self._sort(name) is not None
        return not self.media(name) and (known or any({word, word + "s"} & SPEAKING for word in last))

    def person(self, name: str) -> bool:
        """Tell whether a speaker is a person by name."""
        return self._naming.type(name) == "person"

    def title(self, name: str) -> frozenset[str]:
        """The words that stand about a person where they speak ("regional", "governor"), in small letters."""
        return self._titles.get(name, frozenset())

    def ministry(self, name: str) -> str | None:
        """The ministry of a person who is told to be its minister."""
        return self._ministries.get(name)

    def together(self, a: str, b: str) -> bool:
        """Tell whether one person speaks for both bodies ("police spokesman", "the Taliban's police spokesman")."""
        one, other = (self._shared.get(name.casefold()) for name in (a, b))
        return one is not None and other is not None and not one.isdisjoint(other)

    def country(self, name: str) -> str | None:
        """Country of a speaker: of the name, or of the adjective before a general word ("Syrian state media")."""
        known = self._naming.country(name)
        if known is None and self._lexicon is not None:
            entry = self._lexicon.find(name) or self._lexicon.find(name.partition(" ")[0])
            known = entry.country if entry is not None else self._capital(name)
        return known

    def _capital(self, name: str) -> str | None:
        """The country that a name is the capital of, None for others."""
        return self._lexicon.capitals.get(fold(name)) if self._lexicon is not None else None

    def spelled(self, name: str) -> str:
        """A name with the abbreviation that it begins with written out ("UN mission")."""
        first, _, rest = name.partition(" ")
        entry = self._lexicon.find(first) if self._lexicon is not None and rest and first.isupper() else None
        return f"{entry.name} {rest}" if entry is not None and entry.sort != "state" else name

    def media(self, name: str) -> bool:
        """Tell whether a speaker is an agency or outlet, which passes on what others say."""
        if name not in self._media:
            self._media[name] = media_words(name) or self._sort(name) in MEDIA
        return self._media[name]

    def source(self, name: str) -> bool:
        """Tell whether a name is of those who tell of events and do not take part: agencies, outlets, monitors, aid."""
        return self._sort(name) in SOURCES or self._sort(name) == "aid"

    def state(self, name: str) -> bool:
        """Tell whether a speaker is a country by its name or that of its capital."""
        return self._sort(name) == "state" or self._capital(name) is not None

    def apart(self, name: str) -> bool:
        """Tell whether a name is of a body that is known to belong to no government: a group, monitor, aid, several states."""
        return self._sort(name) in NO_STATE

    def group(self, name: str) -> bool:
        """Tell whether a name is of an armed group."""
        return self._sort(name) in ARMED or (self._sort(name) is None and self._naming.type(name) == "group")

    def _sort(self, name: str) -> str | None:
        if name not in self._sorts:
            entry = self._lexicon.find(name) if self._lexicon is not None else None
            self._sorts[name] = entry.sort if entry is not None else None
        return self._sorts[name]

    def _spoken_for(self, extractions: Mapping[str, Extraction]) -> Mapping[str, str]:
        """The body for which each person speaks; where reports name it otherwise, the name that most of them give."""
        found: dict[str, Counter[str]] = {}
        for extraction in extractions.values():
            before: str | None = None
            for said in extraction.attributions:
                chain = [self.name(name) for name in said.chain]
                if chain and not self.body(chain[0]):
                    person, words = chain[0], said.source.quote if said.source is not None else ""
                    self._known_as(person, words)
                    bodies = [name for name in chain[1:] if self.body(name) and not self.media(name)]
                    bodies = bodies or list(self._office(said, person, before, extraction))
                    other = told_body(words) if bodies else None
                    found.setdefault(person, Counter()).update({*bodies[:1], *filter(None, [other])})
                    if bodies and not person[:1].isupper():
                        self._described.setdefault((person, words.casefold()), bodies[0])
                before = chain[0] if chain and not self.media(chain[0]) else before
        persons = {person: bodies for person, bodies in found.items() if bodies and person[:1].isupper()}
        for person, several in persons.items():
            for body in several if len(several) > 1 else ():
                self._shared.setdefault(body.casefold(), set()).add(person)
        # "the ministry" in one report and its name in another are one body, and so are two names that one person speaks for.
        return {
            person: max(sorted(bodies), key=lambda b: (b[:1].isupper(), _told(b, bodies), len(b)))
            for person, bodies in persons.items()
        }

    def _known_as(self, person: str, words: str) -> None:
        """Keep the words about a person."""
        self._titles[person] = self._titles.get(person, frozenset()) | title(words, person)
        of = ministry(words)
        if of is not None:
            self._ministries.setdefault(person, of)

    def _office(self, said: Attribution, person: str, before: str | None, extraction: Extraction) -> Iterator[str]:
        """The body whose office the words about a speaker tell: "its spokesman", "the port police chief", "who heads the ..".

        `before`: who spoke last, whom "its" means.
        """
        if said.source is None or not OFFICE.search(said.source.quote):
            return
        if OF_THEM.search(said.source.quote):
            if before is not None and before != person:
                yield before
            return
        inside = [n for n in extraction.names if said.source.start <= n.span.start and n.span.end <= said.source.end]
        inside_bodies = [
            name for n in inside for name in [self.name(n.entity)] if n.type != "person" and not self.media(name)
        ]
        yield from inside_bodies
        body = told_body(said.source.quote)
        if body is not None:
            yield body
        words = set(said.source.quote.casefold().replace(",", " ").split())
        others = {self.name(a.speaker) for a in extraction.attributions if a.speaker} - {person}
        bodies = [name for name in others if set(name.casefold().split()) <= words and not self.media(name)]
        yield from sorted(bodies, key=lambda name: (-len(name), name))
        # "Spokesman Adan Vree:" below the words of a body is whoever speaks for it.
        if not (inside_bodies or body or bodies) and SPOKESMAN.match(said.source.quote) and before != person:
            yield from (name for name in (before,) if name is not None and self.body(name))


def _own_people(name: str) -> bool:
    """Tell whether a speaker is only told to be of somebody's people ("its activists", "sources on the ground")."""
    words = name.casefold().split()
    return name[:1].islower() and any(word.removesuffix("s") in OWN_PEOPLE for word in words)


def _told(body: str, bodies: Mapping[str, int]) -> int:
    """How often a body is told, by this name or by a part of it."""
    return sum(number for other, number in bodies.items() if _within(other, body))


def _within(a: str, b: str) -> bool:
    return set(a.casefold().split()) <= set(b.casefold().split())
