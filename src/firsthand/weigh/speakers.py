"""Whose word a voice is: the body that speaks through a person, not the agency that passes it on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from firsthand.model.extraction import Extraction
from firsthand.model.voice import Attribution, Voice
from firsthand.resources.lexicon import MEDIA, SOURCES, Lexicon
from firsthand.weigh.entities import Naming

UNNAMED = frozenset({"unnamed", "anonymous", "source", "sources"})
OUTLETS = frozenset(
    {"media", "outlet", "outlets", "newspaper", "newspapers", "press", "reports", "broadcaster", "journalists"}
)
PAPERS = frozenset({
    "times", "post", "courier", "star", "herald", "tribune", "gazette", "journal", "ledger", "chronicle", "daily", "news", "wire",
    "radio", "television", "tv", "weekly", "mail", "telegraph", "express", "standard", "echo", "bulletin", "digest", "magazine",
    "newspaper", "globe", "mirror", "dispatch", "review",
})  # fmt: skip
"""Words with which the names of papers and stations end."""
ARTICLES = frozenset({"the", "a", "an"})

OFFICES: Final = (
    "spokes(?:man|woman|person|men|people)|chief|head|heads|leads|commander|commands|director|minister|chair(?:man|woman)?"
    "|president|secretary|coordinator|representative|deputy"
)
OFFICE: Final = re.compile(rf"\b(?:{OFFICES})\b", re.IGNORECASE)
"""Words for those who speak for a body."""
OF_THEM: Final = re.compile(rf"\b(?:its|their|whose) (?:[a-z]{{1,15}} ){{0,2}}(?:{OFFICES})\b", re.IGNORECASE)


def speaker_name(name: str) -> str:
    """A speaker's name without article and with single spaces."""
    words = name.split()
    if len(words) > 1 and words[0].casefold() in ARTICLES:
        words = words[1:]
    return " ".join(words)


def _unnamed(name: str) -> bool:
    """Tell whether a speaker is kept back by the report ("unnamed official", "sources")."""
    return name.casefold().partition(" ")[0] in UNNAMED


def _media_words(name: str) -> bool:
    """Tell whether a name is a general word for outlets; the media of a state speak for it."""
    words = name.casefold().split()
    if {"state", "official"} & set(words):
        return False
    return bool(words) and (words[-1] in OUTLETS or (len(words) > 1 and name[:1].isupper() and words[-1] in PAPERS))


class Speakers:
    """Who stands behind a voice, over all reports. Without a lexicon no name is known for an agency or outlet."""

    def __init__(self, extractions: Mapping[str, Extraction], naming: Naming, lexicon: Lexicon | None) -> None:
        self._naming = naming
        self._lexicon = lexicon
        self._media: dict[str, bool] = {}
        self._bodies = _bodies(extractions, self)

    def name(self, name: str) -> str:
        """The name that a speaker goes by."""
        return self._naming.entity(speaker_name(name))

    def first(self, voice: Voice) -> str | None:
        """Who first said what a voice says, None for the outlet's own voice and where nobody is named.

        Of a chain (an official, of a ministry, told an agency) the body is taken, and of a person the body they speak for.
        """
        names = self.chain(voice)
        named = [name for name in names if not _unnamed(name)]
        if not named:
            return None
        own = [name for name in named if not self.media(name)] or named
        body = next((name for name in own if self.body(name)), None)
        return body or self._bodies.get(own[0], own[0])

    def chain(self, voice: Voice) -> Sequence[str]:
        """All who passed it on, the first to say it first."""
        said = voice.chain or ((voice.speaker,) if voice.speaker else ())
        return [self.name(name) for name in said]

    def body(self, name: str) -> bool:
        """Tell whether a speaker is a body: a force, ministry, monitor, group."""
        return self._naming.type(name) in ("organisation", "group", "unit")

    def someone(self, name: str) -> bool:
        """Tell whether a speaker is a person or body, and no agency or outlet."""
        return self._naming.type(name) not in (None, "weapon") and not self.media(name)

    def country(self, name: str) -> str | None:
        """Country of a speaker: of the name, or of the adjective before a general word ("Syrian state media")."""
        known = self._naming.country(name)
        if known is None and self._lexicon is not None:
            entry = self._lexicon.find(name) or self._lexicon.find(name.partition(" ")[0])
            known = entry.country if entry is not None else None
        return known

    def spelled(self, name: str) -> str:
        """A name with the abbreviation that it begins with written out ("UN mission")."""
        first, _, rest = name.partition(" ")
        entry = self._lexicon.find(first) if self._lexicon is not None and rest and first.isupper() else None
        return f"{entry.name} {rest}" if entry is not None and entry.sort != "state" else name

    def media(self, name: str) -> bool:
        """Tell whether a speaker is an agency or outlet, which passes on what others say."""
        if name not in self._media:
            entry = self._lexicon.find(name) if self._lexicon is not None else None
            self._media[name] = _media_words(name) or (entry is not None and entry.sort in MEDIA)
        return self._media[name]

    def source(self, name: str) -> bool:
        """Tell whether a name is of those who tell of events and do not take part: agencies, outlets, monitors, aid."""
        entry = self._lexicon.find(name) if self._lexicon is not None else None
        return entry is not None and (entry.sort in SOURCES or entry.sort == "aid")

    def state(self, name: str) -> bool:
        """Tell whether a speaker is a country by its name ("Damascus says" aside)."""
        entry = self._lexicon.find(name) if self._lexicon is not None else None
        return entry is not None and entry.sort == "state"


def _bodies(extractions: Mapping[str, Extraction], speakers: Speakers) -> Mapping[str, str]:
    """The body for which each person speaks, where all reports agree on it."""
    found: dict[str, set[str]] = {}
    for extraction in extractions.values():
        before: str | None = None
        for said in extraction.attributions:
            chain = [speakers.name(name) for name in said.chain]
            if chain and not speakers.body(chain[0]):
                bodies = [name for name in chain[1:] if speakers.body(name) and not speakers.media(name)]
                bodies = bodies or list(_office(said, chain[0], before, extraction, speakers))
                found.setdefault(chain[0], set()).update(bodies[:1])
            before = chain[0] if chain and not speakers.media(chain[0]) else before
    longest = {
        person: max(sorted(bodies), key=len) for person, bodies in found.items() if bodies and person[:1].isupper()
    }
    # "the ministry" in one report and its name in another are one body.
    return {
        person: body
        for person, body in longest.items()
        if all(set(other.casefold().split()) <= set(body.casefold().split()) for other in found[person])
    }


def _office(
    said: Attribution, person: str, before: str | None, extraction: Extraction, speakers: Speakers
) -> Iterator[str]:
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
    yield from (
        name for n in inside for name in [speakers.name(n.entity)] if n.type != "person" and not speakers.media(name)
    )
    words = set(said.source.quote.casefold().replace(",", " ").split())
    others = {speakers.name(a.speaker) for a in extraction.attributions if a.speaker} - {person}
    bodies = [name for name in others if set(name.casefold().split()) <= words and not speakers.media(name)]
    yield from sorted(bodies, key=lambda name: (-len(name), name))
